"""The program's own template filters.

In:  a word, a date or an address of a template.
Out: text, which is escaped like any other text.
Must not: read the site. The result depends only on the arguments and the language of the page, so a filter adds no
dependency.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any

from jinja2 import pass_context
from jinja2.exceptions import FilterArgumentError
from jinja2.filters import do_urlencode
from jinja2.runtime import Context
from markupsafe import Markup

from byeoru.base import hangul
from byeoru.base.collation import initial
from byeoru.base.dates import rfc3339

_WEEKDAYS = "월화수목금토일"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FORMS = ("day", "weekday", "month", "short")

_ENCODED = re.compile("(?:%[0-9A-Fa-f]{2})+")
# Invisible characters in the category of letters: the Hangul fillers.
_BLANK = "\u115f\u1160\u3164\uffa0"


def josa(word: object, pair: str) -> str:
    """Return *word* with the particle of *pair* that fits its last sound.

    >>> josa("도커", "이/가"), josa("R&D", "을/를"), josa(Markup("<b>색인</b>"), "은/는")
    ('도커가', 'R&D를', Markup('<b>색인</b>은'))
    """
    if not all(pair.partition("/")):
        raise FilterArgumentError(f'josa needs two particles, as in josa("이/가"), and not "{pair}"')
    if isinstance(word, Markup):
        return word + hangul.josa(word.striptags(), pair)
    return str(word) + hangul.josa(str(word), pair)


@pass_context
def date(context: Context, moment: datetime, form: str = "day") -> str:
    """Format a date in the language of the page: "day", with "weekday", "month" only, or "short"."""
    if form not in _FORMS:
        raise FilterArgumentError(f'a date has no form "{form}"; it has {", ".join(_FORMS)}')
    return (korean if str(context.get("lang", "ko")).startswith("ko") else english)(moment, form)


def korean(moment: datetime, form: str = "day") -> str:
    """Format a date in Korean.

    >>> [korean(datetime(2026, 3, 14), form) for form in _FORMS]
    ['2026년 3월 14일', '2026년 3월 14일 토요일', '2026년 3월', '2026. 3. 14.']
    """
    if form == "short":
        return f"{moment.year}. {moment.month}. {moment.day}."
    if form == "month":
        return f"{moment.year}년 {moment.month}월"
    weekday = f" {_WEEKDAYS[moment.weekday()]}요일" if form == "weekday" else ""
    return f"{moment.year}년 {moment.month}월 {moment.day}일{weekday}"


def english(moment: datetime, form: str = "day") -> str:
    """Format a date in English.

    >>> [english(datetime(2026, 3, 14), form) for form in _FORMS]
    ['March 14, 2026', 'Saturday, March 14, 2026', 'March 2026', 'Mar 14, 2026']
    """
    month = _MONTHS[moment.month - 1]
    if form == "month":
        return f"{month} {moment.year}"
    weekday = f"{_DAYS[moment.weekday()]}, " if form == "weekday" else ""
    return f"{weekday}{month[:3] if form == 'short' else month} {moment.day}, {moment.year}"


def decoded(address: str) -> str:
    """Return an address in readable form: letters, marks and digits of all scripts are decoded, the rest is kept.

    Delimiters (`%2F`, `%3F`, `%23`, `%2E`), invisible characters, direction controls and invalid UTF-8 stay encoded,
    and so do symbols and punctuation of other scripts, some of which look like a slash.

    >>> decoded("/posts/%ED%95%9C%EA%B8%80%20a%2Fb/"), decoded("/%E2%80%AE%FF/")
    ('/posts/한글%20a%2Fb/', '/%E2%80%AE%FF/')
    """
    shown = _ENCODED.sub(_readable, str(address))
    return Markup(shown) if isinstance(address, Markup) else shown  # noqa: S704  (only letters were put in)


def _readable(run: re.Match[str]) -> str:
    text = run[0]
    before = run.string[: run.start()][-1:]
    parts = []
    at = 0
    for character in bytes.fromhex(text.replace("%", "")).decode("utf-8", "surrogateescape"):
        size = 3 * len(character.encode("utf-8", "surrogateescape"))
        part = character if _is_readable(character, before) else text[at : at + size]
        parts.append(part)
        before = part if part == character else ""
        at += size
    return "".join(parts)


def _is_readable(character: str, before: str) -> bool:
    """Tell whether a character can be shown decoded; a combining mark needs a letter *before* it."""
    if character.isascii():
        return character.isalnum() or character in "-_~"
    kind = unicodedata.category(character)[0]
    if kind == "M":
        return before != "" and unicodedata.category(before)[0] in "LM"
    return kind in "LN" and character not in _BLANK


@lru_cache(maxsize=1 << 11)  # of 33,000 texts of a worker, 16,000 are found; with any number of them, 19,000
def _quoted(text: str) -> str:
    return do_urlencode(text)


def urlencode(value: Any) -> str:  # noqa: ANN401
    """Percent-encode a text or a mapping, as Jinja does; texts are remembered, as headings and names repeat.

    >>> urlencode("한글/a b"), urlencode({"q": "색인"})
    ('%ED%95%9C%EA%B8%80/a%20b', 'q=%EC%83%89%EC%9D%B8')
    """
    return _quoted(value) if type(value) is str else do_urlencode(value)


FILTERS: dict[str, Callable[..., Any]] = {
    "date": date,
    "decoded": decoded,
    "initial": initial,
    "isodate": rfc3339,
    "josa": josa,
}
# In the place of filters of Jinja that do the same.
QUICKER: dict[str, Callable[..., Any]] = {"urlencode": urlencode}

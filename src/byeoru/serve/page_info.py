"""Collect what the preview bar shows about a page.

In:  the document of the page, and its source.
Out: localized counts and badges, and the path of the source.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.model.content import Document
from byeoru.parse.frontmatter import split

_NO_WORDS = re.compile(r"<[^>\n]*>|\]\([^)\n]*\)|https?://\S+")  # HTML tags and link targets
_MARKS = re.compile(r"[*_~`=]+")
_WORD = re.compile(r"\w+")


class Counts(NamedTuple):
    """The length of a text."""

    characters: int  # letters and digits
    words: int


def count_text(source: str) -> Counts:
    r"""Count the visible characters and words of a source, without markup.

    >>> count_text("---\ntitle: x\n---\n**벼루**에 [먹](a.md) ink")
    Counts(characters=7, words=3)
    """
    words = _WORD.findall(_MARKS.sub("", _NO_WORDS.sub("]", split(source).body)))
    return Counts(sum(len(word) for word in words), len(words))


def unpublished_reasons(document: Document, language: Language, now: datetime) -> list[str]:
    """Return why a document is not published yet, localized: it is a draft, private, or scheduled."""
    states = {"draft": document.meta.draft, "private": document.meta.private}
    reasons = [localize(f"preview.{state}", language) for state, is_set in states.items() if is_set]
    if document.meta.date is not None and document.meta.date > now:
        reasons.append(localize("preview.future", language, when=short_time(document.meta.date, now)))
    return reasons


def short_time(date: datetime, now: datetime) -> str:
    """Return *date* as text, without the day if that is today in the time zone of the site.

    >>> from datetime import UTC
    >>> short_time(datetime(2026, 1, 2, 12, 8, tzinfo=UTC), datetime(2026, 1, 2, 12, 0, tzinfo=UTC))
    '12:08'
    """
    is_today = now.astimezone(date.tzinfo).date() == date.date()
    return f"{date:%H:%M}" if is_today else f"{date:%Y-%m-%d %H:%M}"


def page_info(
    document: Document, source: str, problems: int, language: Language, now: datetime, link: Callable[[str], str]
) -> dict[str, object]:
    """Return what the bar shows about a page, localized."""
    size = count_text(source)
    return {
        "title": document.meta.title,
        "source": document.path,
        "link": link(document.path),
        "badges": unpublished_reasons(document, language, now),
        "length": localize(
            "preview.length",
            language,
            count=f"{size.characters if language == 'ko' else size.words:,}",
            minutes=document.meta.minutes,
        ),
        "problems": localize("preview.problems", language, count=problems) if problems else "",
    }

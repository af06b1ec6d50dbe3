"""Tell the author of a page what the bar shows of it.

In:  the document that the page was made of, and its source.
Out: counts, badges, and where its source lies, in words.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.model.content import Document
from byeoru.parse.frontmatter import split

_NO_WORDS = re.compile(r"<[^>\n]*>|\]\([^)\n]*\)|https?://\S+")  # tags, and where links lead
_MARKS = re.compile(r"[*_~`=]+")
_WORD = re.compile(r"\w+")


class Counts(NamedTuple):
    """How long a text is."""

    characters: int  # letters and digits
    words: int


def count_text(source: str) -> Counts:
    r"""Count what a reader reads of a source; its marks are none of it.

    >>> count_text("---\ntitle: x\n---\n**벼루**에 [먹](a.md) ink")
    Counts(characters=7, words=3)
    """
    words = _WORD.findall(_MARKS.sub("", _NO_WORDS.sub("]", split(source).body)))
    return Counts(sum(len(word) for word in words), len(words))


def unpublished_reasons(document: Document, language: Language, now: datetime) -> list[str]:
    """Return what keeps a document from being published now, in words."""
    found = [localize("preview.draft", language)] if document.meta.draft else []
    if document.meta.date is not None and document.meta.date > now:
        found.append(localize("preview.future", language, when=short_time(document.meta.date, now)))
    return found


def short_time(date: datetime, now: datetime) -> str:
    """Return when *date* is, without the day if that is today, by the clock of the site.

    >>> from datetime import UTC
    >>> short_time(datetime(2026, 1, 2, 12, 8, tzinfo=UTC), datetime(2026, 1, 2, 12, 0, tzinfo=UTC))
    '12:08'
    """
    is_today = now.astimezone(date.tzinfo).date() == date.date()
    return f"{date:%H:%M}" if is_today else f"{date:%Y-%m-%d %H:%M}"


def page_info(
    document: Document, source: str, problems: int, language: Language, now: datetime, link: Callable[[str], str]
) -> dict[str, object]:
    """Return what the bar shows of a page, in words."""
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

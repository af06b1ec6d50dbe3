"""Tell the author of a page what the bar shows of it.

In:  the document that the page was made of, and its source.
Out: counts, badges, and where its source lies, in words.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from byeoru.base.messages import Language, say
from byeoru.model.content import Document
from byeoru.parse.frontmatter import split

_NO_WORDS = re.compile(r"<[^>\n]*>|\]\([^)\n]*\)|https?://\S+")  # tags, and where links lead
_MARKS = re.compile(r"[*_~`=]+")
_WORD = re.compile(r"\w+")


class Counts(NamedTuple):
    """How long a text is."""

    characters: int  # letters and digits
    words: int


def counts(source: str) -> Counts:
    r"""Count what a reader reads of a source; its marks are none of it.

    >>> counts("---\ntitle: x\n---\n**벼루**에 [먹](a.md) ink")
    Counts(characters=7, words=3)
    """
    words = _WORD.findall(_MARKS.sub("", _NO_WORDS.sub("]", split(source).body)))
    return Counts(sum(len(word) for word in words), len(words))


def facts(
    document: Document, source: str, problems: int, language: Language, now: datetime, link: Callable[[str], str]
) -> dict[str, object]:
    """Return what the bar shows of a page, in words."""
    size = counts(source)
    is_future = document.date is not None and document.date > now
    badges = [document.is_draft and say("preview.draft", language), is_future and say("preview.future", language)]
    return {
        "title": document.title,
        "source": document.path,
        "link": link(document.path),
        "badges": [badge for badge in badges if badge],
        "length": say(
            "preview.length",
            language,
            count=f"{size.characters if language == 'ko' else size.words:,}",
            minutes=document.minutes,
        ),
        "problems": say("preview.problems", language, count=problems) if problems else "",
    }

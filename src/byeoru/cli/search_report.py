"""How `blog search` shows its results, as lines for a terminal and as JSON."""

import json
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.base.control_characters import escape_controls
from byeoru.cli.console import styled
from byeoru.search.marks import marks_of, places
from byeoru.search.reader import Found


class Shown(NamedTuple):
    """One result as it is shown."""

    title: str
    address: str  # with the host, if the site has one
    date: str  # ISO 8601, "" for none
    section: str
    excerpt: str  # from the page; the summary if the page does not have the words


def as_json(query: str, edition: str, found: Found, results: list[Shown]) -> str:
    """Return the results for another program."""
    return json.dumps(
        {
            "query": query,
            "edition": edition,
            "total": found.total,
            "words": found.words,
            "widened": [{"typed": typed, "used": used} for typed, used in found.widened],
            "results": [result._asdict() for result in results],
        },
        ensure_ascii=False,
    )


def text_lines(query: str, found: Found, results: list[Shown], language: Language) -> Iterator[str]:
    """Yield a paragraph for each result, then their number and what was searched in place of what was typed."""
    marks = marks_of(found.words)
    for result in results:
        date = styled(f"  {result.date}", "quiet", sys.stdout) if result.date else ""
        yield _marked(result.title, marks, "strong") + date
        yield "  " + styled(_plain(result.address), "quiet", sys.stdout)
        if result.excerpt:
            yield "  " + _marked(result.excerpt, marks)
        yield ""
    said = [localize("search.widened", language, typed=_plain(typed), used=used) for typed, used in found.widened]
    if results:
        code = "search.count" if len(results) == found.total else "search.shown"
        said.insert(0, localize(code, language, count=found.total, shown=len(results)))
    else:
        said.insert(0, localize("search.none", language, query=_plain(query)))
    yield " · ".join(said)


def _marked(text: str, marks: re.Pattern[str], style: str = "") -> str:
    """Return *text* with its marks in colour, and the rest in *style*."""
    text, pieces, end = _plain(text), list[str](), 0
    for start, stop in places(marks, text):
        pieces += (_rest(text[end:start], style), styled(text[start:stop], "mark", sys.stdout))
        end = stop
    return "".join((*pieces, _rest(text[end:], style)))


def _rest(text: str, style: str) -> str:
    return styled(text, style, sys.stdout) if text and style else text


def _plain(text: str) -> str:
    """Return *text* in one line; characters that a terminal would execute are shown."""
    return escape_controls(" ".join(text.split()))

"""Find code in Markdown, line by line and run by run, without a parser.

In:  the margin so far and the next line; or a text and a run of backticks in it; or a whole text.
Out: the margin after that line, with whether it is code; or the end of a code span; or where all code is.
Must not: know tags. Where CommonMark would need the whole text (lazy lines), a line counts as text.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from byeoru.base.patterns import lazy_pattern

# Limit of nested containers; a tower of markers must not cost the square of its height.
_DEEPEST = 32

_QUOTE = lazy_pattern(r" {0,3}> ?")
_QUOTE_IN_ITEM = lazy_pattern(r" *> ?")
_ITEM = lazy_pattern(r" *(?:[-+*]|\d{1,9}[.)])(?: {1,4}(?=\S)| |$)")
_FENCE = lazy_pattern(r" *+(`{3,}+(?!.*`)|~{3,})")
_HEADING = lazy_pattern(r" *#{1,6}(?: |$)")
_RUN = lazy_pattern(r"`+")
_MARGIN = lazy_pattern(r"[ \t]*(?:(?:>|[-+*]|\d{1,9}[.)])(?:[ \t]+|$))*")
_RUN_OR_ESCAPE = lazy_pattern(r"\\[\\`]|`+")
# A paragraph, and with it every span of code, ends before such a line.
_BREAK = lazy_pattern(r"\n(?=[ \t]*(?:\n|\Z|>|\||```|~~~|[-+*][ \t]|#{1,6}[ \t]|\d{1,9}[.)][ \t]))")


class Margin(NamedTuple):
    """The state after the lines so far."""

    fence: str = ""  # the run that opened the block we are in
    quotes: int = 0  # how many quotes we are in
    items: tuple[int, ...] = ()  # the columns at which the texts of open list items begin
    after_blank: bool = True  # or a heading: no paragraph is open
    is_code: bool = False  # the last line was code, or a fence


def next_margin(margin: Margin, line: str) -> Margin:
    r"""Return the margin after *line*.

    >>> next_margin(next_margin(Margin(), "```py"), "x = 1").is_code, next_margin(Margin(), "    x = 1").is_code
    (True, True)
    """
    line = line.expandtabs(4)
    inside = _in_fence(margin, line) if margin.fence else None
    if inside:
        return inside
    quotes, at = _quotes(line, _DEEPEST, in_item=bool(margin.items) and not margin.quotes)
    line = line[at:]
    items = margin.items if quotes == margin.quotes else ()
    if not line.strip():
        return Margin("", quotes, items, after_blank=True)
    indent = _indent(line)
    if margin.after_blank or _ITEM.match(line):
        items = _around(items, indent)
    if indent - _edge(items) >= 4:
        is_code = margin.after_blank or margin.is_code
        return Margin("", quotes, items, after_blank=False, is_code=is_code)
    return _begins(line, indent, quotes, items)


def _begins(line: str, indent: int, quotes: int, items: tuple[int, ...]) -> Margin:
    """Return the margin after a line that is not indented code, and may begin items and a fence."""
    at = 0
    while len(items) < _DEEPEST and (match := _ITEM.match(line, at)):
        at = match.end()
        items = (*items, at)
    fence = _FENCE.match(line, at)
    heading = _HEADING.match(line, at)
    if not at and (
        fence or heading
    ):  # both end the paragraph before them, and with it an item that does not contain them
        items = _around(items, indent)
    if not fence:
        return Margin("", quotes, items, after_blank=heading is not None)
    return Margin(fence[1], quotes, items, after_blank=False, is_code=True)


def _in_fence(margin: Margin, line: str) -> Margin | None:
    """Return the margin after a line of fenced code; None if the enclosing quote or item has ended."""
    quotes, at = _quotes(line, margin.quotes, in_item=False)
    if quotes < margin.quotes:
        return None
    line = line[at:]
    text = line.strip()
    indent = _indent(line) - _edge(margin.items)
    if text and indent < 0:
        return None
    closes = len(text) >= len(margin.fence) and not text.strip(margin.fence[0]) and indent < 4
    return margin._replace(fence="" if closes else margin.fence, after_blank=False, is_code=True)


def _quotes(line: str, limit: int, *, in_item: bool) -> tuple[int, int]:
    """Return how many quote marks *line* begins with, and where they end."""
    mark = _QUOTE_IN_ITEM if in_item else _QUOTE
    count = at = 0
    while count < limit and (match := mark.match(line, at)):
        count, at = count + 1, match.end()
    return count, at


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _edge(items: tuple[int, ...]) -> int:
    return items[-1] if items else 0


def _around(items: tuple[int, ...], indent: int) -> tuple[int, ...]:
    return tuple(column for column in items if column <= indent)


class Runs(NamedTuple):
    """The runs of backticks of a text by their length, and the ends of its paragraphs."""

    starts: dict[int, list[int]]
    breaks: list[int]


def find_runs(text: str) -> Runs:
    """Find all runs once, so that the closing run of each is found by bisection."""
    starts: dict[int, list[int]] = {}
    for run in _RUN.finditer(text):
        starts.setdefault(len(run[0]), []).append(run.start())
    return Runs(starts, find_breaks(text) if starts else [])


def find_breaks(text: str) -> list[int]:
    """Return where paragraphs end."""
    return [match.start() for match in _BREAK.finditer(text)]


def span_end(runs: Runs, start: int, width: int) -> int:
    """Return the end of the code span that *width* backticks at *start* open; -1 if they open none."""
    candidates = runs.starts.get(width, [])
    following = bisect_right(candidates, start)
    if following == len(candidates):
        return -1
    limit = bisect_right(runs.breaks, start)
    if limit < len(runs.breaks) and candidates[following] > runs.breaks[limit]:
        return -1
    return candidates[following] + width


def replaced_outside_spans(
    text: str, starts: re.Pattern[str], replacement: Callable[[re.Match[str]], tuple[str, int] | None]
) -> str:
    r"""Replace what begins with a match of *starts* outside of code spans, which has to match runs of backticks too.

    *replacement* returns the new text and the end of the old one, or None if the match stays.

    >>> replaced_outside_spans("a `a`", re.compile("`+|a"), lambda match: ("b", match.end()))
    'b `a`'
    """
    runs = find_runs(text)
    parts: list[str] = []
    at = copied = 0
    while match := starts.search(text, at):
        at = match.end()
        if match[0][0] == "`":
            at = max(at, span_end(runs, match.start(), len(match[0])))
        elif new := replacement(match):
            parts += [text[copied : match.start()], new[0]]
            at = copied = new[1]
    return "".join([*parts, text[copied:]])


def is_margin(before: str) -> bool:
    """Report whether a block can begin after *before*: blanks, and markers of quotes and items."""
    return _MARGIN.fullmatch(before) is not None


def find_code(text: str) -> list[tuple[int, int]]:
    r"""Return the start and end of each line of code and of each code span, in their order.

    >>> find_code("a `b` c\n\n    d\n")
    [(2, 5), (9, 14)]
    """
    lines = list(_code_lines(text))
    return sorted([*lines, *_code_spans(text, lines)])


def _code_lines(text: str) -> Iterator[tuple[int, int]]:
    margin, start = Margin(), 0
    for line in text.split("\n"):
        margin = next_margin(margin, line)
        if margin.is_code:
            yield start, start + len(line)
        start += len(line) + 1


def _code_spans(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    runs, at = find_runs(text), 0
    for run in _RUN_OR_ESCAPE.finditer(text):
        start = run.start()
        if run[0][0] == "\\" or start < at or _is_within(lines, start):
            continue
        end = span_end(runs, start, len(run[0]))
        if end >= 0:
            yield start, end
            at = end


def _is_within(regions: Sequence[tuple[int, int]], at: int) -> bool:
    """Report whether *at* is in one of *regions*, which are in order and apart."""
    before = bisect_right(regions, (at, at)) - 1
    candidates = regions[max(0, before) : before + 2]
    return any(start <= at < end for start, end in candidates)

"""Markdown within an HTML element that says so, as kramdown and Python-Markdown have it.

    <div class="notice" markdown="1">
    **Words**
    </div>

In:  a line that begins with an element with the attribute `markdown`, to the line of its end tag.
Out: the tags as raw HTML without that attribute, and between them the tokens of Markdown.
Must not: search for an end tag more than once.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.callout import foreign_callout
from byeoru.parse.markup.containers import INTERRUPTED, line_of, push_html, within
from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.rule import Rule

_BLOCKS = "article aside blockquote center dd details div dl dt fieldset figure footer header li main nav section td th"
_LINES = "figcaption h1 h2 h3 h4 h5 h6 p summary"  # elements that contain no blocks
_OPEN = lazy_pattern(
    rf"<(?P<name>{'|'.join((*_BLOCKS.split(), *_LINES.split()))})"
    r"""(?P<attributes>(?>(?:\s++[^\s=<>"'/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++))?)*))\s*+>[ \t]*+""",
    re.IGNORECASE,
)
_MARKDOWN = lazy_pattern(r"""\smarkdown(?:\s*=\s*(?P<quote>["']?)(?:1|block|span)(?P=quote))?(?=\s|$)""", re.IGNORECASE)
_NOTICE = lazy_pattern(
    r"""(?<=\sclass=["'])(?P<before>[^"'<>]*?)(?<![^\s"'])notice(?:--(?P<kind>primary|info|warning|success|danger))?(?=[\s"'])"""
)
_SUMMARY = lazy_pattern(r"<summary\b[^<>]*>.*</summary>[ \t]*", re.IGNORECASE)


class Element(NamedTuple):
    """An element whose text is Markdown."""

    name: str
    start: int  # its first line
    tag: str  # as it is published
    text: int  # offset of what follows the tag
    last: int  # the line of its end tag
    end: int  # offset of the end tag

    @property
    def is_line(self) -> bool:
        """Report whether its text is the text of one block."""
        return self.start == self.last or self.name in _LINES.split()


class _EndTags:
    """The end tags of the elements of each name, by the offsets of their start tags."""

    def __init__(self) -> None:
        self.by_name: dict[str, dict[int, int]] = {}


def _install(parser: MarkdownIt) -> None:
    parser.block.ruler.before("html_block", "markdown_in_html", _read, {"alt": INTERRUPTED})


def _read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    element = _element(state, start, end)
    if element is None:
        return False
    if silent:
        return True
    push_html(state, start, element.tag)
    if element.is_line:
        _push_text(state, element)
    else:
        first = _push_summary(state, element)
        with _moved(state, element, first), within(state, element.last):
            state.level += 1
            state.md.block.tokenize(state, first, element.last)
    push_html(state, element.last, state.src[element.end : state.eMarks[element.last]] + "\n")
    state.line = element.last + 1
    return True


def _element(state: StateBlock, start: int, end: int) -> Element | None:
    """Return the element that begins at a line; None if there is none, or its end tag is not alone on its line."""
    text = line_of(state, start)
    if "markdown" not in text or state.is_code_block(start) or not state.md.options.html:
        return None
    tag = _OPEN.match(text)
    if tag is None or not _MARKDOWN.search(tag["attributes"]):
        return None
    at, name = state.bMarks[start] + state.tShift[start], tag["name"].lower()
    close = _end_tags(state, name).get(at, -1)
    last = bisect_right(environment_of(state).references.starts, close) - 1
    if not start <= last < end or not state.bMarks[last] <= close < state.eMarks[last]:
        return None
    begins_line = state.bMarks[last] + state.tShift[last] == close and state.sCount[last] >= state.blkIndent
    if last > start and not begins_line:
        return None
    return Element(name, start, _styled(tag[0].rstrip()), at + tag.end(), last, close)


def _end_tags(state: StateBlock, name: str) -> dict[int, int]:
    """Return the offsets of the end tags of all elements *name*, by those of their start tags."""
    by_name = environment_of(state).record_of(_EndTags).by_name
    if name not in by_name:
        ends: dict[int, int] = {}
        opened: list[int] = []
        for tag in re.finditer(rf"<(/?){name}(?=[\s/>])[^<>]*+>", state.src, re.IGNORECASE):
            if not tag[1]:
                opened.append(tag.start())
            elif opened:
                ends[opened.pop()] = tag.start()
        by_name[name] = ends
    return by_name[name]


def _styled(tag: str) -> str:
    """Return a tag with the classes of a callout, if it has a class of a notice of Minimal Mistakes."""
    notice = _NOTICE.search(tag)
    callout = foreign_callout(notice["kind"] or "notice") if notice else None
    if notice is None or callout is None:
        return tag
    return f"{tag[: notice.start()]}callout {callout.kind} {tag[notice.start() :]}"


def _push_text(state: StateBlock, element: Element) -> None:
    """Push the text of an element that contains no blocks."""
    if element.start == element.last:
        text = state.src[element.text : element.end]
    else:
        lines = state.getLines(element.start + 1, element.last, state.blkIndent, False)
        text = f"{state.src[element.text : state.eMarks[element.start]]}\n{lines}"
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = text.strip(), [element.start, element.last + 1], []


def _push_summary(state: StateBlock, element: Element) -> int:
    """Push a summary on the first line of text as it is written; return the line at which Markdown begins."""
    rest = state.src[element.text : state.eMarks[element.start]]
    if _SUMMARY.fullmatch(rest):
        push_html(state, element.start, f"\n{rest}\n")
        return element.start + 1
    if rest:
        return element.start
    line = element.start + 1
    text = line_of(state, line)
    if line < element.last and not state.is_code_block(line) and _SUMMARY.fullmatch(text):
        push_html(state, line, f"\n{text}\n")
        return line + 1
    push_html(state, element.start, "\n")
    return line


@contextmanager
def _moved(state: StateBlock, element: Element, first: int) -> Iterator[None]:
    """Let the first line begin behind the tag, if Markdown begins on it."""
    line = element.start
    marks = state.bMarks[line], state.tShift[line], state.sCount[line]
    if first == line:
        state.bMarks[line], state.tShift[line], state.sCount[line] = element.text, 0, state.blkIndent
    try:
        yield
    finally:
        state.bMarks[line], state.tShift[line], state.sCount[line] = marks


RULE = Rule("markdown_in_html", _install, blocks={"markdown_in_html": "<"}, after=("raw_html",))

"""Blocks of other programs that contain blocks: between two lines of marks, or indented below their first line.

In:  the state of the block parser, and the line that begins a container.
Out: the line that ends it, and the state within it.
Must not: know which names containers have, or scan a line twice at one level of nesting.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from byeoru.parse.markup.environment import environment_of

INDENTED = 4  # columns of text below a mark such as `!!!`
INTERRUPTED = ["paragraph", "reference", "blockquote", "list"]  # the library's names of blocks that a container ends
_MOST_OPEN = 20  # how many open containers a line of marks may end
_FENCE = re.compile(r"`{3,}(?!.*`)|~{3,}")


class _Ends:
    """The lines that end containers in a document, by mark and first line; -1 where nothing does."""

    def __init__(self) -> None:
        self.by_start: dict[tuple[str, int], int] = {}


def line_of(state: StateBlock, line: int) -> str:
    """Return the text of a line without its indentation and the marks of quotes around it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def last_line(state: StateBlock, start: int, end: int, mark: str) -> int:
    """Return the line of *mark* alone that ends the container which begins at *start*; -1 if there is none."""
    ends = environment_of(state).record_of(_Ends).by_start
    if (mark, start) not in ends:
        _find_ends(state, start, end, mark, ends)
    last = ends.get((mark, start), -1)  # a line that is less indented than the item around it begins none
    return last if last < end else -1


def _find_ends(state: StateBlock, start: int, end: int, mark: str, ends: dict[tuple[str, int], int]) -> None:
    """Find the ends of the container at *start* and of those within it.

    A line of marks ends the innermost container that began with as many, else the innermost one with fewer.
    """
    opened: list[tuple[int, int]] = []  # the first line of each open container, and its number of marks
    for line, text in _lines_outside_of_code(state, start, end):
        count = len(text) - len(text.lstrip(mark))
        if count < 3:
            continue
        if text[count:].strip():
            opened.append((line, count))
            ends[mark, line] = -1
        elif (place := _ended(opened, count)) is not None:
            ends[mark, opened[place][0]] = line
            del opened[place:]
            if not opened:
                return


def _ended(opened: list[tuple[int, int]], count: int) -> int | None:
    places = range(len(opened) - 1, max(-1, len(opened) - 1 - _MOST_OPEN), -1)
    same = (place for place in places if opened[place][1] == count)
    fewer = (place for place in places if opened[place][1] < count)
    return next(same, next(fewer, None))


def _lines_outside_of_code(state: StateBlock, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield the lines of the list item or quote around *start* that are no code."""
    fence = ""
    for line in range(start, end):
        if state.isEmpty(line):
            continue
        depth = state.sCount[line] - state.blkIndent
        if depth < 0:
            return
        if depth >= INDENTED:
            continue
        text = line_of(state, line)
        if fence:
            is_end = text.startswith(fence) and not text.strip(f" \t{fence[0]}")
            fence = "" if is_end else fence
        elif match := _FENCE.match(text):
            fence = match[0]
        else:
            yield line, text


def end_of_indented(state: StateBlock, start: int, end: int) -> int:
    """Return the line after the text that is indented below *start*, without empty lines at its end."""
    last = start + 1
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        if state.sCount[line] - state.blkIndent < INDENTED:
            break
        last = line + 1
    return last


def open_box(state: StateBlock, line: int, css: str, title: str) -> Token:
    """Push the tokens that begin a container that is no callout; return the first, whose lines the caller completes."""
    opening = state.push("container_open", "div", 1)
    opening.map, opening.attrs = [line, line + 1], {"class": css}
    if title:
        state.push("paragraph_open", "p", 1).attrs = {"class": "container-title"}
        words = state.push("inline", "", 0)
        words.content, words.map, words.children = title, [line, line + 1], []
        state.push("paragraph_close", "p", -1)
    return opening


def close_box(state: StateBlock) -> None:
    """Push the token that ends such a container."""
    state.push("container_close", "div", -1)


def push_html(state: StateBlock, line: int, html: str) -> None:
    """Push raw HTML that is written on one line."""
    token = state.push("html_block", "", 0)
    token.map, token.content = [line, line + 1], html


@contextmanager
def within(state: StateBlock, end: int, indent: int = 0) -> Iterator[None]:
    """Let *state* read the lines of a container before *end*, *indent* columns deeper.

    The caller itself calls the parser of blocks: each level of nesting is two frames of the stack, never three.
    """
    outer = state.parentType, state.lineMax, state.blkIndent, state.level
    state.parentType, state.lineMax, state.blkIndent = "container", end, state.blkIndent + indent
    try:
        yield
    finally:
        state.parentType, state.lineMax, state.blkIndent, state.level = outer

"""Block quotes, with a bounded number of checks per line.

A line without a marker can continue the paragraph of a quote. The library finds out whether there is such a paragraph
only when it parses the quote; if there is none, it has scanned all following lines in vain: for each quote, at each
level of nesting. The result is the same as the library's until `_PATIENCE` is used up.
In kramdown, a quote ends at the next empty line: a list or a heading below its marked lines is part of it.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from byeoru.parse.markup.block_parser import guard, is_interrupted
from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.rule import Rule

# How often each line may be scanned for paragraph continuation. After that, only marked lines belong to a quote.
_PATIENCE = 16
_LEAST_PATIENCE = 1000

Marks = tuple[int, int, int, int]


class _Lazy:
    """The budget of unmarked lines that may still be scanned in a document."""

    left: int | None = None


def _install(parser: MarkdownIt) -> None:
    guard(parser, "blockquote", lambda _: _quote)


def _quote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Parse a quote, as the library does."""
    at = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or at >= len(state.src) or state.src[at] != ">":
        return False
    if silent:
        return True
    outer_type, outer_max, outer_indent = state.parentType, state.lineMax, state.blkIndent
    state.parentType = "blockquote"
    saved, line = _entered(state, start, end)
    state.blkIndent = 0
    opening = state.push("blockquote_open", "blockquote", 1)
    opening.markup = ">"
    state.md.block.tokenize(state, start, line)
    state.push("blockquote_close", "blockquote", -1).markup = ">"
    opening.map = [start, state.line]
    for number, marks in enumerate(saved, start):
        state.bMarks[number], state.tShift[number], state.sCount[number], state.bsCount[number] = marks
    state.parentType, state.lineMax, state.blkIndent = outer_type, outer_max, outer_indent
    return True


def _entered(state: StateBlock, start: int, end: int) -> tuple[list[Marks], int]:
    """Move the start of each line of a quote past its marker; return the old offsets, and the line after the quote."""
    saved = [_marks(state, start)]
    is_empty = _enter(state, start)
    line, lazy = start + 1, 0
    while line < end and not state.isEmpty(line):
        is_marked = state.src[state.bMarks[line] + state.tShift[line]] == ">"
        if is_marked and state.sCount[line] >= state.blkIndent:
            saved.append(_marks(state, line))
            is_empty = _enter(state, line)
            lazy += lazy > 0
        elif _is_taken(state, line, lazy):
            saved.append(_marks(state, line))
            lazy += 1
        elif is_empty:
            break
        elif _is_cut(state, line, end, lazy):
            state.lineMax = line
            if state.blkIndent:
                saved.append(_marks(state, line))
                state.sCount[line] -= state.blkIndent
            break
        else:
            saved.append(_marks(state, line))
            state.sCount[line] = -1  # paragraph continuation
            lazy += 1
        line += 1
    if lazy:
        environment_of(state).record_of(_Lazy).left = _left(state) - lazy
    return saved, line


def _is_taken(state: StateBlock, line: int, lazy: int) -> bool:
    """Report whether an unmarked line belongs to the quote above whatever it begins, as kramdown reads it."""
    if not state.md.options.get("kramdown") or state.blkIndent or lazy >= _left(state):
        return False
    return not state.src.startswith(("{:", "<"), state.bMarks[line] + state.tShift[line])


def _is_cut(state: StateBlock, line: int, end: int, lazy: int) -> bool:
    """Report whether another block begins at a line, or the budget is used up."""
    return lazy >= _left(state) or is_interrupted(state, "blockquote", line, end)


def _left(state: StateBlock) -> int:
    left = environment_of(state).record_of(_Lazy).left
    return _LEAST_PATIENCE + _PATIENCE * len(state.bMarks) if left is None else left


def _marks(state: StateBlock, line: int) -> Marks:
    return state.bMarks[line], state.tShift[line], state.sCount[line], state.bsCount[line]


def _enter(state: StateBlock, line: int) -> bool:
    """Move the start of a line past its marker `>` and one space; report whether it is empty then."""
    at, stop = state.bMarks[line] + state.tShift[line] + 1, state.eMarks[line]
    column = state.sCount[line] + 1
    following = state.src[at : at + 1]
    begin, is_tab_divided = column, False
    if following == " " or (following == "\t" and (state.bsCount[line] + column) % 4 == 3):
        at, column, begin = at + 1, column + 1, begin + 1
    elif following == "\t":  # of which a part is the space
        is_tab_divided = True
    state.bMarks[line] = at
    while at < stop and state.src[at] in " \t":
        is_tab = state.src[at] == "\t"
        column += 4 - (column + state.bsCount[line] + is_tab_divided) % 4 if is_tab else 1
        at += 1
    state.bsCount[line] = state.sCount[line] + 1 + (following in {" ", "\t"})
    state.sCount[line] = column - begin
    state.tShift[line] = at - state.bMarks[line]
    return at >= stop


RULE = Rule("quotes", _install, blocks={"blockquote": ">"})

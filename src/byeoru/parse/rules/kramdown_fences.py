"""Fences that begin an item of a list in kramdown, where the code below them need not be indented.

    * ~~~js
    code
    ~~~

In:  a fence on the line of the marker of an item, with code below it that would end the item in CommonMark.
Out: the token of a fence, to the line that closes it.
Must not: take a fence that the item closes itself, or search beyond an empty line or the next item of the kind.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.block_parser import BlockRule, guard
from byeoru.parse.markup.containers import line_of
from byeoru.parse.markup.rule import Rule

_FENCE = lazy_pattern(r"(?P<marks>`{3,}(?!.*`)|~{3,})(?P<info>.*)")
_NEXT_ITEM = lazy_pattern(r"(?:[-*+]|\d+[.)])[ \t]+(?:```|~~~)")


def _install(parser: MarkdownIt) -> None:
    guard(parser, "fence", _in_items)


def _in_items(rule: BlockRule) -> BlockRule:
    def read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        fence = None if silent or not _is_first_in_item(state, start) else _FENCE.fullmatch(line_of(state, start))
        last = _end(state, start, end, fence["marks"]) if fence else -1
        if fence is None or last < 0:
            return rule(state, start, end, silent)
        token = state.push("fence", "code", 0)
        token.info, token.markup, token.map = fence["info"], fence["marks"], [start, last + 1]
        token.content = state.getLines(start + 1, last, state.blkIndent, True)
        state.line = last + 1
        return True

    return read


def _is_first_in_item(state: StateBlock, line: int) -> bool:
    """Report whether the marker of an item is on a line: blanks alone before its text are indentation."""
    begin = state.bMarks[line]
    return state.blkIndent > 0 and bool(state.src[begin : begin + state.tShift[line]].strip())


def _end(state: StateBlock, start: int, end: int, marks: str) -> int:
    """Return the line that closes a fence whose code is less indented than its item; -1 if there is none."""
    is_outside = False
    for line in range(start + 1, end):
        text = line_of(state, line)
        if state.isEmpty(line) or _NEXT_ITEM.match(text):
            return -1
        is_outside = is_outside or state.sCount[line] < state.blkIndent
        if text.startswith(marks) and not text.strip(f" \t{marks[0]}"):
            return line if is_outside else -1
    return -1


RULE = Rule("kramdown_fences", _install, after=("code",), is_enabled=lambda dialect: dialect.kramdown)

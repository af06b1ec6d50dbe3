"""A line of nothing but HTML elements without content, such as `<br>`, ends there, as in kramdown.

In CommonMark all text up to the next empty line is HTML too, and Markdown in it would be shown as it is written.

In:  a line of such elements at the start of a block.
Out: the token of raw HTML for that line alone.
Must not: change how a paragraph reads them.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from byeoru.parse.markup.block_parser import BlockRule, guard
from byeoru.parse.markup.containers import line_of, push_html
from byeoru.parse.markup.rule import Rule

_VOID = re.compile(r"(?>(?:<(?:br|hr|img|wbr)\b[^<>]*+>[ \t]*+)+)", re.IGNORECASE)


def _install(parser: MarkdownIt) -> None:
    guard(parser, "html_block", _ending_after_void_elements)


def _ending_after_void_elements(rule: BlockRule) -> BlockRule:
    def read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        text = "" if silent else line_of(state, start)
        if not _VOID.fullmatch(text) or state.is_code_block(start) or not state.md.options.html:
            return rule(state, start, end, silent)
        push_html(state, start, state.getLines(start, start + 1, state.blkIndent, True))
        state.line = start + 1
        return True

    return read


RULE = Rule("void_elements", _install, after=("raw_html",))

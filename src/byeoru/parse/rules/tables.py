"""Tables in a scrollable box; an empty header cell is rendered as a data cell."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from byeoru.parse.markup.block_parser import BlockRule, first_of, guard
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.writer import attributes_of, in_tag


def _install(parser: MarkdownIt) -> None:
    parser.enable("table")
    guard(parser, "table", _where_a_table_may_be)


def _where_a_table_may_be(rule: BlockRule) -> BlockRule:
    """Wrap the library's rule so that it runs only where the second line can be a delimiter row."""

    def guarded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return start + 2 <= end and first_of(state, start + 1) in {"|", "-", ":"} and rule(state, start, end, silent)

    return guarded


def _open(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return f'<div class="table"><table{in_tag(attributes_of(tokens[at].attrs), env)}>\n'


def _close(_: Sequence[Token], __: int, ___: MarkdownEnv) -> str:
    return "</table></div>\n"


def _head_open(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return f"<{_head(tokens[at + 1])}{in_tag(attributes_of(tokens[at].attrs), env)}>"


def _head_close(tokens: Sequence[Token], at: int, _: MarkdownEnv) -> str:
    return f"</{_head(tokens[at - 1])}>\n"


def _head(content: Token) -> str:
    """Return the element of a header cell: screen readers announce an empty `th`."""
    return "th" if content.content else "td"


RULE = Rule(
    "tables",
    _install,
    html={"table_open": _open, "table_close": _close, "th_open": _head_open, "th_close": _head_close},
)

"""Definition lists: a term, and `: its definition` below it."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.deflist import deflist_plugin

from byeoru.parse.markup.block_parser import BlockRule, first_of, guard, is_underlined
from byeoru.parse.markup.rule import Rule

_SOON = 20  # lines to search for the end of a paragraph that begins with `:`


def _install(parser: MarkdownIt) -> None:
    deflist_plugin(parser)
    guard(parser, "deflist", _where_a_list_of_definitions_may_be)


def _where_a_list_of_definitions_may_be(rule: BlockRule) -> BlockRule:
    """Wrap the library's rule so that it runs only where a definition can begin; `~ 3월` is a range.

    A line that may end a paragraph (*silent*) is checked alone. Searching for the end of *its* paragraph from
    there, and again from each line of that, would double the time with each line of a glossary.
    """

    def guarded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        is_possible = first_of(state, start) == ":" if silent else _may_be_defined(state, start, end)
        return is_possible and rule(state, start, end, silent)

    return guarded


def _may_be_defined(state: StateBlock, start: int, end: int) -> bool:
    """Report whether a definition `: …` begins here, on the next line, or after an empty line."""
    if first_of(state, start) == ":":
        return not _is_soon_underlined(state, start, end)
    if start + 1 < end and not state.isEmpty(start + 1):
        return first_of(state, start + 1) == ":" and not is_underlined(state, start, end)
    return start + 2 < end and first_of(state, start + 2) == ":"


def _is_soon_underlined(state: StateBlock, start: int, end: int) -> bool:
    """Check only a few lines from one that begins with `:`: there can be thousands of such lines."""
    last, state.lineMax = state.lineMax, min(state.lineMax, start + _SOON)
    is_heading = is_underlined(state, start, end)
    state.lineMax = last
    return is_heading


RULE = Rule("definitions", _install, blocks={"deflist": ":"}, below={"deflist": ":"})

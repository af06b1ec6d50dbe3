"""Lists of definitions: a term, and `: what it means` below it."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.deflist import deflist_plugin

from byeoru.parse.markup.block_parser import BlockRule, first_of, guard, is_underlined
from byeoru.parse.markup.rule import Rule

_SOON = 20  # lines in which the end of a paragraph of `:` is looked for


def _install(parser: MarkdownIt) -> None:
    deflist_plugin(parser)
    guard(parser, "deflist", _where_a_list_of_definitions_may_be)


def _where_a_list_of_definitions_may_be(rule: BlockRule) -> BlockRule:
    """Return the rule of definitions, asked only where one can begin; `~ 3월` is a range.

    A line that may end a paragraph (*silent*) is looked at by itself. To look for the end of *its* paragraph from
    there, and at each line of that again, doubles the time with each line of a glossary.
    """

    def guarded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        is_possible = first_of(state, start) == ":" if silent else _may_be_defined(state, start, end)
        return is_possible and rule(state, start, end, silent)

    return guarded


def _may_be_defined(state: StateBlock, start: int, end: int) -> bool:
    """Tell whether a definition `: …` follows, at once or after an empty line, or begins here."""
    if first_of(state, start) == ":":
        return not _is_soon_underlined(state, start, end)
    if start + 1 < end and not state.isEmpty(start + 1):
        return first_of(state, start + 1) == ":" and not is_underlined(state, start, end)
    return start + 2 < end and first_of(state, start + 2) == ":"


def _is_soon_underlined(state: StateBlock, start: int, end: int) -> bool:
    """Tell the same of a line that begins as a definition does, from a few lines: there can be thousands of those."""
    last, state.lineMax = state.lineMax, min(state.lineMax, start + _SOON)
    found = is_underlined(state, start, end)
    state.lineMax = last
    return found


RULE = Rule("definitions", _install)

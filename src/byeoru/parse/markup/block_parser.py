"""The library's parser of blocks, with only those rules tried that can match.

Each CommonMark block begins with one of a few characters, and most lines begin with none of them; the library tries
ten rules on each line, and parses a paragraph once as a possible setext heading and once more as a paragraph. The
resulting blocks are the same, as `tests/parse/test_fast_paths.py` checks.
"""

from collections.abc import Callable, Mapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock

from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.finished import BlockText, Finished, opening_tag, push

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_INDENTED = 4  # columns from which a line is code
_SPACES = " \t\n\v\f\r"  # what CommonMark strips from a paragraph; U+3000 is the author's text


class BlockParser(ParserBlock):
    """A block parser that selects rules by the first character of a line."""

    _starts: dict[str, str]
    _starting: dict[tuple[str, str], tuple[BlockRule, ...]]
    _all: tuple[BlockRule, ...]

    @staticmethod
    def adopt(parser: MarkdownIt, starts: Mapping[str, str]) -> None:
        """Make *parser* use this class; all rules must be installed before.

        *starts* are the possible first characters of each block; rules without an entry are tried on every line.
        """
        rules = parser.block.ruler
        rules.disable("lheading")
        rules.at("paragraph", _paragraph)
        parser.block.__class__ = BlockParser
        parser.block.__dict__.update(_starting={}, _starts=dict(starts), _all=tuple(rules.getRules("")))

    def starting(self, chain: str, character: str) -> tuple[BlockRule, ...]:
        """Return the rules of a chain that can match a line which begins with *character*."""
        rules = self._starting.get((chain, character))
        if rules is None:
            names = {rule.fn: rule.name for rule in self.ruler.__rules__}
            rules = tuple(
                rule
                for rule in self.ruler.getRules(chain)
                if names[rule] != "code" and character in self._starts.get(names[rule], character)
            )
            self._starting[chain, character] = rules
        return rules

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803  (the library's names)
        """Push the tokens of the blocks from *startLine* to *endLine*; at the limit of nesting all are paragraphs."""
        line = startLine
        has_empty_lines = False
        rules: tuple[BlockRule, ...]
        limit = state.md.options.maxNesting
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                return
            if state.level >= limit:
                rules = (_paragraph,)
            elif state.sCount[line] - state.blkIndent >= _INDENTED:
                rules = self._all
            else:
                rules = self.starting("", state.src[state.bMarks[line] + state.tShift[line]])
            for rule in rules:  # here and not in a function: each level of nesting is two frames, never three
                if rule(state, line, endLine, False):
                    break
            state.tight = not has_empty_lines
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):  # a paragraph may take the empty line behind it
                has_empty_lines = True
            if line < endLine and state.isEmpty(line):
                has_empty_lines = True
                line += 1
                state.line = line


def _paragraph(state: StateBlock, start: int, end: int, _: bool) -> bool:
    """Parse a paragraph, or a setext heading if a line of `===` or `---` ends it."""
    line, level = _end_of_paragraph(state, start, end)
    if state.level:
        content = state.getLines(start, line, state.blkIndent, False)
    else:
        content = state.src[state.bMarks[start] : state.eMarks[line - 1]]
    if not level and (block := _finished(state, content.strip(_SPACES), start, line)) is not None:
        push(state, block)
        return True
    state.line = line + 1 if level else line
    kind, tag = ("heading", f"h{level}") if level else ("paragraph", "p")
    state.push(f"{kind}_open", tag, 1).map = [start, state.line]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content.strip(_SPACES), [start, line], []
    state.push(f"{kind}_close", tag, -1)
    return True


def _finished(state: StateBlock, content: str, start: int, end: int) -> Finished | None:
    """Return a paragraph of plain text, None if it needs tokens."""
    finisher = environment_of(state).finisher
    if finisher is None or state.level or finisher.is_touched(start, end):
        return None
    simple = finisher.read(content)
    if simple is None:
        return None
    attributes = finisher.attributes(content)
    html = f"{opening_tag('p', attributes)}{simple.html}</p>\n"
    return Finished("p", end, html, (BlockText(content, (start, end), simple),), attributes)


def _end_of_paragraph(state: StateBlock, start: int, end: int) -> tuple[int, int]:
    """Return the line after a paragraph, and its level if it is a setext heading, else 0."""
    outer, state.parentType = state.parentType, "paragraph"
    end_and_level = _lines_of_paragraph(state, start, end)
    state.parentType = outer
    return end_and_level


def _lines_of_paragraph(state: StateBlock, start: int, end: int) -> tuple[int, int]:
    block: Any = state.md.block
    indent, source = state.blkIndent, state.src
    is_heading = not state.is_code_block(start)
    line = start + 1
    while line < state.lineMax:
        at, stop, depth = state.bMarks[line] + state.tShift[line], state.eMarks[line], state.sCount[line]
        if at >= stop:
            break
        if depth - indent < _INDENTED:
            first = source[at]
            if first in "=-" and depth >= indent and line < end and is_heading:
                text = source[at:stop]
                if not text.rstrip(" \t").strip(first):
                    return line, 1 if first == "=" else 2
            if depth >= 0 and _is_cut(state, line, end, block.starting("paragraph", first)):
                break
        line += 1
    return line, 0


def _is_cut(state: StateBlock, line: int, end: int, rules: tuple[BlockRule, ...]) -> bool:
    """Report whether one of *rules* begins a block at *line*, which ends the paragraph above."""
    for rule in rules:  # noqa: SIM110  (a generator for each line of prose takes longer than the rules)
        if rule(state, line, end, True):
            return True
    return False


def first_of(state: StateBlock, line: int) -> str:
    """Return the first character of a line, "" for an empty one."""
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at] if at < state.eMarks[line] else ""


def is_underlined(state: StateBlock, start: int, end: int) -> bool:
    """Report whether a line of `===` turns the lines into a heading: the library checks that first."""
    return _end_of_paragraph(state, start, end)[1] > 0


def guard(parser: MarkdownIt, name: str, guarded: Callable[[BlockRule], BlockRule]) -> None:
    """Wrap a rule of *parser* with a cheaper check."""
    rules = parser.block.ruler
    rule = next(candidate for candidate in rules.__rules__ if candidate.name == name)
    rules.at(name, guarded(rule.fn), {"alt": rule.alt})

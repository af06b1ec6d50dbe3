"""The library's parser of blocks, with only those rules tried that can match.

Each CommonMark block begins with one of a few characters, and most lines begin with none of them; the library tries
ten rules on each line, and parses a paragraph once as a possible setext heading and once more as a paragraph. The
resulting blocks are the same, as `tests/parse/test_fast_paths.py` checks.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from markdown_it.utils import EnvType

from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.finished import FINISHED, SPACES, Finisher, NotPlain, finished, opening_tag, text_alone
from byeoru.parse.markup.rule import QuickForm, Rule

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_INDENTED = 4  # columns from which a line is code
_WORD = " "  # stands for all characters that begin no block


class _State(StateBlock):
    """The library's state, whose constructor looks at the indentation of each line character by character."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> None:
        super().__init__("", md, env, tokens)
        lines = src.split("\n")
        if not lines[-1].strip(" \t"):
            del lines[-1]
        self.src, self.lineMax = src, len(lines)
        ends = list(accumulate([len(line) + 1 for line in lines]))
        self.tShift = [len(line) - len(line.lstrip(" \t")) for line in lines]
        self.sCount = [*self.tShift]
        if "\t" in src:
            for number, (line, shift) in enumerate(zip(lines, self.tShift, strict=True)):
                if shift and "\t" in line[:shift]:
                    self.sCount[number] = len(line[:shift].expandtabs(_INDENTED))
        # One more line, so that no rule has to ask whether there is a next one.
        self.bMarks = [*[0, *ends][: len(lines)], len(src)]
        self.eMarks = [*[end - 1 for end in ends], len(src)]
        self.tShift.append(0)
        self.sCount.append(0)
        self.bsCount = [0] * len(self.bMarks)


class BlockParser(ParserBlock):
    """A block parser that selects rules by the first character of a line."""

    _starts: dict[str, str]
    _below: dict[str, str]
    _marks: frozenset[str]  # the characters of both
    _starting: dict[tuple[str, str, str], tuple[BlockRule, ...]]
    _all: tuple[BlockRule, ...]

    @staticmethod
    def adopt(parser: MarkdownIt, declared: Sequence[Rule]) -> None:
        """Make *parser* use this class with the blocks of *declared*, all of which must be installed before.

        Rules that declare no characters are tried on every line.
        """
        rules = parser.block.ruler
        rules.disable("lheading")
        rules.at("paragraph", _paragraph)
        for name, form in [entry for rule in declared for entry in rule.quick.items()]:
            guard(parser, name, partial(_quick_first, form))
        starts = {name: characters for rule in declared for name, characters in rule.blocks.items()}
        below = {name: characters for rule in declared for name, characters in rule.below.items()}
        parser.block.__class__ = BlockParser
        marks = frozenset("".join([*starts.values(), *below.values()]))
        parser.block.__dict__.update(_starts=starts, _below=below, _marks=marks)
        parser.block.__dict__.update(_starting={}, _all=tuple(rules.getRules("")))

    def parse(self, src: str, md: MarkdownIt, env: EnvType, outTokens: list[Token]) -> list[Token]:  # noqa: N803
        """Push the tokens of a document."""
        state = _State(src, md, env, outTokens)
        self.tokenize(state, state.line, state.lineMax)
        return state.tokens

    def starting(self, state: StateBlock, line: int, chain: str = "") -> tuple[BlockRule, ...]:
        """Return the rules of a chain that can match at a line with text."""
        first, below = state.src[state.bMarks[line] + state.tShift[line]], first_of(state, line + 1)
        if not below and line + 2 < state.lineMax:
            below = first_of(state, line + 2)
        marks = first if first in self._marks else _WORD, below if below in self._marks else _WORD
        rules = self._starting.get((chain, *marks))
        if rules is None:
            names = {rule.fn: rule.name for rule in self.ruler.__rules__}
            rules = tuple([rule for rule in self.ruler.getRules(chain) if self._can_start(names[rule], *marks)])
            self._starting[(chain, *marks)] = rules
        return rules

    def _can_start(self, name: str, first: str, below: str) -> bool:
        is_declared = name in self._starts or name in self._below
        is_here = first in self._starts.get(name, "") or below in self._below.get(name, "")
        return name != "code" and (is_here or not is_declared)

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803  (the library's names)
        """Push the tokens of the blocks from *startLine* to *endLine*; at the limit of nesting all are paragraphs."""
        line = startLine
        has_empty_lines = False
        rules: tuple[BlockRule, ...]
        limit, is_empty = state.md.options.maxNesting, state.isEmpty
        while line < endLine:
            while line < endLine and is_empty(line):
                line += 1
            state.line = line
            if line >= endLine or state.sCount[line] < state.blkIndent:
                return
            if state.level >= limit:
                rules = (_paragraph,)
            elif state.sCount[line] - state.blkIndent >= _INDENTED:
                rules = self._all
            else:
                rules = self.starting(state, line)
            for rule in rules:  # here and not in a function: each level of nesting is two frames, never three
                if rule(state, line, endLine, False):
                    break
            state.tight = not has_empty_lines
            line = state.line
            if line - 1 < endLine and is_empty(line - 1):  # a paragraph may take the empty line behind it
                has_empty_lines = True
            if line < endLine and is_empty(line):
                has_empty_lines = True
                line += 1
                state.line = line


def _paragraph(state: StateBlock, start: int, end: int, _: bool) -> bool:
    """Parse a paragraph, or a setext heading if a line of `===` or `---` ends it."""
    line, level = _end_of_paragraph(state, start, end)
    if not level and _is_finished(_quick_paragraph, state, start, line):
        return True
    if state.level:
        content = state.getLines(start, line, state.blkIndent, False)
    else:
        content = state.src[state.bMarks[start] : state.eMarks[line - 1]]
    state.line = line + 1 if level else line
    kind, tag = ("heading", f"h{level}") if level else ("paragraph", "p")
    state.push(f"{kind}_open", tag, 1).map = [start, state.line]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = content.strip(SPACES), [start, line], []
    state.push(f"{kind}_close", tag, -1)
    return True


def _quick_first(form: QuickForm, rule: BlockRule) -> BlockRule:
    """Wrap a rule so that its quick form is tried before it."""

    def read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return (not silent and _is_finished(form, state, start, end)) or rule(state, start, end, silent)

    return read


def _is_finished(form: QuickForm, state: StateBlock, start: int, end: int) -> bool:
    """Push the block that a quick form reads at a line of the document itself; report whether it reads one."""
    finisher = environment_of(state).finisher
    if finisher is None or state.level or state.sCount[start] >= _INDENTED:
        return False
    try:
        tokens = form(state, start, end, finisher)
    except NotPlain:
        return False
    if tokens is None or (lines := tokens[0].map) is None or finisher.is_touched(*lines):
        return False
    state.tokens += tokens
    state.line = lines[1]
    return True


def _quick_paragraph(state: StateBlock, start: int, end: int, finisher: Finisher) -> Sequence[Token] | None:
    """Read the paragraph of the lines from *start* to before *end*, if its text is plain."""
    content = state.src[state.bMarks[start] : state.eMarks[end - 1]].strip(SPACES)
    simple = finisher.read(content)
    if simple is None:
        return None  # rules look for the tokens of a paragraph around an image or the name of a note
    attributes = finisher.attributes(content)
    html = f"{opening_tag('p', attributes)}{simple.html}</p>\n"
    token = finished(FINISHED, "p", html, text_alone(content, (start, end), simple))
    token.map, token.attrs = [start, end], dict(attributes)
    return (token,)


def _end_of_paragraph(state: StateBlock, start: int, end: int) -> tuple[int, int]:
    """Return the line after a paragraph, and its level if it is a setext heading, else 0."""
    outer, state.parentType = state.parentType, "paragraph"
    end_and_level = _lines_of_paragraph(state, start, end)
    state.parentType = outer
    return end_and_level


def _lines_of_paragraph(state: StateBlock, start: int, end: int) -> tuple[int, int]:
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
            if depth >= 0 and is_interrupted(state, "paragraph", line, end):
                break
        line += 1
    return line, 0


def is_interrupted(state: StateBlock, name: str, line: int, end: int) -> bool:
    """Report whether a block begins at *line* that ends the block *name* above."""
    block: Any = state.md.block
    for rule in block.starting(state, line, name):  # noqa: SIM110  (a generator for each line of prose takes longer)
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

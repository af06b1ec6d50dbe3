"""The library's inline parser with our state: delimiter runs beside CJK letters, and cached brackets.

In:  the content of one block, of an image description, or of an inline footnote.
Out: inline tokens.
Must not: nest deeper than `DEEPEST`: each level parses its text again, and Python's stack is limited.
"""

from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.flanking import flanks

DEEPEST = 8  # levels of images and footnotes within each other


class Label(NamedTuple):
    """The text between a bracket and the one that closes it."""

    end: int  # index of the closing bracket, -1 if there is none
    has_link: bool = False
    has_bracket: bool = False


class LinkTarget(NamedTuple):
    """The target of a link or an image."""

    href: str
    title: str
    end: int  # index after it
    size: tuple[str, str] = ("", "")  # width and height of an image, if they are written there


class State(StateInline):
    """The state of one inline text."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token], depth: int = 0) -> None:
        """Take a text that is nested in *depth* others."""
        super().__init__(src, md, env, tokens)
        self.depth = depth
        # By the index of the opening bracket; each is computed once.
        self.labels: dict[int, Label] = {}
        self.links: dict[int, LinkTarget | None] = {}
        self.images: dict[int, LinkTarget | None] = {}
        self.note_stops: list[int] | None = None  # indices at which a footnote label must end

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803  (the library's names)
        """Return whether the delimiter run at *start* may open or close."""
        source = self.src
        marker, end = source[start], start
        while end < self.posMax and source[end] == marker:
            end += 1
        before = source[start - 1] if start else " "
        second = ""
        if "\ufe00" <= before <= "\ufe0e":
            second = source[start - 2] if start > 1 else " "
        after = source[end] if end < self.posMax else " "
        opens, closes = flanks(before, after, splits_words=canSplitWord, second=second)
        return Scanned(opens, closes, end - start)

    def is_too_deep(self, *, silent: bool = True) -> bool:
        """Report whether the nesting limit is reached, and record the line unless *silent*."""
        if self.depth < DEEPEST:
            return False
        if not silent:
            env = environment_of(self)
            env.too_deep.add(env.line)
        return True

    def read_within(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a part of this text, parsed as a text one level deeper."""
        return _run(State(self.src[start:end], self.md, self.env, [], self.depth + 1))


class Inline(ParserInline):
    """The library's parser of inline text with our state."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Push the inline tokens of *src*."""
        return _run(State(src, md, env, tokens))


def _run(state: State) -> list[Token]:
    inline = state.md.inline
    inline.tokenize(state)
    for rule in inline.ruler2.getRules(""):
        rule(state)
    return state.tokens

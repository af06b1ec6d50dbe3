"""The library's parser of inline text with our state: runs beside CJK letters, and what brackets were found to mean.

In:  the content of one block, or of a picture's words or a footnote within one.
Out: inline tokens.
Must not: nest deeper than `DEEPEST`: each level reads its text again, and Python's stack has an end.
"""

from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.flanking import flanks

DEEPEST = 8  # pictures and footnotes within each other


class Label(NamedTuple):
    """What stands between a bracket and the one that closes it."""

    end: int  # where the closing bracket stands, -1 for none
    has_link: bool = False
    has_bracket: bool = False


class LinkTarget(NamedTuple):
    """Where a link or a picture leads."""

    href: str
    title: str
    end: int  # behind all of it


class State(StateInline):
    """One inline text under way."""

    def __init__(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token], depth: int = 0) -> None:
        """Take a text that stands in *depth* others."""
        super().__init__(src, md, env, tokens)
        self.depth = depth
        # By the place of the opening bracket; each is found out once.
        self.labels: dict[int, Label] = {}
        self.links: dict[int, LinkTarget | None] = {}
        self.images: dict[int, LinkTarget | None] = {}
        self.note_stops: list[int] | None = None  # where the label of a footnote must end

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803  (the library's names)
        """Say what the run of markers at *start* may do."""
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
        """Tell whether no picture and no footnote may begin here, and note it if one is about to."""
        if self.depth < DEEPEST:
            return False
        if not silent:
            env = environment_of(self)
            env.too_deep.add(env.line)
        return True

    def read_within(self, start: int, end: int) -> list[Token]:
        """Return the tokens of a part of this text, which is a text of its own one level deeper."""
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

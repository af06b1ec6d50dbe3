"""The plain text of inline tokens."""

from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

from byeoru.parse.markup.environment import MarkdownEnv


class SimpleLink(NamedTuple):
    """A link in a block that was rendered without tokens."""

    target: str
    title: str  # of a wikilink: its label, "" for none
    start: int  # of its text in the words of the block
    end: int
    is_wiki: bool = False

    @property
    def is_bare(self) -> bool:
        """Tell whether it is a wikilink without a label."""
        return self.is_wiki and not self.title


class Simple(NamedTuple):
    """The HTML of a block that was rendered without tokens, and its plain text."""

    html: str  # with one MARK for the opening tag of each link, or for a whole wikilink
    words: str
    links: tuple[SimpleLink, ...]


def simple_of(inline: Token) -> Simple | None:
    """Return the result of the fast path for an inline token, None if the parser has parsed it."""
    simple = inline.meta.get("simple") if inline.meta else None
    return simple if isinstance(simple, Simple) else None


def plain(inline: Token, env: MarkdownEnv) -> str:
    """Return the plain text of one inline token."""
    simple = simple_of(inline)
    return simple.words if simple is not None else of_children(inline.children or [], env)


def of_children(children: Sequence[Token], env: MarkdownEnv) -> str:
    """Return the plain text of inline tokens, as defined by their rules."""
    words = env.words
    return "".join([words[child.type](child) for child in children if child.type in words])

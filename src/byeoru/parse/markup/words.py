"""The plain text of inline tokens."""

from collections.abc import Sequence

from markdown_it.token import Token

from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.finished import texts_of
from byeoru.parse.markup.simple import Simple


def simple_of(inline: Token) -> Simple | None:
    """Return the result of the fast path for an inline token, None if the parser has parsed it."""
    simple = inline.meta.get("simple") if inline.meta else None
    return simple if isinstance(simple, Simple) else None


def plain(inline: Token, env: MarkdownEnv) -> str:
    """Return the plain text of one inline token, or of a finished block."""
    if texts := texts_of(inline):
        return "\n".join(texts.words)
    simple = simple_of(inline)
    return simple.words if simple is not None else of_children(inline.children or [], env)


def of_children(children: Sequence[Token], env: MarkdownEnv) -> str:
    """Return the plain text of inline tokens, as defined by their rules."""
    words = env.words
    return "".join([words[child.type](child) for child in children if child.type in words])

"""The words of inline tokens, without any markup."""

from collections.abc import Sequence

from markdown_it.token import Token

from byeoru.parse.plain_inline import Simple


def simple_of(inline: Token) -> Simple | None:
    """Return what was found out about an inline token without the parser, None if the parser has read it."""
    found = inline.meta.get("simple") if inline.meta else None
    return found if isinstance(found, Simple) else None


def plain(inline: Token) -> str:
    """Return the words of one inline token."""
    found = simple_of(inline)
    return found.words if found is not None else of_children(inline.children or [])


def of_children(children: Sequence[Token]) -> str:
    """Return the words of inline tokens; a picture has none."""
    words = []
    for child in children:
        match child.type:
            case "text" | "code_inline" | "math_inline" | "math_inline_double" | "ruby":
                words.append(child.content)
            case "softbreak" | "hardbreak":
                words.append(" ")
    return "".join(words)

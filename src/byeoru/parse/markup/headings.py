"""Headings among the tokens of a document: one token if the text is plain, else the three of the library."""

from collections.abc import Sequence

from markdown_it.token import Token

from byeoru.parse.markup.finished import texts_of

HEADING = "heading"  # the type of the one token, which is finished


def is_heading(token: Token) -> bool:
    """Report whether a heading begins with a token."""
    return token.type in {HEADING, "heading_open"}


def text_of(tokens: Sequence[Token], at: int) -> Token:
    """Return the token with the text of the heading at an index."""
    return tokens[at] if tokens[at].type == HEADING else tokens[at + 1]


def content_of(tokens: Sequence[Token], at: int) -> str:
    """Return the text of the heading at an index, as it is written."""
    texts = texts_of(tokens[at])
    return texts.contents[0] if texts else tokens[at + 1].content


def size_of(token: Token) -> int:
    """Return the number of tokens of the heading that begins with a token."""
    return 1 if token.type == HEADING else 3

"""HTML that the template of a tag inserts: Markdown within it is read, and the comments that mark it are removed.

In:  HTML blocks that begin with ``START``, as `foreign/placing` writes them.
Out: the same HTML without marks; text between ``BEGIN_MARKDOWN`` and ``END_MARKDOWN`` is inline text.
Must not: touch any other HTML.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.parse.markup.rule import Rule

START, BEGIN_MARKDOWN, END_MARKDOWN = "<!---->", "<!--(-->", "<!--)-->"
_MARKDOWN = re.compile(r"<!--\(-->((?>(?:[^<]|<(?!!--))*))<!--\)-->")


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "inserted_html", _divide)


def _divide(state: StateCore) -> None:
    if START not in state.src:
        return
    tokens: list[Token] = []
    for token in state.tokens:
        if token.type == "html_block" and token.content.startswith(START):
            tokens += _divided(token)
        else:
            tokens.append(token)
    state.tokens = tokens


def _divided(token: Token) -> list[Token]:
    """Return a block as HTML and inline text in turns."""
    pieces = _MARKDOWN.split(token.content.removeprefix(START))
    divided = []
    for index, piece in enumerate(pieces):
        if piece:
            content = piece.strip() if index % 2 else piece.replace(BEGIN_MARKDOWN, "").replace(END_MARKDOWN, "")
            text = Token("inline" if index % 2 else "html_block", "", 0, content=content)
            text.map, text.level, text.block, text.children = token.map, token.level, True, [] if index % 2 else None
            divided.append(text)
    return divided


RULE = Rule("inserted_html", _install)

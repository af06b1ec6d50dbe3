"""The table of contents, where an author has asked for one.

In:  the tokens of blocks: a paragraph `[TOC]`, kramdown's list item with `{:toc}`, a comment `<!-- toc -->`, a fence of
the language `toc` (Gatsby), or a heading such as "Table of Contents" with nothing below it (remark).
Out: one token `toc`, written as a list of links to all headings.
Must not: show more than a few tables on a page, or an empty one: its heading is removed then.
"""

import re
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.model.body import Fragment, Heading
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.headings import content_of, is_heading, size_of
from byeoru.parse.markup.pieces import Pieces
from byeoru.parse.markup.rule import Rule

_MOST_CONTENTS = 4  # tables per page: each repeats all headings
_TOC = lazy_pattern(r"(?i:\[\[?_?TOC_?\]\]?|\{:toc\}|\$\{toc\}|@\[toc\])")
_COMMENT = lazy_pattern(r"<!--\s*toc\s*-->\s*", re.IGNORECASE)
_KRAMDOWN_TOC = lazy_pattern(r"[^\n]*\n\{:toc\b[^{}\n]*\}")
_NO_WORD = lazy_pattern(r"[\W_]+")
_NAMES = {"목차", "차례", "contents", "table of contents", "table of content", "toc"}


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "toc", _find_toc)


def _find_toc(state: StateCore) -> None:
    """Replace whatever asks for a table of contents by one token."""
    if not _may_ask(state.src):
        return
    tokens = state.tokens
    gone: set[int] = set()
    contents: dict[int, Token] = {}
    for at, token in enumerate(tokens):
        if len(contents) == _MOST_CONTENTS:
            break
        if (asking := _asking(tokens, at)) is not None:
            gone.update(asking.replaced)
            contents[asking.place] = _toc(token)
        elif _is_empty_heading(tokens, at):
            if _has_headings(tokens, at):
                token.meta["is_of_contents"] = True
                contents[at + size_of(token)] = _toc(token)
            else:
                gone.update(range(at, at + size_of(token)))
    if contents or gone:
        remaining: list[Token] = []
        for at, token in enumerate(tokens):
            remaining += [contents[at]] if at in contents else []
            remaining += [token] if at not in gone else []
        state.tokens = remaining + ([contents[len(tokens)]] if len(tokens) in contents else [])


def _may_ask(text: str) -> bool:
    return any(word in text for word in ("TOC", "toc", "Toc", "목차", "차례", "ontents", "ONTENTS", "able of "))


def _toc(token: Token) -> Token:
    return Token("toc", "nav", 0, block=True, map=token.map, level=token.level)


class _Asking(NamedTuple):
    """Tokens that ask for a table of contents."""

    place: int  # index at which the table is put
    replaced: range


def _asking(tokens: Sequence[Token], at: int) -> _Asking | None:
    """Return the tokens that ask for a table of contents with the one at an index, None if it does not."""
    token = tokens[at]
    match token.type:
        case "html_block" if _COMMENT.fullmatch(token.content) and not _is_filled(tokens, at):
            return _Asking(at, range(at, at + 1))
        case "fence" if token.info.strip().lower() == "toc":
            return _Asking(at, range(at, at + 1))
        case "inline" if "toc" in token.content.lower() and tokens[at - 1].type == "paragraph_open":
            if _TOC.fullmatch(token.content):
                return _Asking(at - 1, range(at - 1, at + 2))
            if _KRAMDOWN_TOC.fullmatch(token.content) and _is_first_item(tokens, at):
                is_only_item = tokens[at + 3].type.endswith("list_close")
                return _Asking(at - 3, range(at - 3, at + 4) if is_only_item else range(at - 2, at + 3))
    return None


def _is_filled(tokens: Sequence[Token], at: int) -> bool:
    """Report whether a list follows a comment: a program has written the table into the text."""
    return at + 1 < len(tokens) and tokens[at + 1].tag in {"ol", "ul"}


def _is_first_item(tokens: Sequence[Token], at: int) -> bool:
    """Report whether the text at an index is the whole first item of a list."""
    around = [tokens[index].type for index in (at - 3, at - 2, at + 2) if 0 <= index < len(tokens)]
    return len(around) == 3 and around[0].endswith("list_open") and around[1:] == ["list_item_open", "list_item_close"]


def _is_empty_heading(tokens: Sequence[Token], at: int) -> bool:
    """Report whether a heading of a table of contents begins at an index, with no text and no heading below it."""
    token = tokens[at]
    if not is_heading(token) or token.level or token.tag == "h1":
        return False
    end = at + size_of(token)
    following = tokens[end] if end < len(tokens) else None
    is_empty = following is None or (is_heading(following) and following.tag <= token.tag)
    return is_empty and _NO_WORD.sub(" ", content_of(tokens, at)).strip().lower() in _NAMES


def _has_headings(tokens: Sequence[Token], at: int) -> bool:
    heads = (index for index, token in enumerate(tokens) if is_heading(token) and token.tag != "h1")
    return any(index != at and content_of(tokens, index) for index in heads)


class _Headings:
    """The headings of a document, collected once for all tables of contents."""

    def __init__(self) -> None:
        self._headings: tuple[Heading, ...] | None = None

    def of(self, tokens: Sequence[Token]) -> tuple[Heading, ...]:
        if self._headings is None:
            heads = (token for token in tokens if is_heading(token) and "is_of_contents" not in token.meta)
            self._headings = tuple([token.meta["heading"] for token in heads])
        return self._headings


def contents(headings: Sequence[Heading], pieces: Pieces) -> str:
    """Return the table of contents: headings below level 1, nested by level."""
    shown = [heading for heading in headings if heading.level > 1 and heading.text]
    if not shown:
        return ""
    html: list[str] = ['<nav class="contents">\n']
    levels: list[int] = []
    for heading in shown:
        while levels and heading.level < levels[-1]:
            levels.pop()
            html.append("</li>\n</ul>\n")
        if levels and heading.level == levels[-1]:
            html.append("</li>\n")
        elif not levels or heading.level > levels[-1]:
            levels.append(heading.level)
            html.append("<ul>\n")
        html.append(f'<li><a href="{pieces.put(Fragment(escape(heading.id)))}">{escape(heading.text, quote=False)}</a>')
    html.append("</li>\n</ul>\n" * len(levels) + "</nav>\n")
    return "".join(html)


def _contents(tokens: Sequence[Token], _: int, env: MarkdownEnv) -> str:
    return contents(env.record_of(_Headings).of(tokens), env.pieces)


RULE = Rule("contents", _install, claims=_TOC.pattern, html={"toc": _contents}, after=("headings",))

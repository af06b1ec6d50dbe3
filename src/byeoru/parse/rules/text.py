"""Words, line breaks, escapes and entities.

A line break inside a paragraph is a space in Korean and nothing between Han or kana (`markup.soft_breaks`).
"""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule, Words
from byeoru.parse.markup.soft_breaks import joins
from byeoru.parse.markup.text_reader import Hard, TextReader

_ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]|[a-zA-Z])")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def _softbreak(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    if env.breaks:
        return "<br>\n"
    last = at - 2 if at and tokens[at - 1].markup == "linkify" else at - 1  # a URL in the text is text
    before = tokens[last].content[-1:] if at else ""
    after = tokens[at + 1].content[:1] if at + 1 < len(tokens) else ""
    return "" if joins(before, after) else "\n"


def _space(_: Token) -> str:
    return " "


def _quick_break(reader: TextReader) -> None:
    text, start = reader.text, reader.at
    is_spaced, is_hard = text[start - 1 : start] == " ", text[start - 2 : start] == "  "
    before = text[start - 2 : start - 1] if is_spaced else text[start - 1 : start]
    if is_spaced and reader.html:
        reader.html[-1] = reader.html[-1].rstrip(" ")
        reader.words[-1] = reader.words[-1].rstrip(" ")
    reader.at += 1
    while text[reader.at : reader.at + 1] in {" ", "\t"}:
        reader.at += 1
    if reader.breaks or is_hard:
        reader.html.append("<br>\n")
    elif not joins(before, text[reader.at : reader.at + 1]):
        reader.html.append("\n")
    reader.words.append(" ")


def _quick_escape(reader: TextReader) -> None:
    following = reader.text[reader.at + 1 : reader.at + 2]
    if following in {"\n", " "}:
        raise Hard
    if following not in _ESCAPABLE:
        reader.literal("\\")
        return
    reader.at += 1
    reader.literal(following)


def _quick_ampersand(reader: TextReader) -> None:
    if _ENTITY.match(reader.text, reader.at):
        raise Hard
    reader.literal("&")


RULE = Rule(
    "text",
    starts=("\n", "\\", "&"),
    quick_texts={"\n": _quick_break, "\\": _quick_escape, "&": _quick_ampersand},
    html={"hardbreak": "<br>\n", "softbreak": _softbreak},
    words={"text": Words(), "softbreak": Words(_space), "hardbreak": Words(_space, are_all=False)},
)

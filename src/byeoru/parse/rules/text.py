"""Words, line breaks, escapes and entities.

A line break inside a paragraph is a space in Korean and nothing between Han or kana (`markup.soft_breaks`).
"""

from collections.abc import Sequence

from markdown_it.token import Token

from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule, Words
from byeoru.parse.markup.soft_breaks import joins


def _softbreak(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    if env.breaks:
        return "<br>\n"
    last = at - 2 if at and tokens[at - 1].markup == "linkify" else at - 1  # a URL in the text is text
    before = tokens[last].content[-1:] if at else ""
    after = tokens[at + 1].content[:1] if at + 1 < len(tokens) else ""
    return "" if joins(before, after) else "\n"


def _space(_: Token) -> str:
    return " "


RULE = Rule(
    "text",
    starts=("\n", "\\", "&"),
    html={"hardbreak": "<br>\n", "softbreak": _softbreak},
    words={"text": Words(), "softbreak": Words(_space), "hardbreak": Words(_space, are_all=False)},
)

"""Code: spans in a text, blocks between fences, and blocks that are indented."""

from collections.abc import Sequence

from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule, Words
from byeoru.parse.markup.writer import attributes_of, in_tag


def _span(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return f"<code{in_tag(attributes_of(tokens[at].attrs), env)}>{escaped(tokens[at].content)}</code>"


def _fence(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    token = tokens[at]
    info = unescapeAll(token.info) if token.info else ""
    return env.code.fenced(token.content, info, token.meta.get("kramdown", ""), token.map)


def _indented(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return env.code.indented(tokens[at].content)


RULE = Rule(
    "code",
    starts=("`",),
    blocks={"fence": "`~"},
    html={"code_inline": _span, "fence": _fence, "code_block": _indented},
    words={"code_inline": Words()},
)

"""`{漢字|한자}`: a word with its reading above it, if enabled in the settings."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule, Words

_RUBY = re.compile(r"\{([^{}|\n]+)\|([^{}|\n]+)\}")


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("emphasis", "ruby", _read)


def _read(state: StateInline, silent: bool) -> bool:
    match = _RUBY.match(state.src, state.pos) if state.src[state.pos] == "{" else None
    if match is None:
        return False
    if not silent:
        token = state.push("ruby", "ruby", 0)
        token.content, token.meta = match[1].strip(), {"reading": match[2].strip()}
    state.pos = match.end()
    return True


def _write(tokens: Sequence[Token], at: int, _: MarkdownEnv) -> str:
    token = tokens[at]
    reading = escaped(token.meta["reading"])
    return f"<ruby>{escaped(token.content)}<rp>(</rp><rt>{reading}</rt><rp>)</rp></ruby>"


RULE = Rule(
    "ruby",
    _install,
    starts=("{",),
    html={"ruby": _write},
    words={"ruby": Words()},
    is_enabled=lambda dialect: dialect.ruby,
)

"""Wikilinks of Obsidian and its relatives: `[[note]]`, `[[note#section|label]]`."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.model.body import Wikilink
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule, Words

# `[[toc]]` is a mark of other programs, and `[[1, 2]]` a matrix.
_WIKILINK = re.compile(
    r"(?<!\[)\[\[(?!\s|_?toc_?\]\]|[\d\s,.;-]+\]\])(?P<target>[^\[\]|\n]*)(?:\|(?P<label>[^\[\]\n]*))?\]\](?!\])",
    re.IGNORECASE,
)


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("link", "wikilink", _read)


def _read(state: StateInline, silent: bool) -> bool:
    match = _WIKILINK.match(state.src, state.pos, state.posMax) if state.src.startswith("[[", state.pos) else None
    if match is None:
        return False
    if not silent:
        token = state.push("wikilink", "a", 0)
        token.content = match["label"] or match["target"]
        token.meta = {"target": match["target"], "label": match["label"] or ""}
    state.pos = match.end()
    return True


def _write(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    token = tokens[at]
    slot = env.references.add_name("wiki", token.meta["target"], env.block)
    return env.pieces.put(Wikilink(slot, escaped(token.meta["label"])))


RULE = Rule(
    "wikilinks",
    _install,
    starts=("[[",),
    html={"wikilink": _write},
    words={"wikilink": Words()},
    after=("links",),
)

"""What Logseq writes into its Markdown: `[label]([[page]])`, `{{embed [[page]]}}`, and properties of blocks.

A property such as `id:: …` or `collapsed:: true` on a line of its own says something to Logseq only, and is not shown.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.brackets import label_at
from byeoru.parse.markup.inline_parser import State
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.wikilink import wikilink_at

_PROPERTY = lazy_pattern(r"^(?:id|collapsed|background-color|heading|logseq\.[\w.\-]+):: [^\n]*(?:\n|\Z)", re.MULTILINE)
_MARKS = lazy_pattern(r"[*`]+|__|==|~~")  # the words of a label are shown without them
_EMBED = lazy_pattern(r"\{\{embed[ \t]+(?=\[\[)")

_EMBED_END = lazy_pattern(r"[ \t]*+\}\}")


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "logseq_properties", _drop_properties)
    parser.inline.ruler.before("link", "named_wikilink", _read_link)
    parser.inline.ruler.push("logseq_embed", _read_embed)


def _drop_properties(state: StateCore) -> None:
    if ":: " not in state.src:
        return
    for token in state.tokens:
        if token.type == "inline" and ":: " in token.content:
            token.content = _PROPERTY.sub("", token.content).rstrip("\n")


def _read_link(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    start = state.pos
    if state.src[start] != "[" or state.linkLevel:
        return False
    end = label_at(state, start).end
    if end < 0 or not state.src.startswith("([[", end + 1):
        return False
    link = wikilink_at(state.src, end + 2, state.posMax)
    if link is None or not state.src.startswith(")", link.end) or link.end >= state.posMax:
        return False
    if not silent:
        token = state.push("wikilink", "a", 0)
        token.content = link.target
        token.meta = {"label": " ".join(_MARKS.sub("", state.src[start + 1 : end]).split()) or link.label}
    state.pos = link.end + 1
    return True


def _read_embed(state: StateInline, silent: bool) -> bool:
    match = _EMBED.match(state.src, state.pos, state.posMax) if state.src.startswith("{{", state.pos) else None
    link = wikilink_at(state.src, match.end(), state.posMax) if match else None
    end = _EMBED_END.match(state.src, link.end, state.posMax) if link else None
    if link is None or end is None or state.linkLevel:
        return False
    if not silent:
        token = state.push("note_embed", "", 0)
        token.content, token.meta = link.target, {"kind": "note", "label": ""}
    state.pos = end.end()
    return True


RULE = Rule(
    "logseq",
    _install,
    starts=("{{embed", "]([["),
    block_triggers=(":: ",),
    after=("note_embeds", "links", "wikilinks"),
)

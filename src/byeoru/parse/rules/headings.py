"""Ids of headings.

An id is generated as on GitHub (`markup.heading_ids`), or written by the author after the text: `{#id}`, `{ #id }` or
`{/*id*/}` (React's documentation).
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.model.body import Anchor, Heading, HeadingEnd
from byeoru.parse.markup.containers import line_of
from byeoru.parse.markup.environment import MarkdownEnv, environment_of
from byeoru.parse.markup.finished import Finisher, finished, text_alone
from byeoru.parse.markup.heading_ids import heading_id
from byeoru.parse.markup.headings import HEADING, is_heading, text_of
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.words import plain
from byeoru.parse.markup.writer import attributes_of, finished_html
from byeoru.parse.rules.attributes import Attributes, read_attributes

_LOWEST = 6  # level
# Matched from the last such brace: everything after it must belong to the attribute list.
_WRITTEN_ID = {"{/*": re.compile(r"\{/\*\s*+([^\s*]++)\s*+\*/\}"), "{": re.compile(r"\{:?\s*+([#.][^{}\n]*+)\}")}


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "own_ids", _take_ids)
    parser.core.ruler.push("heading_ids", _name)


def _take_ids(state: StateCore) -> None:
    if "{" not in state.src:
        return
    for at, token in enumerate(state.tokens):
        if token.type != "heading_open":
            continue
        inline = state.tokens[at + 1]
        start, attributes = _attributes_of(inline.content) if inline.content.endswith("}") else (0, None)
        if attributes is not None:
            inline.content = inline.content[:start].rstrip()
            for name, value in attributes.items():
                token.attrSet(name, value)


def _attributes_of(content: str) -> tuple[int, Attributes | None]:
    """Return the start of the attributes at the end of a heading, and the attributes (None if there are none)."""
    for opening, pattern in _WRITTEN_ID.items():
        start = content.rfind(opening)
        match = pattern.fullmatch(content, start) if start >= 0 else None
        if match:
            return start, {"id": match[1]} if opening != "{" else read_attributes(match[1])
    return 0, None


def _name(state: StateCore) -> None:
    """Assign an id to each heading; ids written by authors are reserved first, and no id is used twice."""
    heads = [at for at, token in enumerate(state.tokens) if is_heading(token)]
    used: dict[str, int] = {}
    for token in state.tokens:
        if token.attrs and "id" in token.attrs:
            token.attrSet("id", heading_id(str(token.attrs["id"]), used, is_slug=True))
    env = environment_of(state)
    for at in heads:
        token = state.tokens[at]
        words = " ".join(plain(text_of(state.tokens, at), env).split())
        name = str(token.attrs.get("id") or heading_id(words, used))
        token.attrSet("id", name)
        token.meta["heading"] = Heading(int(token.tag[1]), name, words)


def _open(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    token = tokens[at]
    heading: Heading = token.meta["heading"]
    before = "\n" if at and tokens[at - 1].hidden else ""
    if len(token.attrs) > 1:  # than an id
        others = {name: value for name, value in token.attrs.items() if name != "id"}
        heading = heading._replace(attributes=attributes_of(others))
    opening = before + env.pieces.put(heading)
    block: str = token.meta.get("block", "")
    return f"{opening}<span{env.pieces.put(Anchor(block))}></span>" if block else opening


def _close(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return env.pieces.put(HeadingEnd(int(tokens[at].tag[1])))


def _whole(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return _open(tokens, at, env) + finished_html(tokens[at], env) + _close(tokens, at, env)


def _quick(state: StateBlock, start: int, _: int, finisher: Finisher) -> Sequence[Token] | None:
    """Read a heading with a plain text."""
    line = line_of(state, start).rstrip(" \t")
    text = line.lstrip("#")
    level = len(line) - len(text)
    if not 1 <= level <= _LOWEST or (text and text[0] not in " \t"):
        return None
    opened = text.rstrip("#")
    content = mdTrim(opened if opened[-1:] in {" ", "\t"} else text)
    simple = None if "{" in content else finisher.read(content)  # a brace may begin attributes, also behind a backslash
    if simple is None:
        return None
    token = finished(HEADING, f"h{level}", simple.html, text_alone(content, (start, start + 1), simple))
    token.map, token.attrs = [start, start + 1], dict(finisher.attributes(content))
    return (token,)


RULE = Rule(
    "headings",
    _install,
    blocks={"heading": "#"},
    quick={"heading": _quick},
    html={HEADING: _whole, "heading_open": _open, "heading_close": _close},
)

"""Ids of headings, and the table of contents for `[TOC]`.

An id is generated as on GitHub (`markup.heading_ids`), or written by the author after the text: `{#id}`, `{ #id }` or
`{/*id*/}` (React's documentation).
"""

import re
from collections.abc import Sequence
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.model.body import Fragment, Heading, HeadingEnd
from byeoru.parse.markup.environment import MarkdownEnv, environment_of
from byeoru.parse.markup.heading_ids import heading_id
from byeoru.parse.markup.pieces import Pieces
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.words import plain
from byeoru.parse.markup.writer import attributes_of
from byeoru.parse.rules.attributes import Attributes, read_attributes

# Matched from the last such brace: everything after it must belong to the attribute list.
_WRITTEN_ID = {"{/*": re.compile(r"\{/\*\s*+([^\s*]++)\s*+\*/\}"), "{": re.compile(r"\{:?\s*+([#.][^{}\n]*+)\}")}
_MOST_CONTENTS = 4  # tables per page: each repeats all headings
_TOC = re.compile(r"\[\[?_?TOC_?\]\]?|\{:toc\}|\$\{toc\}|@\[toc\]", re.IGNORECASE)
_KRAMDOWN_TOC = re.compile(r"[^\n]*\n\{:toc\b[^{}\n]*\}")


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "own_ids", _take_ids)
    parser.core.ruler.before("inline", "toc", _find_toc)
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
    heads = [at for at, token in enumerate(state.tokens) if token.type == "heading_open"]
    used: dict[str, int] = {}
    for token in state.tokens:
        if token.attrs and "id" in token.attrs:
            token.attrSet("id", heading_id(str(token.attrs["id"]), used, is_slug=True))
    env = environment_of(state)
    for at in heads:
        token = state.tokens[at]
        words = " ".join(plain(state.tokens[at + 1], env).split())
        name = str(token.attrs.get("id") or heading_id(words, used))
        token.attrSet("id", name)
        token.meta["heading"] = Heading(int(token.tag[1]), name, words)


def _find_toc(state: StateCore) -> None:
    """Replace a paragraph `[TOC]`, or kramdown's list item with `{:toc}`, by one token."""
    if not any(word in state.src for word in ("TOC", "toc", "Toc")):
        return
    tokens = state.tokens
    gone: set[int] = set()
    contents: dict[int, Token] = {}
    for at, token in enumerate(tokens):
        if token.type != "inline" or "toc" not in token.content.lower() or tokens[at - 1].type != "paragraph_open":
            continue
        if len(contents) == _MOST_CONTENTS:
            break
        if _TOC.fullmatch(token.content):  # remove its paragraph
            index, around = at - 1, 1
        elif _KRAMDOWN_TOC.fullmatch(token.content) and _is_first_item(
            tokens, at
        ):  # remove its item, or the list if it has no other
            index, around = at - 3, 3 if tokens[at + 3].type.endswith("list_close") else 2
        else:
            continue
        gone.update(range(at - around, at + around + 1))
        contents[index] = Token("toc", "nav", 0, block=True, map=token.map, level=tokens[index].level)
    if contents:
        remaining: list[Token] = []
        for at, token in enumerate(tokens):
            remaining += [contents[at]] if at in contents else []
            remaining += [token] if at not in gone else []
        state.tokens = remaining


def _is_first_item(tokens: Sequence[Token], at: int) -> bool:
    """Report whether the text at an index is the whole first item of a list."""
    around = [tokens[index].type for index in (at - 3, at - 2, at + 2) if 0 <= index < len(tokens)]
    return len(around) == 3 and around[0].endswith("list_open") and around[1:] == ["list_item_open", "list_item_close"]


class _Headings:
    """The headings of a document, collected once for all tables of contents."""

    def __init__(self) -> None:
        self._headings: tuple[Heading, ...] | None = None

    def of(self, tokens: Sequence[Token]) -> tuple[Heading, ...]:
        if self._headings is None:
            self._headings = tuple([token.meta["heading"] for token in tokens if token.type == "heading_open"])
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


def _open(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    token = tokens[at]
    heading: Heading = token.meta["heading"]
    before = "\n" if at and tokens[at - 1].hidden else ""
    attributes = attributes_of({name: value for name, value in token.attrs.items() if name != "id"})
    return before + env.pieces.put(heading._replace(attributes=attributes))


def _close(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return env.pieces.put(HeadingEnd(int(tokens[at].tag[1])))


def _contents(tokens: Sequence[Token], _: int, env: MarkdownEnv) -> str:
    return contents(env.record_of(_Headings).of(tokens), env.pieces)


RULE = Rule(
    "headings",
    _install,
    blocks={"heading": "#"},
    html={"heading_open": _open, "heading_close": _close, "toc": _contents},
)

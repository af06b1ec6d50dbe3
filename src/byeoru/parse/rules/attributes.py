"""Attributes in braces: `{#id .class width=300}`, and kramdown's `{: .class}`.

In:  the text between the braces, or tokens that carry it.
Out: attributes of the token before it: a heading, a picture, a link, or the block above.
Must not: let through what runs a script or styles the page: only the names in `ALLOWED` are kept.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

ALLOWED = frozenset({"id", "class", "width", "height", "lang", "title", "alt", "rel", "target", "download", "loading"})

_BRACES = re.compile(r"\{:?\s*([^{}\n]*?)\s*\}")
_PART = re.compile(
    r"""\s*(?:\#(?P<id>[^\s{}#.="'<>]+)|\.(?P<class>[^\s{}#.="'<>]+)|(?P<name>[A-Za-z][\w\-]*)=(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'{}]+)))"""
)
_LAST_LINE = re.compile(r"(?:^|\n)[ \t]*\{:\s*([^{}\n]*?)\s*\}\s*$")
_FIRST_LINE = re.compile(r"\{:\s*([^{}\n]*?)\s*\}[ \t]*\n[ \t]*(?=\S)")
_BEFORE = frozenset({"image", "link_close", "code_inline", "em_close", "strong_close"})

Attributes = dict[str, str]


def read_attributes(text: str) -> Attributes | None:
    """Read what stands between braces; None if it is anything but attributes.

    >>> read_attributes("#a .b .c width=300 onclick=x")
    {'id': 'a', 'class': 'b c', 'width': '300'}
    >>> read_attributes("name") is None
    True
    """
    found: Attributes = {}
    at, text = 0, text.strip()
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            return None
        at = part.end()
        if part["id"]:
            found["id"] = part["id"]
        elif part["class"]:
            found["class"] = f"{found['class']} {part['class']}" if "class" in found else part["class"]
        elif (name := part["name"].lower()) in ALLOWED:
            found[name] = part["a"] or part["b"] or part["c"] or ""
    return found


def install(parser: MarkdownIt) -> None:
    """Teach *parser* to read attributes behind pictures and links, and those of the block above them."""
    parser.inline.ruler.push("attributes", _read)
    parser.core.ruler.after("block", "block_attributes", _read_lines)


def _read(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    last = state.tokens[-1]
    found = _BRACES.match(state.src, state.pos) if last.type in _BEFORE else None
    attributes = read_attributes(found[1]) if found and found[1] else None
    if found is None or attributes is None:
        return False
    _give(_opening(state.tokens), attributes)
    state.pos = found.end()
    return True


def _opening(tokens: list[Token]) -> Token:
    """Return the token that opens what the last one closes."""
    last = tokens[-1]
    if last.nesting != -1:
        return last
    kind = last.type.removesuffix("_close") + "_open"
    return next((one for one in reversed(tokens) if one.type == kind and one.level == last.level), last)


def _give(token: Token, attributes: Attributes) -> None:
    for name, value in attributes.items():
        if name == "class":
            token.attrJoin("class", value)
        else:
            token.attrSet(name, value)


def _read_lines(state: StateCore) -> None:
    """Take kramdown's lines `{: .class}` out of paragraphs, and give them to what they stand under or above."""
    if "{:" not in state.src:
        return
    tokens = state.tokens
    gone: set[int] = set()
    for at, token in enumerate(tokens):
        if token.type != "inline" or "{:" not in token.content:
            continue
        found = _LAST_LINE.search(token.content)
        attributes = read_attributes(found[1]) if found else None
        if found is not None and attributes is not None and _is_alone(tokens, at):
            token.content = token.content[: found.start()]
            above = _above(tokens, at, is_alone=not token.content)
            if above is not None:
                _give(above, attributes)
                above.meta["kramdown"] = found[1]
            if not token.content:
                gone.update(_around(tokens, at))
        elif (first := _FIRST_LINE.match(token.content)) and (attributes := read_attributes(first[1])) is not None:
            token.content = token.content[first.end() :]
            _give(tokens[at - 1], attributes)
    if gone:
        state.tokens = [token for at, token in enumerate(tokens) if at not in gone]


def _is_alone(tokens: list[Token], at: int) -> bool:
    """Tell whether a text is no cell of a table, or the only one of its row: a line below the table is read as one."""
    if tokens[at - 1].type not in {"td_open", "th_open"}:
        return True
    row = [tokens[place].content for place in _around(tokens, at) if tokens[place].type == "inline"]
    return tokens[at - 1].type == "td_open" and sum(bool(text) for text in row) == 1


def _around(tokens: list[Token], at: int) -> range:
    """Return the places of all that an emptied text leaves: its paragraph, or the row that a line below a table is."""
    first, last = at - 1, at + 1
    if tokens[first].type == "td_open":
        while tokens[first].type != "tr_open":
            first -= 1
        while tokens[last].type != "tr_close":
            last += 1
    return range(first, last + 1)


def _above(tokens: list[Token], at: int, *, is_alone: bool) -> Token | None:
    """Return what a line of attributes belongs to: the quote around it, its paragraph, or the block before."""
    depth = tokens[at].level
    if tokens[at - 1].type == "td_open":
        return _back(tokens, at, "table_open")
    for back in range(at - 2, -1, -1) if depth > 1 else ():
        token = tokens[back]
        if token.level == depth - 2 and token.nesting == 1:  # what the paragraph stands in
            if token.type == "blockquote_open":
                return token
            break
    if not is_alone:
        return tokens[at - 1]
    before = tokens[at - 2] if at > 1 else None
    if before is not None and before.nesting == -1:
        return _back(tokens, at - 2, before.type.removesuffix("_close") + "_open", before.level)
    return before


def _back(tokens: list[Token], at: int, kind: str, level: int | None = None) -> Token | None:
    """Return the last token of a kind, and of a level if one is asked for, before a place."""
    for back in range(at - 1, -1, -1):
        if tokens[back].type == kind and level in {None, tokens[back].level}:
            return tokens[back]
    return None

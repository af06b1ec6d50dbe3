"""Attributes in braces: `{#id .class width=300}`, and kramdown's `{: .class}`.

In:  the text between the braces, or tokens that carry it.
Out: attributes of the token before it: a heading, an image, a link, or the block above.
Must not: accept an attribute that runs a script or sets a style: only the names in `ALLOWED` are kept.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.references import References
from byeoru.parse.markup.rule import Rule

ALLOWED = frozenset({"id", "class", "width", "height", "lang", "title", "alt", "rel", "target", "download", "loading"})

_BRACES = lazy_pattern(r"\{:?([^{}]*+)\}")
_PART = lazy_pattern(
    r"""\s*(?:\#(?P<id>[^\s{}#.="'<>]+)|\.(?P<class>[^\s{}#.="'<>]+)|(?P<name>[A-Za-z][\w\-]*)=(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'{}]+)))"""
)
_FIRST_LINE = lazy_pattern(r"\{:([^{}]*+)\}[ \t]*+\n[ \t]*+(?=\S)")
_BEFORE = frozenset({"image", "link_close", "code_inline", "em_close", "strong_close"})

Attributes = dict[str, str]


def read_attributes(text: str) -> Attributes | None:
    """Parse the text between braces; None if it is not a list of attributes.

    >>> read_attributes("#a .b .c width=300 onclick=x")
    {'id': 'a', 'class': 'b c', 'width': '300'}
    >>> read_attributes("name") is None
    True
    """
    attributes, is_whole = _read_until_unclear(text)
    return attributes if is_whole else None


def _read_until_unclear(text: str) -> tuple[Attributes, bool]:
    """Return the attributes before the first part that is none, and whether there is no such part."""
    attributes: Attributes = {}
    classes: list[str] = []
    at, text = 0, text.strip()
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            break
        at = part.end()
        if part["id"]:
            attributes["id"] = part["id"]
        elif part["class"]:
            classes.append(part["class"])
            attributes.setdefault("class", "")
        elif (name := part["name"].lower()) in ALLOWED:
            attributes[name] = part["a"] or part["b"] or part["c"] or ""
            classes = [attributes[name]] if name == "class" else classes
    if classes:
        attributes["class"] = " ".join(classes)
    return attributes, at >= len(text)


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.push("attributes", _read)
    parser.core.ruler.after("block", "block_attributes", _read_lines)


def _read(state: StateInline, silent: bool) -> bool:
    if silent or state.src[state.pos] != "{" or state.pending or not state.tokens:
        return False
    last = state.tokens[-1]
    match = _BRACES.match(state.src, state.pos) if last.type in _BEFORE else None
    attributes = _within(match[1], is_list=match[0].startswith("{:")) if match else None
    if match is None or attributes is None:
        return False
    _give(_opening(state.tokens), attributes)
    state.pos = match.end()
    return True


def _within(braces: str, *, is_list: bool) -> Attributes | None:
    """Parse the text between braces on one line; None if there is none.

    Braces with a colon that begin with an attribute are a list (*is_list*): kramdown skips what it cannot read in them.
    """
    text = braces.strip()
    if not text or "\n" in text:
        return None
    attributes, is_whole = _read_until_unclear(text)
    return attributes if is_whole or (is_list and _PART.match(text)) else None


def _opening(tokens: list[Token]) -> Token:
    """Return the token that opens what the last one closes."""
    last = tokens[-1]
    if last.nesting != -1:
        return last
    if "opening" not in last.meta:  # cached: several attribute lists may follow one token
        kind = last.type.removesuffix("_close") + "_open"
        openings = (token for token in reversed(tokens) if token.type == kind and token.level == last.level)
        last.meta["opening"] = next(openings, last)
    return last.meta["opening"]  # type: ignore[no-any-return]


def _give(token: Token, attributes: Attributes) -> None:
    for name, value in attributes.items():
        if name == "class":
            token.attrJoin("class", value)
        else:
            token.attrSet(name, value)


def _read_lines(state: StateCore) -> None:
    """Remove kramdown's lines `{: .class}` from paragraphs and apply them to the block above or below."""
    if "{:" not in state.src:
        return
    tokens = state.tokens
    outline = _Outline(tokens, environment_of(state).references)
    gone: set[int] = set()
    for at, token in enumerate(tokens):
        outline.step(at)
        if token.type != "inline" or "{:" not in token.content:
            continue
        start, text = _last_line(token.content)
        attributes = read_attributes(text) if start >= 0 else None
        if attributes is not None and outline.is_alone(at):
            token.content = token.content[:start]
            is_alone = not token.content
            block = (outline.below(at) if is_alone else None) or outline.above(at, is_alone=is_alone)
            if block is not None:
                _give(block, attributes)
                block.meta["kramdown"] = text
            if not token.content:
                gone.update(outline.around(at))
        elif (first := _FIRST_LINE.match(token.content)) and (attributes := _of_first_line(first[1])) is not None:
            token.content = token.content[first.end() :]
            _give(tokens[at - 1], attributes)
            tokens[at - 1].meta["kramdown"] = first[1]
    if gone:
        state.tokens = [token for at, token in enumerate(tokens) if at not in gone]


def _of_first_line(braces: str) -> Attributes | None:
    text = braces.strip()
    return read_attributes(text) if "\n" not in text else None


def _last_line(content: str) -> tuple[int, str]:
    """Return the start of the last line if it is only `{: …}`, else -1; and the text in its braces."""
    content = content.rstrip()
    at = content.rfind("{:")
    before = content[:at].rstrip(" \t") if at >= 0 else ""
    text = content[at + 2 : -1]
    if at < 0 or content[-1] != "}" or "{" in text or "}" in text or (before and before[-1] != "\n"):
        return -1, ""
    text = text.strip()
    return (max(0, len(before) - 1), text) if "\n" not in text else (-1, "")


class _Outline:
    """The nesting of block tokens, updated while they are iterated once."""

    def __init__(self, tokens: list[Token], references: References) -> None:
        self.tokens = tokens
        self._references = references
        self._open: list[int] = []
        self._openings: dict[int, int] = {}  # by the token that closes
        self._cells: dict[int, int] = {}  # with words, of each row

    def step(self, at: int) -> None:
        """Process one token."""
        nesting = self.tokens[at].nesting
        if nesting == 1:
            self._open.append(at)
        elif nesting == -1 and self._open:
            self._openings[at] = self._open.pop()

    def is_alone(self, at: int) -> bool:
        """Report whether a text is in no table or the only cell of its row: a line below a table is a row."""
        kind = self.tokens[at - 1].type
        if kind not in {"td_open", "th_open"}:
            return True
        row = self._open[-2]
        if row not in self._cells:
            tokens = (self.tokens[index] for index in self.around(at))
            self._cells[row] = sum(token.type == "inline" and bool(token.content) for token in tokens)
        return kind == "td_open" and self._cells[row] == 1

    def around(self, at: int) -> range:
        """Return the indices of what to remove with an empty text: its paragraph or its table row."""
        first, last = at - 1, at + 1
        if self.tokens[first].type in {"td_open", "th_open"}:
            first = self._open[-2]
            while self.tokens[last].type != "tr_close":
                last += 1
        return range(first, last + 1)

    def above(self, at: int, *, is_alone: bool) -> Token | None:
        """Return the token that a line of attributes is for: the enclosing quote, its paragraph, or the last block."""
        tokens = self.tokens
        if tokens[at - 1].type == "td_open":
            return next((tokens[index] for index in reversed(self._open) if tokens[index].type == "table_open"), None)
        around = tokens[self._open[-2]] if len(self._open) > 1 else None
        if around is not None and around.type == "blockquote_open":
            return around
        if not is_alone:
            return tokens[at - 1]
        before = tokens[at - 2] if at > 1 else None
        if before is not None and before.nesting == -1:
            return tokens[self._openings[at - 2]]
        return before

    def below(self, at: int) -> Token | None:
        """Return the block that begins on the line below if an empty line is above: kramdown gives it the attributes.

        None if there is none, or if the block above ends on the line above.
        """
        tokens = self.tokens
        line = tokens[at].map
        following = tokens[at + 2] if tokens[at - 1].type == "paragraph_open" and at + 2 < len(tokens) else None
        if line is None or following is None or following.map is None or following.map[0] != line[1]:
            return None
        has_before = at > 1 and tokens[at - 2].nesting != 1
        return None if has_before and not self._references.is_blank(line[0] - 1) else following


RULE = Rule("attributes", _install, starts=("{",), beside=r"\{:")

r"""Read a mapping of plain lines without a YAML parser: most front matter is keys with texts and lists of texts.

In:  the text of a mapping.
Out: the nodes that ``yaml_nodes`` reads from it; None for a text with any line that is not plain.
Must not: guess; whatever could mean something else in YAML is left to its parser.
"""

import re
from dataclasses import dataclass, field

from byeoru.base.yaml_nodes import SIZE_LIMIT, Mapping, Node, Scalar, Sequence

# Control characters and line breaks, except the one between lines. No line has them, so the pattern of a line need not
# exclude them in each of its sets of characters; that took 2 ms to compile.
_NOT_TEXT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_FIRST = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]"  # other characters are signs of YAML at the beginning of a text
_PLAIN = rf"{_FIRST}(?>(?:[^: ]++|:(?=\S)|[ ]++(?=[^\s#]))*)"  # without `: ` and ` #`
_QUOTED = r"\"[^\"\\]*+\"|'[^']*+'"
_SCALAR = rf"{_QUOTED}|{_PLAIN}"
_ITEM = rf"(?:{_QUOTED}|{_FIRST}(?>(?:[^:,\[\]{{}}?#'\" ]++|[ ]++(?=[^,\]]))*))"  # of a list in brackets
_LIST = rf"\[[ ]*+(?:{_ITEM}[ ]*+(?>(?:,[ ]*+{_ITEM}[ ]*+)*))?\]"
_LINE = re.compile(
    rf"(?:(?P<key>[^\W\d][\w\-]{{0,60}})[ ]*+:(?:[ ]++(?:(?P<value>{_SCALAR})|(?P<list>{_LIST})))?"
    rf"|(?P<indent>[ ]*+)-[ ]++(?P<item>{_SCALAR})|[ ]*+#.*+)?[ ]*+"
)
_ITEMS = re.compile(_ITEM)
_QUOTES = "\"'"


@dataclass(slots=True)
class _Below:
    """The items below a key that has no value in its line."""

    missing: Scalar  # the value if there are none
    items: list[Scalar] = field(default_factory=list)
    dash: int = 0  # column of the dashes

    def node(self) -> Node:
        return Sequence(tuple(self.items), self.items[0].line, self.dash) if self.items else self.missing


def plain_mapping(text: str) -> Mapping | None:
    r"""Return the mapping of a *text* with at least one key, of which every line is plain; None for any other.

    >>> title, tags = plain_mapping("title: 벼루\ntags: [먹, 붓]\n").pairs
    >>> title[1].text, [item.text for item in tags[1].items]
    ('벼루', ['먹', '붓'])
    >>> plain_mapping("title: a: b\n")
    """
    if len(text) > SIZE_LIMIT or _NOT_TEXT.search(text):
        return None
    pairs: list[tuple[Scalar, Node | _Below]] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        kind = match.lastgroup
        if kind == "item":
            below, dash = pairs[-1][1] if pairs else None, match.end("indent") + 1
            if not isinstance(below, _Below) or (below.items and dash != below.dash):
                return None
            below.dash = dash
            below.items.append(_scalar(match["item"], number, match.start("item")))
        elif kind is not None:
            pairs.append((_scalar(match["key"], number, 0), _value(match, kind, number)))
    closed = [(key, node.node() if isinstance(node, _Below) else node) for key, node in pairs]
    return Mapping(tuple(closed), closed[0][0].line, 1) if closed else None


def _value(match: re.Match[str], kind: str, line: int) -> Node | _Below:
    if kind == "key":
        return _Below(Scalar("", line, match.string.index(":") + 2, 1, is_plain=True))
    start = match.start(kind)
    if kind == "value":
        return _scalar(match["value"], line, start)
    items = [_scalar(item[0], line, item.start()) for item in _ITEMS.finditer(match.string, start, match.end(kind))]
    return Sequence(tuple(items), line, start + 1)


def _scalar(written: str, line: int, start: int) -> Scalar:
    """Return the node of a text, in quotes or without, that begins after *start* characters of its line."""
    is_plain = written[0] not in _QUOTES
    return Scalar(written if is_plain else written[1:-1], line, start + 1, len(written), is_plain)

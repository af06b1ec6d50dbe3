"""Parse JSON front matter into the same nodes as YAML, so that the same readers work for both.

In:  a text that begins with a JSON object (Hugo), or with the pairs of one without its braces (Hexo).
Out: where the object ends, and a ``Mapping``. Raises ``JSONDecodeError``, or ``YamlProblem`` above the limits of YAML.
Must not: let a number become one: `1.10` is a text, and a number of thousands of digits is refused by Python.

Keys at the top and their values have their own positions; what is inside a value has that of the value.
"""

import re
from json import JSONDecodeError, JSONDecoder
from typing import NamedTuple

from byeoru.base.yaml_nodes import DEPTH_LIMIT, SIZE_LIMIT, Mapping, Node, Scalar, Sequence, YamlProblem

_SPACE = re.compile(r"\s*")
_STRING_OR_BRACKET = re.compile(r'"(?>(?:[^"\\]|\\.)*)(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character, from an escape; it has no UTF-8


class _Object(NamedTuple):
    pairs: tuple[tuple[str, object], ...]


class _Number(str):
    """A number as written."""

    __slots__ = ()


def _object(pairs: list[tuple[str, object]]) -> _Object:
    return _Object(tuple(pairs))


_DECODER = JSONDecoder(
    object_pairs_hook=_object, parse_float=_Number, parse_int=_Number, parse_constant=_Number, strict=False
)


def object_end(text: str, start: int) -> int | None:
    """Return where the object at *start* ends; None if it is invalid, or larger than front matter may be."""
    try:
        return _DECODER.raw_decode(text[: start + SIZE_LIMIT], start)[1]
    except (JSONDecodeError, RecursionError):
        return None


def json_mapping(text: str) -> Mapping:
    """Parse the pairs of *text*, with or without braces around them."""
    if len(text) > SIZE_LIMIT:
        raise YamlProblem("yaml-too-large")
    _check_depth(text)
    at = _skip(text, 0)
    is_in_braces = text[at : at + 1] == "{"
    at = _skip(text, at + is_in_braces)
    pairs: list[tuple[Scalar, Node]] = []
    position = _Position(text)
    while text[at : at + 1] == '"':
        name, colon = _DECODER.raw_decode(text, at)
        key = Scalar(_whole(name), *position.of(at), colon - at, is_plain=True)
        colon = _skip(text, colon)
        if text[colon : colon + 1] != ":":
            raise JSONDecodeError("Expecting ':' delimiter", text, colon)
        start = _skip(text, colon + 1)
        value, end = _DECODER.raw_decode(text, start)
        pairs.append((key, _node(value, *position.of(start), end - start)))
        at = _skip(text, end)
        if text[at : at + 1] != ",":
            break
        at = _skip(text, at + 1)
    if text[at:].strip() != "}" * is_in_braces:
        raise JSONDecodeError("Expecting ',' delimiter" if pairs else "Expecting property name", text, at)
    return Mapping(tuple(pairs), 1, 1)


class _Position:
    """Lines and columns of ascending offsets, counted once."""

    def __init__(self, text: str) -> None:
        self._text, self._line, self._at = text, 1, 0

    def of(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of *offset*."""
        self._line += self._text.count("\n", self._at, offset)
        self._at = offset
        return self._line, offset - self._text.rfind("\n", 0, offset)


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _check_depth(text: str) -> None:
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        depth += match[0] in {"[", "{"}
        depth -= match[0] in {"]", "}"}
        if depth > DEPTH_LIMIT:
            raise YamlProblem("yaml-too-deep", text.count("\n", 0, match.start()) + 1)


def _node(value: object, line: int, column: int, width: int) -> Node:
    match value:
        case _Object():
            pairs = ((Scalar(_whole(key), line, column, width, is_plain=True), item) for key, item in value.pairs)
            return Mapping(tuple((key, _node(item, line, column, width)) for key, item in pairs), line, column, width)
        case list():
            return Sequence(tuple(_node(item, line, column, width) for item in value), line, column, width)
        case None:
            return Scalar("", line, column, width, is_plain=True)
        case bool():
            return Scalar("true" if value else "false", line, column, width, is_plain=True)
    return Scalar(_whole(str(value)), line, column, width, is_plain=isinstance(value, _Number))


def _whole(text: str) -> str:
    return _SURROGATE.sub("\ufffd", text)

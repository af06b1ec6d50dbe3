"""Set one key of a YAML mapping by splicing its text.

In:  a text, a key of its top level or of a mapping there, and the text of a plain value.
Out: the text with that value; every other character is as it was. None where it cannot be done without a guess.
Must not: write YAML anew, which would lose comments, quotes and the order of keys.
"""

import json
from typing import NamedTuple

import yaml

from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence, YamlProblem, read_mapping

_MARK = "\ufeff"  # a byte order mark, which some editors put in front


class _Span(NamedTuple):
    """A key or a value as it stands in the text: from one character to before another."""

    start: int
    end: int
    column: int  # 0-based
    text: str
    style: str  # the sign of its quotes or block, "" for plain text, "{" for a list or mapping

    @property
    def is_on_a_line(self) -> bool:
        """Tell whether what follows on its last line can only be a comment."""
        return self.style not in {"|", ">", "{"}


class _Pair(NamedTuple):
    key: _Span
    value: _Span
    is_in_flow: bool


def set_key(text: str, key: str, value: str) -> str | None:
    r"""Return *text* with *key* set to *value*.

    >>> set_key("title: a  # mine\nbase_url: 'b'  # old\n", "base_url", "https://c.kr")
    "title: a  # mine\nbase_url: 'https://c.kr'  # old\n"
    >>> set_key("title: a\nmenu: {}\n", "base_url", "https://c.kr")
    'title: a\nbase_url: https://c.kr\nmenu: {}\n'
    """
    bare = text.removeprefix(_MARK)
    front = text[: len(text) - len(bare)]
    before = _meaning(bare)
    if before is None:
        return None
    pairs = _pairs(bare)
    at = [pair.value for pair in pairs if pair.key.text == key]
    if len(at) > 1 or (at and at[0].style == "{"):
        return None
    made = _replace(bare, at[0], value) if at else _insert(bare, pairs, f"{key}: {_written(value, '')}")
    # Whatever way of writing YAML was not thought of above ends here: nothing but the key may have changed.
    others = [pair for pair in before if pair[0] != key]
    after = _meaning(made) or []
    is_right = [pair for pair in after if pair[0] != key] == others and (key, value) in after
    return front + made if is_right and len(after) == len(others) + 1 else None


def set_below(text: str, outer: str, key: str, value: str) -> str | None:
    r"""Return *text* with *key* set to *value* in the mapping *outer*, which stands at the top level.

    >>> set_below("title: a\ndeploy:\n  branch: b  # mine\n", "deploy", "target", "c")
    'title: a\ndeploy:\n  branch: b  # mine\n  target: c\n'
    """
    bare = text.removeprefix(_MARK)
    front = text[: len(text) - len(bare)]
    before = _meaning(bare)
    pairs = _pairs(bare, outer) if before is not None else []
    at = [pair.value for pair in pairs if pair.key.text == key]
    if before is None or not pairs or len(at) > 1 or (at and at[0].style == "{"):
        return None
    made = _replace(bare, at[0], value) if at else _insert(bare, pairs, f"{key}: {_written(value, '')}")
    after = _meaning(made) or []
    if [pair for pair in after if pair[0] != outer] != [pair for pair in before if pair[0] != outer]:
        return None
    old, new = ([pair for name, inner in root if name == outer for pair in _inner(inner)] for root in (before, after))
    is_right = [pair for pair in new if pair[0] != key] == [pair for pair in old if pair[0] != key]
    return front + made if is_right and new.count((key, value)) == 1 else None


def _inner(value: object) -> list[tuple[str, object]]:
    return [pair for pair in value if isinstance(pair, tuple)] if isinstance(value, list) else []


def _pairs(text: str, *outer: str) -> list[_Pair]:
    """Return the keys of the top level, or of the mapping *outer* there; the parser's marks count characters."""
    loader = yaml.SafeLoader(text)
    try:
        node: yaml.Node | None = loader.get_node() if loader.check_node() else None
    except yaml.YAMLError:  # what only the C library reads
        return []
    for name in outer:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == name), None)
    if not isinstance(node, yaml.MappingNode):
        return []
    return [_Pair(_span(key), _span(value), bool(node.flow_style)) for key, value in node.value]


def _span(node: yaml.Node) -> _Span:
    start, end = node.start_mark, node.end_mark
    assert start is not None
    assert end is not None
    if isinstance(node, yaml.ScalarNode):
        return _Span(start.index, end.index, start.column, node.value, node.style or "")
    return _Span(start.index, end.index, start.column, "", "{")


def _replace(text: str, old: _Span, value: str) -> str:
    written = _written(value, old.style)
    if old.start == old.end:  # nothing stood behind the colon
        written = " " + written
    if old.style in {"|", ">"}:
        written += _line_end(text)
    return text[: old.start] + written + text[old.end :]


def _insert(text: str, pairs: list[_Pair], line: str) -> str:
    """Put *line* below the first pair that ends in a line, else above the first; alone into an empty text."""
    end = _line_end(text)
    if not pairs:
        return text + ("" if not text or text.endswith("\n") else end) + line + end
    first = pairs[0].key
    if pairs[0].is_in_flow:
        return f"{text[: first.start]}{line}, {text[first.start :]}"
    for pair in pairs:
        if pair.value.is_on_a_line:
            at = text.find("\n", pair.value.end)
            indent = " " * pair.key.column
            return f"{text}{end}{indent}{line}" if at < 0 else f"{text[: at + 1]}{indent}{line}{end}{text[at + 1 :]}"
    return f"{text[: first.start]}{line}{end}{' ' * first.column}{text[first.start :]}"


def _written(value: str, style: str) -> str:
    """Write *value* in the quotes that stood there; without any only where it means the same."""
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _is_plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _is_plain(value: str) -> bool:
    """Tell whether *value* can stand without quotes, in a block and between braces."""
    try:
        [(_, node), *more] = read_mapping(f"{{k: {value}}}").pairs
        # Parsers differ over `?` and `:` between braces, and others than ours will read the file.
        if yaml.load(f"{{k: {value}}}", yaml.BaseLoader) != {"k": value}:  # noqa: S506  (it makes texts alone)
            return False
    except (YamlProblem, yaml.YAMLError, ValueError):
        return False
    return not more and isinstance(node, Scalar) and node.text == value and node.is_plain and not node.is_null


def _line_end(text: str) -> str:
    """Return how the lines of *text* end."""
    at = text.find("\n")
    return "\r\n" if at > 0 and text[at - 1] == "\r" else "\n"


def _meaning(text: str) -> list[tuple[str, object]] | None:
    """Return the keys and values that *text* stands for, without their places."""
    try:
        root = read_mapping(text)
    except YamlProblem:
        return None
    return [(key.text, _bare(node)) for key, node in root.pairs]


def _bare(node: Node) -> object:
    match node:
        case Scalar():
            return None if node.is_null else node.text
        case Sequence():
            return [_bare(item) for item in node.items]
        case Mapping():
            return [(key.text, _bare(value)) for key, value in node.pairs]

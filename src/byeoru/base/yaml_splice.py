"""Change one value in a YAML mapping in place.

In:  a text, a key of its top level or of a mapping there, and a text value, or an item for a list.
Out: the text with that change; all other lines are unchanged. None if the change would need a guess.
Must not: serialize the whole mapping, which would lose comments, quotes and the order of keys.
"""

import json
import re
from typing import NamedTuple

import yaml

from byeoru.base.fields import plain
from byeoru.base.yaml_nodes import Scalar, YamlProblem, events, read_mapping

_BYTE_ORDER_MARK = "\ufeff"  # which some editors write at the beginning
_BREAK = re.compile("\r\n|\r|\n")
_Pairs = list[tuple[str, object]]  # the parsed keys and values of a text


class _Span(NamedTuple):
    """A node and its range in the text."""

    start: int
    end: int
    column: int  # 0-based
    text: str
    style: str  # its quote or block indicator, "" for plain text; "[" or "-" for a list, "{" or ":" for a mapping
    items: "tuple[_Span, ...]" = ()


class _Pair(NamedTuple):
    key: _Span
    value: _Span


class _Document(NamedTuple):
    """A valid text."""

    text: str  # without its byte order mark
    pairs: tuple[_Pair, ...]
    is_in_flow: bool
    parsed: _Pairs
    line_end: str

    def of(self, *names: str) -> list[_Pair]:
        """Return the pairs whose key is one of *names*."""
        return [pair for pair in self.pairs if pair.key.text in names]


def set_key(text: str, key: str, value: str) -> str | None:
    r"""Return *text* with *key* set to *value*; a new key is inserted below the first single-line value.

    >>> set_key("title: a  # mine\nbase_url: 'b'  # old\n", "base_url", "https://c.kr")
    "title: a  # mine\nbase_url: 'https://c.kr'  # old\n"
    >>> set_key("title: a\nmenu: {}\n", "base_url", "https://c.kr")
    'title: a\nbase_url: https://c.kr\nmenu: {}\n'
    """
    read = _read(text)
    if read is None:
        return None
    changed = _with_value(read, key, value)
    return changed and _verified(text, read.parsed, changed, key, value)


def set_below(text: str, outer: str, key: str, value: str) -> str | None:
    r"""Return *text* with *key* set to *value* in the mapping *outer* of the top level.

    >>> set_below("title: a\ndeploy:\n  branch: b  # mine\n", "deploy", "target", "c")
    'title: a\ndeploy:\n  branch: b  # mine\n  target: c\n'
    """
    read = _read(text)
    match read.of(outer) if read else []:
        case [_Pair(_, inner)] if read and inner.style in {"{", ":"} and inner.items:
            pairs = tuple(map(_Pair, inner.items[::2], inner.items[1::2]))
            changed = _with_value(read._replace(pairs=pairs, is_in_flow=inner.style == "{"), key, value)
            old = dict(read.parsed)[outer]
            if changed and isinstance(old, dict):
                return _verified(text, read.parsed, changed, outer, {**old, key: value})
    return None


def add_item(text: str, names: tuple[str, ...], item: str) -> str | None:
    r"""Return *text* with *item* first in the list of the key that is one of *names*, or in a new list at the end.

    >>> add_item("aliases: /b/  # old\ntitle: a\n", ("aliases", "alias"), "/c/")
    'aliases: [/c/, /b/]  # old\ntitle: a\n'
    >>> add_item("alias:\n- /b/\n", ("aliases", "alias"), "/c/")
    'alias:\n- /c/\n- /b/\n'
    """
    read = _read(text)
    if read is None:
        return None
    pairs = read.of(*names)
    if not pairs:
        changed = _with_pair(read, len(read.text), f"{names[0]}: [{_written(item, '')}]")
        return _verified(text, read.parsed, changed, names[0], [item])
    [key, value], *duplicates = pairs
    items = _items(dict(read.parsed)[key.text])
    if duplicates or items is None:
        return None
    if item in items:
        return text
    with_item = _with_item(read, key, value, _written(item, ""))
    return with_item and _verified(text, read.parsed, with_item, key.text, [item, *items])


def _with_value(read: _Document, key: str, value: str) -> str | None:
    match read.of(key):
        case []:
            return _with_pair(read, _below_first(read), f"{key}: {_written(value, '')}")
        case [_Pair(_, old)] if not _is_collection(old):
            return _replaced(read, old, _written(value, old.style))
    return None


def _read(text: str) -> _Document | None:
    bare = text.removeprefix(_BYTE_ORDER_MARK)
    parsed = _parsed(bare)
    if parsed is None:
        return None
    root = _root(bare)
    pairs = tuple(map(_Pair, root.items[::2], root.items[1::2]))
    line_break = _BREAK.search(bare)
    return _Document(bare, pairs, root.style == "{", parsed, line_break[0] if line_break else "\n")


def _root(text: str) -> _Span:
    """Return the tree of nodes of a valid text."""
    open_collections: list[yaml.CollectionStartEvent] = []
    levels: list[list[_Span]] = [[]]
    for event in events(text):
        if isinstance(event, yaml.CollectionStartEvent):
            open_collections.append(event)
            levels.append([])
        elif isinstance(event, yaml.CollectionEndEvent):
            items = tuple(levels.pop())
            levels[-1].append(_collection(open_collections.pop(), event, items))
        elif isinstance(event, yaml.ScalarEvent):
            levels[-1].append(_span(event, event, event.value, event.style or ""))
        if levels[0]:
            return levels[0][0]
    return _Span(0, 0, 0, "", "")


def _collection(begin: yaml.CollectionStartEvent, end: yaml.Event, items: tuple[_Span, ...]) -> _Span:
    signs = "[-" if isinstance(begin, yaml.SequenceStartEvent) else "{:"
    return _span(begin, end, "", signs[0 if begin.flow_style else 1])._replace(items=items)


def _span(first: yaml.Event, last: yaml.Event, text: str, style: str) -> _Span:
    start, end = first.start_mark, last.end_mark
    assert start is not None
    assert end is not None
    return _Span(start.index, end.index, start.column, text, style)


def _is_collection(value: _Span) -> bool:
    return value.style in {"[", "-", "{", ":"}


def _is_block(value: _Span) -> bool:
    return value.style in {"|", ">"}


def _with_pair(read: _Document, at: int, line: str) -> str:
    """Insert a pair as a line at the offset *at*; within braces, before the other pairs."""
    if not read.pairs:
        return _with_line(read, len(read.text), line)
    first = read.pairs[0].key
    if read.is_in_flow:
        return f"{read.text[: first.start]}{line}, {read.text[first.start :]}"
    return _with_line(read, at, " " * first.column + line)


def _with_line(read: _Document, at: int, line: str) -> str:
    before = read.text[:at]
    if before and not before.endswith(("\r", "\n")):
        before += read.line_end
    return before + line + read.line_end + read.text[at:]


def _below_first(read: _Document) -> int:
    """Return the offset of the line after the first value that is not a collection; otherwise of the first line."""
    for _, value in read.pairs:
        if _is_block(value) and not read.text[: value.end].endswith(("\r", "\n")):
            continue  # a line end after it would become a part of it
        if _is_block(value) and "+" in _head(read.text, value):
            return value.end  # the empty lines after it are a part of it
        if not _is_collection(value):
            return _next_line(read.text, _last(read.text, value))
    return read.pairs[0].key.start - read.pairs[0].key.column if read.pairs else 0


def _replaced(read: _Document, old: _Span, written: str) -> str:
    text = read.text
    if _is_block(old):
        _, sign, comment = _head(text, old).partition("#")
        written += f"  {sign}{comment}" if sign else ""
    rest = text[_last(text, old) :]
    if old.start == old.end:  # there was nothing after the colon, so spaces must be added
        written = f" {written} " if re.match(" #", rest) else f" {written}"
    return text[: old.start] + written + rest


def _with_item(read: _Document, key: _Span, value: _Span, item: str) -> str | None:
    text = read.text
    match value.style:
        case "[" | "-" if text[value.start] == value.style:  # otherwise there is an anchor or a tag
            return _in_list(read, key, value, item)
        case "[" | "-" | "|" | ">":
            return None
    if not value.text or Scalar(value.text, 1, 1, 1, is_plain=not value.style).is_null:
        return _replaced(read, value, f"[{item}]")
    is_safe = value.style or _is_plain(value.text)
    old = text[value.start : value.end] if is_safe else _written(value.text, "'")
    return _replaced(read, value, f"[{item}, {old}]")


def _in_list(read: _Document, key: _Span, value: _Span, item: str) -> str:
    """Insert *item* before the others: on a separate line if they begin on one, above their comments."""
    if value.style == "-":
        return _with_line(read, _next_line(read.text, key.end), f"{' ' * value.column}- {item}")
    if not value.items:
        return f"{read.text[: value.start + 1]}{item}{read.text[value.start + 1 :]}"
    first = value.items[0].start
    line = first - value.items[0].column
    if line <= value.start:
        return f"{read.text[:first]}{item}, {read.text[first:]}"
    return _with_line(read, _next_line(read.text, value.start), f"{read.text[line:first]}{item},")


def _items(value: object) -> list[object] | None:
    """Return a value as a list; None for a mapping."""
    if isinstance(value, list | dict):
        return value if isinstance(value, list) else None
    return [value] if value else []


def _head(text: str, block: _Span) -> str:
    """Return the first line of a block: its indicator, and perhaps a comment."""
    line_break = _BREAK.search(text, block.start)
    return text[block.start : line_break.start()] if line_break else text[block.start :]


def _last(text: str, value: _Span) -> int:
    """Return the end of *value*, without the blank lines at the end of a block."""
    return value.start + len(text[value.start : value.end].rstrip(" \r\n")) if _is_block(value) else value.end


def _next_line(text: str, at: int) -> int:
    line_break = _BREAK.search(text, at)
    return line_break.end() if line_break else len(text)


def _written(value: str, style: str) -> str:
    """Return *value* in quotes of the style of the old value; without quotes only if YAML reads it as the same text."""
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    is_text = plain(Scalar(value, 1, 1, len(value), is_plain=True)) == value  # and not a number or a boolean
    if style != '"' and is_text and _is_plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _is_plain(value: str) -> bool:
    """Tell whether *value* needs no quotes, in block style and within braces."""
    pair = f"{{k: {value}}}"
    try:
        [(_, node), *more] = read_mapping(pair).pairs
        # Parsers differ on `?`, `:` and `%` within braces, and other programs will read the file too.
        if yaml.load(pair, yaml.BaseLoader) != {"k": value}:  # noqa: S506  (it creates only texts)
            return False
    except (YamlProblem, yaml.YAMLError, ValueError):
        return False
    return not more and isinstance(node, Scalar) and node.text == value and node.is_plain and not node.is_null


def _parsed(text: str) -> _Pairs | None:
    try:
        root = read_mapping(text)
    except YamlProblem:
        return None
    return [(key.text, plain(node)) for key, node in root.pairs]


def _verified(text: str, before: _Pairs, changed: str, key: str, value: object) -> str | None:
    """Return *changed* with the byte order mark of *text*; None if it does not parse to *before* with *key* changed.

    This catches every way of writing YAML that the functions above do not handle.
    """
    after = _parsed(changed) or []
    others = [pair for pair in before if pair[0] != key]
    is_correct = [pair for pair in after if pair[0] != key] == others and (key, value) in after
    mark = text[: len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))]
    return mark + changed if is_correct and len(after) == len(others) + 1 else None

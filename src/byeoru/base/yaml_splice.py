"""Change one thing in a YAML mapping by splicing its text.

In:  a text, a key of its top level or of a mapping there, and the text of a plain value, or of an item for a list.
Out: the text with that change; every line that it does not concern is as it was. None where it cannot be made
without a guess.
Must not: write YAML anew, which would lose comments, quotes and the order of keys.
"""

import json
import re
from typing import NamedTuple

import yaml

from byeoru.base.fields import plain
from byeoru.base.yaml_nodes import Scalar, YamlProblem, events, read_mapping

_MARK = "\ufeff"  # a byte order mark, which some editors put in front
_BREAK = re.compile("\r\n|\r|\n")
_Meaning = list[tuple[str, object]]  # the keys and values that a text stands for, without their places


class _Span(NamedTuple):
    """A node as it stands in the text: from one character to before another."""

    start: int
    end: int
    column: int  # 0-based
    text: str
    style: str  # the sign of its quotes or block, "" for plain text; "[" or "-" for a list, "{" or ":" for a mapping
    items: "tuple[_Span, ...]" = ()


class _Pair(NamedTuple):
    key: _Span
    value: _Span


class _Document(NamedTuple):
    """A text that can be read."""

    text: str  # without its byte order mark
    pairs: tuple[_Pair, ...]
    is_in_flow: bool
    meaning: _Meaning
    end: str  # of its lines

    def of(self, *names: str) -> list[_Pair]:
        """Return the pairs whose key is one of *names*."""
        return [pair for pair in self.pairs if pair.key.text in names]


def set_key(text: str, key: str, value: str) -> str | None:
    r"""Return *text* with *key* set to *value*; a new key stands below the first value that ends in a line.

    >>> set_key("title: a  # mine\nbase_url: 'b'  # old\n", "base_url", "https://c.kr")
    "title: a  # mine\nbase_url: 'https://c.kr'  # old\n"
    >>> set_key("title: a\nmenu: {}\n", "base_url", "https://c.kr")
    'title: a\nbase_url: https://c.kr\nmenu: {}\n'
    """
    read = _read(text)
    if read is None:
        return None
    made = _with_value(read, key, value)
    return made and _proved(text, read.meaning, made, key, value)


def set_below(text: str, outer: str, key: str, value: str) -> str | None:
    r"""Return *text* with *key* set to *value* in the mapping *outer*, which stands at the top level.

    >>> set_below("title: a\ndeploy:\n  branch: b  # mine\n", "deploy", "target", "c")
    'title: a\ndeploy:\n  branch: b  # mine\n  target: c\n'
    """
    read = _read(text)
    match read.of(outer) if read else []:
        case [_Pair(_, inner)] if read and inner.style in {"{", ":"} and inner.items:
            pairs = tuple(map(_Pair, inner.items[::2], inner.items[1::2]))
            made = _with_value(read._replace(pairs=pairs, is_in_flow=inner.style == "{"), key, value)
            old = dict(read.meaning)[outer]
            if made and isinstance(old, dict):
                return _proved(text, read.meaning, made, outer, {**old, key: value})
    return None


def add_item(text: str, names: tuple[str, ...], item: str) -> str | None:
    r"""Return *text* with *item* first in the list of the key that is one of *names*, else in one at the end.

    >>> add_item("aliases: /b/  # old\ntitle: a\n", ("aliases", "alias"), "/c/")
    'aliases: [/c/, /b/]  # old\ntitle: a\n'
    >>> add_item("alias:\n- /b/\n", ("aliases", "alias"), "/c/")
    'alias:\n- /c/\n- /b/\n'
    """
    read = _read(text)
    if read is None:
        return None
    found = read.of(*names)
    if not found:
        made = _with_pair(read, len(read.text), f"{names[0]}: [{_written(item, '')}]")
        return _proved(text, read.meaning, made, names[0], [item])
    [key, value], *more = found
    items = _items(dict(read.meaning)[key.text])
    if more or items is None:
        return None
    if item in items:
        return text
    with_item = _with_item(read, key, value, _written(item, ""))
    return with_item and _proved(text, read.meaning, with_item, key.text, [item, *items])


def _with_value(read: _Document, key: str, value: str) -> str | None:
    match read.of(key):
        case []:
            return _with_pair(read, _below_first(read), f"{key}: {_written(value, '')}")
        case [_Pair(_, old)] if not _is_collection(old):
            return _replaced(read, old, _written(value, old.style))
    return None


def _read(text: str) -> _Document | None:
    bare = text.removeprefix(_MARK)
    meaning = _meaning(bare)
    if meaning is None:
        return None
    root = _root(bare)
    pairs = tuple(map(_Pair, root.items[::2], root.items[1::2]))
    broken = _BREAK.search(bare)
    return _Document(bare, pairs, root.style == "{", meaning, broken[0] if broken else "\n")


def _root(text: str) -> _Span:
    """Return the tree of a text that can be read."""
    begun: list[yaml.CollectionStartEvent] = []
    levels: list[list[_Span]] = [[]]
    for event in events(text):
        if isinstance(event, yaml.CollectionStartEvent):
            begun.append(event)
            levels.append([])
        elif isinstance(event, yaml.CollectionEndEvent):
            items = tuple(levels.pop())
            levels[-1].append(_collection(begun.pop(), event, items))
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
    """Put a pair into the line that begins *at*; between braces, in front of the others."""
    if not read.pairs:
        return _with_line(read, len(read.text), line)
    first = read.pairs[0].key
    if read.is_in_flow:
        return f"{read.text[: first.start]}{line}, {read.text[first.start :]}"
    return _with_line(read, at, " " * first.column + line)


def _with_line(read: _Document, at: int, line: str) -> str:
    before = read.text[:at]
    if before and not before.endswith(("\r", "\n")):
        before += read.end
    return before + line + read.end + read.text[at:]


def _below_first(read: _Document) -> int:
    """Return where the line behind the first value begins that does not go on in lists; else the first line."""
    for _, value in read.pairs:
        if _is_block(value) and not read.text[: value.end].endswith(("\r", "\n")):
            continue  # a line end behind it would be a part of it
        if _is_block(value) and "+" in _head(read.text, value):
            return value.end  # the empty lines below it are a part of it
        if not _is_collection(value):
            return _next_line(read.text, _last(read.text, value))
    return read.pairs[0].key.start - read.pairs[0].key.column if read.pairs else 0


def _replaced(read: _Document, old: _Span, written: str) -> str:
    text = read.text
    if _is_block(old):
        _, sign, comment = _head(text, old).partition("#")
        written += f"  {sign}{comment}" if sign else ""
    rest = text[_last(text, old) :]
    if old.start == old.end:  # nothing stood behind the colon, so that the spaces are ours
        written = f" {written} " if re.match(" #", rest) else f" {written}"
    return text[: old.start] + written + rest


def _with_item(read: _Document, key: _Span, value: _Span, item: str) -> str | None:
    text = read.text
    match value.style:
        case "[" | "-" if text[value.start] == value.style:  # else an anchor or a tag stands there
            return _in_list(read, key, value, item)
        case "[" | "-" | "|" | ">":
            return None
    if not value.text or Scalar(value.text, 1, 1, 1, is_plain=not value.style).is_null:
        return _replaced(read, value, f"[{item}]")
    is_safe = value.style or _is_plain(value.text)
    old = text[value.start : value.end] if is_safe else _written(value.text, "'")
    return _replaced(read, value, f"[{item}, {old}]")


def _in_list(read: _Document, key: _Span, value: _Span, item: str) -> str:
    """Put *item* in front of the others: on a line of its own where they begin on one, above all comments on them."""
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
    """Return the line that a block begins on: its sign, and perhaps a comment."""
    found = _BREAK.search(text, block.start)
    return text[block.start : found.start()] if found else text[block.start :]


def _last(text: str, value: _Span) -> int:
    """Return where the last line with something of *value* ends for it."""
    return value.start + len(text[value.start : value.end].rstrip(" \r\n")) if _is_block(value) else value.end


def _next_line(text: str, at: int) -> int:
    found = _BREAK.search(text, at)
    return found.end() if found else len(text)


def _written(value: str, style: str) -> str:
    """Write *value* in the quotes that stood there; without any only where it means the same."""
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _is_plain(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _is_plain(value: str) -> bool:
    """Tell whether *value* can stand without quotes, in a block and between braces."""
    pair = f"{{k: {value}}}"
    try:
        [(_, node), *more] = read_mapping(pair).pairs
        # Parsers differ over `?`, `:` and `%` between braces, and others than ours will read the file.
        if yaml.load(pair, yaml.BaseLoader) != {"k": value}:  # noqa: S506  (it makes texts alone)
            return False
    except (YamlProblem, yaml.YAMLError, ValueError):
        return False
    return not more and isinstance(node, Scalar) and node.text == value and node.is_plain and not node.is_null


def _meaning(text: str) -> _Meaning | None:
    try:
        root = read_mapping(text)
    except YamlProblem:
        return None
    return [(key.text, plain(node)) for key, node in root.pairs]


def _proved(text: str, before: _Meaning, made: str, key: str, value: object) -> str | None:
    """Return *made* behind the mark of *text*, None where it means something else than *before* with *key* changed.

    Whatever way of writing YAML was not thought of above ends here.
    """
    after = _meaning(made) or []
    wanted = [pair for pair in before if pair[0] != key]
    is_right = [pair for pair in after if pair[0] != key] == wanted and (key, value) in after
    mark = text[: len(text) - len(text.removeprefix(_MARK))]
    return mark + made if is_right and len(after) == len(wanted) + 1 else None

"""Convert frozen values to plain lists and back, for the cache and for workers, without pickling them.

A dataclass becomes a list of its fields, a datetime its ISO text, a tuple a list; a dictionary keeps its keys, which
are texts. In a union, a text is unchanged, and any other value becomes the index of its type followed by its fields.
The functions are generated from the annotations, once per type; a field that is already plain costs no call.

>>> from dataclasses import dataclass
>>> @dataclass(frozen=True)
... class Point:
...     x: int
...     names: tuple[str, ...]
>>> to_plain(Point)(Point(1, ("a",)))
[1, ['a']]
>>> from_plain(Point)([1, ["a"]])
Point(x=1, names=('a',))
"""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

Convert = Callable[[Any], Any]


@cache
def to_plain(kind: Any) -> Convert:  # noqa: ANN401  (any annotation)
    """Return the function that converts values of the type *kind* to plain values."""
    return _converter(kind, to_plain, datetime.isoformat, list, _fields_to_list, _tagged) or _same


@cache
def from_plain(kind: Any) -> Convert:  # noqa: ANN401
    """Return the function that converts plain values to values of the type *kind*."""
    return _converter(kind, from_plain, datetime.fromisoformat, tuple, _list_to_fields, _untagged) or _same


def _same(value: Any) -> Any:  # noqa: ANN401
    return value


def _converter(  # noqa: PLR0911  (a table of cases)
    kind: Any,  # noqa: ANN401
    converter_of: Callable[[Any], Convert],
    date: Convert,
    sequence: Callable[..., Any],
    fields: Callable[[type, list[tuple[str, Convert]]], Convert],
    union: Callable[[list[tuple[Any, Convert]]], Convert],
) -> Convert | None:
    """Return a converter for *kind*; None if its values are already plain."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind is datetime:
        return date
    if origin in (typing.Union, types.UnionType):
        if types.NoneType not in arguments:
            return union([(argument, converter_of(argument)) for argument in arguments])
        [member] = [argument for argument in arguments if argument is not types.NoneType]
        inner = converter_of(member)
        return None if inner is _same else lambda value: None if value is None else inner(value)
    if origin is tuple:
        parts = [converter_of(argument) for argument in arguments if argument is not Ellipsis]
        if Ellipsis in arguments:
            [inner] = parts
            return sequence if inner is _same else lambda value: sequence(map(inner, value))
        return lambda value: sequence(part(item) for part, item in zip(parts, value, strict=True))
    if origin is dict:
        inner = converter_of(arguments[1])
        return None if inner is _same else lambda value: {key: inner(item) for key, item in value.items()}
    if origin is Mapping:  # which can be one of `base/mappings`
        inner = converter_of(arguments[1])
        return lambda value: {key: inner(item) for key, item in value.items()}
    if dataclasses.is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        named = [(field.name, converter_of(hints[field.name])) for field in dataclasses.fields(kind)]
        return fields(typing.cast(type, kind), named)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        hints = typing.get_type_hints(kind)
        return fields(kind, [(name, converter_of(hints[name])) for name in kind._fields])
    return None


def _fields_to_list(_: type, named: list[tuple[str, Convert]]) -> Convert:
    """Generate ``lambda v: [v.a, c1(v.b), …]``: one expression is four times faster than a loop over fields."""
    calls = [f"v.{name}" if convert is _same else f"c{i}(v.{name})" for i, (name, convert) in enumerate(named)]
    return _expression(f"[{', '.join(calls)}]", named)


def _list_to_fields(kind: type, named: list[tuple[str, Convert]]) -> Convert:
    if hasattr(kind, "_make") and all(convert is _same for _, convert in named):
        return typing.cast(Convert, kind._make)
    names = ", ".join(f"v{i}" for i in range(len(named)))
    calls = [f"v{i}" if convert is _same else f"c{i}(v{i})" for i, (_, convert) in enumerate(named)]
    inner = _expression(f"kind({', '.join(calls)})", named, names, kind)
    return lambda row: inner(*row)


def _tagged(members: list[tuple[Any, Convert]]) -> Convert:
    """Return a function that writes the index of the type of a value before its fields."""
    numbered = {kind: (number, convert) for number, (kind, convert) in enumerate(members)}

    def plain(value: Any) -> Any:  # noqa: ANN401
        if type(value) is str:
            return value
        number, convert = numbered[type(value)]
        return [number, *convert(value)]

    return plain


def _untagged(members: list[tuple[Any, Convert]]) -> Convert:
    converts = [convert for _, convert in members]

    def value(row: Any) -> Any:  # noqa: ANN401
        return row if type(row) is str else converts[row[0]](row[1:])

    return value


def _expression(body: str, named: list[tuple[str, Convert]], names: str = "v", kind: type | None = None) -> Convert:
    scope = {f"c{i}": convert for i, (_, convert) in enumerate(named)} | {"kind": kind}
    return typing.cast(Convert, eval(f"lambda {names}: {body}", scope))  # noqa: S307  (of our own field names)

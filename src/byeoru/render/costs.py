"""Estimate the cost of a template operation before it runs, so that none can exhaust the memory.

In:  an operator, a filter or a string method, and its arguments.
Out: about one unit per character that is read or written.
Must not: perform the operation. What is not listed here costs the weight of its arguments.

`'a' * 10**9`, `|center(10**9)`, `'%1000000000d'` and `|replace('', long)` are single operations in C, which cannot be
interrupted.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2.exceptions import SecurityError

from byeoru.base.patterns import lazy_pattern
from byeoru.render.budget import LARGEST, Overrun, weight

_NUMBERS = (int, float)
_BITS = 8192  # of an integer: no page shows a larger one, and arithmetic beyond it is quadratic
_ROWS = 100_000  # of `batch` and `slice`
_DIGITS = 40  # of precision: `round` computes the power of ten
_SPEC = lazy_pattern(r"%(?:\([^)]*\))?[#0 +-]*(\*|\d*)(?:\.(\*|\d*))?")
_WIDEST = 1000  # columns to which a format can pad


def of_operator(operator: str, left: Any, right: Any) -> int:  # noqa: ANN401
    """Return the cost of `left operator right`."""
    if isinstance(left, _NUMBERS) and isinstance(right, _NUMBERS):
        return _of_numbers(operator, left, right)
    if operator == "*":
        value, times = (left, right) if isinstance(right, int) else (right, left)
        return weight(value) * max(times, 1) if isinstance(times, int) else 1
    if operator == "%" and isinstance(left, str):
        return of_format(left, right)
    return weight(left) + weight(right)


def _of_numbers(operator: str, left: float, right: float) -> int:
    bits = max(_bits(left), _bits(right))
    if operator == "**":
        bits *= abs(right) if isinstance(left, int) and isinstance(right, int) else 1
    if bits > _BITS:
        raise Overrun
    return 1


def _bits(number: float) -> int:
    return number.bit_length() if isinstance(number, int) else 1


def of_format(text: str, values: object) -> int:
    """Return the cost of `text % values`."""
    for width, precision in _SPEC.findall(text):
        _check_width(width)
        _check_width(precision)
    return len(text) + (1 + text.count("%")) * weight(values)


def check_spec(spec: str) -> str:
    """Return the format specification of a value; raises ``Overrun`` if it pads beyond the limit."""
    for digits in re.findall(r"\d+", spec):
        _check_width(digits)
    return spec


def _check_width(text: str) -> None:
    if text == "*" or len(text) > 4 or (text and int(text) > _WIDEST):
        raise Overrun


def of_method(owner: object, name: str, arguments: Sequence[Any], more: Mapping[str, Any]) -> int:
    """Return the cost of a method of a string, a list or a dictionary."""
    arguments_weight = weight(arguments) + (weight(dict(more)) if more else 0)
    if not isinstance(owner, str):
        return weight(owner) + arguments_weight
    return len(owner) + arguments_weight + (_METHODS[name](owner, *arguments, **more) if name in _METHODS else 0)


def of_filter(name: str, arguments: Sequence[Any], more: Mapping[str, Any]) -> int:
    """Return the cost of the filter of that name."""
    arguments_weight = weight(arguments) + (weight(dict(more)) if more else 0)
    return arguments_weight * _SLOW.get(name, 1) + (_FILTERS[name](*arguments, **more) if name in _FILTERS else 0)


def _padded(_: object, width: int = 80, *__: object, **___: object) -> int:
    return width


def _tabs(text: str, tabsize: int = 8) -> int:
    return text.count("\t") * max(tabsize, 0)


def _replaced(text: object, old: object = "", new: object = "", *_: object, **__: object) -> int:
    count = str(text).count(str(old)) if str(old) else len(str(text)) + 1
    return count * len(str(new))


def _joined(separator: str, texts: object = (), *_: object) -> int:
    return len(separator) * weight(texts)


def _indented(text: object, width: int | str = 4, *_: object, **__: object) -> int:
    return (str(text).count("\n") + 1) * (len(width) if isinstance(width, str) else width)


def _wrapped(text: object, width: int = 79, *_: object, wrapstring: object = "\n", **__: object) -> int:
    return 10 * len(str(text)) + (len(str(text)) // max(width, 1) + 1) * len(str(wrapstring or ""))


def _rows(_: object, count: int, *__: object, **___: object) -> int:
    if count > _ROWS:
        raise Overrun
    return max(count, 0)


def _rounded(_: object, precision: int = 0, *__: object, **___: object) -> int:
    if abs(precision) > _DIGITS:
        raise Overrun
    return 1


def _whole(value: object, *_: object, **__: object) -> int:
    if isinstance(value, str) and len(value) > _BITS // 4:
        raise Overrun
    return 1


def _summed(_: object, *arguments: Any, start: object = 0, **__: object) -> int:  # noqa: ANN401
    if not isinstance([*arguments, start][-1 if len(arguments) < 2 else 1], _NUMBERS):
        raise SecurityError("sum")  # adding lists takes quadratic time
    return 1


def _formatted(text: object, *values: object, **more: object) -> int:
    return of_format(str(text), more or values)


def _without_tags(text: object) -> int:
    return min(len(str(text)) * str(text).count("<") >> 8, LARGEST)  # each tag copies the rest


_METHODS: dict[str, Callable[..., int]] = {
    "center": _padded,
    "ljust": _padded,
    "rjust": _padded,
    "zfill": _padded,
    "expandtabs": _tabs,
    "replace": _replaced,
    "join": _joined,
    "striptags": _without_tags,
}
_FILTERS: dict[str, Callable[..., int]] = {
    "center": _padded,
    "replace": _replaced,
    "indent": _indented,
    "wordwrap": _wrapped,
    "batch": _rows,
    "slice": _rows,
    "round": _rounded,
    "int": _whole,
    "sum": _summed,
    "format": _formatted,
    "striptags": _without_tags,
}
# Filters that read at most one item or one date.
FREE = {"attr", "count", "d", "date", "default", "first", "isodate", "last", "length", "safe"}
# How much slower per character some filters are than others.
_SLOW = {"pprint": 50, "urlize": 20, "title": 8, "tojson": 6, "urlencode": 5, "wordcount": 4, "sort": 4, "unique": 4}

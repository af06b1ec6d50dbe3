"""Whole values of the program as bytes, for the next process: pickles that can create values and do nothing else.

In:  a value made of named tuples, frozen dataclasses and plain values.
Out: bytes; and the value again, or ``ThawError``.
Must not: import a module, or call anything but constructors of values: the bytes may come with a cloned folder.

The bytes are a compressed pickle, and behind it what it keeps outside (`pickle.PickleBuffer`): that is compressed
already (`base/mappings`), and neither copied nor looked at before it is asked for. In front stand the lengths of all.

A pickle names what it calls. Only what Python generates from a list of fields may be named here, in modules that are
loaded already, the few classes of the standard library that such values contain, and classes that declare themselves
``freezable``: they hold values, and nothing else.
"""

import io
import pickle
import sys
from dataclasses import is_dataclass
from datetime import datetime, timedelta, timezone
from itertools import accumulate, pairwise
from struct import pack, unpack_from
from typing import Any, Generic, TypeVar
from zlib import compressobj, decompress

from byeoru.base.thaw_error import ThawError

T = TypeVar("T")
C = TypeVar("C", bound=type)

_OURS = "byeoru."
_MARK = "_is_freezable"
_STANDARD = {
    ("datetime", "datetime"): datetime,
    ("datetime", "timedelta"): timedelta,
    ("datetime", "timezone"): timezone,
}


def freezable(kind: C) -> C:
    """Declare a class to hold nothing but values, and to do nothing while it is created from them."""
    setattr(kind, _MARK, True)
    return kind


@freezable
class Later(Generic[T]):
    """A value that another process left, thawed when it is asked for first."""

    def __init__(self, value: T) -> None:
        """Take the value."""
        self._value = value
        self._data: bytes | memoryview | None = None

    def __getstate__(self) -> pickle.PickleBuffer:
        """Return the value as bytes, which need not be thawed to be passed on."""
        return pickle.PickleBuffer(frozen(self._value) if self._data is None else self._data)

    def __setstate__(self, data: bytes | memoryview) -> None:
        """Take what another process has left."""
        self._data = data

    def get(self) -> T:
        """Return the value; raises ``ThawError`` if the bytes are none."""
        if self._data is not None:
            self._value, self._data = thawed(self._data), None
        return self._value


def frozen(value: object) -> bytes:
    """Return *value* as bytes; objects that it contains twice are written once."""
    return b"".join(frozen_parts(value))


def frozen_parts(value: object) -> list[bytes | memoryview]:
    """Return the bytes of *value* in parts, of which none is a copy."""
    outside: list[pickle.PickleBuffer] = []
    target = _Compressed()
    pickle.Pickler(target, 5, buffer_callback=outside.append).dump(value)
    parts: list[bytes | memoryview] = [target.whole(), *[buffer.raw() for buffer in outside]]
    return [pack(f"<I{len(parts)}I", len(parts), *map(len, parts)), *parts]


class _Compressed:
    """Compresses what a pickler writes, which is ten times as long: 14 MB of a site of 10,000 posts."""

    def __init__(self) -> None:
        self._compress, self._parts = compressobj(1), list[bytes]()

    def write(self, data: bytes) -> None:
        """Take the next bytes."""
        self._parts.append(self._compress.compress(data))

    def whole(self) -> bytes:
        """Return all of them, compressed."""
        return b"".join((*self._parts, self._compress.flush()))


def thawed(data: bytes | memoryview) -> Any:  # noqa: ANN401
    """Return the value of *data*; raises ``ThawError`` if it names anything but classes of values."""
    data = memoryview(data)  # of which parts are no copies
    try:
        (count,) = unpack_from("<I", data)
        ends = [*accumulate(unpack_from(f"<{count}I", data, 4), initial=4 + 4 * count)]
        first, *outside = (data[start:end] for start, end in pairwise(ends))
        return _Values(io.BytesIO(decompress(first)), buffers=outside).load()
    except Exception as problem:  # a forged pickle can raise anything
        raise ThawError(str(problem)) from problem


class _Values(pickle.Unpickler):
    """Reads values."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        """Return the class of a value; pickle calls this for everything that it is going to call."""
        if (module, name) in _STANDARD:
            return _STANDARD[module, name]
        found = vars(sys.modules[module]).get(name) if module.startswith(_OURS) and module in sys.modules else None
        if not isinstance(found, type) or not _is_of_values(found):
            raise pickle.UnpicklingError(f"{module}.{name} is not a class of values")
        return found


def _is_of_values(kind: type) -> bool:
    """Tell whether a class declares it, or has the constructor that Python generates from its fields."""
    if _MARK in vars(kind):
        return True
    is_named_tuple = issubclass(kind, tuple) and "_fields" in vars(kind)
    return is_named_tuple or (is_dataclass(kind) and not hasattr(kind, "__post_init__"))

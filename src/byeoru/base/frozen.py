"""Whole values of the program as bytes, for the next process: pickles that can create values and do nothing else.

In:  a value made of named tuples, frozen dataclasses and plain values.
Out: bytes; and the value again, or ``ThawError``.
Must not: import a module, or call anything but constructors of values: the bytes may come with a cloned folder.

A pickle names what it calls. Only what Python generates from a list of fields may be named here, in modules that are
loaded already, and the few classes of the standard library and of the caller that such values contain.
"""

import io
import pickle
import sys
from collections.abc import Collection
from dataclasses import is_dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

_OURS = "byeoru."
_STANDARD = {
    ("datetime", "datetime"): datetime,
    ("datetime", "timedelta"): timedelta,
    ("datetime", "timezone"): timezone,
}


class ThawError(ValueError):
    """The bytes are no value."""


def frozen(value: object) -> bytes:
    """Return *value* as bytes; objects that it contains twice are written once."""
    return pickle.dumps(value, 5)


def thawed(data: bytes, others: Collection[type] = ()) -> Any:  # noqa: ANN401
    """Return the value of *data*; raises ``ThawError`` if it names anything but value classes and *others*."""
    try:
        return _Values(io.BytesIO(data), others).load()
    except Exception as problem:  # a forged pickle can raise anything
        raise ThawError(str(problem)) from problem


class _Values(pickle.Unpickler):
    """Reads values."""

    def __init__(self, file: io.BytesIO, others: Collection[type]) -> None:
        super().__init__(file)
        self._known = _STANDARD | {(other.__module__, other.__qualname__): other for other in others}

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        """Return the class of a value; pickle calls this for everything that it is going to call."""
        if (module, name) in self._known:
            return self._known[module, name]
        found = vars(sys.modules[module]).get(name) if module.startswith(_OURS) and module in sys.modules else None
        if not isinstance(found, type) or not _is_of_values(found):
            raise pickle.UnpicklingError(f"{module}.{name} is not a class of values")
        return found


def _is_of_values(kind: type) -> bool:
    """Tell whether a class has the constructor that Python generates from its fields, and does nothing more."""
    is_named_tuple = issubclass(kind, tuple) and "_fields" in vars(kind)
    return is_named_tuple or (is_dataclass(kind) and not hasattr(kind, "__post_init__"))

"""Values of templates, and what their functions do to them.

In:  texts, truth values, and None for what is missing.
Out: the same; ``Safe`` text is inserted as it is, ``Markdown`` is read as such.
Must not: know how expressions are written; ``CannotRead`` is raised for what only another program can compute.
"""

import re
from collections.abc import Callable, Sequence
from urllib.parse import quote

from byeoru.base.paths import is_external

LONGEST = 32 * 1024  # characters of a value


class CannotRead(Exception):  # noqa: N818  (a result, not an error)
    """A template needs what only its program can compute."""


class Safe(str):
    """Text that is inserted without escaping."""

    __slots__ = ()


class Markdown(Safe):
    """Text that is inserted as Markdown."""

    __slots__ = ()


Value = str | bool | None
Names = Callable[[str], Value]  # the value of a variable or an argument

_TAG = re.compile(r"<[^<>]*>")
_SLUG = re.compile(r"[\W_]+")


def text_of(value: Value) -> str:
    """Return *value* as it is inserted."""
    return "" if value is None else value if isinstance(value, str) else str(value).lower()


def is_true(value: Value) -> bool:
    """Tell whether *value* is neither empty nor false."""
    return value not in {None, "", False, "false", "0"}


def call(function: Callable[..., Value] | None, operands: Sequence[Value]) -> Value:
    """Return the result of a function of a template language, None for one that is not known."""
    if function is None or sum(len(text_of(value)) for value in operands) > LONGEST:
        raise CannotRead
    try:
        return function(*operands)
    except (TypeError, IndexError):  # the number of arguments is wrong
        raise CannotRead from None


def address(path: Value) -> Value:
    """Return a path from the root of the site; a URL stays."""
    text = text_of(path)
    return text if is_external(text) or text.startswith("#") else "/" + text.lstrip("/")


def replace(text: Value, old: Value, new: Value) -> Value:
    """Return *text* with *new* for each *old*."""
    text, old, new = text_of(text), text_of(old), text_of(new)
    if not old or len(text) + text.count(old) * len(new) > LONGEST:
        raise CannotRead
    return text.replace(old, new)


def same(value: Value) -> Value:
    """Return *value* as it is."""
    return value


def safe(value: Value) -> Value:
    """Return *value* as HTML."""
    return value if isinstance(value, Safe) else Safe(text_of(value))


def markdown(value: Value) -> Value:
    """Return *value* as Markdown."""
    return Markdown(text_of(value))


def plain(value: Value) -> Value:
    """Return *value* without HTML tags."""
    return _TAG.sub("", text_of(value))


def slug(value: Value) -> Value:
    """Return *value* as a segment of an address."""
    return _SLUG.sub("-", text_of(value)).strip("-").lower()


def encoded(value: Value) -> Value:
    """Return *value* encoded for a URL."""
    return quote(text_of(value), safe="")


def strip(value: Value, *_: Value) -> Value:
    """Return *value* without the blanks around it; it is inserted as before."""
    text = text_of(value).strip()
    return type(value)(text) if isinstance(value, Safe) else text

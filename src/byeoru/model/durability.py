"""How long a result stays valid: the parts of documents that it can depend on, and so which edits invalidate it.

In:  declarations, ``sees=ORDER``.
Out: ``Sees``; ``lookup``, a cached property that declares the same, and which of them an edit leaves valid.
Must not: know a query or a document.
"""

from collections.abc import Callable
from enum import Flag, auto
from functools import cached_property
from typing import TypeVar

T = TypeVar("T")


class Sees(Flag):
    """The parts of documents that are read. Every query may read settings, the theme, and other files."""

    NOTHING = 0
    ORDER = (
        auto()
    )  # which pages there are, their addresses and terms, and the fields that lists are sorted by (`LISTING_FIELDS`)
    META = auto()  # the rest of their metadata: titles, summaries
    BODY = auto()  # their texts


NOTHING, ORDER, META, BODY = Sees.NOTHING, Sees.ORDER, Sees.META, Sees.BODY


class Lookup(cached_property[T]):
    """A table of one site that several queries share, computed once; it declares which parts of documents it reads."""

    def __init__(self, function: Callable[..., T], sees: Sees) -> None:
        """Take the function that computes the table."""
        super().__init__(function)
        self.sees = sees


def lookup(sees: Sees) -> Callable[[Callable[..., T]], Lookup[T]]:
    """Declare a method to be a table that is computed once."""
    return lambda function: Lookup(function, sees)


def valid_lookups(instance: object, changed: Sees) -> dict[str, object]:
    """Return the computed tables of *instance* that do not read what has *changed*."""
    return {name: table for name, table, sees in _computed(instance) if not sees & changed}


def drop_lookups(instance: object, changed: Sees) -> None:
    """Remove the tables of *instance* that read what has *changed*; they are computed again on demand."""
    for name, _, sees in _computed(instance):
        if sees & changed:
            del vars(instance)[name]


def _computed(instance: object) -> list[tuple[str, object, Sees]]:
    declared = ((name, table, getattr(type(instance), name, None)) for name, table in vars(instance).items())
    return [(name, table, attribute.sees) for name, table, attribute in declared if isinstance(attribute, Lookup)]

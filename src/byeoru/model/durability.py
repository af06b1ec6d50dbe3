"""How long a result lasts: what of the documents of a site it can depend on, and so which edits leave it as it is.

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
    """What of documents is seen. Settings, the theme and files that are no documents can be seen by everything."""

    NOTHING = 0
    ORDER = auto()  # which pages there are, their addresses and terms, and what lists are ordered by (`PLACING`)
    META = auto()  # the rest of their metadata: titles, summaries
    BODY = auto()  # their texts


NOTHING, ORDER, META, BODY = Sees.NOTHING, Sees.ORDER, Sees.META, Sees.BODY


class Lookup(cached_property[T]):
    """A table of one site that several queries share, made once; it declares what it sees of documents."""

    def __init__(self, function: Callable[..., T], sees: Sees) -> None:
        """Take how the table is made."""
        super().__init__(function)
        self.sees = sees


def lookup(sees: Sees) -> Callable[[Callable[..., T]], Lookup[T]]:
    """Declare a method to be a table that is made once."""
    return lambda function: Lookup(function, sees)


def valid_lookups(instance: object, changed: Sees) -> dict[str, object]:
    """Return the tables of *instance* that are made and do not see what has *changed*."""
    return {name: table for name, table, sees in _made(instance) if not sees & changed}


def drop_lookups(instance: object, changed: Sees) -> None:
    """Remove the tables of *instance* that see what has *changed*; they are made again when they are wanted."""
    for name, _, sees in _made(instance):
        if sees & changed:
            del vars(instance)[name]


def _made(instance: object) -> list[tuple[str, object, Sees]]:
    declared = ((name, table, getattr(type(instance), name, None)) for name, table in vars(instance).items())
    return [(name, table, one.sees) for name, table, one in declared if isinstance(one, Lookup)]

"""A value beside what it was made of, so that it is made again exactly when that is different."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Derived(NamedTuple, Generic[K, V]):
    """A value, and all that it depends on."""

    made_of: K
    value: V


def derive(before: Derived[K, V] | None, made_of: K, make: Callable[[], V]) -> Derived[K, V]:
    """Return *before* if it was made of the same, else what *make* makes.

    >>> first = derive(None, [1, 2], lambda: 3)
    >>> derive(first, [1, 2], lambda: 4).value, derive(first, [2, 2], lambda: 4).value
    (3, 4)
    """
    return before if before is not None and before.made_of == made_of else Derived(made_of, make())

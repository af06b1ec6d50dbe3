"""A value stored with its inputs, so that it is recomputed exactly when they change."""

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Derived(NamedTuple, Generic[K, V]):
    """A value, and everything that it depends on."""

    inputs: K
    value: V


def derive(before: Derived[K, V] | None, inputs: K, compute: Callable[[], V]) -> Derived[K, V]:
    """Return *before* if its inputs are the same, otherwise the result of *compute*.

    >>> first = derive(None, [1, 2], lambda: 3)
    >>> derive(first, [1, 2], lambda: 4).value, derive(first, [2, 2], lambda: 4).value
    (3, 4)
    """
    return before if before is not None and before.inputs == inputs else Derived(inputs, compute())

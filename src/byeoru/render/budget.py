"""Limit the work of a template for one output by counting it, never by timing it.

In:  the cost of a step, about one per character processed.
Out: nothing, or ``Overrun`` when the budget is spent.
Must not: read a clock. A page exceeds the limit on every machine or on none, however busy the machine is.
"""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from jinja2.utils import Namespace

# Per output. A list of 100,000 posts in the default theme costs 170 million; an empty loop is stopped after
# four million iterations, in two seconds.
BUDGET = 200_000_000
STEP = 50  # one iteration of a loop or one filter takes about as long as fifty characters
PART = 8  # per part of an expression
LOAD = 500  # per included template
CALL = 200  # per call of a macro or a function
# Limits of single operations on several values: an operation in C cannot be interrupted.
LARGEST = 20_000_000
OUTPUT = 50_000_000  # characters of one file: GitHub rejects files above 100 MB, and Hangul takes three bytes a letter
_ITEM = 8  # per item of a list
_DEEPEST = 60  # nested lists
_COUNTED = (str, range)
_HEAVY = (str, int, list, tuple, dict, range, set, frozenset, Namespace)


class Overrun(Exception):  # noqa: N818  (it is met in `work` and becomes a Diagnostic)
    """A template exceeded its limit of work or memory."""


class Budget:
    """What is left of the limit for the current output."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        """Begin with the full budget."""
        self.left = BUDGET

    def spend(self, cost: int) -> None:
        """Subtract *cost* from what is left."""
        self.left -= cost
        if self.left < 0 or cost > LARGEST:
            raise Overrun

    def stop(self) -> None:
        """Stop rendering: compiled templates subtract their own costs and call this when nothing is left."""
        raise Overrun


def weight(value: Any, depth: int = 0) -> int:  # noqa: ANN401
    """Return about how many characters *value* takes when printed, which is also the cost of scanning it.

    A list with one long text a thousand times weighs as much as a thousand texts. Counting stops early: a value
    that is too large for any template raises ``Overrun``.
    """
    kind: object = type(value)
    if not _is_heavy(kind):
        return 1
    if isinstance(value, _COUNTED):
        return len(value)
    if isinstance(value, int):
        return 1 + (value.bit_length() >> 3)
    if isinstance(value, Namespace):
        value = Namespace.__getattribute__(value, "_Namespace__attrs")
    if depth > _DEEPEST:
        raise Overrun
    return _weight_of_items((*value, *value.values()) if isinstance(value, dict) else value, depth + 1)


def _weight_of_items(items: Collection[Any], depth: int) -> int:
    total = 2 + _ITEM * len(items)
    for item in items:
        kind: object = type(item)
        if kind is str:
            total += len(item)
        elif _is_heavy(kind):
            total += weight(item, depth)
        if total > LARGEST:
            raise Overrun
    return total


@lru_cache(maxsize=1 << 10)
def _is_heavy(kind: type) -> bool:
    """Tell whether values of a type can grow in a template; views, of which most lists consist, cannot."""
    return issubclass(kind, _HEAVY)

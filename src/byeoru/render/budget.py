"""How much work one template may do for one output: counted, never timed.

In:  the cost of a step, about one a character that it handles.
Out: nothing, or ``Overrun`` when the budget is spent.
Must not: look at a clock. The same page fails on every machine or on none, and a busy machine fails no page.
"""

from itertools import chain
from typing import Any

from jinja2.utils import Namespace

# For one output. A list of 100,000 posts in the default theme takes 170 million; a loop that does nothing ends after
# four million turns, in two seconds.
BUDGET = 200_000_000
STEP = 50  # a turn of a loop or a filter takes about as long as fifty characters
ASKED = 8  # each part of an expression
LOAD = 500  # of a template that is included
CALL = 200  # of a macro or a function
# For what a template makes of several values at once: an operation of C cannot be interrupted.
LARGEST = 20_000_000
OUTPUT = 50_000_000  # characters of one file: GitHub refuses files above 100 MB, and Hangul takes three bytes a letter
_ITEM = 8  # of a list
_DEEPEST = 60  # lists within lists
_COUNTED = (str, range)
_HEAVY = (str, int, list, tuple, dict, range, set, frozenset, Namespace)  # kinds that can grow in a template


class Overrun(Exception):  # noqa: N818  (it is met in `work` and becomes a Diagnostic)
    """A template that would never end, or fill the memory."""


class Budget:
    """What is left for the present output."""

    __slots__ = ("left",)

    def __init__(self) -> None:
        """Begin with a whole budget."""
        self.left = BUDGET

    def spend(self, cost: int) -> None:
        """Take *cost* from what is left."""
        self.left -= cost
        if self.left < 0 or cost > LARGEST:
            raise Overrun

    def stop(self) -> None:
        """End the rendering: compiled templates count for themselves and call this when nothing is left."""
        raise Overrun


def weight(value: Any, depth: int = 0) -> int:  # noqa: ANN401
    """Return about how many characters it takes to write *value* out, which is also what it costs to look through it.

    A list that holds one long text a thousand times weighs as much as a thousand texts. It counts no further than
    it has to: what is too large for any template raises ``Overrun``.
    """
    if not isinstance(value, _HEAVY):
        return 1
    if isinstance(value, _COUNTED):
        return len(value)
    if isinstance(value, int):
        return 1 + (value.bit_length() >> 3)
    if isinstance(value, Namespace):
        value = Namespace.__getattribute__(value, "_Namespace__attrs")
    if depth > _DEEPEST:
        raise Overrun
    total = 2
    for item in value if not isinstance(value, dict) else chain(value, value.values()):
        if isinstance(item, str):
            total += _ITEM + len(item)
        else:
            total += _ITEM + weight(item, depth + 1) if isinstance(item, _HEAVY) else _ITEM
        if total > LARGEST:
            raise Overrun
    return total

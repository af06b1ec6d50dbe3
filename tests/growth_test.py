"""How the cost of a piece of work grows with its input, counted and not timed, so that a busy machine cannot change it."""

import math
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

COUNTED = 1.2  # the highest exponent of the operations: sorting has one a little above 1
TIMED = 1.6  # of the processor's time, which also sees what C does within one operation; generous, as it is noisy
_TELLING = 0.02  # seconds of processor time below which its growth is noise


class Growth(NamedTuple):
    """Exponents: of the steepest doubling in operations, and of the last two together in time."""

    counted: float
    timed: float  # 0 where the work is too short to tell


def operations(work: Callable[[], object]) -> int:
    """Return how many lines of Python and calls of C *work* takes."""
    count = 0

    def trace(_: Any, event: str, __: object) -> Any:  # noqa: ANN401
        nonlocal count
        count += event == "line"
        return trace

    def profile(_: object, event: str, __: object) -> None:
        nonlocal count
        count += event == "c_call"

    before = sys.gettrace(), sys.getprofile()
    sys.settrace(trace)
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])
    return count


def growth(prepare: Callable[[int], Callable[[], object]], smallest: int, doublings: int = 4) -> Growth:
    """Return how the work that *prepare* makes for a size grows from *smallest* over some doublings."""
    sizes = [smallest << step for step in range(doublings + 1)]
    prepare(4 * smallest - 1)()  # imports, tables, templates of a second page; of a size that is not measured
    counts = [operations(prepare(size)) for size in sizes]
    seconds = [min(_seconds(prepare(size)) for _ in range(2)) for size in (sizes[-3], sizes[-1])]
    counted = max(math.log2(after / before) for before, after in pairwise(counts))
    timed = math.log2(seconds[1] / seconds[0]) / 2 if seconds[0] >= _TELLING else 0.0
    return Growth(counted, timed)


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began

"""How the cost of work grows with its input: in lines of Python and calls of C, and in CPU time.

What is counted is the same each time and on any machine, but what happens within one call of a regular expression is a
single operation. CPU time sees that too; it is measured on larger inputs, and again before it is believed.
"""

import gc
import math
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

import pytest

LIMIT = 1.2  # the highest exponent of what is counted, where 1 is linear: sorting has one a little above 1
GENEROUS = 1.4  # the same for CPU time that is measured again: caches, collections of garbage and neighbours add to it
TIMED = 1.6  # the same for CPU time that is measured twice
_SHORT = 0.02  # seconds of CPU time below which its growth is noise
_COUNTED = (400, 1600)  # characters: twice doubled; below, what is done once for each text hides how costs grow
_MEASURED = (1_500, 12_000)
_LARGE = (5_000, 10_000, 20_000, 40_000, 80_000)
TRIES = 24  # the least of all counts: beside other processes, 24 have given 1.25 for what is linear alone
_NOTHING = 0.005  # seconds, in which a process has other things to do than the work
_LITTLE = 0.03  # seconds that a large text may take without a look at how it came to them

Make = str | Callable[[int], str]  # a text, which is repeated, or a function of a number
Work = Callable[[str], object]


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


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that *work* takes in a thread of its own.

    Python 3.11 keeps frames in chunks of memory, and takes and frees one whenever calls cross the end of the last. Where
    that is depends on how many frames are below: beneath pytest's, a deep text once took four times as long.
    """
    gc.disable()  # how long a collection takes depends on what else the process holds
    try:
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(_timed, work).result()
    finally:
        gc.enable()


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """Return how fast costs grow at the larger end: from the middle of the sizes to the last.

    >>> round(exponent((1, 2, 4), (5, 20, 80)), 2), round(exponent((1, 2, 4), (3, 4, 6)), 2)
    (2.0, 0.58)
    """
    half = (len(sizes) - 1) // 2
    return math.log(costs[-1] / costs[half]) / math.log(sizes[-1] / sizes[half])


def growth(prepare: Callable[[int], Callable[[], object]], smallest: int, doublings: int = 4) -> Growth:
    """Return the growth of the work that *prepare* returns for a size, from *smallest* over some doublings."""
    sizes = [smallest << step for step in range(doublings + 1)]
    prepare(sizes[-1] - 1)()  # imports, tables, templates of a second page; of a size that is not measured
    counts = [operations(prepare(size)) for size in sizes]
    least = [min(seconds(prepare(size)) for _ in range(2)) for size in (sizes[-3], sizes[-1])]
    counted = max(exponent(sizes, costs) for sizes, costs in zip(pairwise(sizes), pairwise(counts), strict=True))
    return Growth(counted, exponent((sizes[-3], sizes[-1]), least) if least[0] >= _SHORT else 0.0)


def first_of_each(cases: Sequence[tuple[str, str]]) -> list[object]:
    """Return the parameters of a test in which all cases but the first of each group are slow."""
    first = dict(reversed(cases))
    return [pytest.param(*case, marks=() if first[case[0]] == case[1] else pytest.mark.slow) for case in cases]


def some_of_each(cases: Sequence[tuple[str, str]]) -> list[object]:
    """Return the parameters of a test in which every third case of each group is quick, from the first on."""
    groups: dict[str, list[str]] = {}
    for group, name in cases:
        groups.setdefault(group, []).append(name)
    return [
        pytest.param(group, name, marks=pytest.mark.slow if groups[group].index(name) % 3 else ())
        for group, name in cases
    ]


def of_size(make: Make, size: int) -> str:
    """Return the first text of a family that has at least *size* characters."""
    if isinstance(make, str):
        return make * -(-size // len(make))
    low, high = 0, 1
    while len(make(high)) < size:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if len(make(middle)) >= size else (middle, high)
    return make(high)


def lines_run(work: Work, text: str) -> int:
    """Return how many lines of Python and calls of C run while *work* reads *text*."""
    return operations(lambda: work(text))


def growth_in_lines(work: Work, make: Make) -> float:
    """Return the exponent of growth of the executed lines."""
    texts = [of_size(make, size) for size in _COUNTED]
    work(of_size(make, 100))  # what is imported or made once is not counted
    return exponent([len(text) for text in texts], [lines_run(work, text) for text in texts])


def growth_in_seconds(work: Work, make: Make, tries: int = TRIES) -> float:
    """Return the exponent with which CPU time grows; what looks too fast is measured again."""
    return _grown(work, [of_size(make, size) for size in _MEASURED], _NOTHING, tries)


def growth_of_the_large(work: Work, make: Make) -> float:
    """Return the exponent of growth of CPU time up to extremely large inputs."""
    return _grown(work, [of_size(make, size) for size in _LARGE], _LITTLE, TRIES)


def _grown(work: Work, texts: list[str], noise: float, tries: int) -> float:
    least = [math.inf] * len(texts)
    found = math.inf
    for _ in range(tries):
        least = [min(before, seconds(partial(work, text))) for before, text in zip(least, texts, strict=True)]
        found = exponent([len(text) for text in texts], [max(cost, noise) for cost in least])
        if found <= GENEROUS:
            break
    return found

"""A random number generator with the same results on every machine.

In:  a key, such as a seed and the number of a post.
Out: a stream of choices that depends only on the key.
Must not: use any part of `random` except the Mersenne Twister's `random()`, whose values for a seed are
fixed; the algorithms of `choice`, `shuffle` and `gauss` may change between versions of Python.
"""

import hashlib
import random
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from decimal import Context, Decimal
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")

_SCALE = 10**12  # weights are whole numbers, so that their sums are exact everywhere


class Dice:
    """A stream of choices."""

    __slots__ = ("_next",)

    def __init__(self, *key: object) -> None:
        """Start the stream of this key."""
        digest = hashlib.sha256("/".join(map(str, key)).encode()).digest()
        self._next = random.Random(int.from_bytes(digest, "big")).random

    def share(self) -> float:
        """Draw a number of 0 or more and less than 1."""
        return self._next()

    def below(self, limit: int) -> int:
        """Draw a whole number of 0 or more and less than *limit*."""
        return int(self._next() * limit)

    def between(self, low: int, high: int) -> int:
        """Draw a whole number from *low* to *high*, both included."""
        return low + int(self._next() * (high - low + 1))

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self._next() < probability

    def pick(self, items: Sequence[T]) -> T:
        """Draw one item, with equal probabilities."""
        return items[int(self._next() * len(items))]

    def length(self, median: Decimal, spread: Decimal, shortest: int, longest: int) -> int:
        """Draw a length: log-normal, clamped to the shortest and the longest.

        Twelve uniform numbers make the bell curve and `decimal` the exponential, because the last bit of
        `math.exp` and of what `gauss` calls differs between C libraries.
        """
        bell = Decimal(sum(int(self.share() * 10**6) for _ in range(12)) - 6 * 10**6) / 10**6
        return min(longest, max(shortest, int(median * Context(prec=20).exp(spread * bell))))

    def rank(self, ladder: Sequence[int]) -> int:
        """Draw an index by cumulative weights, such as those of `zipf`."""
        return bisect_right(ladder, int(self._next() * ladder[-1]))


def summed(weights: Iterable[int]) -> tuple[int, ...]:
    """Return cumulative weights, for `Dice.rank`.

    >>> summed([3, 1, 2])
    (3, 4, 6)
    """
    return tuple(accumulate(weights))


def zipf(count: int, offset: int) -> tuple[int, ...]:
    """Return cumulative weights of *count* ranks, each 1 / (rank + offset).

    The offset flattens the head (Mandelbrot's correction): with 0 the first rank would be drawn twice
    as often as the second, which holds for particles, not for the nouns of a technical blog.
    """
    return summed(_SCALE // (rank + offset) for rank in range(1, count + 1))

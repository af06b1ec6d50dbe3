"""The boundaries of shards: constants, so that no edit makes or moves a shard.

In:  a number of shards.
Out: the first key of each shard but the first, in the order of the index.
Must not: depend on the texts of a site. The table was made from public Korean texts (`tools/make_boundaries.py`).
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from byeoru.index.boundary_table import TABLE

_CLASSES = 4096  # shards that the whole table divides terms into


def every(boundaries: tuple[str, ...], step: int) -> tuple[str, ...]:
    """Return each *step*-th of *boundaries*.

    >>> every(("a", "b", "c"), 2), every(("a", "b", "c"), 4)
    (('b',), ())
    """
    return boundaries[step - 1 :: step]


@cache
def boundaries_for(shards: int) -> tuple[str, ...]:
    """Return the boundaries of this number of shards, a power of two up to 4,096."""
    return every(_table(), _CLASSES // shards)


@lru_cache(maxsize=1)
def _table() -> tuple[str, ...]:
    return decoded(TABLE)


def coded(boundaries: Iterable[str]) -> str:
    """Return *boundaries* as a short text: of each, how much of it the one before begins with, and the rest.

    >>> coded(("ㄱㅏ", "ㄱㅏㄴ", "ㄱㅗ"))
    '0ㄱㅏ 2ㄴ 1ㅗ'
    """
    last, entries = "", []
    for boundary in boundaries:
        shared = 0
        while shared < min(len(last), len(boundary), 35) and last[shared] == boundary[shared]:
            shared += 1
        entries.append("0123456789abcdefghijklmnopqrstuvwxyz"[shared] + boundary[shared:])
        last = boundary
    return " ".join(entries)


def decoded(text: str) -> tuple[str, ...]:
    """Return the boundaries that ``coded`` wrote.

    >>> decoded("0ㄱㅏ 2ㄴ 1ㅗ")
    ('ㄱㅏ', 'ㄱㅏㄴ', 'ㄱㅗ')
    """
    last, boundaries = "", []
    for entry in text.split():
        last = last[: int(entry[0], 36)] + entry[1:]
        boundaries.append(last)
    return tuple(boundaries)

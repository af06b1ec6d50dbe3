"""The boundaries of shards: constants, so that no edit makes or moves a shard.

In:  a number of shards, and the language of an edition.
Out: the first key of each shard but the first, in the order of the index.
Must not: depend on the texts of a site. The tables were made from public texts (`tools/make_boundaries.py`): one for
Korean, and one for every other language, from English, as in the Korean one four fifths of the shards hold no Latin.
"""

from collections.abc import Iterable
from functools import cache

from byeoru.index.boundary_table_ko import TABLE as KOREAN
from byeoru.index.boundary_table_other import TABLE as OTHER

_TABLES = {"ko": KOREAN, "": OTHER}
_CLASSES = 4096  # shards that the whole table divides terms into


def every(boundaries: tuple[str, ...], step: int) -> tuple[str, ...]:
    """Return each *step*-th of *boundaries*.

    >>> every(("a", "b", "c"), 2), every(("a", "b", "c"), 4)
    (('b',), ())
    """
    return boundaries[step - 1 :: step]


@cache
def boundaries_for(shards: int, language: str) -> tuple[str, ...]:
    """Return the boundaries of this number of shards, a power of two up to 4,096, for an edition in *language*."""
    name = language.partition("-")[0]
    return every(_table(name if name in _TABLES else ""), _CLASSES // shards)


@cache
def _table(name: str) -> tuple[str, ...]:
    return decoded(_TABLES[name])


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

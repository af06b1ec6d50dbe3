"""A chunk of titles: what a list of results shows of the documents of a few slots.

In:  rows; or the bytes of a chunk.
Out: the bytes; or the rows.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

CHUNK_BITS = 3  # log2 of the slots of a chunk; half of them at most have a document
_LONGEST = 80  # characters of a summary


class TitleRow(NamedTuple):
    """One document in a list of results."""

    slot: int
    url: str  # percent-encoded site path without the base path, so that a chunk does not change with it
    title: str
    date: str  # "2026-03-14", "" for none
    section: str
    summary: str


def shortened(summary: str) -> str:
    """Return what a row shows of a summary.

    >>> shortened("가" * 100) == "가" * 79 + "…"
    True
    """
    return summary if len(summary) <= _LONGEST else summary[: _LONGEST - 1].rstrip() + "…"


def written(rows: Iterable[TitleRow]) -> bytes:
    r"""Return the bytes of a chunk, a row a line.

    >>> written([TitleRow(4, "/a/", "A", "", "notes", "")])
    b'[\n[4,"/a/","A","","notes",""]\n]\n'
    """
    lines = ",\n".join([json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows])
    return f"[\n{lines}\n]\n".encode("utf-8", "replace")


def read(data: bytes) -> tuple[TitleRow, ...]:
    """Return the rows of a chunk; raises ``ValueError`` for other bytes."""
    return tuple(TitleRow(*row) for row in json.loads(data))

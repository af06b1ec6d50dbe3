"""The root of an index, `index.json`: what a reader must know before it asks for shards.

In:  the values of an edition; or the bytes of its root.
Out: the bytes; or a ``Root``, which finds the files of shards and titles.
Must not: change with every new document, as it is read first and cached by browsers.
"""

import json
from typing import NamedTuple

from byeoru.index.boundaries import coded, decoded, every

VERSION = 1


class Root(NamedTuple):
    """The root of the index of one edition."""

    documents: int  # rounded to two digits
    bits: int  # log2 of the size of the slot table
    chunk: int  # log2 of the slots of a chunk of titles
    segments: tuple[tuple[str, int], ...]  # name and number of shards, the oldest first
    boundaries: tuple[str, ...]  # of the segment with the most shards

    def boundaries_of(self, segment: int) -> tuple[str, ...]:
        """Return the first key of each shard of a segment but the first."""
        most = len(self.boundaries) + 1
        return every(self.boundaries, most // self.segments[segment][1])

    def shard_file(self, segment: int, number: int) -> str:
        """Return the path of a shard below the folder of the root."""
        name, shards = self.segments[segment]
        return shard_file(self.bits, name, shards, number)

    def titles_file(self, number: int) -> str:
        """Return the path of a chunk of titles below the folder of the root; a slot is in chunk `slot >> chunk`."""
        return titles_file(self.bits, number)


def shard_file(bits: int, segment: str, shards: int, number: int) -> str:
    """Return the path of a shard below the folder of the root.

    Everything that a posting means is in it: with another size of the slot table or other boundaries it is another
    file, so a root and a shard of different builds never disagree.

    >>> shard_file(11, "p0-992", 256, 63)
    '11/p0-992-256/3f.txt'
    """
    return f"{bits}/{segment}-{shards}/{number:x}.txt"


def titles_file(bits: int, number: int) -> str:
    """Return the path of a chunk of titles below the folder of the root.

    >>> titles_file(11, 26)
    '11/titles/1a.json'
    """
    return f"{bits}/titles/{number:x}.json"


def written(root: Root) -> bytes:
    """Return the bytes of a root."""
    values = {
        "version": VERSION,
        "documents": root.documents,
        "slots": root.bits,
        "chunk": root.chunk,
        "segments": root.segments,
        "boundaries": coded(root.boundaries),
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def read(data: bytes) -> Root:
    """Return the root of these bytes; raises ``ValueError`` or ``KeyError`` for other bytes or another version."""
    values = json.loads(data)
    if values["version"] != VERSION:
        raise ValueError(values["version"])
    segments = tuple((name, shards) for name, shards in values["segments"])
    boundaries = decoded(values["boundaries"])
    return Root(values["documents"], values["slots"], values["chunk"], segments, boundaries)

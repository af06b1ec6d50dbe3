"""Which files the search index of a site has, and the digests of their contents.

In:  the tables of the index (`cache.search_table`).
Out: ``SearchIndex``, a value like the rest of a site: queries about the index are answered from it.
Must not: hold a posting; the texts of shards stay in the cache.
"""

from typing import NamedTuple

_PREFIX = "search:"  # of the names of shards among those of documents


class IndexedSegment(NamedTuple):
    """The shards of one segment."""

    name: str  # with the number of its shards: "p0-992-256"
    digests: tuple[str, ...]  # of the text of each shard


class IndexedEdition(NamedTuple):
    """The index of one edition."""

    code: str
    language: str  # the name of its folder
    bits: int  # log2 of the size of the slot table
    slots: tuple[tuple[int, str], ...]  # slot and address of each document, by slot
    segments: tuple[IndexedSegment, ...]  # the oldest first

    @property
    def layout(self) -> tuple[object, ...]:
        """Return everything that decides which files there are and which documents they are about."""
        return (*self[:4], [(segment.name, len(segment.digests)) for segment in self.segments])


class SearchIndex(NamedTuple):
    """The index of a site; of no edition if it has no search."""

    editions: tuple[IndexedEdition, ...] = ()

    @property
    def layout(self) -> tuple[object, ...]:
        """Return everything in it but the digests of shards, which alone an edit of a text changes."""
        return tuple(edition.layout for edition in self.editions)

    def shards(self) -> dict[str, str]:
        """Return the digest of each shard by its name."""
        return {
            shard_name(edition.language, edition.bits, segment.name, number): digest
            for edition in self.editions
            for segment in edition.segments
            for number, digest in enumerate(segment.digests)
        }

    def changed_since(self, old: "SearchIndex") -> list[str]:
        """Return the names of the shards whose text differs from *old*, or that only one of both has."""
        if self.layout != old.layout:
            new, before = self.shards(), old.shards()
            return [name for name in {**new, **before} if new.get(name) != before.get(name)]
        return [
            shard_name(edition.language, edition.bits, segment.name, number)
            for edition, old_edition in zip(self.editions, old.editions, strict=True)
            for segment, old_segment in zip(edition.segments, old_edition.segments, strict=True)
            if segment.digests != old_segment.digests
            for number, (digest, old_digest) in enumerate(zip(segment.digests, old_segment.digests, strict=True))
            if digest != old_digest
        ]


def rounded(count: int) -> int:
    """Return *count* with two digits, so that a new document seldom changes the root of an index.

    >>> rounded(9), rounded(99), rounded(1049), rounded(12_345)
    (9, 99, 1000, 12000)
    """
    unit: int = 10 ** max(0, len(str(count)) - 2)
    return count // unit * unit


def shard_name(language: str, bits: int, segment: str, number: int) -> str:
    """Return the name by which queries and caches know a shard; no document has such a path.

    >>> shard_name("ko", 11, "p0-992-256", 63)
    'search:ko/11/p0-992-256/3f'
    """
    return f"{_PREFIX}{language}/{bits}/{segment}/{number:x}"


def file_of_shard(name: str) -> str:
    """Return the path of a shard in the output folder.

    >>> file_of_shard("search:ko/11/p0-992-256/3f")
    'search/ko/11/p0-992-256/3f.txt'
    """
    return f"search/{name.removeprefix(_PREFIX)}.txt"

"""Make the shards of a segment of the search index as a whole, in this process or in workers.

In:  the documents of the segment; their terms are read from the cache by the process that indexes them.
Out: how many postings each document has, and the shards, packed as they are stored.
Must not: hold all postings of a large segment at once. Its documents are indexed in parts, and the parts are merged
one range of terms after the other; in between they are compressed.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from byeoru.base.digest import digest_text
from byeoru.base.parallel import Workers
from byeoru.base.tasks import NO_SHARED_VALUE, Died, Work, as_it_is
from byeoru.cache.documents import Documents
from byeoru.cache.packed import packed
from byeoru.index.boundaries import boundaries_for
from byeoru.index.document_terms import postings_of
from byeoru.index.partials import merged, partial_index
from byeoru.index.segments import LEAST_SHARDS

# Documents of a part. Twice as many need 1.5 times the memory (here 50 MB), half as many a fifth more time.
_MOST = 2500
_FEW = 500  # documents that another process would index no sooner
_RANGES = LEAST_SHARDS  # of terms; so each is a number of whole shards

Member = tuple[str, str, int]  # path, key and slot of a document


class IndexPart(NamedTuple):
    """The partial index of some documents of a segment."""

    number: int  # by slot
    postings: list[int]  # how many each document has
    ranges: list[bytes]  # compressed texts


class Shard(NamedTuple):
    """The text of a shard."""

    digest: str
    row: bytes  # packed: a third of its size

    @classmethod
    def of(cls, text: str) -> "Shard":
        """Pack *text*."""
        return cls(digest_text(text), packed(text))


class _Batch(NamedTuple):
    number: int
    language: str
    members: Sequence[Member]
    terms: Sequence[str] = ()


class _Range(NamedTuple):
    number: int
    boundaries: Sequence[str]  # of its shards
    texts: list[bytes]  # one of each part


def parts_of(members: Sequence[Member], language: str, documents: Documents, workers: Workers) -> list[IndexPart]:
    """Return the parts of a segment, given its documents by slot; raises ``Overtaken`` if the terms of one are lost."""
    batches = [_Batch(number, language, part) for number, part in enumerate(_divided(members, workers.jobs))]
    work = Work(_indexed, NO_SHARED_VALUE, partial(_with_terms, documents.terms_of))
    if len(batches) > 1:
        documents.commit()  # a forked worker opens the cache again
    return sorted(_results(work, batches, workers))


def shards_of(parts: Sequence[IndexPart], shards: int, language: str, workers: Workers) -> Iterator[tuple[int, Shard]]:
    """Yield each of so many *shards* of a segment with its number, in any order."""
    each = shards // _RANGES
    boundaries = boundaries_for(shards, language)
    ranges = [
        _Range(number, boundaries[number * each : (number + 1) * each - 1], [part.ranges[number] for part in parts])
        for number in range(_RANGES)
    ]
    work = Work(_merged, NO_SHARED_VALUE, as_it_is)
    for number, made in _results(work, ranges, workers if len(parts) > 1 else Workers(1)):
        yield from enumerate(made, number * each)


def _divided(members: Sequence[Member], jobs: int) -> Iterator[Sequence[Member]]:
    """Divide the documents of a segment evenly: a part for each job, or several if those would be too large."""
    rounds = -(-len(members) // (_MOST * jobs))
    size = max(_FEW, -(-len(members) // (rounds * jobs)))
    return (members[at : at + size] for at in range(0, len(members), size))


def _results(work: Work, tasks: Sequence[Any], workers: Workers) -> Iterator[Any]:
    """Yield the result of each task, in any order; what a worker dies of is done here."""
    if workers.jobs == 1 or len(tasks) == 1:
        for task in tasks:
            yield from work([task])
        return
    for result in workers.map_here(work.do, ([task] for task in tasks), work.shared, work.prepare):
        yield from work([result.item]) if isinstance(result, Died) else [result]


def _with_terms(terms_of: Callable[[str, str], str], batch: _Batch) -> _Batch:
    return batch._replace(terms=[terms_of(path, key) for path, key, _ in batch.members])


def _indexed(_: object, batches: Iterable[_Batch]) -> list[IndexPart]:
    """Return the partial index of the documents of each of *batches*."""
    return [_part(batch) for batch in batches]


def _part(batch: _Batch) -> IndexPart:
    slots = [slot for _, _, slot in batch.members]
    ranges = partial_index(zip(slots, batch.terms, strict=True), boundaries_for(_RANGES, batch.language))
    return IndexPart(batch.number, list(map(postings_of, batch.terms)), list(map(_compressed, ranges)))


def _merged(_: object, ranges: Iterable[_Range]) -> list[tuple[int, list[Shard]]]:
    """Return the shards of each of *ranges*, with its number."""
    return [
        (number, [Shard.of(text) for text in merged(map(_decompressed, texts), boundaries)])
        for number, boundaries, texts in ranges
    ]


def _compressed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def _decompressed(data: bytes) -> str:
    return zlib.decompress(data).decode("utf-8", "surrogatepass")

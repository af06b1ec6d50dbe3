"""Which documents an index has, and in which of its segments they are.

In:  a site.
Out: a ``IndexLayout`` for each edition: the slots of its documents, divided into segments.
Must not: see a text; the layout depends on metadata alone.

Segments are like the digits of a number: of 10,000 dated pages, oldest first, 9,216 are in the first segment (9 times
1,024), 768 in the second (24 times 32) and 16 in the last. A new page changes the last one only; every 32nd page moves
those into the second. The name of a segment that is full says where it ends, because its next version is another set
of documents, and a mix of both would lack some. Pages without a date are one segment.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from byeoru.index.slots import assigned, bits_for, home_of
from byeoru.model.site import Site

_DIGITS = (1024, 32)  # documents that segments other than the last are made of
_LEAST, _MOST = 8, 4096  # shards of a segment
_POSTING_BYTES, _SHARD_BYTES = 4, 11_264


Dated = tuple[float, str, str]  # seconds since 1970, path and address of a document
Undated = tuple[str, str]  # path and address


class Segment(NamedTuple):
    """Documents that share shards."""

    name: str  # "p0-9216", "p9984"; "u" for pages without a date
    members: tuple[tuple[int, str], ...]  # slot and path of each document, by slot
    is_newest: bool = False  # the last of the dated ones: small, and changed by every new page


class IndexLayout(NamedTuple):
    """The documents of one edition."""

    code: str  # of the edition
    language: str
    bits: int  # log2 of the size of the slot table
    slots: tuple[tuple[int, str], ...] = ()  # slot and address of each document, by slot
    segments: tuple[Segment, ...] = ()  # the oldest first


def layouts(site: Site) -> tuple[IndexLayout, ...]:
    """Return the layout of each edition; none if the site has no search."""
    if not site.settings.search:
        return ()
    hidden = {section.name for section in site.settings.sections if not section.in_search}
    dated: dict[str, list[Dated]] = {edition.code: [] for edition in site.editions}
    undated: dict[str, list[Undated]] = {edition.code: [] for edition in site.editions}
    for document, summary, *_ in site.pages:
        meta = document.meta
        if document.in_search and not document.is_unlisted and meta.section not in hidden:
            if meta.date is None:
                undated[summary.edition].append((document.path, summary.address))
            else:
                dated[summary.edition].append((meta.date.timestamp(), document.path, summary.address))
    return tuple(
        layout_of(edition.code, edition.language, dated[edition.code], undated[edition.code])
        for edition in site.editions
    )


def layout_of(code: str, language: str, dated: Iterable[Dated], undated: Iterable[Undated]) -> IndexLayout:
    """Return the layout of an edition of these documents."""
    first = [(path, address) for _, path, address in sorted(dated)]
    last = sorted(undated, key=lambda document: (home_of(document[1]), document[0]))
    addresses = [address for _, address in (*first, *last)]
    bits = bits_for(len(addresses))
    slots = assigned(addresses, bits)
    segments = [
        Segment(
            f"p{start}-{end}" if is_full else f"p{start}",
            _members(first[start:end], slots[start:end]),
            is_newest=not is_full,
        )
        for start, end, is_full in _ranges(len(first))
    ]
    if last:
        segments.append(Segment("u", _members(last, slots[len(first) :])))
    return IndexLayout(code, language, bits, tuple(sorted(zip(slots, addresses, strict=True))), tuple(segments))


def _members(documents: Sequence[Undated], slots: Sequence[int]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted(zip(slots, [path for path, _ in documents], strict=True)))


def _ranges(count: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the first and the last position of each segment of *count* documents, and whether it is full."""
    start = 0
    for digit in _DIGITS:
        end = count - count % digit
        if end > start:
            yield start, end, True
            start = end
    if count > start:
        yield start, count, False


def shards_for(postings: int, *, is_newest: bool) -> int:
    """Return how many shards hold *postings*: a power of two.

    The newest segment always has the fewest, so that a new page changes no more files in a large site than in a small
    one.

    >>> shards_for(1_000, is_newest=False), shards_for(490_000, is_newest=False), shards_for(490_000, is_newest=True)
    (8, 256, 8)
    """
    count = _LEAST
    while not is_newest and count < _MOST and postings * _POSTING_BYTES > count * _SHARD_BYTES:
        count *= 2
    return count

"""Which documents an index has, and in which of its segments they are.

In:  a site.
Out: a ``IndexLayout`` for each edition: the slots of its documents, divided into segments.
Must not: see a text; the layout depends on metadata alone.

Segments are like the digits of a number: of 10,000 dated pages, oldest first, 9,216 are in the first segment (9 times
1,024), 768 in the second (24 times 32) and 16 in the last. A new page changes the last one only; every 32nd page moves
those into the second. The name of a segment that is full says where it ends, because its next version is another set
of documents, and a mix of both would lack some. Pages without a date are one segment.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from byeoru.model.site import Edition, Page, Site, newest_first
from byeoru.model.slots import assigned, bits_for, home_of

_DIGITS = (1024, 32)  # documents that segments other than the last are made of
LEAST_SHARDS, _MOST = 8, 4096  # of a segment
_POSTING_BYTES, _SHARD_BYTES = 4, 11_264


Named = tuple[str, str]  # path and address of a document


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
    dated: dict[str, dict[str, Page]] = {edition.code: {} for edition in site.editions}
    undated: dict[str, dict[str, Named]] = {edition.code: {} for edition in site.editions}
    for page in site.pages:
        document, summary, *_ = page
        meta = document.meta
        if document.in_search and not document.is_unlisted and meta.section not in hidden:
            if meta.date is None:
                undated[summary.edition][summary.address] = document.path, summary.address
            else:
                dated[summary.edition][summary.address] = page
    return tuple(
        layout_of(
            edition.code, edition.language, _oldest_first(edition, dated[edition.code]), undated[edition.code].values()
        )
        for edition in site.editions
    )


def _oldest_first(edition: Edition, dated: dict[str, Page]) -> list[Named]:
    """Return the dated pages of an edition by their address; its posts are sorted already."""
    addresses = [address for address in dict.fromkeys(edition.posts) if address in dated]  # two may want the same one
    if len(addresses) < len(dated):  # sections without dates have some too
        addresses = sorted(dated, key=lambda address: newest_first(dated[address].document))
    return [(dated[address].document.path, address) for address in reversed(addresses)]


def layout_of(code: str, language: str, dated: Sequence[Named], undated: Iterable[Named]) -> IndexLayout:
    """Return the layout of an edition of these documents, the *dated* ones given in their order, the oldest first."""
    documents = [*dated, *sorted(undated, key=lambda document: (home_of(document[1]), document[0]))]
    bits = bits_for(len(documents))
    slots = assigned([address for _, address in documents], bits)
    ranges = [*_ranges(len(dated)), ("u", len(documents), False)]
    members: list[list[tuple[int, str]]] = [[] for _ in ranges]
    ends = [end for _, end, _ in ranges]
    by_slot = []
    for at in sorted(range(len(documents)), key=slots.__getitem__):
        path, address = documents[at]
        by_slot.append((slots[at], address))
        members[bisect_right(ends, at)].append((slots[at], path))
    segments = [
        Segment(name, tuple(pairs), is_newest=is_newest)
        for (name, _, is_newest), pairs in zip(ranges, members, strict=True)
        if pairs
    ]
    return IndexLayout(code, language, bits, tuple(by_slot), tuple(segments))


def _ranges(count: int) -> Iterator[tuple[str, int, bool]]:
    """Yield the name of each segment of *count* dated documents, where it ends, and whether it is the newest."""
    start = 0
    for digit in _DIGITS:
        end = count - count % digit
        if end > start:
            yield f"p{start}-{end}", end, False
            start = end
    if count > start:
        yield f"p{start}", count, True


def shards_for(postings: int, *, is_newest: bool) -> int:
    """Return how many shards hold *postings*: a power of two.

    The newest segment always has the fewest, so that a new page changes no more files in a large site than in a small
    one.

    >>> shards_for(1_000, is_newest=False), shards_for(490_000, is_newest=False), shards_for(490_000, is_newest=True)
    (8, 256, 8)
    """
    count = LEAST_SHARDS
    while not is_newest and count < _MOST and postings * _POSTING_BYTES > count * _SHARD_BYTES:
        count *= 2
    return count

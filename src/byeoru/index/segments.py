"""Which documents an index has, and in which of its segments they are.

In:  a site.
Out: a ``IndexLayout`` for each edition: the slots of its documents, divided into segments.
Must not: see a text; the layout depends on metadata alone.

Segments are like the digits of a number: of 10,000 dated pages, oldest first, 9,216 are in the first segment (9 times
1,024), 768 in the second (24 times 32) and 16 in the last. A new page changes the last one only; every 32nd page moves
those into the second. The name of a segment that is full says where it ends, because its next version is another set
of documents, and a mix of both would lack some. Pages without a date are one segment.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from byeoru.index.slots import assigned, bits_for, home_of
from byeoru.model.site import Site

_DIGITS = (1024, 32)  # documents that segments other than the last are made of
_LEAST, _MOST = 8, 4096  # shards of a segment
_POSTING_BYTES, _SHARD_BYTES = 4, 11_264


class Searchable(NamedTuple):
    """A document that search finds."""

    address: str
    path: str
    moment: float | None  # of its date, in seconds since 1970


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
    entries: dict[str, list[Searchable]] = {edition.code: [] for edition in site.editions}
    for page in site.pages:
        document = page.document
        if document.in_search and not document.is_unlisted and document.meta.section not in hidden:
            date = document.meta.date
            entry = Searchable(page.summary.address, document.path, date.timestamp() if date else None)
            entries[page.summary.edition].append(entry)
    return tuple(layout_of(edition.code, edition.language, entries[edition.code]) for edition in site.editions)


def layout_of(code: str, language: str, entries: Iterable[Searchable]) -> IndexLayout:
    """Return the layout of an edition of these documents."""
    dated: list[tuple[float, str, str]] = []
    undated: list[tuple[int, str, str]] = []
    for address, path, moment in entries:
        if moment is None:
            undated.append((home_of(address), path, address))
        else:
            dated.append((moment, path, address))
    dated.sort()
    undated.sort()
    bits = bits_for(len(dated) + len(undated))
    slots = assigned([address for _, _, address in (*dated, *undated)], bits)
    segments = [
        Segment(f"p{start}-{end}" if is_full else f"p{start}", _members(dated[start:end], slots), is_newest=not is_full)
        for start, end, is_full in _ranges(len(dated))
    ]
    if undated:
        segments.append(Segment("u", _members(undated, slots)))
    by_slot = tuple(sorted([(slot, address) for address, slot in slots.items()]))
    return IndexLayout(code, language, bits, by_slot, tuple(segments))


def _members(documents: Sequence[tuple[float, str, str]], slots: Mapping[str, int]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted([(slots[address], path) for _, path, address in documents]))


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

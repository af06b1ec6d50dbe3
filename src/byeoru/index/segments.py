"""Which documents an index has, and in which of its segments they are.

In:  a site.
Out: a ``IndexLayout`` for each edition: the slots of its documents, divided into segments.
Must not: see a text; the layout depends on metadata alone.

Segments are like the digits of a number: of 10,000 dated pages, oldest first, 9,216 are in the first segment (9 times
1,024), 768 in the second (24 times 32) and 16 in the last. A new page changes the last one only; every 32nd page moves
those into the second. The name of a segment that is full says where it ends, because its next version is another set
of documents, and a mix of both would lack some. Pages without a date are one segment.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from byeoru.index.slots import assigned, bits_for, home_of
from byeoru.model.site import Page, Site

_DIGITS = (1024, 32)  # documents that segments other than the last are made of
_LEAST, _MOST = 8, 4096  # shards of a segment
_POSTING_BYTES, _SHARD_BYTES = 4, 11_264


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
    pages: dict[str, list[Page]] = {edition.code: [] for edition in site.editions}
    for page in site.pages:
        document = page.document
        if document.in_search and not document.is_unlisted and document.meta.section not in hidden:
            pages[page.summary.edition].append(page)
    return tuple(_layout(edition.code, edition.language, pages[edition.code]) for edition in site.editions)


def _layout(code: str, language: str, pages: list[Page]) -> IndexLayout:
    dated = sorted((page for page in pages if page.document.meta.date), key=_by_date)
    undated = sorted((page for page in pages if not page.document.meta.date), key=_by_home)
    bits = bits_for(len(pages))
    slots = assigned((page.summary.address for page in (*dated, *undated)), bits)
    segments = [
        _segment(f"p{start}-{end}" if is_full else f"p{start}", dated[start:end], slots, is_newest=not is_full)
        for start, end, is_full in _ranges(len(dated))
    ]
    if undated:
        segments.append(_segment("u", undated, slots))
    return IndexLayout(
        code, language, bits, _by_slot((slot, address) for address, slot in slots.items()), tuple(segments)
    )


def _by_date(page: Page) -> tuple[float, str]:
    date = page.document.meta.date
    return (date.timestamp() if date else 0.0, page.document.path)


def _by_home(page: Page) -> tuple[int, str]:
    return (home_of(page.summary.address), page.document.path)


def _segment(name: str, pages: list[Page], slots: dict[str, int], *, is_newest: bool = False) -> Segment:
    return Segment(name, _by_slot((slots[page.summary.address], page.document.path) for page in pages), is_newest)


def _by_slot(pairs: Iterable[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    return tuple(sorted(pairs))


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

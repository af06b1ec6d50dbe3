"""The map of an edition: which pages are on it, under which numbers, and where their links lead.

In:  the pages of a site.
Out: ``NoteMap``.
Must not: see a title or a text; where a page is on the map follows from its number and its folder alone.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from byeoru.model.site import Page, newest_first
from byeoru.model.slots import assigned, bits_for, home_of

_PART_BITS = 8  # log2 of the slots of a part; half of them at most have a page
_MOST_PARTS_BITS = 6


class NoteMap(NamedTuple):
    """The pages on the map of an edition."""

    bits: int  # log2 of the size of the slot table
    slots: Mapping[str, int]  # of each page, by its address
    parts: tuple[tuple[str, ...], ...]  # the addresses of the pages of each file, by their slots


def note_map_of(pages: Collection[Page]) -> NoteMap:
    """Return the map of *pages*: a new one takes the slot of an older one only where both have no date.

    A slot follows from the last part of an address, so that a page keeps it in another folder, and the parts of the
    pages that link to it stay as they are. Pages that share that part are told apart by their addresses.
    """
    names = Counter(_name(page.summary.address) for page in pages)
    keys = {
        page.summary.address: name if names[name := _name(page.summary.address)] == 1 else page.summary.address
        for page in pages
    }
    dated = sorted((page for page in pages if page.summary.meta.date), key=lambda page: newest_first(page.document))
    undated = [page.summary.address for page in pages if not page.summary.meta.date]
    undated.sort(key=lambda address: (home_of(keys[address]), address))
    addresses = list(dict.fromkeys([*(page.summary.address for page in reversed(dated)), *undated]))
    bits = bits_for(len(addresses))
    slots = dict(zip(addresses, assigned([keys[address] for address in addresses], bits), strict=True))
    shift = bits - min(_MOST_PARTS_BITS, max(0, bits - _PART_BITS))
    parts: list[list[str]] = [[] for _ in range(1 << bits >> shift)]
    for address in sorted(addresses, key=slots.__getitem__):
        parts[slots[address] >> shift].append(address)
    return NoteMap(bits, slots, tuple(map(tuple, parts)))


def _name(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]

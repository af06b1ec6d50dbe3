"""The map of an edition: which pages are on it, under which numbers, and where their links lead.

In:  the pages of a site.
Out: ``NoteMap``.
Must not: see a title or a text; where a page is on the map follows from its number and its folder alone.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from byeoru.base.mappings import ByNeed
from byeoru.model.site import Page, Site, in_edition, newest_first
from byeoru.model.slots import assigned, bits_for, home_of

_PART_BITS = 8  # log2 of the slots of a part; half of them at most have a page
_MOST_PARTS_BITS = 6


class NoteMap(NamedTuple):
    """The pages on the map of an edition."""

    bits: int  # log2 of the size of the slot table
    slots: Mapping[str, int]  # of each page, by the path of its document
    parts: tuple[tuple[str, ...], ...]  # the paths of the pages of each file, by their slots


class NoteMaps(ByNeed[NoteMap]):
    """The maps of a site by the code of their edition; each is made where it is asked for."""

    def __init__(self, codes: Collection[str], site: Site) -> None:
        """Take the *codes* of the editions that have a map."""
        super().__init__(codes)
        self._site = site
        self._maps: dict[str, NoteMap] = {}

    def __getitem__(self, code: str) -> NoteMap:
        """Return the map of one edition."""
        if code not in self:
            raise KeyError(code)
        if code not in self._maps:
            listed = [page for page in self._site.pages if not page.document.is_unlisted]
            home = in_edition(code, "/")
            pages = [page for page in listed if page.summary.edition == code and page.summary.address != home]
            self._maps[code] = note_map_of(pages)
        return self._maps[code]


def note_map_of(pages: Collection[Page]) -> NoteMap:
    """Return the map of *pages*: a new one takes the slot of an older one only where both have no date.

    A slot follows from the last part of an address, so that a page keeps it in another folder, and the parts of the
    pages that link to it stay as they are. Pages that share that part are told apart by their addresses.
    """
    names = Counter(_name(page.summary.address) for page in pages)
    keys = {
        page.document.path: name if names[name := _name(page.summary.address)] == 1 else page.summary.address
        for page in pages
    }
    dated = sorted((page.document for page in pages if page.summary.meta.date), key=newest_first, reverse=True)
    undated = [page.document.path for page in pages if not page.summary.meta.date]
    undated.sort(key=lambda path: (home_of(keys[path]), path))
    paths = [*(document.path for document in dated), *undated]
    bits = bits_for(len(paths))
    slots = dict(zip(paths, assigned([keys[path] for path in paths], bits), strict=True))
    shift = bits - min(_MOST_PARTS_BITS, max(0, bits - _PART_BITS))
    parts: list[list[str]] = [[] for _ in range(1 << bits >> shift)]
    for path in sorted(paths, key=slots.__getitem__):
        parts[slots[path] >> shift].append(path)
    return NoteMap(bits, slots, tuple(map(tuple, parts)))


def _name(address: str) -> str:
    return address.rstrip("/").rpartition("/")[2]

"""Queries about the map of an edition: its pages, and what is linked most.

In:  ``Facts``, the code of an edition and the number of a part.
Out: plain values; ``KeyError`` for what does not exist.
Must not: return more of a page than the map draws.
"""

from heapq import nlargest
from typing import NamedTuple

from byeoru.model.durability import BODY, META, ORDER
from byeoru.model.facts import Facts
from byeoru.model.link_graph import from_page
from byeoru.model.query import Addresses, every_link, page_query, query
from byeoru.model.site import Term
from byeoru.model.taxonomies import CATEGORY


class Mapped(NamedTuple):
    """A page on the map."""

    slot: int
    address: str
    title: str
    folder: str  # the name of its category: "os/linux", "" for none
    targets: tuple[int, ...]  # the slots of the pages that it links to, in their order


@query(sees=ORDER, shared=True, reason=("지도가 생기거나 없어짐", "map added or removed"))
def has_map(facts: Facts, edition: str) -> bool:
    """Tell whether an edition has a map: one with notes does, unless the theme turns it off."""
    return edition in facts.note_maps


@query(sees=ORDER, reason=("지도의 크기 변경", "size of the map changed"))
def map_size(facts: Facts, edition: str) -> tuple[int, int]:
    """Return log2 of the size of the slot table, and the number of parts."""
    note_map = facts.note_maps[edition]
    return note_map.bits, len(note_map.parts)


@query(
    sees=ORDER | META | BODY,
    documents=lambda _, rows: [row.address for row in rows],
    texts=lambda _, rows: [from_page(row.address) for row in rows],
    reason=("지도의 조각 변경", "part of the map changed"),
)
def mapped(facts: Facts, edition: str, part: int) -> tuple[Mapped, ...]:
    """Return the pages of a part of the map."""
    site, (_, slots, parts) = facts.site, facts.note_maps[edition]
    rows = []
    for path in parts[part]:
        summary = site.by_source[path].summary
        targets = {slots.get(ref.path, -1) for ref in site.links.outgoing.get(path, ())} - {-1, slots[path]}
        folder = summary.category[-1].name if summary.category else ""
        rows.append(Mapped(slots[path], summary.address, summary.meta.title, folder, tuple(sorted(targets))))
    return tuple(rows)


@query(sees=ORDER, reason=("지도의 폴더 변경", "folders of the map changed"))
def map_folders(facts: Facts, edition: str) -> tuple[Term, ...]:
    """Return the categories of an edition, without their counts, which every new page changes."""
    groups = (group.term for group in facts.site.groups if group.term.edition == edition)
    return tuple(term for term in groups if term.kind == CATEGORY.name)


@page_query(texts=every_link, reason=("가장 많이 연결된 글 변경", "most linked pages changed"))
def most_linked(facts: Facts, edition: str, count: int) -> Addresses:
    """Return the pages that most links lead to, in the order of their addresses, so that one more changes nothing."""
    site, slots = facts.site, facts.note_maps[edition].slots
    incoming = ((len(refs), path) for path, refs in site.links.incoming.items() if refs and path in slots)
    return tuple(sorted(site.by_source[path].summary.address for _, path in nlargest(count, incoming)))

"""The numbers of pages on the map: one each, kept when others come and when a page moves to another folder."""

from datetime import UTC, datetime, timedelta

import pytest

from byeoru.model.content import Dialect, Document, ParseOptions, Source
from byeoru.model.note_map import NoteMap, note_map_of
from byeoru.model.site import Page, PageSummary
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())
[_PARSED] = [parse(Source("content/notes/a.md", b"# a\n", "", "key"), OPTIONS).value]
assert _PARSED is not None
DOCUMENT: Document = _PARSED.document
START = datetime(2026, 1, 1, tzinfo=UTC)


def page(address: str, days: int = 0) -> Page:
    """Return a page at an address, dated if it has *days* since the first one."""
    meta = DOCUMENT.meta._replace(date=START + timedelta(days=days) if days else None)
    document = DOCUMENT._replace(path=address, meta=meta)
    return Page(document, PageSummary(address, meta, (), (), (), "", (), ""), (), "", "")


def mapped(*addresses: str) -> NoteMap:
    """Return the map of notes without dates."""
    return note_map_of([page(address) for address in addresses])


@pytest.mark.parametrize(("count", "parts"), [(0, 1), (1, 1), (128, 1), (129, 2), (1000, 8), (9000, 64), (20000, 64)])
def test_a_part_has_some_hundred_pages(count: int, parts: int) -> None:
    """A small site has one part and a large one 64; each page is in one of them, by its slot."""
    found = mapped(*(f"/notes/{number}/" for number in range(count)))

    assert len(found.parts) == parts
    assert sum(map(len, found.parts)) == len(set(found.slots.values())) == count
    assert max(found.slots.values(), default=0) < 1 << found.bits
    in_order = [found.slots[address] for part in found.parts for address in part]
    assert in_order == sorted(in_order)


def test_a_page_keeps_its_slot_in_another_folder() -> None:
    """What links to it names it by its slot, and stays as it is."""
    before, after = mapped("/notes/os/zombie/", "/notes/a/"), mapped("/notes/kernel/zombie/", "/notes/a/")

    assert before.slots["/notes/os/zombie/"] == after.slots["/notes/kernel/zombie/"]


def test_pages_of_one_name_have_slots_of_their_own() -> None:
    """Thousands of pages with one name cost no more than others: their addresses tell them apart."""
    found = mapped(*(f"/notes/{number}/index/" for number in range(3000)))

    assert len(set(found.slots.values())) == 3000


def test_a_newer_post_takes_no_slot_of_an_older_one() -> None:
    """Posts keep their slots as long as the table has its size."""
    posts = [page(f"/posts/{number}/", number + 1) for number in range(60)]
    before, after = note_map_of(posts[:50]), note_map_of(posts[::-1])

    assert before.bits != after.bits or before.slots.items() <= after.slots.items()
    assert note_map_of(posts[:40]).slots.items() <= note_map_of(posts[:50]).slots.items()


def test_the_order_of_pages_does_not_matter() -> None:
    """The same site has the same map."""
    addresses = [f"/notes/{number}/" for number in range(200)]

    assert mapped(*addresses) == mapped(*reversed(addresses))

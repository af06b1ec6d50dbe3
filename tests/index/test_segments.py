"""Segments are like digits: a new page changes the last one, every 32nd the last two."""

from byeoru.index.segments import layout_of, layouts
from byeoru.model.slots import assigned
from site_test import SiteTest
from sites_test import Bench


def names(count: int, notes: int = 0) -> list[str]:
    dated = [(f"{at:05}", f"/posts/{at}/") for at in range(count)]
    undated = [(f"n{at}", f"/notes/{at}/") for at in range(notes)]
    return [segment.name for segment in layout_of("", "ko", dated, undated).segments]


def test_segments_are_the_digits_of_the_number_of_pages() -> None:
    """Each carry makes one segment longer and the next one empty; pages without a date have their own."""
    assert names(0) == []
    assert [names(count) for count in (31, 32, 33)] == [["p0"], ["p0-32"], ["p0-32", "p32"]]
    assert [names(count) for count in (1023, 1024, 1025)] == [
        ["p0-992", "p992"],
        ["p0-1024"],
        ["p0-1024", "p1024"],
    ]
    assert names(10_000, 3) == ["p0-9216", "p9216-9984", "p9984", "u"]


def test_every_page_is_in_one_segment_and_has_one_slot() -> None:
    """The oldest pages are in the first segment, and each segment is in the order of slots."""
    dated = [(f"{at:05}", f"/posts/{at}/") for at in range(70)]

    layout = layout_of("", "ko", dated, [])

    members = [{path for _, path in segment.members} for segment in layout.segments]
    assert members == [{f"{at:05}" for at in range(64)}, {f"{at:05}" for at in range(64, 70)}]
    assert len({slot for slot, _ in layout.slots}) == 70
    assert all(list(segment.members) == sorted(segment.members) for segment in layout.segments)


def test_a_newer_page_takes_no_slot_of_an_older_one() -> None:
    """A stale shard and a fresh list of titles mean the same page."""
    addresses = [f"/posts/{at}/" for at in range(512)]

    for count in (1, 100, 511):
        assert assigned(addresses[:count], 10) == assigned(addresses, 10)[:count]


def test_a_dated_note_lies_among_the_posts(site: SiteTest) -> None:
    """Pages of sections without dates are ordered by the date that they have, the others are apart."""
    for day in range(1, 9):
        site.write(f"content/posts/p{day}.md", f"---\ntitle: p\ndate: 2026-01-0{day}\n---\n글\n")
    site.write("content/notes/n.md", "---\ntitle: n\ndate: 2026-01-03 12:00\n---\n글\n")
    site.write("content/notes/m.md", "---\ntitle: m\n---\n글\n")
    bench = Bench(site.root)
    texts = [
        (path.relative_to(site.root).as_posix(), path.read_text()) for path in (site.root / "content").rglob("*.md")
    ]

    [layout] = layouts(bench.connect(bench.documents(sorted(texts))))

    assert [(segment.name, len(segment.members)) for segment in layout.segments] == [("p0", 9), ("u", 1)]
    slots = {address: slot for slot, address in layout.slots}
    order = ["/posts/p1/", "/posts/p2/", "/posts/p3/", "/notes/n/", *(f"/posts/p{day}/" for day in range(4, 9))]
    assert [slots[address] for address in order] == assigned(order, 6)

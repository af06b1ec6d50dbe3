"""A part of a body is cut with the footnotes that it refers to, and known by what it shows alone."""

import pytest

from byeoru.model.body import (
    SOURCE,
    Address,
    Addresses,
    Anchor,
    Body,
    Embed,
    Fragment,
    Heading,
    HeadingEnd,
    Image,
    Link,
    Part,
    Piece,
    WayBack,
)
from byeoru.model.parts import NOTE_RANK, Divided, Excerpt, PartRow


def part(name: str, rank: int, first: int, first_offset: int, last: int, last_offset: int) -> Part:
    return Part(name, rank, first, first_offset, last, last_offset)


def row_of(name: str, body: Body) -> PartRow:
    return Divided(body).row("a.md", name)


def cut_out(body: Body, name: str) -> Excerpt:
    excerpt = Divided(body).cut(name)
    assert excerpt is not None
    return excerpt


def test_a_part_is_cut_within_texts() -> None:
    """A block is cut out of a text at its offsets, whatever stands around it."""
    text = "<p>앞</p>\n<p>가운데</p>\n<p>뒤</p>\n"
    body = Body((text,), (part("^a", 0, 0, text.index("<p>가"), 0, text.index("<p>뒤")),))

    assert cut_out(body, "^a").pieces == ("<p>가운데</p>\n",)
    assert Divided(body).cut("^b") is None


def test_a_part_ends_before_the_next_piece() -> None:
    """A section ends where the next heading begins, and one at the end of the body includes its last text."""
    pieces: tuple[Piece, ...] = (Heading(2, "a", "a"), "a", HeadingEnd(2), "<p>1</p>\n", Heading(2, "b", "b"), "b")
    body = Body(pieces, (part("a", 2, 0, 0, 4, 0), part("b", 2, 4, 0, 6, 0)))

    assert cut_out(body, "a").pieces == pieces[:4]
    assert cut_out(body, "b").pieces == pieces[4:]
    assert cut_out(body, "").pieces == pieces


FOOTNOTES = Body(
    (
        '<p id="a">가<a href="#',
        Fragment("fn:1"),
        "</a></p>\n<p>나<a href='#",
        Fragment("fn:3"),
        '</a></p>\n<section class="footnotes">\n<ol>\n<li',
        Anchor("fn:1"),
        ">하나 ",
        Fragment("fn:2"),
        "</li>\n<li",
        Anchor("fn:2"),
        ">둘</li>\n<li",
        Anchor("fn:3"),
        ">셋</li>\n</ol>\n</section>\n",
    ),
    (
        part("", 0, 0, 0, 4, len("</a></p>\n")),
        part("^a", 0, 0, 0, 2, len("</a></p>\n")),
        part("fn:1", NOTE_RANK, 4, len('</a></p>\n<section class="footnotes">\n<ol>\n'), 8, len("</li>\n")),
        part("fn:2", NOTE_RANK, 8, len("</li>\n"), 10, len(">둘</li>\n")),
        part("fn:3", NOTE_RANK, 10, len(">둘</li>\n"), 12, len(">셋</li>\n")),
    ),
)


def test_a_part_brings_the_footnotes_that_it_refers_to() -> None:
    """The footnotes of a part follow it, and those that they refer to; the others stay in their text."""
    excerpt = cut_out(FOOTNOTES, "^a")

    assert excerpt.pieces == ('<p id="a">가<a href="#', Fragment("fn:1"), "</a></p>\n")
    assert excerpt.notes == (
        ("<li", Anchor("fn:1"), ">하나 ", Fragment("fn:2"), "</li>\n"),
        ("<li", Anchor("fn:2"), ">둘</li>\n"),
    )


def test_a_whole_text_brings_all_its_footnotes_apart() -> None:
    """The list of footnotes is not part of the text before it, and no footnote is lost."""
    excerpt = cut_out(FOOTNOTES, "")

    assert excerpt.pieces[-1] == "</a></p>\n"
    assert [note[1] for note in excerpt.notes] == [Anchor("fn:1"), Anchor("fn:2"), Anchor("fn:3")]


def test_another_reference_to_a_footnote_elsewhere_leaves_a_part_as_it_is() -> None:
    """Of a footnote only the ways back to what is shown belong to a part, so a reference in another part is no change."""

    def row(*back: WayBack) -> PartRow:
        pieces: tuple[Piece, ...]
        pieces = ("<p>", Anchor("fnref:1"), Fragment("fn:1"), "</p>", "<li", Anchor("fn:1"), ">주석 ", *back, "</li>")
        return row_of("^a", Body(pieces, (part("^a", 0, 0, 0, 4, 0), part("fn:1", NOTE_RANK, 4, 0, len(pieces), 0))))

    assert row(WayBack("fnref:1", "x")).digest == row(WayBack("fnref:1", "x"), WayBack("fnref:1-2", "x")).digest
    assert row(WayBack("fnref:1", "x")).digest != row().digest


PIECES: list[Piece] = [
    "<p>",
    Link(1),
    "가</a>",
    Image(2, (SOURCE, Addresses("srcset", ("x ", Address(3), " 2x")))),
    "</p>\n",
    Embed(4),
]


def test_what_a_part_shows_of_the_site_is_known_by_its_slots() -> None:
    """A row names each reference of a part in its order, also those within attributes, and which are embeds."""
    row = row_of("", Body(tuple(PIECES)))

    assert (row.slots, row.embeds) == ((1, 2, 3, 4), (4,))


def test_new_links_above_a_part_leave_it_as_it_is() -> None:
    """The digest of a part does not depend on the numbers of its slots, which an edit above changes."""
    moved: list[Piece] = [
        "<p>",
        Link(11),
        "가</a>",
        Image(12, (SOURCE, Addresses("srcset", ("x ", Address(13), " 2x")))),
        "</p>\n",
        Embed(14),
    ]
    body, other = Body(tuple(PIECES)), Body(tuple(moved))

    assert row_of("", body).digest == row_of("", other).digest != ""


@pytest.mark.parametrize(("at", "other"), [(0, "<P>"), (1, Address(1)), (5, Embed(4, is_inline=True))])
def test_anything_else_in_a_part_is_a_change(at: int, other: Piece) -> None:
    """Text, the kind of a reference and how it is shown are part of the digest."""
    pieces = [*PIECES[:at], other, *PIECES[at + 1 :]]

    assert row_of("", Body(tuple(pieces))).digest != row_of("", Body(tuple(PIECES))).digest


def test_a_part_that_does_not_exist_is_known_as_that() -> None:
    """The row of a missing part has no digest, so that a page that asks for it notices when it comes."""
    assert row_of("^x", Body(("<p>가</p>",))).digest == ""


def test_what_is_not_text_has_a_size_too() -> None:
    """A text of nothing but embeds, or of links alone, cannot be shown without end."""
    small, links, embeds = (row_of("", Body(pieces)).size for pieces in (("글",), (Link(0),) * 100, (Embed(0),) * 100))

    assert embeds > links > 10 * small

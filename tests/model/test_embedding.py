"""Embeds are filled in the order of the text: never within themselves, not too deep, and not without end."""

from collections.abc import Mapping

from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.model.embedding import DEEPEST, MOST_BYTES, met_on, named, shown_on
from byeoru.model.parts import PartRow
from byeoru.model.settings import Settings
from byeoru.model.site import Page, PageSummary, Site
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


def page(name: str, targets: tuple[str, ...]) -> Page:
    """Return the page of a note whose slots lead to *targets*."""
    parsed = parse(Source(f"{name}.md", b"x\n", "", name), OPTIONS).value
    assert parsed is not None
    summary = PageSummary(f"/{name}/", parsed.document.meta, (), (), (), "", (), "")
    return Page(parsed.document, summary, targets, "", "")


def site_of(embeds: Mapping[str, tuple[str, ...]], size: int = 10, parts: tuple[PartRow, ...] = ()) -> Site:
    """Return a site of notes that embed each other, each text of a *size*, and more *parts*."""
    pages = [
        page(name, tuple(f"/{target.replace('#', '/#')}{'' if '#' in target else '/'}" for target in targets))
        for name, targets in embeds.items()
    ]
    rows = [
        PartRow(f"{name}.md", "", f"digest of {name}", size, tuple(range(len(targets))), tuple(range(len(targets))))
        for name, targets in embeds.items()
    ]
    site = Site(Settings(title="t"), {page.document.path: page for page in pages}, (), (), (), ())
    return site.with_parts((*rows, *parts))


def met(site: Site, name: str) -> list[str]:
    """Return what is met on the page of a note, in order: `a.0 b` where the first embed of a shows b, or why not."""
    return [f"{one.path[:-3]}.{one.slot} {one.refusal or one.part.path[:-3]}" for one in met_on(site, f"{name}.md")]


def test_embeds_within_embeds_are_filled_in_the_order_of_the_text() -> None:
    """What an embed shows is filled before the next embed, and a text can be shown twice."""
    site = site_of({"a": ("b", "c"), "b": ("c",), "c": ()})

    assert met(site, "a") == ["a.0 b", "b.0 c", "a.1 c"]
    assert [page.document.path for page in shown_on(site, site.by_source["a.md"])] == ["a.md", "b.md", "c.md"]


def test_two_notes_that_embed_each_other_end_at_the_second() -> None:
    """On each of their pages the other is shown once, with a link to where it began."""
    site = site_of({"a": ("b",), "b": ("a",), "c": ("c",)})

    assert met(site, "a") == ["a.0 b", "b.0 embed-cycle"]
    assert met(site, "b") == ["b.0 a", "a.0 embed-cycle"]
    assert met(site, "c") == ["c.0 embed-cycle"]


def test_another_section_of_the_same_note_is_no_cycle() -> None:
    """A note can show its own section elsewhere, unless that section contains the embed."""
    site = site_of(
        {"a": ("a#x", "a#y")},
        parts=(PartRow("a.md", "x", "d", 1, (), ()), PartRow("a.md", "y", "d", 1, (1,), (1,))),
    )

    assert met(site, "a") == ["a.0 a", "a.1 embed-cycle"]


def test_embeds_are_filled_eight_deep() -> None:
    """The embed at the ninth level is a link."""
    names = [f"n{number}" for number in range(DEEPEST + 3)]
    site = site_of({name: (other,) for name, other in zip(names, [*names[1:], names[0]], strict=True)})

    assert met(site, "n0") == [*[f"n{at}.0 n{at + 1}" for at in range(DEEPEST)], f"n{DEEPEST}.0 embed-too-deep"]


def test_texts_on_one_page_have_a_limit_together() -> None:
    """Embeds that branch at each level end when a page has shown as much as it may."""
    size = MOST_BYTES // 20
    site = site_of({"a": ("b",) * 9, "b": ("c",) * 9, "c": ()}, size)

    refusals = [one.refusal for one in met_on(site, "a.md")]

    assert refusals.count("") == 20
    assert set(refusals) == {"", "embed-too-large"}
    assert len(refusals) < 40


def test_what_is_not_there_is_not_met() -> None:
    """An embed of a file, of a missing or of a hidden note, or of a missing part shows nothing of another page."""
    site = site_of({"a": ("b#x", "b.pdf", "c"), "b": ()}, parts=(PartRow("b.md", "x", "", 0, (), ()),))

    assert met(site, "a") == []


def test_a_target_names_a_page_and_a_part() -> None:
    """Targets are percent-encoded, and may have a query."""
    assert named("/%EA%B0%80/?x=1#%5Eb") == ("/가/", "^b")
    assert named("/a/") == ("/a/", "")

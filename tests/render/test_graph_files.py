"""The files of the map after an edit: at most those that say something about the page that was edited."""

import json
from collections.abc import Callable

import pytest

from byeoru.model.queries.note_map import Mapped
from byeoru.render.kinds.graph_part import written
from site_test import SiteTest

NOTES = {f"content/notes/f{number % 3}/n{number}.md": f"# N{number}\n\n글\n" for number in range(9)}
PART = "graph/6/0.json"
HUB = "content/notes/f0/n0.md"


@pytest.fixture
def notes(site: SiteTest) -> SiteTest:
    """Return a built site of notes of which two link to the first one."""
    for path, text in NOTES.items():
        site.write(path, text)
    for number in (1, 2):
        site.write(f"content/notes/f{number}/n{number}.md", f"# N{number}\n\n[처음](../f0/n0.md)을 보라. 글.\n")
    site.build().must_succeed()
    return site


def rows(site: SiteTest) -> dict[str, list[object]]:
    """Return the rows of a map of one part, by title."""
    return {row[1]: row for _, _, members in json.loads(site.page(PART))[1:] for row in members}


@pytest.mark.parametrize(
    ("edit", "is_made"),
    [
        (lambda site: site.write(HUB, "# N0\n\n다른 글\n"), False),
        (lambda site: site.write("content/notes/f1/n1.md", "# N1\n\n[처음](../f0/n0.md)을 다시 보라.\n"), False),
        (lambda site: site.write("content/notes/f1/n4.md", "# N4\n\n[처음](../f0/n0.md)\n"), True),
        (lambda site: site.write("content/notes/f1/n1.md", "# N1\n\n글\n"), True),
        (lambda site: site.write(HUB, "# 새 제목\n\n글\n"), True),
        (lambda site: site.move(HUB, "content/notes/f2/n0.md"), True),
    ],
    ids=["text", "sentence", "link", "unlink", "title", "move"],
)
def test_a_part_changes_with_what_it_says(notes: SiteTest, edit: Callable[[SiteTest], object], is_made: bool) -> None:
    """A text is not on the map; a link, a title and a folder are."""
    before = notes.page(PART)
    edit(notes)
    made = notes.build().must_succeed().made

    assert (PART in made) == is_made == (notes.page(PART) != before)


def test_the_page_of_the_map_stays(notes: SiteTest) -> None:
    """A note that moves to another folder, or one more link to a page of the list, is in the files of the map alone."""
    notes.move("content/notes/f2/n5.md", "content/notes/f1/n5.md")
    notes.write("content/notes/f1/n4.md", "# N4\n\n[처음](../f0/n0.md)\n")

    assert "graph/index.html" not in notes.build().must_succeed().made


def test_a_link_is_on_the_map_once(notes: SiteTest) -> None:
    """However often a page links to another; a link to itself, to a file or to another edition is none."""
    slots = {title: row[2] for title, row in rows(notes).items()}
    assert slots["N1"] == slots["N2"] != ""

    text = "[a](../f0/n0.md) [b](../f0/n0.md#x) [c](n1.md) [d](../../posts/p.png) [e](https://example.com/notes/f0/n0/)"
    notes.write("content/notes/f1/n1.md", f"# N1\n\n{text}\n")
    notes.build().must_succeed()

    assert rows(notes)["N1"][2] == slots["N1"]


def test_unlisted_pages_are_not_on_the_map(notes: SiteTest) -> None:
    """A page that no list has is not named by the map either, not even by a number."""
    notes.write(HUB, "---\nunlisted: true\n---\n# N0\n\n글\n")
    notes.build().must_succeed()

    assert "N0" not in rows(notes)
    assert rows(notes)["N1"][2] == ""


def test_each_edition_has_its_map(notes: SiteTest) -> None:
    """Notes in English are on a map of their own, and the others are on the map of the site."""
    notes.write("blog.yml", "title: t\nbase_url: https://example.com\nlanguages: {en: {title: T}}\n")
    notes.write("content/notes/f0/n0.en.md", "# In English\n\n[next](n3.md)\n")
    notes.build().must_succeed()

    assert "In English" in notes.page("en/graph/6/0.json")
    assert "In English" not in notes.page(PART)
    assert "/en/graph/" in notes.page("en/notes/f0/n0/index.html")


@pytest.mark.parametrize("title", ['</script>"\\', "a\u2028b", "가" * 5000, "a\ud800b", "줄\n바꿈"])
def test_any_title_is_a_line(title: str) -> None:
    """Whatever a title contains, the part is JSON with a line for each page, and not long."""
    data = written([Mapped(1, "/a/", title, "", ()), Mapped(2, "/b/", "나", "", ())], 2)
    [_, [_, _, [[_, first, _, rest], [_, second, _, _]]]] = json.loads(data)

    assert first[:1] == title[:1]
    assert (rest, second) == ("a/", "나")
    assert data.count(b"\n") == 3
    assert len(data) < 500

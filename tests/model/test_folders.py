"""Folders of notes: what introduces them, and the way through them."""

from collections.abc import Mapping

import pytest

from byeoru.model.facts import Facts
from byeoru.model.queries.folders import crumbs, folder_tree, section_tree
from byeoru.model.theme import Theme
from graph.graphs import connected

THEME = Theme("t", (), (), (), ())
NOTES = {
    "content/notes/os/index.md": "---\ntitle: 운영체제\n---\n글\n",
    "content/notes/os/a.md": "# 가\n",
    "content/notes/os/proc/b.md": "# 나\n",
    "content/notes/c.md": "# 다\n",
}


def facts_of(texts: Mapping[str, str]) -> Facts:
    """Return the facts of a site of texts."""
    return Facts(connected(texts).site, THEME)


@pytest.mark.parametrize(
    "path",
    [
        "content/notes/os/index.md",
        "content/notes/os/_index.md",
        "content/notes/os/README.md",
        "content/notes/os/os.md",
        "content/notes/os.md",
    ],
)
def test_a_folder_is_introduced_by_a_page_in_it_or_of_its_name(path: str) -> None:
    """`index.md`, `_index.md`, `README.md` and `os.md` in the folder `os`, and `os.md` beside it, introduce it."""
    facts = facts_of({path: "# 운영체제\n", "content/notes/os/a.md": "# 가\n"})

    address = facts.site.by_source[path].summary.address
    assert facts.introductions == {("", "content/notes/os"): address}
    assert folder_tree(facts, path) == ((0, "", "", ("/notes/os/a/",)),)


def test_one_page_introduces_a_folder() -> None:
    """Of several pages that could introduce a folder, the one in it that is named `index` does."""
    facts = facts_of(NOTES | {"content/notes/os/os.md": "# 딴\n", "content/notes/os/proc.md": "# 딴\n"})

    assert facts.introductions["", "content/notes/os"] == "/notes/os/"


def test_a_bundle_without_other_pages_introduces_nothing() -> None:
    """A note in a folder of its own is a note, and so is a post with pictures beside it."""
    facts = facts_of(
        {"content/notes/a/index.md": "# 가\n", "content/posts/b/index.md": "---\ndate: 2026-01-01\n---\n글\n"}
    )

    assert facts.introductions == {}


def test_the_way_to_a_note_leads_through_the_pages_of_its_folders() -> None:
    """A folder that a page introduces has its title and address; another one has those of its category."""
    facts = facts_of(NOTES)

    assert crumbs(facts, "", "content/notes/os/proc") == (
        ("운영체제", "/notes/os/"),
        ("proc", "/categories/os/proc/"),
    )
    assert crumbs(facts, "", "content/notes") == ()


def test_a_page_that_introduces_a_folder_is_its_branch() -> None:
    """In the tree of its section it is not listed beside the folder; the tree of its folder begins below it."""
    facts = facts_of(NOTES)

    assert section_tree(facts, "", "notes") == (
        (0, "", "", ("/notes/c/",)),
        (1, "운영체제", "/notes/os/", ("/notes/os/a/",)),
        (2, "proc", "/categories/os/proc/", ("/notes/os/proc/b/",)),
    )
    assert folder_tree(facts, "content/notes/os/index.md") == (
        (0, "", "", ("/notes/os/a/",)),
        (1, "proc", "/categories/os/proc/", ("/notes/os/proc/b/",)),
    )


def test_a_page_of_a_section_introduces_all_of_it() -> None:
    """`content/notes/index.md` is at the address of the list, and shows the tree that the list would show."""
    facts = facts_of(NOTES | {"content/notes/index.md": "# 모든 노트\n"})

    assert facts.site.by_source["content/notes/index.md"].summary.address == "/notes/"
    assert folder_tree(facts, "content/notes/index.md") == section_tree(facts, "", "notes")


def test_notes_of_a_written_category_stand_below_it() -> None:
    """A note whose front matter has the category `os` is in the branch of the folder `os`, wherever its file is."""
    facts = facts_of(NOTES | {"content/notes/d.md": "---\ncategory: os\n---\n라\n"})

    assert section_tree(facts, "", "notes")[1].items == ("/notes/d/", "/notes/os/a/")


def test_folders_of_a_language_are_introduced_in_it() -> None:
    """A translation of `index.md` introduces the translated notes of the folder."""
    english = {"content/notes/os/index.en.md": "---\ntitle: OS\n---\ntext\n", "content/notes/os/a.en.md": "# A\n"}
    facts = facts_of(NOTES | english)

    assert folder_tree(facts, "content/notes/os/index.en.md") == ((0, "", "", ("/en/notes/os/a/",)),)
    assert crumbs(facts, "en", "content/notes/os") == (("OS", "/en/notes/os/"),)

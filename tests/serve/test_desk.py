"""The author's desk in the preview: names to write after `[[`, and orphans."""

import pytest

from byeoru.model.link_graph import LinkGraph, Ref
from byeoru.model.site import Site
from byeoru.serve.desk import Desk, Desks
from graph.graphs import connected

NOTES = {
    "content/notes/os/좀비.md": "---\ntitle: 좀비 프로세스\naliases: [undead]\n---\n글\n",
    "content/notes/커널.md": "# 커널\n",
    "content/notes/x/계획.md": "# 계획 셋\n",
    "content/notes/y/계획.md": "# 계획 둘\n",
    "content/posts/p.md": "---\ntitle: 좀비 이야기\ndate: 2026-01-01\n---\n글\n",
}


def site() -> Site:
    """Return a site of notes."""
    return connected(NOTES).site


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("커널", ["커널"]),
        ("[[커", ["커널"]),
        ("ㅋㄴ", ["커널"]),
        ("커ㄴ", ["커널"]),
        ("좀비", ["좀비", "p"]),
        ("좀비 ㅍ", ["좀비"]),
        ("UNDEAD", ["좀비"]),
        ("계획", ["x/계획", "y/계획"]),
        ("프로세스", ["좀비"]),
        ("없음", []),
        ("", []),
        ("[[", []),
    ],
)
def test_a_name_is_found_by_what_is_typed_of_it(typed: str, expected: list[str]) -> None:
    """Titles, file names and aliases are found half typed, by initials and in any case; the link is the shortest."""
    assert [offer.written for offer in Desk(site()).names(typed)] == expected


def test_notes_without_links_to_them_are_orphans() -> None:
    """A note that only itself links to is an orphan; a post is in the lists of posts anyway."""
    links = LinkGraph(
        {
            "content/posts/p.md": (Ref("content/notes/커널.md"),),
            "content/notes/x/계획.md": (Ref("content/notes/x/계획.md"),),
        }
    )

    orphans = Desk(site().with_indexes(links, site().search)).orphans()

    assert [offer.path for offer in orphans] == [
        "content/notes/os/좀비.md",
        "content/notes/x/계획.md",
        "content/notes/y/계획.md",
    ]


def test_the_names_of_one_site_are_prepared_once() -> None:
    """Each key that is typed asks anew, so a site keeps its desk until the next build."""
    first, desks = site(), Desks()

    assert desks.of(first) is desks.of(first)
    assert desks.of(site()) is not desks.of(first)

"""The address of each document, and what happens where two want one."""

from dataclasses import replace

import pytest

from graph.graphs import SETTINGS, connected


@pytest.mark.parametrize(
    ("path", "front", "address"),
    [
        ("content/posts/첫 글.md", "", "/posts/첫-글/"),
        ("content/posts/os/a.md", "", "/posts/a/"),
        ("content/posts/a.md", "slug: other", "/posts/other/"),
        ("content/posts/a.md", "permalink: /x/y/", "/x/y/"),
        ("content/posts/a.md", "permalink: /x/v1.2", "/x/v1.2/"),
        ("content/posts/a.md", "permalink: /x.HTML", "/x.HTML"),
        ("content/posts/a/index.md", "", "/posts/a/"),
        ("content/pages/about.md", "", "/about/"),
        ("content/notes/os/kernel/c.md", "", "/notes/os/kernel/c/"),
        ("content/posts/a.en.md", "", "/en/posts/a/"),
        ("content/posts/a.en.md", "permalink: /x/", "/en/x/"),
    ],
)
def test_an_address_follows_from_the_path_and_the_front_matter(path: str, front: str, address: str) -> None:
    """Name, folder, slug, permalink and language, each where it has a say."""
    found = connected({path: f"---\ntitle: 가\n{front}\n---\n글\n"})

    assert found.addresses == {path: address}


@pytest.mark.parametrize(
    ("pattern", "address"),
    [
        ("/:year/:month/:day/:slug/", "/2026/01/02/a/"),
        ("/:category/:slug/", "/os/kernel/a/"),
        ("/:path/", "/os/kernel/a/"),
        ("/:year/:slug.html", "/2026/a.html"),
    ],
)
def test_a_pattern_is_filled_in(pattern: str, address: str) -> None:
    """Each placeholder is a value of the document, in a form that an address can have."""
    sections = tuple(replace(one, url=pattern) if one.name == "posts" else one for one in SETTINGS.sections)
    found = connected(
        {"content/posts/os/kernel/a.md": "---\ndate: 2026-01-02\n---\n글\n"},
        settings=replace(SETTINGS, sections=sections),
    )

    assert found.addresses == {"content/posts/os/kernel/a.md": address}


def test_a_name_without_a_letter_is_known_by_a_digest() -> None:
    """No document has an empty address."""
    [address] = connected({"content/posts/!!!.md": "글\n"}).addresses.values()

    assert address.startswith("/posts/")
    assert len(address) > len("/posts//")


def test_posts_of_one_name_are_told_apart_by_their_date() -> None:
    """A text of another program's folder that has chosen no address moves; the oldest keeps the bare one."""
    found = connected({f"_posts/2021-03-0{day}-TIL.md": f"# {day}일\n" for day in (1, 2, 3)})

    assert found.codes == []
    assert list(found.addresses.values()) == ["/posts/til/", "/posts/til-2021-03-02/", "/posts/til-2021-03-03/"]


def test_a_name_that_no_file_system_can_hold_is_left_out() -> None:
    """It is reported with its size, and the others stay."""
    found = connected({f"content/posts/{'가' * 100}.md": "글\n", "content/posts/a.md": "글\n"})

    assert list(found.addresses.values()) == ["/posts/a/"]
    [problem] = found.problems
    assert (problem.code, problem.argument("bytes")) == ("name-too-long", "300")

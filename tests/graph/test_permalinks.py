"""The address of each document, and what happens if two have the same one."""

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
    """An address is derived from name, folder, slug, permalink and language."""
    result = connected({path: f"---\ntitle: 가\n{front}\n---\n글\n"})

    assert result.addresses == {path: address}


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
    """Each placeholder is replaced by a value of the document, in a form that is valid in an address."""
    sections = tuple(replace(one, url=pattern) if one.name == "posts" else one for one in SETTINGS.sections)
    result = connected(
        {"content/posts/os/kernel/a.md": "---\ndate: 2026-01-02\n---\n글\n"},
        settings=replace(SETTINGS, sections=sections),
    )

    assert result.addresses == {"content/posts/os/kernel/a.md": address}


def test_a_name_without_a_letter_is_known_by_a_digest() -> None:
    """A name without letters is replaced by a digest, so no address is empty."""
    [address] = connected({"content/posts/!!!.md": "글\n"}).addresses.values()

    assert address.startswith("/posts/")
    assert len(address) > len("/posts//")


def test_posts_of_one_name_are_told_apart_by_their_date() -> None:
    """Of posts with one address in another program's folder, the oldest keeps it and the others get their date."""
    result = connected({f"_posts/2021-03-0{day}-TIL.md": f"# {day}일\n" for day in (1, 2, 3)})

    assert result.codes == []
    assert list(result.addresses.values()) == ["/posts/til/", "/posts/til-2021-03-02/", "/posts/til-2021-03-03/"]


def test_a_name_that_no_file_system_can_hold_is_left_out() -> None:
    """A name that is too long for file systems is reported with its size and skipped."""
    result = connected({f"content/posts/{'가' * 100}.md": "글\n", "content/posts/a.md": "글\n"})

    assert list(result.addresses.values()) == ["/posts/a/"]
    [problem] = result.problems
    assert (problem.code, problem.argument("bytes")) == ("name-too-long", "300")

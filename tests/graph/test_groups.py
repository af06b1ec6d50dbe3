"""Tags, categories, series and authors: which pages are grouped, under which name and address."""

import pytest

from byeoru.graph.groups import segment
from byeoru.model.site import PRIVATE
from graph.graphs import connected


def post(day: int, front: str) -> str:
    """Return a post with a date."""
    return f"---\ndate: 2026-01-{day:02}\n{front}\n---\n글\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Docker", "docker"), ("C#", "c#"), ("C++", "c++"), ("머신 러닝", "머신-러닝"), ("a/b", "a-b"), (" .x. ", "x")],
)
def test_a_tag_is_one_segment_of_an_address(name: str, expected: str) -> None:
    """Case is ignored, signs that distinguish languages are kept, separators become hyphens."""
    assert segment(name) == expected


@pytest.mark.parametrize("name", ["..", ".", "///", "index.html", "", "%2e%2e"])
def test_a_segment_never_leaves_its_folder(name: str) -> None:
    """A name that would be an empty segment, `..` or `index.html` is replaced by a digest."""
    result = segment(name)

    assert result not in {"", ".", "..", "index.html"}
    assert "/" not in result


def test_spellings_of_one_address_are_one_group_under_the_commonest() -> None:
    """`Docker` and `docker` share a page, named by the most common spelling."""
    result = connected(
        {
            f"content/posts/{day}.md": post(day, f"tags: [{tag}]")
            for day, tag in enumerate(["Docker", "docker", "Docker"], 1)
        }
    )

    [group] = result.site.groups
    assert (group.term.name, group.term.address) == ("Docker", "/tags/docker/")
    assert group.members == ("/posts/3/", "/posts/2/", "/posts/1/")


def test_a_tag_counts_for_those_above_it_and_a_page_shows_it_whole() -> None:
    """A page with `a/b` is also on the page of `a`, but shows only `a/b`; `a-b` is another tag."""
    result = connected(
        {
            "content/posts/a.md": post(1, "tags: [언어/Python, a-b]"),
            "content/posts/b.md": post(2, "tags: [' 언어 / python/', a/b]"),
        }
    )

    found = {one.term.address: (one.term.name, one.depth, one.members) for one in result.site.groups}
    assert found == {
        "/tags/언어/": ("언어", 0, ("/posts/b/", "/posts/a/")),
        "/tags/언어/python/": ("언어/Python", 1, ("/posts/b/", "/posts/a/")),
        "/tags/a/": ("a", 0, ("/posts/b/",)),
        "/tags/a/b/": ("a/b", 1, ("/posts/b/",)),
        "/tags/a-b/": ("a-b", 0, ("/posts/a/",)),
    }
    assert [term.name for term in result.page("content/posts/a.md").summary.tags] == ["언어/Python", "a-b"]


def test_no_tag_has_the_address_of_a_feed() -> None:
    """The feed of `a` is `feed.xml` in its folder, so a tag `a/feed.xml` has another address."""
    result = connected({"content/posts/a.md": post(1, "tags: [a/feed.xml]")})

    assert "/tags/a/feed.xml/" not in {one.term.address for one in result.site.groups}


def test_a_category_counts_for_those_above_it() -> None:
    """A page of `os/kernel` is also in `os`, and each category has its depth."""
    result = connected({"content/posts/a.md": post(1, "category: os/kernel")})

    assert [(one.term.name, one.depth) for one in result.site.groups] == [("os", 0), ("os/kernel", 1)]


def test_a_series_is_ordered_by_number_and_then_by_age() -> None:
    """Numbered parts come first, in order; the others follow, oldest first."""
    result = connected(
        {
            "content/posts/a.md": post(1, "series: 묶음"),
            "content/posts/b.md": post(2, "series: 묶음\nseries_order: 2"),
            "content/posts/c.md": post(3, "series: 묶음\nseries_order: 1"),
        }
    )

    [group] = result.site.groups
    assert group.members == ("/posts/c/", "/posts/b/", "/posts/a/")


def test_an_unlisted_page_is_in_no_group() -> None:
    """An unlisted page is published but in no list."""
    assert connected({"content/posts/a.md": post(1, "tags: [x]\nunlisted: true")}).site.groups == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [("Python", "python"), ("파이썬", "Python"), ("machine-learning", "Machine Learning"), ("깃허브", "GitHub")],
)
def test_spellings_of_one_tag_are_pointed_out(first: str, second: str) -> None:
    """The rarer spelling of a tag is reported at its location, with the common one."""
    result = connected(
        {
            f"content/posts/{name}.md": post(1, f"tags: ['{tag}']")
            for name, tag in (("a", first), ("b", first), ("c", second))
        }
    )

    assert result.codes == ["content/posts/c.md tag-variants"]
    assert result.problems[0].argument("near") == first


def test_tags_of_two_languages_are_no_variants() -> None:
    """`파이썬` stays Korean where `python` is English; within one language they are variants."""
    texts = {
        "content/posts/a.md": post(1, "tags: [파이썬]"),
        "content/posts/b.md": post(1, "tags: [python]\nlang: en"),
    }

    assert connected(texts).codes == []
    assert connected(texts | {"content/posts/c.md": post(1, "tags: [Python]")}).codes == [
        "content/posts/a.md tag-variants"
    ]


def test_different_tags_are_left_alone() -> None:
    """Tags that only look similar are not reported."""
    assert connected({"content/posts/a.md": post(1, "tags: [C, C++, 'C#', vite, bit, go, git]")}).codes == []


def test_a_tag_in_a_note_leads_to_its_list() -> None:
    """`#태그` in a note is one of its tags and leads to that list; in a post it is text, and in an unlisted note too."""
    texts = {
        "content/notes/a.md": "#도커 와 #CI/Docker\n",
        "content/notes/b.md": "---\nunlisted: true\n---\n#도커\n",
        "content/posts/c.md": "---\ndate: 2024-05-01\n---\n#도커\n",
    }
    result = connected(texts)

    assert result.page("content/notes/a.md").targets == ("/tags/%EB%8F%84%EC%BB%A4/", "/tags/ci/docker/")
    assert result.page("content/notes/b.md").targets == (PRIVATE,)
    assert result.page("content/posts/c.md").targets == ()
    assert {group.term.name for group in result.site.groups} == {"CI", "CI/Docker", "도커"}


def test_a_tag_that_has_taken_a_particle_is_reported() -> None:
    """`#도커를` is a tag as it stands; where `도커` exists, the author has probably meant that."""
    texts = {
        "content/notes/a.md": "#도커\n",
        "content/notes/b.md": "#도커를 #회의\n",
        "content/notes/c.md": "#도커 #회\n",
    }

    assert connected(texts).codes == ["content/notes/b.md tag-variants"]

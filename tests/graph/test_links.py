"""Targets of references, computed from the paths of a site."""

import pytest

from byeoru.graph.link_index import LinkIndex
from byeoru.graph.links import resolve
from byeoru.model.content import Outline, Slot
from graph.graphs import connected


def targets(text: str, **others: str) -> tuple[str, ...]:
    """Return the targets of the references of a post, in a site with *others* by name."""
    posts = {f"content/posts/{name}.md": other for name, other in others.items()}
    return connected({**posts, "content/posts/a.md": text}).page("content/posts/a.md").targets


@pytest.mark.parametrize(
    "target",
    [
        "b%20c.md",
        "<b c.md>",
        "b%20c",
        "./b%20c.md#절",
        "<../_posts/b c.md>",
        "/posts/b%20c.md",
        "/_posts/b%20c",
        ".\\\\b%20c.md",
        "@name:b%20c",
        "@name:2016-01-08-b%20c.md",
    ],
)
def test_spellings_of_one_link(target: str) -> None:
    """A link resolves to its page in the spellings of all supported programs."""
    result = connected({"_posts/b c.md": "# 절\n", "_posts/a.md": f"글 [a]({target})\n"})

    assert result.codes == []
    [address] = result.page("_posts/a.md").targets
    assert address.partition("#")[0] == result.addresses["_posts/b c.md"]


def test_a_name_is_found_from_any_folder() -> None:
    """A reference by name resolves with or without the date, whatever the folder of the text."""
    result = connected(
        {
            "study/_posts/2016-01-08-b.md": "# b\n",
            "x/y/a.md": "[b](@name:b) [b](@name:2016-01-08-b) [b](../../study/_posts/2016-01-08-b.md)\n",
        }
    )

    assert result.codes == []
    assert result.page("x/y/a.md").targets == (result.addresses["study/_posts/2016-01-08-b.md"],) * 3


def test_an_unknown_name_is_shown() -> None:
    """A reference to an unknown name is a broken link, with a suggestion."""
    result = connected(
        {
            "_posts/2016-01-08-docker.md": "# d\n",
            "_posts/2016-01-09-a.md": "[a](@name:2016-01-08-dokcer) [b](/2016/01/08/docker.html)\n",
        }
    )

    assert result.codes == ["_posts/2016-01-09-a.md broken-link"] * 2
    assert [one.argument("target") for one in result.problems] == ["2016-01-08-dokcer", "/2016/01/08/docker.html"]
    assert result.problems[1].argument("near") == "2016-01-08-docker.md"


@pytest.mark.parametrize(
    "target",
    [
        "javascript%3Aalert(1)",
        "java%73cript:alert(2)",
        "vbscript%3aq",
        "data%3atext/html,x",
        "%2F%2Fevil.com/x",
        "%2f%2f[x",
    ],
)
def test_a_link_does_not_become_what_it_decodes_to(target: str) -> None:
    """A percent-encoded scheme or host is a path of this site."""
    for reference in targets(f"[x]({target})\n"):
        assert reference.startswith("/")
        assert not reference.startswith("//")


def test_query_and_fragment_go_along() -> None:
    """Query and fragment are kept, and do not affect which page is found."""
    assert targets("[b](b.md?x=1#b) [c](#c)\n\n## c\n", b="## b\n") == ("/posts/b/?x=1#b", "/posts/a/#c")


def test_a_picture_beside_its_page_is_found_from_its_address() -> None:
    """An image of a bundle is found by its relative path and published below the address of the page."""
    result = connected({"content/posts/a/index.md": "![](p.png)\n"}, files=("content/posts/a/p.png",))

    assert result.page("content/posts/a/index.md").targets == ("/posts/a/p.png",)


def test_an_ambiguous_end_of_a_path_is_no_reference() -> None:
    """An image of a vault is found by the end of its path only if that is unique."""
    one = connected({"vault/a.md": "![](p.png)\n"}, files=("x/p.png",))
    two = connected({"vault/a.md": "![](p.png)\n"}, files=("x/p.png", "y/p.png"))

    assert one.page("vault/a.md").targets == ("/x/p.png",)
    assert two.codes == ["vault/a.md missing-picture"]


@pytest.mark.parametrize(
    ("written", "near"),
    [("frist.md", "first.md"), ("firt.md", "first.md"), ("firstt.md", "first.md"), ("FIRST.md", "first.md"), ("x", "")],
)
def test_one_mistyped_character_gets_a_suggestion(written: str, near: str) -> None:
    """A name with one character missing, added, replaced or swapped, or in another case, gets a suggestion."""
    index = LinkIndex({"posts/first.md": "/posts/first/"}, {}, (), {})
    slot = Slot("link", written, 3, 5, 1)

    [problem] = resolve((slot,), "posts/a.md", "/posts/a/", index, lambda _: Outline()).outcome.problems

    assert (problem.code, problem.location.line, problem.location.column) == ("broken-link", 3, 5)
    assert problem.argument("near") == near


def test_the_digest_of_the_index_changes_with_every_target() -> None:
    """The digest of the index changes with each path, file, folder and list, but not with their order."""
    kinds = [
        LinkIndex({"a.md": "/a/"}, {}, (), {}),
        LinkIndex({"a.md": "/b/"}, {}, (), {}),
        LinkIndex({"a.md": "/a/"}, {"p.png": "/p.png"}, (), {}),
        LinkIndex({"a.md": "/a/"}, {}, ("/tags/",), {}),
        LinkIndex({"a.md": "/a/"}, {}, (), {"os": "/categories/os/"}),
    ]
    here = LinkIndex({"a.md": "/a/", "b.md": "/b/"}, {}, (), {})
    there = LinkIndex({"b.md": "/b/", "a.md": "/a/"}, {}, (), {})

    assert len({one.digest for one in kinds}) == len(kinds)
    assert here.digest == there.digest

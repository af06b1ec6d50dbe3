"""Where references lead, from the paths of a site alone."""

import pytest

from byeoru.graph.links import LinkIndex, resolve
from byeoru.model.content import Slot
from graph.graphs import connected


def targets(text: str, **others: str) -> tuple[str, ...]:
    """Return what the references of a post lead to, beside *others* by name."""
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
    """A link leads to its page however the programs of others write it."""
    found = connected({"_posts/b c.md": "# 절\n", "_posts/a.md": f"글 [a]({target})\n"})

    assert found.codes == []
    [address] = found.page("_posts/a.md").targets
    assert address.partition("#")[0] == found.addresses["_posts/b c.md"]


def test_a_name_is_found_from_any_folder() -> None:
    """A reference by name may have the date or not, and the text may lie anywhere."""
    found = connected(
        {
            "study/_posts/2016-01-08-b.md": "# b\n",
            "x/y/a.md": "[b](@name:b) [b](@name:2016-01-08-b) [b](../../study/_posts/2016-01-08-b.md)\n",
        }
    )

    assert found.codes == []
    assert found.page("x/y/a.md").targets == (found.addresses["study/_posts/2016-01-08-b.md"],) * 3


def test_an_unknown_name_is_shown() -> None:
    """A reference by name that no text has is a broken link to that name, and what it may have meant."""
    found = connected(
        {
            "_posts/2016-01-08-docker.md": "# d\n",
            "_posts/2016-01-09-a.md": "[a](@name:2016-01-08-dokcer) [b](/2016/01/08/docker.html)\n",
        }
    )

    assert found.codes == ["_posts/2016-01-09-a.md broken-link"] * 2
    assert [one.argument("target") for one in found.problems] == ["2016-01-08-dokcer", "/2016/01/08/docker.html"]
    assert found.problems[1].argument("near") == "2016-01-08-docker.md"


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
    """A percent-encoded scheme or host stays a path of this site."""
    for reference in targets(f"[x]({target})\n"):
        assert reference.startswith("/")
        assert not reference.startswith("//")


def test_query_and_fragment_go_along() -> None:
    """What stands behind the path is the reader's, and leads to the page all the same."""
    assert targets("[b](b.md?x=1#b) [c](#a)\n", b="# b\n") == ("/posts/b/?x=1#b", "/posts/a/#a")


def test_a_picture_beside_its_page_is_found_from_its_address() -> None:
    """A bundle's picture is named as it lies, and is published beside the page."""
    found = connected({"content/posts/a/index.md": "![](p.png)\n"}, files=("content/posts/a/p.png",))

    assert found.page("content/posts/a/index.md").targets == ("/posts/a/p.png",)


def test_of_several_files_with_one_end_none_is_meant() -> None:
    """A picture of a vault is found by its last names only where one file alone ends so."""
    one = connected({"vault/a.md": "![](p.png)\n"}, files=("x/p.png",))
    two = connected({"vault/a.md": "![](p.png)\n"}, files=("x/p.png", "y/p.png"))

    assert one.page("vault/a.md").targets == ("/x/p.png",)
    assert two.codes == ["vault/a.md missing-picture"]


@pytest.mark.parametrize(
    ("written", "near"),
    [("frist.md", "first.md"), ("firt.md", "first.md"), ("firstt.md", "first.md"), ("FIRST.md", "first.md"), ("x", "")],
)
def test_one_mistyped_character_is_answered_with_what_was_meant(written: str, near: str) -> None:
    """One missing, too many, another, or exchanged with its neighbour; letter case alone too."""
    index = LinkIndex({"posts/first.md": "/posts/first/"}, {}, (), {})
    slot = Slot("link", written, 3, 5, 1)

    [problem] = resolve((slot,), "posts/a.md", "/posts/a/", index).problems

    assert (problem.code, problem.location.line, problem.location.column) == ("broken-link", 3, 5)
    assert problem.argument("near") == near


def test_the_digest_of_places_tells_whether_any_reference_could_lead_elsewhere() -> None:
    """It is the same whatever the order, and another with each path, file, folder and list."""
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

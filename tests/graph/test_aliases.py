"""Old addresses: where a relative one leads, and which of two pages keeps one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.graph.aliases import usable_aliases
from byeoru.model.content import Alias, Document
from graph.graphs import connected, documents


def with_aliases(*targets: str, path: str = "content/posts/a.md") -> Document:
    """Return a document with old addresses on its third line."""
    [document] = documents({path: "글\n"})
    return document._replace(aliases=tuple(Alias(target, 3, 1, 1) for target in targets))


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/old/", "/old/"),
        ("/old", "/old/"),
        ("/old.html", "/old.html"),
        ("/old/index.html", "/old/"),
        ("old", "/posts/old/"),
        ("./old/", "/posts/old/"),
        ("../old.html", "/old.html"),
        ("sub/../old", "/posts/old/"),
    ],
)
def test_an_alias_leads_where_its_author_meant(target: str, address: str) -> None:
    """A relative one begins in the folder of the page's address."""
    redirects, problems = usable_aliases((with_aliases(target),), {"content/posts/a.md": "/posts/a/"}, ())

    assert (redirects, problems) == (((address, "content/posts/a.md"),), ())


@pytest.mark.parametrize("target", ["../../x", "/../x", "a/../../../x", "../../", "/"])
def test_an_alias_outside_the_site_is_reported(target: str) -> None:
    """It is no redirect, and neither is the top of the site."""
    redirects, [problem] = usable_aliases((with_aliases(target),), {"content/posts/a.md": "/posts/a/"}, ())

    assert redirects == ()
    assert (problem.code, str(problem.location)) == ("leaves-the-site", "content/posts/a.md:3:1")


@given(st.text("./a", max_size=12))
def test_no_alias_leaves_the_site(target: str) -> None:
    """Whatever its dots and slashes, an alias is an address below `/`, or reported at its line."""
    redirects, problems = usable_aliases((with_aliases(target),), {"content/posts/a.md": "/posts/a/"}, ())

    assert all(old.startswith("/") and not {".", "..", ""} & set(old.strip("/").split("/")) for old, _ in redirects)
    assert {(one.code, str(one.location)) for one in problems} <= {("leaves-the-site", "content/posts/a.md:3:1")}
    assert not (redirects and problems)


def test_an_alias_of_two_pages_is_an_error_at_the_second() -> None:
    """Nobody can tell which of them is right; in a folder of another program the first one keeps it."""
    texts = {"a": "---\ntitle: a\naliases: [/old/]\n---\n", "b": "---\ntitle: b\naliases: [/old/]\n---\n"}

    ours = connected({f"content/posts/{name}.md": text for name, text in texts.items()})
    foreign = connected({f"til/git/{name}.md": text for name, text in texts.items()})

    assert [(str(one.location), one.severity) for one in ours.problems] == [("content/posts/b.md:3:11", "error")]
    assert [(str(one.location), one.severity) for one in foreign.problems] == [("til/git/b.md:3:11", "warning")]
    assert foreign.site.redirects == (("/old/", "til/git/a.md"),)


@pytest.mark.parametrize("address", ["/tags/", "/posts/b/", "/POSTS/B/"])
def test_an_alias_never_takes_the_place_of_a_page(address: str) -> None:
    """The page stays, in any letter case, and the alias is reported."""
    result = connected(
        {"content/posts/b.md": "글\n", "til/git/a.md": f"---\ntitle: a\naliases: [{address}]\n---\n글\n"}
    )

    assert result.site.redirects == ()
    assert [(one.code, str(one.location)) for one in result.problems] == [("same-address", "til/git/a.md:3:11")]

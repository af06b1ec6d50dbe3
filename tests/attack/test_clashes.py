"""Two sources of one address: equal files are published once, different ones are reported with a hint."""

import pytest

from site_test import SiteTest

PNG = b"\x89PNG\r\n\x1a\n" + b"one"
OTHER = b"\x89PNG\r\n\x1a\n" + b"two"
POST = "---\ntitle: 글\ntags: [가]\n---\n글\n"

# Two sources, and the place and the hint of what is said.
CLASHES: dict[str, tuple[str, str | bytes, str, str | bytes, str, str]] = {
    "two pictures": ("content/a.png", PNG, "static/a.png", OTHER, "static/a.png", "rename-file"),
    "letter case": ("static/a.png", PNG, "static/A.png", PNG, "static/a.png", "rename-file"),
    "a picture and a folder": ("static/a", PNG, "content/a/b.png", OTHER, "static/a", "rename-file"),
    "a page and a file": (
        "content/posts/a.md",
        POST,
        "static/posts/a/index.html",
        "x",
        "static/posts/a/index.html",
        "rename-file",
    ),
    "a page and a picture": (
        "content/pages/a.md",
        "---\npermalink: /a.png\n---\n",
        "static/a.png",
        PNG,
        "static/a.png",
        "rename-file",
    ),
    "an alias and a file": (
        "content/posts/a.md",
        "---\ntitle: 글\naliases: [/old/]\n---\n",
        "static/old/index.html",
        "x",
        "content/posts/a.md",
        "remove-alias",
    ),
    "an alias and a page": (
        "content/posts/a.md",
        POST,
        "content/posts/b.md",
        "---\ntitle: 나\naliases: [/posts/a/]\n---\n",
        "content/posts/b.md",
        "remove-alias",
    ),
    "two aliases": (
        "content/posts/a.md",
        "---\ntitle: 글\naliases: [/old/]\n---\n",
        "content/posts/b.md",
        "---\ntitle: 나\naliases: [/old/]\n---\n",
        "content/posts/b.md",
        "remove-alias",
    ),
    "an alias and a tag": (
        "content/posts/a.md",
        POST,
        "content/posts/b.md",
        "---\ntitle: 나\naliases: [/tags/가/]\n---\n",
        "content/posts/b.md",
        "remove-alias",
    ),
    "a tag and a file": (
        "content/posts/a.md",
        POST,
        "static/tags/가/index.html",
        "x",
        "static/tags/가/index.html",
        "rename-file",
    ),
    "a tag and a page": (
        "content/posts/a.md",
        POST,
        "content/pages/b.md",
        "---\npermalink: /tags/가/\n---\n",
        "content/pages/b.md",
        "write-slug",
    ),
    "two pages": ("content/posts/a.md", POST, "content/posts/sub/a.md", POST, "content/posts/sub/a.md", "write-slug"),
    "a theme and a file": (
        "content/posts/a.md",
        POST,
        "static/theme/code.css",
        "x",
        "static/theme/code.css",
        "rename-file",
    ),
}


@pytest.mark.parametrize("name", CLASHES)
def test_the_hint_for_two_sources_fits_their_kind(site: SiteTest, name: str) -> None:
    """The hint is to rename a file, to remove an alias, or to change the front matter of a page."""
    first, data, second, other, place, hint = CLASHES[name]
    site.write("content/posts/open.md", "# 열린 글\n")
    site.write(first, data)
    site.write(second, other)

    report = site.build().report

    assert not report.is_written
    assert [(one.location.path, one.hint) for one in report.problems if one.code == "same-address"] == [(place, hint)]


def test_equal_files_are_published_once(site: SiteTest) -> None:
    """An image in `content` and in `static` is published once, and both spellings of its path link to it."""
    site.write("content/posts/a.md", "# a\n\n![하나](/a.png) ![둘](../a.png) ![셋](../../static/a.png)\n")
    site.write("content/a.png", PNG)
    site.write("static/a.png", PNG)

    built = site.build().must_succeed()

    assert built.problems == []
    assert site.page("posts/a/index.html").count('src="/a.png"') == 3
    site.write("static/a.png", OTHER)
    assert not site.build().report.is_written
    site.write("content/a.png", OTHER)
    assert site.build().must_succeed().problems == []
    assert site.files()["a.png"] == OTHER

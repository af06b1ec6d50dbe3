"""URLs of the own site in texts: they are references to its pages, wherever the site is built for."""

from dataclasses import replace

import pytest

from graph.graphs import SETTINGS, connected

SITE = replace(SETTINGS, sites=("a.kr", "me.github.io/blog"))
FILES = {
    "content/posts/first.md": "---\naliases: /old/\n---\n글\n\n## 절\n\n## b\n",
}


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://a.kr/posts/first/", "/posts/first/"),
        ("http://A.kr/posts/first#절", "/posts/first/#%EC%A0%88"),
        ("//a.kr/posts/first/index.html?x=1", "/posts/first/?x=1"),
        ("https://me.github.io/blog/posts/first", "/posts/first/"),
        ("https://a.kr/old/", "/posts/first/"),
        ("/old/", "/posts/first/"),
        ("/blog/posts/first/", "/posts/first/"),
        ("https://a.kr/another-repository/", "https://a.kr/another-repository/"),
        ("https://a.kr/another-repository/?a=1#b", "https://a.kr/another-repository/?a=1#b"),
    ],
)
def test_a_url_of_the_site_leads_to_its_page(url: str, target: str) -> None:
    """Its scheme does not matter, an old address leads on, and what is published elsewhere on the host stays."""
    site = connected(FILES | {"content/posts/second.md": f"[글]({url})\n"}, settings=SITE)

    assert site.page("content/posts/second.md").targets == (target,)
    assert site.problems == ()


@pytest.mark.parametrize(
    "url", ["https://a.kr.evil.com/posts/first/", "https://b.kr/posts/first/", "https://me.github.io/blogs/"]
)
def test_a_url_of_another_site_is_no_reference(url: str) -> None:
    """A host or a path that only begins like ours is another site."""
    site = connected(FILES | {"content/posts/second.md": f"[글]({url})\n"}, settings=SITE)

    assert site.page("content/posts/second.md").targets == ()

"""All pages can be reached from the menu, the list of posts and the site map."""

import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote

from site_test import SiteTest

MENU = re.compile(r'<nav class="site-menu".*?</nav>', re.DOTALL)
LINK = re.compile(r'href="([^"]+)"')
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def menu_of(site: SiteTest, path: str = "index.html") -> list[str]:
    """Return the targets of the menu of a page."""
    match = MENU.search(site.page(path))
    assert match
    return LINK.findall(match[0])


def lists_of(site: SiteTest, path: str = "archive/index.html") -> list[str]:
    """Return the targets of the line below the title of the archive."""
    return LINK.findall(site.page(path).split('<nav class="meta"')[1].split("</nav>")[0])


def listed(site: SiteTest) -> dict[str, dict[str, str]]:
    """Return the addresses of the site map, each with its languages."""
    root = ET.fromstring(site.page("sitemap.xml"))
    return {
        url.findtext("s:loc", "", SITEMAP).removeprefix("https://example.com"): {
            link.attrib["hreflang"]: link.attrib["href"].removeprefix("https://example.com")
            for link in url.findall("x:link", SITEMAP)
        }
        for url in root.findall("s:url", SITEMAP)
    }


def test_a_small_site_has_a_small_menu(site: SiteTest) -> None:
    """The menu has no entry for a page that does not exist."""
    site.write("content/posts/a.md", "# 글\n")
    site.build().must_succeed()

    assert menu_of(site) == ["/archive/", "/tags/"]
    assert lists_of(site) == ["/tags/"]


def test_every_list_is_in_the_menu_or_on_the_list_of_posts(site: SiteTest) -> None:
    """Categories, notes and the about page are in the menu; series and authors on the list of posts."""
    site.write("content/posts/dev/a.md", "---\nseries: 연재\nauthors: [홍]\ndate: 2026-01-01\ntags: [x]\n---\n글\n")
    site.write("content/notes/n.md", "# 노트\n")
    site.write("content/pages/about.md", "# 소개\n")
    site.build().must_succeed()

    assert menu_of(site) == ["/archive/", "/notes/", "/graph/", "/categories/", "/tags/", "/about/"]
    assert lists_of(site) == ["/calendar/", "/categories/", "/series/", "/tags/", "/authors/"]
    for address in (*menu_of(site), *lists_of(site)):
        assert (site.output / address[1:] / "index.html").exists(), address


def test_a_new_post_rebuilds_no_menu(site: SiteTest) -> None:
    """Only the first category rebuilds all menus, as the menu queries whether there is any."""
    for name in ("a", "b", "c"):
        site.write(f"content/posts/{name}.md", f"---\ndate: 2026-01-0{ord(name) - 96}\n---\n글\n")
    site.build().must_succeed()

    site.write("content/posts/dev/first.md", "---\ndate: 2026-02-01\n---\n글\n")
    first = site.build().must_succeed().made
    site.write("content/posts/ops/second.md", "---\ndate: 2026-03-01\n---\n글\n")
    second = site.build().must_succeed().made

    assert "posts/a/index.html" in first
    assert "posts/a/index.html" not in second


def test_a_draft_about_the_author_is_not_in_the_menu(site: SiteTest) -> None:
    """An about page that is a draft or unlisted is not in the menu."""
    site.write("content/posts/a.md", "# 글\n")
    for mark in ("draft", "unlisted"):
        site.write("content/pages/about.md", f"---\ntitle: 소개\n{mark}: true\n---\n")
        site.build().must_succeed()
        assert "/about/" not in menu_of(site)


def test_the_site_map_has_every_list(site: SiteTest) -> None:
    """The site map has all indexes, sections and term pages, and each of its addresses exists."""
    site.write("content/posts/dev/a.md", "---\nseries: 연재\nauthors: [홍]\ndate: 2026-01-01\ntags: [x]\n---\n글\n")
    site.write("content/notes/n.md", "# 노트\n")
    site.write("content/pages/about.md", "# 소개\n")
    site.write("content/posts/hidden.md", "---\nunlisted: true\n---\n")
    site.build().must_succeed()

    addresses = set(listed(site))
    assert {"/", "/archive/", "/tags/", "/categories/", "/series/", "/authors/", "/notes/", "/about/"} <= addresses
    assert {"/tags/x/", "/categories/dev/", "/posts/a/"} <= addresses
    assert "/posts/hidden/" not in addresses
    for address in addresses:
        assert (site.output / unquote(address)[1:] / "index.html").exists(), address


def test_the_site_map_names_languages_as_pages_do(site: SiteTest) -> None:
    """In the site map, translations and common lists name all their languages, including their own."""
    site.write("content/posts/a.md", "---\ndate: 2026-01-01\n---\n글\n")
    site.write("content/posts/a.en.md", "---\ntitle: A\ndate: 2026-01-01\n---\ntext\n")
    site.write("content/posts/b.md", "---\ndate: 2026-01-02\n---\n글\n")
    site.build().must_succeed()

    languages = listed(site)
    both = {"ko": "/posts/a/", "en": "/en/posts/a/"}
    assert (languages["/posts/a/"], languages["/en/posts/a/"], languages["/posts/b/"]) == (both, both, {})
    assert languages["/archive/"] == languages["/en/archive/"] == {"ko": "/archive/", "en": "/en/archive/"}
    for address in ("/posts/a/", "/archive/"):
        page = site.page(f"{address[1:]}index.html")
        assert dict(re.findall(r'hreflang="(\w+)" href="https://example.com([^"]+)"', page)) == languages[address]

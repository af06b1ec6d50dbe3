"""Texts in several languages: which pages are translations, where they are listed, and how they are linked."""

import re

import pytest

from site_test import SiteTest

SETTINGS = """\
title: 시험 노트
base_url: https://example.com
languages:
  en: {title: Test Notes, description: In English, menu: {Posts: /en/archive/}}
"""


@pytest.fixture
def blog(site: SiteTest) -> SiteTest:
    """Return a site of two Korean posts, one with an English translation, and an English post without an original."""
    site.write("blog.yml", SETTINGS)
    site.write("content/posts/a.md", "---\ntitle: 가\ndate: 2026-01-01\ntags: [x]\n---\n글\n")
    site.write("content/posts/a.en.md", "---\ntitle: A\ndate: 2026-01-02\ntags: [x]\n---\nText\n")
    site.write("content/posts/b.md", "---\ntitle: 나\ndate: 2026-01-03\n---\n글\n")
    site.write("content/posts/c.md", "---\ntitle: Only\nlang: en\ndate: 2026-01-04\n---\nText\n")
    site.build().must_succeed()
    return site


def hreflangs(page: str) -> dict[str, str]:
    """Return the addresses of a page's languages as search engines read them."""
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', page))


def titles(page: str) -> list[str]:
    """Return the titles of the posts in a list."""
    return re.findall(r"<h2><a [^>]*>([^<]*)", page)


def switch(page: str) -> list[str]:
    """Return the targets of the language switch."""
    found = re.search(r'<nav class="versions".*?</nav>', page, re.DOTALL)
    return re.findall(r'href="([^"]*)"', found[0]) if found else []


def test_the_languages_of_a_text_name_each_other(blog: SiteTest) -> None:
    """Each page lists all its languages including its own, and the site's language as the default."""
    expected = {
        "ko": "https://example.com/posts/a/",
        "en": "https://example.com/en/posts/a/",
        "x-default": "https://example.com/posts/a/",
    }

    assert hreflangs(blog.page("posts/a/index.html")) == expected
    assert hreflangs(blog.page("en/posts/a/index.html")) == expected
    assert hreflangs(blog.page("posts/b/index.html")) == {}


def test_a_reader_can_switch(blog: SiteTest) -> None:
    """A page with a translation has a language switch, and no other page has one."""
    assert switch(blog.page("posts/a/index.html")) == ["/en/posts/a/"]
    assert switch(blog.page("en/posts/a/index.html")) == ["/posts/a/"]
    assert switch(blog.page("posts/b/index.html")) == []
    assert switch(blog.page("index.html")) == ["/en/"]
    assert switch(blog.page("en/tags/index.html")) == ["/tags/"]


def test_each_language_has_its_own_lists(blog: SiteTest) -> None:
    """A translation is in the lists of its language only; a text without an original is in the main lists."""
    assert titles(blog.page("index.html")) == ["Only", "나", "가"]
    assert titles(blog.page("en/index.html")) == ["A"]
    assert titles(blog.page("tags/x/index.html")) == ["가"]
    assert titles(blog.page("en/tags/x/index.html")) == ["A"]
    assert "A</a>" not in blog.page("archive/index.html")
    assert '<link rel="prev"' not in blog.page("posts/a/index.html")


def test_a_language_has_its_own_name_menu_and_feed(blog: SiteTest) -> None:
    """Pages of a language have its name and menu from the settings, and its feed has its posts."""
    page = blog.page("en/index.html")

    assert '<html lang="en">' in page
    assert "<title>Test Notes</title>" in page
    assert '<a href="/en/archive/">Posts</a>' in page
    feed = blog.page("en/feed.xml")
    assert re.findall(r"<title>(.*?)</title>", feed) == ["Test Notes", "A"]
    assert 'xml:lang="en"' in feed
    assert "<title>A</title>" not in blog.page("feed.xml")


def test_a_new_translation_rebuilds_its_original_and_no_other_post(blog: SiteTest) -> None:
    """A new translation rebuilds its original, which links to it, and no other post."""
    blog.write("content/posts/b.en.md", "---\ntitle: B\ndate: 2026-01-05\n---\nText\n")
    made = set(blog.build().made)

    assert {"en/posts/b/index.html", "posts/b/index.html", "en/posts/a/index.html", "en/index.html"} <= made
    assert not made & {"posts/a/index.html", "posts/c/index.html", "index.html", "archive/index.html"}


def test_a_draft_is_no_translation_yet(blog: SiteTest) -> None:
    """A translation that is a draft is not in the language switch."""
    blog.write("content/posts/a.en.md", "---\ntitle: A\ndate: 2026-01-02\ndraft: true\n---\nText\n")
    blog.build().must_succeed()

    assert switch(blog.page("posts/a/index.html")) == []
    assert not (blog.output / "en").exists()


@pytest.mark.parametrize("code", ["../../x", "<b>", "한국어", "e"])
def test_what_is_no_language_is_reported_and_left_out(site: SiteTest, code: str) -> None:
    """An invalid language code, in a text or in the settings, is reported and ignored."""
    site.write("blog.yml", f"title: t\nlanguage: '{code}'\nlanguages:\n  '{code}': {{title: x}}\n")
    site.write("content/posts/a.md", "---\ndate: 2026-01-01\n---\n글\n")
    site.write("content/posts/z.md", f"---\nlang: '{code}'\ntranslation_of: a\ndate: 2026-01-02\n---\n글\n")
    built = site.build().must_succeed()

    assert built.problems == [
        "blog.yml:2:11 bad-language",
        "blog.yml:4:3 bad-language",
        "content/posts/z.md:2:7 bad-language",
    ]
    assert '<html lang="ko">' in site.page("posts/z/index.html")

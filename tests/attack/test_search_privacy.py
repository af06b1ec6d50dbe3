"""What is not public, or not to be found, leaves no trace in the search index."""

import pytest

from byeoru.korean.jamo import initials, order
from site_test import SiteTest

SECRET = "극비문서"
HIDDEN = {
    "a draft": ("content/posts/x.md", "draft: true\n"),
    "a scheduled post": ("content/posts/x.md", "date: 2126-01-01\n"),
    "an expired post": ("content/posts/x.md", "date: 2020-01-01\nexpires: 2021-01-01\n"),
    "an unlisted page": ("content/posts/x.md", "unlisted: true\n"),
    "a page that search does not find": ("content/posts/x.md", "search: false\n"),
    "the key of Material for MkDocs": ("content/notes/x.md", "search: {exclude: true}\n"),
    "the key of Just the Docs": ("content/notes/x.md", "search_exclude: true\n"),
    "the key of PaperMod": ("content/notes/x.md", "searchHidden: true\n"),
    "the key of Nextra": ("content/notes/x.md", "searchable: false\n"),
    "a section that search does not find": ("content/diary/x.md", ""),
    "a page of an edition": ("content/posts/x.en.md", "search: false\n"),
}
SETTINGS = "title: t\nbase_url: https://example.com\nsections: {diary: {url: '/diary/:slug/', search: false}}\n"


def page(front: str) -> str:
    """Return a page that has the secret wherever terms come from."""
    texts = f"title: {SECRET} {SECRET}one\ntags: [{SECRET}tag]\ncategory: {SECRET}group\naliases: [/{SECRET}-old/]\n"
    return f"---\n{texts}{front}---\n## {SECRET} heading\n\n{SECRET}을 {SECRET}(topsecret) `{SECRET}_code` topsecret\n"


def traces(site: SiteTest) -> list[str]:
    """Return the files of the index with the secret, in any form in which terms are written."""
    forms = [SECRET, order(SECRET), initials(SECRET), "topsecret", "극비"]
    return [
        path
        for path, data in site.files().items()
        if path.startswith("search/") and any(form.encode() in data for form in forms)
    ]


@pytest.mark.parametrize("name", HIDDEN)
def test_no_byte_of_the_index_is_about_a_hidden_page(name: str, site: SiteTest) -> None:
    """Neither its words nor its title are anywhere below `search/`, also after it was public."""
    path, front = HIDDEN[name]
    site.write("blog.yml", SETTINGS)
    site.write("content/posts/a.md", "---\ntitle: 공개\ndate: 2026-01-01\n---\n모두 읽는 글\n")
    place = path.replace("diary", "posts")
    site.write(place, page("date: 2026-01-01\n"))
    site.build().must_succeed()
    assert traces(site), "a public page is found, so the comparison is not vacuous"

    site.delete(place)
    site.write(path, page(front))
    site.build()

    assert traces(site) == []
    assert any("읽는".encode() in data for path, data in site.files().items() if path.startswith("search/"))


def test_a_site_without_search_has_no_index(site: SiteTest) -> None:
    """`search: false` in the settings removes every file of it."""
    site.write("content/posts/a.md", "---\ntitle: 공개\ndate: 2026-01-01\n---\n글\n")
    site.build().must_succeed()
    assert any(path.startswith("search/") for path in site.files())

    site.write("blog.yml", "title: t\nsearch: false\n")
    site.build().must_succeed()

    assert not any(path.startswith("search/") for path in site.files())

"""Comments and counters in pages: which pages have them, and which are rebuilt when the settings change."""

import gzip
from pathlib import Path

import html5lib
import pytest

from site_test import SETTINGS, SiteTest

GISCUS = "comments: {provider: giscus, repo: user/blog, repo_id: R_kgDOAB, category: 공지, category_id: DIC_kwDO}\n"
THEME = Path(__file__).parents[2] / "themes/hanji"


@pytest.fixture
def blog(site: SiteTest) -> SiteTest:
    """Return a built site of a post, a draft, a note, a page, and two pages that override the default."""
    site.drafts = True
    site.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-01-01\n---\n글\n")
    site.write("content/posts/mute.md", "---\ntitle: m\ndate: 2026-01-02\ncomments: false\n---\n글\n")
    site.write("content/posts/later.md", "---\ntitle: l\ndate: 2026-01-03\ndraft: true\ncomments: true\n---\n글\n")
    site.write("content/notes/n.md", "# n\n")
    site.write("content/notes/open.md", "---\ntitle: o\ncomments: true\n---\n글\n")
    site.write("content/pages/about.md", "# 소개\n")
    site.build().must_succeed()
    return site


def with_comments(site: SiteTest) -> list[str]:
    """Return the pages that have comments."""
    return [path for path, data in site.files().items() if b'class="comments"' in data]


def test_a_site_without_the_settings_names_nobody(blog: SiteTest) -> None:
    """Without settings, no page contains comments, a counter or the host of a service."""
    for path, data in blog.files().items():
        if path.endswith(".html"):
            for word in (b"giscus", b"utteranc", b"counter", b"https://gc.", b"comments", b"views"):
                assert word not in data, path


def test_posts_have_comments_and_others_on_demand(blog: SiteTest) -> None:
    """By default dated pages have comments; a page can override that; drafts, lists and the error page have none."""
    blog.write("blog.yml", SETTINGS + GISCUS)
    blog.build().must_succeed()

    assert with_comments(blog) == ["notes/open/index.html", "posts/a/index.html"]


def test_only_pages_with_comments_are_rebuilt(blog: SiteTest) -> None:
    """A change of one comment option rebuilds only the pages with comments."""
    both = ["notes/open/index.html", "posts/a/index.html"]

    blog.write("blog.yml", SETTINGS + GISCUS)
    assert blog.build().must_succeed().made == both
    blog.write("blog.yml", SETTINGS + GISCUS.replace("공지", "댓글"))
    assert blog.build().must_succeed().made == both
    blog.write("blog.yml", SETTINGS)
    assert blog.build().must_succeed().made == both


def test_the_switch_of_a_page_makes_that_page(blog: SiteTest) -> None:
    """Disabling the comments of a page rebuilds that page, and the feeds with its full text."""
    blog.write("blog.yml", SETTINGS + GISCUS)
    blog.build().must_succeed()
    blog.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-01-01\ncomments: no\n---\n글\n")
    rebuilt = blog.build().must_succeed().made

    feeds = ["atom.xml", "feed.json", "feed.xml", "index.xml", "rss.xml"]
    assert rebuilt == sorted([*feeds, "posts/a/index.html"])
    assert with_comments(blog) == ["notes/open/index.html"]


def test_a_switch_that_is_none_is_pointed_at(blog: SiteTest) -> None:
    """An invalid `comments` value is reported with its location, and the section decides."""
    blog.write("blog.yml", SETTINGS + GISCUS)
    blog.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-01-01\ncomments: 닫기\n---\n글\n")

    assert blog.build().must_succeed().problems == ["content/posts/a.md:4:11 wrong-type"]
    assert "posts/a/index.html" in with_comments(blog)


def test_comments_are_complete_without_a_script(blog: SiteTest) -> None:
    """Without scripts, comments are a heading and a link in the language of the page."""
    blog.write("blog.yml", SETTINGS + GISCUS)
    blog.write("content/posts/e.md", "---\ntitle: e\ndate: 2026-01-04\nlang: en-US\n---\ntext\n")
    blog.build().must_succeed()

    korean, english = blog.page("posts/a/index.html"), blog.page("posts/e/index.html")
    assert '<h2 id="comments-title">댓글</h2>' in korean
    assert 'data-lang="ko"' in korean
    assert '<a href="https://github.com/user/blog/discussions" rel="nofollow noopener">' in korean
    assert '<h2 id="comments-title">Comments</h2>' in english
    assert 'data-lang="en"' in english


def test_words_stay_words(blog: SiteTest) -> None:
    """A category or label with any text is never parsed as markup."""
    words = "Q&A &quot; &lt;b 'x' `{{ 1 }}` onload=alert(1)"
    blog.write("blog.yml", SETTINGS + f'comments: {{provider: utterances, repo: user/blog, label: "{words}"}}\n')
    blog.build().must_succeed()

    tree = html5lib.parse(blog.page("posts/a/index.html"), namespaceHTMLElements=False)
    [section] = [element for element in tree.iter("section") if element.get("class") == "comments"]
    assert section.get("data-label") == words
    assert not [name for name in section.keys() if name.startswith("on")]  # noqa: SIM118  (an element is no mapping)


COUNTERS = {
    "provider: goatcounter, code: myblog": ('src="https://gc.zgo.at/count.js"', "https://myblog.goatcounter.com/count"),
    "provider: umami, id: 94db1cb1-74f4-4a40-ad6c-962362670409": ("https://cloud.umami.is/script.js", "94db1cb1-"),
    "provider: plausible, domain: a.kr, host: https://b.kr/": ('src="https://b.kr/js/script.js"', 'data-domain="a.kr"'),
    f"provider: cloudflare, token: {'0a' * 16}": ("beacon.min.js", '{"token": "' + "0a" * 16 + '"}'),
    "provider: google, id: G-ABCDE12345": ("gtag/js?id=G-ABCDE12345", 'gtag("config","G-ABCDE12345")'),
}


@pytest.mark.parametrize("counter", COUNTERS)
def test_every_page_has_the_counter_where_nothing_runs(blog: SiteTest, counter: str) -> None:
    """Counter scripts are in a template element until hanji.js has checked the reader's preferences."""
    blog.write("blog.yml", SETTINGS + f"analytics: {{{counter}}}\n")
    blog.build().must_succeed()

    for path in ("index.html", "posts/a/index.html", "notes/n/index.html", "404.html"):
        inside = blog.page(path).partition('<template id="counter">')[2].partition("</template>")[0]
        for part in COUNTERS[counter]:
            assert part in inside, path


def test_the_number_of_readers_is_shown_by_choice(blog: SiteTest) -> None:
    """If enabled, a post has the address of its count, and nothing is visible before the count arrives."""
    counter = "analytics: {provider: goatcounter, code: myblog}\n"
    blog.write("blog.yml", SETTINGS + counter)
    blog.build().must_succeed()
    assert "views" not in blog.page("posts/a/index.html")

    blog.write("blog.yml", SETTINGS.replace(".com", ".com/노트") + counter.replace("}", ", show: true}"))
    blog.build().must_succeed()
    assert (
        '<span class="views" data-counter="https://myblog.goatcounter.com/counter/" '
        'data-path="/%EB%85%B8%ED%8A%B8/posts/a/" data-words="조회 {n}" hidden></span>'
    ) in blog.page("posts/a/index.html")
    assert 'class="views"' not in blog.page("posts/later/index.html")


def test_the_script_of_the_theme_stays_small() -> None:
    """The script of the theme is at most 6 KB, for readers on slow connections."""
    assert len(gzip.compress((THEME / "static/hanji.js").read_bytes(), mtime=0)) <= 6 * 1024

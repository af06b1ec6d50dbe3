"""How posts are organised: series, neighbours in a category, quoted pages, and metadata for search engines."""

import json
import re
from urllib.parse import unquote

import pytest

from site_test import SiteTest


@pytest.fixture
def blog(site: SiteTest) -> SiteTest:
    """Return a site with a series of three parts, whose numbers are not in the order of their dates."""
    for day, (name, order) in enumerate([("c", 3), ("a", 1), ("b", 2)], 1):
        front = f"title: 글 {name}\ndate: 2026-01-0{day}\nseries: 밑바닥\nseries_order: {order}\ncategory: study/os"
        site.write(f"content/posts/{name}.md", f"---\n{front}\n---\n본문.\n")
    for day in range(1, 6):
        site.write(
            f"content/posts/x{day}.md", f"---\ntitle: 다른 {day}\ndate: 2026-02-0{day}\ncategory: study/os\n---\n글\n"
        )
    site.build().must_succeed()
    return site


def titles(page: str, part: str) -> list[str]:
    """Return the texts of the links and of the current part in the element of a class."""
    inside = re.search(rf'class="{part}".*?</(?:details|nav)>', page, re.DOTALL)
    return re.findall(r"<li>\s*<(?:a|b)[^>]*>([^<]*)<", inside[0]) if inside else []


def test_a_part_shows_its_series_and_its_number(blog: SiteTest) -> None:
    """A part lists all parts in the order of their numbers, marks itself, and shows n of N."""
    page = blog.page("posts/b/index.html")

    assert titles(page, "series") == ["글 a", "글 b", "글 c"]
    assert '<b aria-current="page">글 b</b>' in page
    assert "2/3" in page


def test_a_series_has_a_page_and_an_index(blog: SiteTest) -> None:
    """The page of a series lists its parts from the first on."""
    page = blog.page("series/밑바닥/index.html")

    assert re.findall(r"<h2><a [^>]*>([^<]*)", page) == ["글 a", "글 b", "글 c"]
    assert "밑바닥" in blog.page("series/index.html")


def test_a_new_part_makes_the_parts_of_its_series_and_no_other_post(blog: SiteTest) -> None:
    """A new part rebuilds the other parts of its series, and no other post."""
    blog.write(
        "content/posts/d.md", "---\ntitle: 글 d\ndate: 2025-01-01\nseries: 밑바닥\nseries_order: 4\n---\n본문.\n"
    )
    made = blog.build().made

    assert {f"posts/{name}/index.html" for name in "abcd"} <= set(made)
    assert not any(path.startswith("posts/x") for path in made)


def test_a_post_names_its_neighbours_in_the_category(blog: SiteTest) -> None:
    """A post lists two older and two newer posts of its category; a distant new post changes nothing."""
    assert titles(blog.page("posts/x3/index.html"), "siblings") == ["다른 5", "다른 4", "다른 2", "다른 1"]
    blog.write("content/posts/x9.md", "---\ntitle: 다른 9\ndate: 2026-03-01\ncategory: study/os\n---\n글\n")

    assert "posts/x1/index.html" not in blog.build().made


def test_many_tags_stand_under_their_first_consonant_or_letter(site: SiteTest) -> None:
    """24 or more tags are grouped by 초성, A to Z and digits; fewer are one list."""
    tags = ["깃", "그래프", "도커", "리눅스", "Python", "pandas", "3D", *(f"하{number}" for number in range(20))]
    site.write("content/posts/a.md", f"---\ntags: [{', '.join(tags)}]\n---\n글\n")
    site.build().must_succeed()

    page = site.page("tags/index.html")
    assert re.findall(r'<h2 class="initial">(.*?)</h2>', page) == ["ㄱ", "ㄷ", "ㄹ", "ㅎ", "P", "0–9"]
    assert page.index("그래프") < page.index("깃") < page.index("도커")
    assert page.count('<ul class="index">') == 6


def test_a_scrap_shows_where_it_is_from(site: SiteTest) -> None:
    """Title, URL and license of the original are below the text; a script URL is rejected."""
    source = 'source: {title: "HTTP & 캐시", url: "https://www.rfc-editor.org/rfc/rfc9111", license: "IETF Trust"}'
    site.write("content/posts/a.md", f"---\n{source}\n---\n글\n")
    site.write("content/posts/b.md", "---\nsource: javascript:alert(1)\n---\n글\n")
    built = site.build().must_succeed()

    page = site.page("posts/a/index.html")
    assert '<a href="https://www.rfc-editor.org/rfc/rfc9111" rel="noopener">HTTP &amp; 캐시</a> (IETF Trust)' in page
    assert built.problems == ["content/posts/b.md:2:9 bad-source"]
    assert "javascript" not in site.page("posts/b/index.html")


def test_search_engines_can_verify_the_owner(site: SiteTest) -> None:
    """Verification codes become the `meta` elements of Naver, Google and Bing."""
    site.write("blog.yml", "title: 시험\nverification: {naver: n1, google: g1, bing: b1}\n")
    site.build().must_succeed()

    page = site.page("index.html")
    for name, code in (("naver-site-verification", "n1"), ("google-site-verification", "g1"), ("msvalidate.01", "b1")):
        assert f'<meta name="{name}" content="{code}">' in page


def test_a_post_describes_itself_to_machines(blog: SiteTest) -> None:
    """JSON-LD names title, dates and address, whatever the title contains."""
    blog.write("content/posts/e.md", "---\ntitle: '</script><b>'\ndate: 2026-01-09\nupdated: 2026-01-10\n---\n글\n")
    blog.build().must_succeed()

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', blog.page("posts/e/index.html"))
    assert found is not None
    described = json.loads(found[1])
    assert described["headline"] == "</script><b>"
    assert described["datePublished"] == "2026-01-09T00:00:00+09:00"
    assert described["dateModified"] == "2026-01-10T00:00:00+09:00"
    assert described["url"] == "https://example.com/posts/e/"


def listed(page: str) -> list[str]:
    """Return the titles of the posts in a list."""
    return re.findall(r"<h2><a [^>]*>([^<]*)", page)


def test_pinned_posts_stand_on_top_of_the_first_page_and_once(site: SiteTest) -> None:
    """A pinned post is at the top of the first page, and at its date on its numbered page."""
    site.write("blog.yml", "title: t\npage_size: 2\n")
    for day in range(1, 7):
        pin = "pin: true\n" if day in {2, 6} else ""
        site.write(f"content/posts/p{day}.md", f"---\ntitle: 글 {day}\ndate: 2026-01-0{day}\n{pin}---\n글\n")
    site.build().must_succeed()

    assert listed(site.page("index.html")) == ["글 6", "글 2", "글 5"]
    assert listed(site.page("page/1/index.html")) == ["글 2", "글 1"]


def test_a_year_has_a_page_with_its_months(site: SiteTest) -> None:
    """The archive links to each year, which lists its months, and days of the calendar link to their posts there."""
    for name, date in (("a", "2025-12-31"), ("b", "2026-01-01"), ("c", "2026-03-05"), ("d", "2026-03-05 10:00")):
        site.write(f"content/posts/{name}.md", f"---\ntitle: {name}\ndate: {date}\n---\n글\n")
    site.build().must_succeed()

    year, calendar = site.page("archive/2026/index.html"), site.page("calendar/index.html")
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", year) == ["3월", "1월"]
    assert year.count('id="d-2026-03-05"') == 1
    assert '<a href="/archive/2025/">2025</a>' in site.page("archive/index.html")
    assert re.findall(r'<td><a href="([^"]*)" title="([^"]*)">', calendar) == [
        ("/archive/2026/#d-2026-03-05", "3월 5일, 글 2개"),
        ("/archive/2026/#d-2026-01-01", "1월 1일, 글 1개"),
        ("/archive/2025/#d-2025-12-31", "12월 31일, 글 1개"),
    ]


def test_a_post_of_one_year_leaves_the_others(blog: SiteTest) -> None:
    """A new post rebuilds the archive page of its year only."""
    blog.write("content/posts/new.md", "---\ntitle: 새 글\ndate: 2026-06-01\n---\n글\n")
    blog.write("content/posts/old.md", "---\ntitle: 옛 글\ndate: 2020-06-01\n---\n글\n")
    blog.build().must_succeed()
    blog.write("content/posts/older.md", "---\ntitle: 더 옛 글\ndate: 2020-05-01\n---\n글\n")

    made = blog.build().made
    assert "archive/2020/index.html" in made
    assert "archive/2026/index.html" not in made


def test_several_authors_have_pages(site: SiteTest) -> None:
    """An author has the name and biography of the settings; an unknown one has the name as written."""
    site.write(
        "blog.yml", "title: t\nauthors:\n  hong: {name: 홍길동, url: https://hong.example.kr, bio: 의적입니다}\n"
    )
    site.write("content/posts/a.md", "---\ntitle: 가\ndate: 2026-01-01\nauthors: [hong, 성춘향]\n---\n글\n")
    site.write("content/posts/b.md", "---\ntitle: 나\ndate: 2026-01-02\nauthor: {name: 성춘향}\n---\n글\n")
    site.build().must_succeed()

    assert listed(site.page("authors/hong/index.html")) == ["가"]
    assert "의적입니다" in site.page("authors/hong/index.html")
    assert listed(site.page("authors/성춘향/index.html")) == ["나", "가"]
    post = site.page("posts/a/index.html")
    assert re.findall(r'<a href="([^"]*)" rel="author">(.*?)</a>', post)[:2] == [
        ("/authors/hong/", "홍길동"),
        ("/authors/%EC%84%B1%EC%B6%98%ED%96%A5/", "성춘향"),
    ]
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', post)
    assert data
    assert [one["name"] for one in json.loads(data[1])["author"]] == ["홍길동", "성춘향"]


def test_related_pages_share_links_and_tags(site: SiteTest) -> None:
    """Related pages are ordered by links in either direction, then common tags, then nearness in time."""
    for day, (name, tags, text) in enumerate(
        [("linked", "z", "글"), ("two", "x, y", "글"), ("far", "x", "글"), ("near", "x", "글"), ("other", "w", "글")], 1
    ):
        site.write(
            f"content/posts/{name}.md", f"---\ntitle: {name}\ndate: 2026-01-0{day}\ntags: [{tags}]\n---\n{text}\n"
        )
    site.write("content/posts/it.md", "---\ntitle: it\ndate: 2026-01-09\ntags: [x, y]\n---\n[l](linked.md)\n")
    site.build().must_succeed()

    def related(name: str) -> list[str]:
        part = re.search(r'aria-labelledby="related">.*?</nav>', site.page(f"posts/{name}/index.html"), re.DOTALL)
        return re.findall(r"<li><a [^>]*>([^<]*)<", part[0]) if part else []

    assert related("it") == ["two", "linked", "near", "far"]
    assert related("linked") == []  # what links to it is among its backlinks
    assert related("other") == []


def test_parts_of_a_series_are_linked_in_order(blog: SiteTest) -> None:
    """A part links to the previous and the next part of its series."""
    page = blog.page("posts/b/index.html")
    nav = re.search(r'<nav class="neighbours" aria-label="밑바닥">.*?</nav>', page, re.DOTALL)

    assert nav
    assert re.findall(r'href="([^"]*)"', nav[0]) == ["/posts/a/", "/posts/c/"]


def test_a_section_of_notes_shows_its_folders(site: SiteTest) -> None:
    """Notes are listed as a tree of folders; if there are many, the last updated ones are on top."""
    for day, path in enumerate(["a", "os/b", "os/kernel/c", "os/kernel/d", "e", "f", "g"], 1):
        site.write(f"content/notes/{path}.md", f"---\ntitle: {path[-1]}\nupdated: 2026-01-0{day}\n---\n글\n")
    site.build().must_succeed()

    page = site.page("notes/index.html")
    tended = re.search(r'<section class="siblings">.*?</section>', page, re.DOTALL)
    tree = re.search(r'<div class="tree">.*?</div>', page, re.DOTALL)
    assert tended
    assert tree
    assert re.findall(r"<a [^>]*>(.*?)</a>", tended[0]) == ["g", "f", "e", "d", "c", "b"]
    assert re.findall(r"<a [^>]*>(.*?)</a>", tree[0]) == ["g", "f", "e", "a", "os", "b", "kernel", "d", "c"]


@pytest.mark.parametrize("front", ["cover: c.png", "image: {path: c.png, alt: x}", "cover: {image: c.png}"])
def test_a_cover_stands_on_its_page_and_where_it_is_shared(site: SiteTest, front: str) -> None:
    """A cover image is resolved like images in the text, and its absolute URL is used for link previews."""
    site.write("content/posts/a/index.md", f"---\ntitle: 가\ndate: 2026-01-01\n{front}\n---\n글\n")
    site.write("content/posts/a/c.png", b"png")
    built = site.build().must_succeed()

    page = site.page("posts/a/index.html")
    assert built.problems == []
    assert '<meta property="og:image" content="https://example.com/posts/a/c.png">' in page
    assert '<img src="/posts/a/c.png"' in page


def test_a_cover_that_is_missing_is_reported_where_it_is_named(site: SiteTest) -> None:
    """A missing cover is reported at its value in the front matter."""
    site.write("content/posts/a.md", "---\ntitle: 가\ncover: c.png\n---\n글\n")

    assert site.build().problems == ["content/posts/a.md:3:8 missing-picture"]


def test_contents_can_be_switched_off(site: SiteTest) -> None:
    """`toc: false` hides the table of contents."""
    text = "## 하나\n\n## 둘\n\n## 셋\n"
    site.write("content/posts/a.md", f"---\ndate: 2026-01-01\n---\n{text}")
    site.write("content/posts/b.md", f"---\ndate: 2026-01-01\ntoc: false\n---\n{text}")
    site.build().must_succeed()

    assert 'class="toc"' in site.page("posts/a/index.html")
    assert 'class="toc"' not in site.page("posts/b/index.html")


def test_old_addresses_of_tistory_redirect(site: SiteTest) -> None:
    """A number and `/entry/제목`, percent-encoded or not, redirect to the post."""
    site.write(
        "content/posts/a.md",
        "---\ndate: 2026-01-01\naliases: [/123, /entry/도커-시작, /entry/%EA%B0%80]\n---\n글\n",
    )
    site.build().must_succeed()

    for old in ("123", "entry/도커-시작", "entry/가"):
        assert 'content="0; url=/posts/a/"' in site.page(f"{old}/index.html")


def test_a_name_that_no_file_system_can_hold_is_shortened(site: SiteTest) -> None:
    """Names of a hundred syllables get a page, and two of them get different pages."""
    for day, last in enumerate("가나", 1):
        name = "한" * 120 + last
        site.write(f"content/posts/{day}.md", f"---\ndate: 2026-01-0{day}\nseries: {name}\ntags: [{name}]\n---\n글\n")
    built = site.build().must_succeed()

    assert built.problems == []
    assert len([path for path in site.files() if path.startswith("series/한")]) == 2
    [link] = re.findall(r'href="(/series/%ED[^"]*)"', site.page("posts/1/index.html"))[:1]
    assert "한" * 120 + "가" in site.page(unquote(link)[1:] + "index.html")


def test_a_site_of_notes_begins_with_those_tended_last(site: SiteTest) -> None:
    """Without posts, the first page lists the last updated notes."""
    for day in range(1, 13):
        site.write(f"content/notes/n{day}.md", f"---\ntitle: 노트 {day}\nupdated: 2026-01-{day:02}\n---\n글\n")
    site.build().must_succeed()
    assert listed(site.page("index.html")) == [f"노트 {day}" for day in range(12, 2, -1)]

    site.write("content/posts/a.md", "---\ntitle: 글\ndate: 2026-01-01\n---\n글\n")
    site.build().must_succeed()
    assert listed(site.page("index.html")) == ["글"]

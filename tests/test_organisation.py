"""How posts belong together: series, the other posts of a category, scraps, and what search engines are told."""

import json
import re

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
    """Return the words of the links and of the present part in the element of a class."""
    inside = re.search(rf'class="{part}".*?</(?:details|nav)>', page, re.DOTALL)
    return re.findall(r"<li>\s*<(?:a|b)[^>]*>([^<]*)<", inside[0]) if inside else []


def test_a_part_shows_its_series_and_its_number(blog: SiteTest) -> None:
    """All parts stand in the order of their numbers, the present one marked, with n of N."""
    page = blog.page("posts/b/index.html")

    assert titles(page, "series") == ["글 a", "글 b", "글 c"]
    assert '<b aria-current="page">글 b</b>' in page
    assert "2/3" in page


def test_a_series_has_a_page_and_an_index(blog: SiteTest) -> None:
    """The page lists the parts from the first on."""
    page = blog.page("series/밑바닥/index.html")

    assert re.findall(r"<h2><a [^>]*>([^<]*)", page) == ["글 a", "글 b", "글 c"]
    assert "밑바닥" in blog.page("series/index.html")


def test_a_new_part_makes_the_parts_of_its_series_and_no_other_post(blog: SiteTest) -> None:
    """What a series shows is read by its parts alone."""
    blog.write(
        "content/posts/d.md", "---\ntitle: 글 d\ndate: 2025-01-01\nseries: 밑바닥\nseries_order: 4\n---\n본문.\n"
    )
    made = blog.build().made

    assert {f"posts/{name}/index.html" for name in "abcd"} <= set(made)
    assert not any(path.startswith("posts/x") for path in made)


def test_a_post_names_its_neighbours_in_the_category(blog: SiteTest) -> None:
    """Two older and two newer ones, nearest in time; a sixth post far away changes nothing."""
    assert titles(blog.page("posts/x3/index.html"), "siblings") == ["다른 5", "다른 4", "다른 2", "다른 1"]
    blog.write("content/posts/x9.md", "---\ntitle: 다른 9\ndate: 2026-03-01\ncategory: study/os\n---\n글\n")

    assert "posts/x1/index.html" not in blog.build().made


def test_many_tags_stand_under_their_first_consonant_or_letter(site: SiteTest) -> None:
    """Two dozen tags and more are put together by 초성, then A to Z, then digits; few are one list."""
    tags = ["깃", "그래프", "도커", "리눅스", "Python", "pandas", "3D", *(f"하{number}" for number in range(20))]
    site.write("content/posts/a.md", f"---\ntags: [{', '.join(tags)}]\n---\n글\n")
    site.build().must_succeed()

    page = site.page("tags/index.html")
    assert re.findall(r'<h2 class="initial">(.*?)</h2>', page) == ["ㄱ", "ㄷ", "ㄹ", "ㅎ", "P", "0–9"]
    assert page.index("그래프") < page.index("깃") < page.index("도커")
    assert page.count('<ul class="index">') == 6


def test_a_scrap_shows_where_it_is_from(site: SiteTest) -> None:
    """Title, link and licence of the original stand below the text; an address that runs something is refused."""
    source = 'source: {title: "HTTP & 캐시", url: "https://www.rfc-editor.org/rfc/rfc9111", license: "IETF Trust"}'
    site.write("content/posts/a.md", f"---\n{source}\n---\n글\n")
    site.write("content/posts/b.md", "---\nsource: javascript:alert(1)\n---\n글\n")
    built = site.build().must_succeed()

    page = site.page("posts/a/index.html")
    assert '<a href="https://www.rfc-editor.org/rfc/rfc9111" rel="noopener">HTTP &amp; 캐시</a> (IETF Trust)' in page
    assert built.problems == ["content/posts/b.md:2:9 bad-source"]
    assert "javascript" not in site.page("posts/b/index.html")


def test_search_engines_are_told_who_owns_the_site(site: SiteTest) -> None:
    """The codes of the settings become the elements that Naver, Google and Bing look for."""
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

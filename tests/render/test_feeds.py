"""Outputs for machines: feeds in three formats, the site map, robots.txt and llms.txt."""

import json
from xml.etree import ElementTree as ET

import pytest

from site_test import SiteTest

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


@pytest.fixture
def blog(site: SiteTest) -> SiteTest:
    """Return a built site below a path, with six posts and a note."""
    site.write("blog.yml", 'title: "밑 & 위"\nbase_url: https://user.github.io/노트\nauthor: 쓴이\ndescription: 설명\n')
    for day in range(1, 7):
        text = f"---\ntitle: 글 {day} <b>\ndate: 2026-01-0{day} 09:00\ntags: [도커]\n---\n요약 {day}.\n\n<!-- more -->\n\n[다음](b.md)\n"
        site.write(f"content/posts/p{day}.md", text)
    site.write("content/posts/b.md", "---\ntitle: 나\ndate: 2025-01-01\n---\n글 ![](x.png)\n")
    site.write("content/posts/x.png", b"png")
    site.write("content/notes/n.md", "# 노트 [하나]\n\n적었다.\n")
    site.build().must_succeed()
    return site


def test_three_formats_say_the_same(blog: SiteTest) -> None:
    """Atom, RSS and JSON Feed contain the same posts, newest first, with their full text."""
    atom = ET.fromstring(blog.page("feed.xml"))
    rss = ET.fromstring(blog.page("rss.xml"))
    feed = json.loads(blog.page("feed.json"))

    urls = [item["url"] for item in feed["items"]]
    assert urls[0] == "https://user.github.io/%EB%85%B8%ED%8A%B8/posts/p6/"
    assert urls == [entry.findtext(f"{ATOM}id") for entry in atom.iter(f"{ATOM}entry")]
    assert urls == [item.findtext("link") for item in rss.iter("item")]
    texts = [item["content_html"] for item in feed["items"]]
    assert texts == [entry.findtext(f"{ATOM}content") for entry in atom.iter(f"{ATOM}entry")]
    assert texts == [item.findtext(CONTENT) for item in rss.iter("item")]
    assert feed["items"][0]["title"] == "글 6 <b>"


def test_every_address_in_a_feed_is_absolute(blog: SiteTest) -> None:
    """Links and images in the full text are absolute URLs of the site."""
    for item in json.loads(blog.page("feed.json"))["items"]:
        assert 'href="/' not in item["content_html"]
        assert 'src="/' not in item["content_html"]
    assert 'src="https://user.github.io/%EB%85%B8%ED%8A%B8/posts/x.png"' in blog.page("feed.json").replace('\\"', '"')


def test_readers_find_a_feed_where_they_look(blog: SiteTest) -> None:
    """The usual addresses have the usual formats, and a feed contains its own URL once."""
    assert blog.page("atom.xml") == blog.page("feed.xml")
    assert blog.page("index.xml") == blog.page("rss.xml")
    page = blog.page("index.html")
    for kind, name in (("atom+xml", "feed.xml"), ("rss+xml", "rss.xml"), ("feed+json", "feed.json")):
        assert f'type="application/{kind}"' in page
        assert f'href="/%EB%85%B8%ED%8A%B8/{name}"' in page


def test_a_group_of_five_has_a_feed_of_summaries(blog: SiteTest) -> None:
    """A tag with enough posts has one Atom feed of summaries, linked from its page."""
    feed = ET.fromstring(blog.page("tags/도커/feed.xml"))

    entries = list(feed.iter(f"{ATOM}entry"))
    assert len(entries) == 6
    assert entries[0].findtext(f"{ATOM}summary") == "요약 6."
    assert entries[0].find(f"{ATOM}content") is None
    assert "tags/%EB%8F%84%EC%BB%A4/feed.xml" in blog.page("tags/도커/index.html")


def test_a_body_leaves_the_feeds_of_groups_alone(blog: SiteTest) -> None:
    """A change in the text of a post does not rebuild feeds of summaries."""
    old = (blog.root / "content/posts/p1.md").read_text(encoding="utf-8")
    blog.write("content/posts/p1.md", old + "\n더한 문단.\n")

    assert not [path for path in blog.build().made if path.startswith("tags/")]


def test_robots_txt_names_the_site_map(site: SiteTest) -> None:
    """robots.txt begins with the lines of the settings; a file of the author replaces it."""
    site.write("blog.yml", "title: 시험\nbase_url: https://a.kr\nrobots: ['#DaumWebMasterTool:1']\n")
    site.build().must_succeed()

    lines = site.page("robots.txt").splitlines()
    assert lines == ["#DaumWebMasterTool:1", "User-agent: *", "Allow: /", "Sitemap: https://a.kr/sitemap.xml"]
    site.write("static/robots.txt", "User-agent: *\nDisallow: /\n")
    site.build().must_succeed()
    assert "Disallow" in site.page("robots.txt")


def test_llms_txt_lists_posts_and_notes(blog: SiteTest) -> None:
    """llms.txt is Markdown with absolute URLs, and brackets in a title do not end a link."""
    text = blog.page("llms.txt")

    assert text.startswith("# 밑 & 위\n\n> 설명\n")
    assert "- [글 6 <b>](https://user.github.io/%EB%85%B8%ED%8A%B8/posts/p6/): 요약 6.\n" in text
    assert "- [노트 \\[하나\\]](https://user.github.io/%EB%85%B8%ED%8A%B8/notes/n/): 적었다.\n" in text


def test_without_an_address_there_is_nothing_absolute(site: SiteTest) -> None:
    """A site without `base_url` has no feed and no site map, and robots.txt names none."""
    site.write("blog.yml", "title: 시험\n")
    site.write("content/posts/a.md", "글\n")
    site.build().must_succeed()

    assert not {"feed.xml", "rss.xml", "feed.json", "sitemap.xml", "llms.txt"} & set(site.files())
    assert site.page("robots.txt") == "User-agent: *\nAllow: /\n"

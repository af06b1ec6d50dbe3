"""Feeds as strangers' programs read them: an XML parser, `feedparser`, and the rules of their specifications.

Read are those of the example site, and of a site whose author is an enemy or unlucky: names and texts with control
characters, with what ends CDATA, with halves of emoji, and in the spelling of macOS.
"""

import json
import unicodedata
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from judges import feed_rules
from site_test import SiteTest

HOSTILE = (
    "a & b <c> ]]> \"d\" 'e'",
    "제어 \x00\x01\x08\x0b\x0c\x1b\x7f\x85 문자",
    "비문자 \ufffe\uffff 와 \U0001ffff",
    "이모지 👩\u200d💻🇰🇷🎉",
    unicodedata.normalize("NFD", "풀어 쓴 이름"),
    "&amp;lt;script&gt; &#0; &#xD800; &nbsp;",
    "<![CDATA[ x ]]> <!-- y --> <?z?>",
    "\u202e거꾸로 \ufeff\u2028\u2029",
)
# The first day of a month in the calendar's corners: a leap day, the end of a year, an old year, a year far away.
DATES = (
    "2024-02-29",
    "2025-12-31 23:59:59",
    "1970-01-01",
    "2026-01-01 00:00 +0545",
    "2026-03-01T01:02:03Z",
    "1999-9-9",
    "2026-07-07",
    "2026-08-08",
)


def quoted(words: str) -> str:
    """Quote a text for YAML: the old control characters escaped, the rest as it is."""
    return json.dumps(words, ensure_ascii=False)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a built site below a path of Hangul, each of whose texts is a trap."""
    root = tmp_path_factory.mktemp("hostile") / "blog"
    root.mkdir()
    site = SiteTest(root)
    title = quoted(HOSTILE[0] + HOSTILE[3] + " \x01")
    site.write(
        "blog.yml", f"title: {title}\nauthor: {title}\ndescription: {title}\nbase_url: https://user.github.io/노트\n"
    )
    for number, (words, date) in enumerate(zip(HOSTILE, DATES, strict=True)):
        front = f"title: {quoted(words)}\ndate: {date}\ntags: [도커, {quoted(words)}]\nsummary: {quoted(words)}"
        body = f"{words}\n\n![{words}](그%20림.png) [나](나.md)\n\n```\n{words}\n```\n"
        name = unicodedata.normalize("NFD", f"글 {number} & '")
        site.write(f"content/posts/{name}.md", f"---\n{front}\n---\n{body}")
    # Half of an emoji, as an escape of YAML and as a number of HTML; as bytes it is no UTF-8, which stops a build.
    half = '---\ntitle: "반쪽 \\ud83d"\ndate: 2026-09-09\ntags: [도커]\n---\n&#xd83d; &#55357;\n'
    site.write("content/posts/half.md", half)
    site.write("content/posts/나.md", "---\ndate: 2026-10-10\ntags: [도커]\n---\n[가](없는.md)\n")
    site.write("content/posts/그 림.png", b"png")
    site.build().must_succeed()
    return site.output


@pytest.fixture(params=["example", "hostile"])
def site(request: pytest.FixtureRequest) -> Path:
    """Return one of the two sites."""
    found: Path = request.getfixturevalue(request.param)
    return found


def test_atom_is_as_its_specification_says(site: Path) -> None:
    """The feed of the site, and that of each group, keep the rules of RFC 4287."""
    feeds = [path for path in site.rglob("*.xml") if path.name in {"feed.xml", "atom.xml"}]

    assert len(feeds) > 2
    for path in feeds:
        assert list(feed_rules.atom(ET.parse(path).getroot())) == [], path


def test_rss_is_as_its_specification_says(site: Path) -> None:
    """The feed at both of its addresses keeps the rules of RSS 2.0."""
    for name in ("rss.xml", "index.xml"):
        assert list(feed_rules.rss(ET.parse(site / name).getroot())) == [], name


def test_json_feed_is_as_its_specification_says(site: Path) -> None:
    """The feed is JSON, and keeps the rules of JSON Feed 1.1."""
    assert list(feed_rules.json_feed(json.loads((site / "feed.json").read_text(encoding="utf-8")))) == []


def test_a_reader_of_feeds_reads_them(site: Path) -> None:
    """`feedparser` finds nothing to mend, and the same posts at the same addresses in every feed."""
    items = json.loads((site / "feed.json").read_text(encoding="utf-8"))["items"]
    for name in ("feed.xml", "atom.xml", "rss.xml", "index.xml"):
        feed = feedparser.parse((site / name).read_bytes())
        assert not feed.bozo, (name, feed.get("bozo_exception"))
        assert [one.link for one in feed.entries] == [item["url"] for item in items], name
        assert [one.id for one in feed.entries] == [one.link for one in feed.entries], name
        assert all({"updated_parsed", "published_parsed"} & one.keys() for one in feed.entries), name


def test_what_the_author_wrote_arrives(hostile: Path) -> None:
    """Marks of XML in a title are read back as they were written; what XML cannot hold is left out or replaced."""
    titles = [
        entry.findtext(f"{feed_rules.ATOM}title")
        for entry in ET.parse(hostile / "feed.xml").getroot().iter(f"{feed_rules.ATOM}entry")
    ]

    assert len(titles) == 10
    assert HOSTILE[0] in titles
    assert HOSTILE[3] in titles
    assert HOSTILE[6] in titles
    assert any("제어" in (title or "") for title in titles)


def test_broken_rules_are_seen() -> None:
    """A feed that breaks a rule is told so: the rules can fail."""
    entry = "<entry><id>/a</id><title>t</title><updated>2026-01-01</updated><content type='html'>&lt;a href='b'></content></entry>"
    found = list(feed_rules.atom(ET.fromstring(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}{entry}</feed>")))
    assert {sentence.rpartition("(")[2] for sentence in found} >= {"§4.1)", "§4.1.1)", "§3.3)", "§4.2.6)"}
    assert "an entry names 'b', which is relative" in found

    item = "<item><pubDate>Mon, 01 Jan 2026 00:00:00 +0900</pubDate><guid>노트</guid></item>"
    found = list(feed_rules.rss(ET.fromstring(f"<rss version='2.0'><channel>{item}</channel></rss>")))
    assert len(found) == 8

    item_without = {"id": 1, "author": "a", "tags": [1], "date_published": "2026-01-01"}
    found = list(feed_rules.json_feed({"items": [item_without, item_without], "authors": [{}]}))
    assert len(found) >= 9

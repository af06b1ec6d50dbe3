"""What a feed must hold, each rule with where it stands: RFC 4287 (Atom), RSS 2.0 and JSON Feed 1.1.

In:  a feed that an XML parser, or a JSON parser, has read.
Out: sentences about what is wrong; none for a feed that every reader understands.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import html5lib

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
RFC_822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)")
# What readers take out of an entry, and the W3C's validator calls a risk.
RISKS = {"script", "style", "iframe", "object", "embed", "form", "link", "meta", "base", "applet"}


def is_address(text: str | None) -> bool:
    """Tell whether a text is an absolute address of the web with nothing in it that must be encoded (RFC 3986, §2)."""
    parts = urlsplit(text or "")
    return (
        parts.scheme in {"http", "https"} and bool(parts.netloc) and not re.search(r"[^!-~]|[<>\"{}|\\^`]", text or "")
    )


def is_moment(text: str | None) -> bool:
    """Tell whether a text is a moment of RFC 3339, with capital letters and a zone (RFC 4287, §3.3)."""
    return bool(RFC_3339.fullmatch(text or "")) and datetime.fromisoformat(text or "") is not None


def is_mail_date(text: str | None) -> bool:
    """Tell whether a text is a date of RFC 822 with a year of four digits, whose day of the week is right (RSS 2.0)."""
    if not RFC_822.fullmatch(text or ""):
        return False
    return parsedate_to_datetime(text or "").strftime("%a") == (text or "")[:3]


def atom(feed: ET.Element) -> Iterator[str]:
    """Yield what breaks RFC 4287 in a feed."""
    if feed.tag != f"{ATOM}feed":
        yield "the root is no atom:feed (§4.1.1)"
    yield from _counts(
        feed, {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "generator": (0, 1), "subtitle": (0, 1)}
    )
    entries = feed.findall(f"{ATOM}entry")
    if feed.find(f"{ATOM}author/{ATOM}name") is None and any(one.find(f"{ATOM}author") is None for one in entries):
        yield "nobody is the author (§4.1.1)"
    if not any(one.get("rel") == "self" and is_address(one.get("href")) for one in feed.findall(f"{ATOM}link")):
        yield "it does not say where it is from (§4.1.1: should have a link to itself)"
    yield from _moments(feed)
    for one in feed.iter(f"{ATOM}link"):
        if not is_address(one.get("href")):
            yield f"{one.get('href')!r} is no address (§4.2.7.1)"
    for entry in entries:
        yield from _entry(entry)
    yield from unique([entry.findtext(f"{ATOM}id") for entry in entries], "§4.1.1: entries of one id are one entry")


def _entry(entry: ET.Element) -> Iterator[str]:
    yield from _counts(
        entry,
        {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "content": (0, 1), "summary": (0, 1)},
    )
    others = [one for one in entry.findall(f"{ATOM}link") if one.get("rel", "alternate") == "alternate"]
    if entry.find(f"{ATOM}content") is None and not others:
        yield "an entry without content has no link (§4.1.2)"
    if len({(one.get("type"), one.get("hreflang")) for one in others}) != len(others):
        yield "two links of one kind (§4.1.2)"
    if not is_address(entry.findtext(f"{ATOM}id")):
        yield f"{entry.findtext(f'{ATOM}id')!r} is no address (§4.2.6)"
    if any(not one.get("term") for one in entry.findall(f"{ATOM}category")):
        yield "a category has no term (§4.2.2.1)"
    for one in entry.findall(f"{ATOM}content"):
        if one.get("type") != "html" or len(one):
            yield "content of type html is text (§4.1.3.3)"
        yield from text(one.text or "")


def _counts(parent: ET.Element, limits: dict[str, tuple[int, int]]) -> Iterator[str]:
    for name, (least, most) in limits.items():
        if not least <= len(parent.findall(f"{ATOM}{name}")) <= most:
            yield f"{parent.tag.rpartition('}')[2]} has {len(parent.findall(f'{ATOM}{name}'))} of {name} (§4.1)"


def _moments(feed: ET.Element) -> Iterator[str]:
    for name in ("updated", "published"):
        for one in feed.iter(f"{ATOM}{name}"):
            if not is_moment(one.text):
                yield f"{one.text!r} is no moment (§3.3)"


def rss(root: ET.Element) -> Iterator[str]:
    """Yield what breaks the specification of RSS 2.0, or what the RSS Advisory Board's profile asks for."""
    channel = root.find("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or channel is None:
        yield "it is no RSS 2.0"
        return
    for name in ("title", "link", "description"):
        if not channel.findtext(name):
            yield f"the channel has no {name} (required channel elements)"
    if not any(one.get("rel") == "self" and is_address(one.get("href")) for one in channel.findall(f"{ATOM}link")):
        yield "it does not say where it is from (profile: atom:link)"
    for one in [*channel.iter("pubDate"), *channel.iter("lastBuildDate")]:
        if not is_mail_date(one.text):
            yield f"{one.text!r} is no date (RFC 822)"
    for one in channel.iter("author"):
        if "@" not in (one.text or ""):
            yield "an author is an address of mail"
    items = channel.findall("item")
    for item in items:
        guid = item.find("guid")
        if not item.findtext("title") and not item.findtext("description"):
            yield "an item has neither title nor description"
        if guid is None or (guid.get("isPermaLink", "true") == "true" and not is_address(guid.text)):
            yield "a guid that is a permanent link is an address"
        if not is_address(item.findtext("link")):
            yield f"{item.findtext('link')!r} is no address"
        yield from text(item.findtext(CONTENT) or "")
    yield from unique([item.findtext("guid") for item in items], "a guid identifies one item")


def json_feed(feed: dict[str, Any]) -> Iterator[str]:
    """Yield what breaks JSON Feed 1.1."""
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "it is no JSON Feed 1.1"
    if not feed.get("title") or not isinstance(feed.get("items"), list):
        yield "title and items are required"
    for name in ("home_page_url", "feed_url"):
        if not is_address(feed.get(name)):
            yield f"{name} is no address"
    for author in feed.get("authors", []):
        if not {"name", "url", "avatar"} & author.keys():
            yield "an author has none of name, url and avatar"
    for item in feed["items"]:
        if "author" in item or not isinstance(item.get("id"), str) or not is_address(item.get("url")):
            yield "an item needs an id that is a string, an address, and authors in place of author"
        if not isinstance(item.get("content_html", item.get("content_text")), str):
            yield "an item has no content"
        if any(not isinstance(tag, str) for tag in item.get("tags", [])):
            yield "tags are strings"
        if not all(is_moment(item[name]) for name in ("date_published", "date_modified") if name in item):
            yield "a date is no moment of RFC 3339"
        yield from text(item.get("content_html", ""))
    yield from unique([item["id"] for item in feed["items"]], "an id is unique in the feed and for all time")


def unique(names: list[str | None], rule: str) -> Iterator[str]:
    """Yield a rule if a name stands twice."""
    if len(set(names)) != len(names):
        yield rule


def text(html: str) -> Iterator[str]:
    """Yield what readers of feeds would take out of the text of an entry, or could not resolve."""
    for one in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        if one.tag in RISKS or any(name.lower().startswith("on") for name in one.attrib):
            yield f"an entry holds <{one.tag}>"
        for name in ("href", "src"):
            if (target := one.get(name, "#")).partition(":")[0] not in {
                "http",
                "https",
                "mailto",
                "tel",
                "data",
            } and target[:1] != "#":
                yield f"an entry names {target!r}, which is relative"

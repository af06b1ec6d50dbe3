"""Every address that the files of a built site name, and where in the site each leads.

In:  the folder of a site and the address that it will have.
Out: ``Link`` values, and the file and anchor that each names.
Must not: ask a network; what lies on other hosts is nobody's business here.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import html5lib

ATTRIBUTES = ("href", "src", "poster", "action", "cite", "data-src", "data-index")
ABSOLUTE = {"canonical", "hreflang", "self", "og:url", "og:image", "twitter:image", "sitemap", "loc"}
FOREIGN = ("data:", "mailto:", "tel:", "blob:", "javascript:")
SRCSET = re.compile(r"\s*([^\s,]\S*[^\s,])(?:\s+[\d.]+[wx])?\s*(?:,|$)")
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")


class Link(NamedTuple):
    """One address as a file names it."""

    source: str  # the path of the file in the site
    role: str  # an attribute, or the `rel` or `property` that says more
    target: str  # as written
    base: str  # the absolute address of the file

    @property
    def absolute(self) -> str:
        return urljoin(self.base, self.target)


@lru_cache(maxsize=4096)
def tree(path: Path) -> ET.Element:
    """Read a page as browsers do."""
    return html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)


@lru_cache(maxsize=4096)
def anchors(path: Path) -> frozenset[str]:
    """Return what the part of an address behind `#` may name in a page."""
    return frozenset(one.get("id", "") for one in tree(path).iter()) - {""} | {"top"}


def links(site: Path, origin: str) -> Iterator[Link]:
    """Yield every address in the pages, feeds, maps and style sheets of *site*, which will lie at *origin*."""
    readers = {".html": of_page, ".xml": of_xml, ".json": of_json, ".css": of_css, ".txt": of_text}
    for path in sorted(site.rglob("*")):
        if path.suffix in readers and path.is_file():
            name = path.relative_to(site).as_posix()
            base = f"{origin}/{quote(name.removesuffix('index.html'))}"
            for role, target in readers[path.suffix](path):
                if not target.strip().lower().startswith(FOREIGN):
                    yield Link(name, role, target.strip(), base)


def of_page(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what a page names: links, pictures, what it says of itself, and where it sends its reader."""
    yield from of_tree(tree(path))


def of_tree(root: ET.Element) -> Iterator[tuple[str, str]]:
    """Yield the role and the target of each address below an element."""
    for one in root.iter():
        rel = "hreflang" if one.get("hreflang") and one.tag == "link" else one.get("rel", "")
        rel = rel or one.get("property", "") or one.get("name", "")
        for name in ATTRIBUTES:
            if (value := one.get(name)) is not None and one.tag != "base":
                yield (rel if one.tag == "link" else name), value
        for value in SRCSET.findall(one.get("srcset", "")):
            yield "srcset", value
        if one.tag == "meta" and one.get("http-equiv", "").lower() == "refresh":
            yield "refresh", one.get("content", "").partition("url=")[2]
        if one.tag == "meta" and rel in ABSOLUTE:
            yield rel, one.get("content", "")
        for value in CSS_URL.findall(one.get("style", "") + (one.text or "" if one.tag == "style" else "")):
            yield "css", value


def of_xml(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what a feed or a site map names, inside of texts as well."""
    for one in ET.parse(path).iter():
        name = one.tag.rpartition("}")[2]
        if name in {"loc", "id", "guid", "uri", "link"} and (one.text or "").strip():
            yield "loc", one.text or ""
        for attribute in ("href", "src", "url"):
            if value := one.get(attribute):
                yield "loc", value
        if name == "encoded" or (name == "content" and one.get("type") == "html"):
            yield from in_feed(one.text or "")


def of_json(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what a JSON Feed names; of other files nothing is known."""
    feed = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version")):
        return
    yield from (("loc", feed[name]) for name in ("home_page_url", "feed_url") if name in feed)
    for item in feed["items"]:
        yield from (("loc", item[name]) for name in ("id", "url", "image") if name in item)
        yield from in_feed(item.get("content_html", ""))


def in_feed(html: str) -> Iterable[tuple[str, str]]:
    """Return what the text of an entry names: read elsewhere, so all but its own footnotes must be absolute."""
    named = of_tree(html5lib.parse(html, namespaceHTMLElements=False))
    return (("loc", target) for _, target in named if not target.startswith("#"))


def of_css(path: Path) -> Iterator[tuple[str, str]]:
    """Yield what a style sheet fetches."""
    yield from (("css", target) for target in CSS_URL.findall(path.read_text(encoding="utf-8")))


def of_text(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the addresses of `robots.txt` and `llms.txt`."""
    text = path.read_text(encoding="utf-8")
    yield from (("loc", target) for target in re.findall(r"(?:Sitemap: |\]\()(https?://[^\s)]+)", text))


def problem(link: Link, site: Path, origin: str) -> str:
    """Say what is wrong with an address of the own host, "" if it leads to a file and to an anchor that is there."""
    if link.role in ABSOLUTE and not urlsplit(link.target).scheme:
        return "is not absolute"
    own, found = urlsplit(origin), urlsplit(link.absolute)
    if (found.scheme, found.netloc) != (own.scheme, own.netloc):
        return ""
    prefix = unquote(own.path) + "/"
    if not unquote(found.path).startswith(prefix):
        return "leaves the path of the site"
    if not found.path.isascii() or re.search(r"%[0-9a-f]*[a-f]", found.path):
        return "is not percent-encoded as addresses are"
    name = unquote(found.path).removeprefix(prefix)
    name += "index.html" if found.path.endswith("/") else ""  # without the slash a host sends its reader on
    return _missing(site / name, unquote(found.fragment))


def _missing(place: Path, anchor: str) -> str:
    """Say what an address names that the site does not have, "" if all of it is there."""
    if not place.is_file():
        return "leads to no file"
    if anchor and place.suffix == ".html" and anchor.partition(":~:")[0] not in anchors(place):
        return "leads to no anchor"
    return ""

"""Find links in the pages of a site that work only on its author's machine.

In:  the site, and the paths of the files that a deployment adds or changes; no other page is read.
Out: a reason to stop for each such link.
Must not: report addresses in text or code, or links whose text is their own address: readers are meant to see these.
"""

import html
import re
from collections.abc import Iterable, Iterator

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.publish.addresses import address_of
from byeoru.publish.site import BuiltSite
from byeoru.publish.site_address import is_local

_SHOWN = 5  # links that are reported; the first ones are enough to find the cause
_LOCAL = rb"(?:[^\s\"'<>/@]*\.)?localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\]"
_ADDRESS = rb"(?:https?:)?//(?:" + _LOCAL + rb")(?::\d{1,5})?(?:[/?#][^\s\"'<>]*)?"
_MARKERS = (b"localhost", b"//127.", b"//0.0.0.0", b"//[::")  # a quick test; nearly all pages contain none of them
# An attribute within a tag: in text, `<` is always a character reference. The `content` of a `meta` tag may be prose.
_LINK = re.compile(
    rb"<(?P<tag>[a-z][a-z0-9-]*)\b[^<>]*?\s(?:href|src|srcset|poster|action|data|(?P<meta>content))\s*=\s*[\"']?"
    rb"(?P<url>" + _ADDRESS + rb")(?(meta)(?=[\"'])|(?=[\s\"'>,]))(?P<rest>[^<>]*>(?P<text>[^<]*))?",
    re.IGNORECASE,
)


def local_links(site: BuiltSite, paths: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return a problem for each link that works only on the author's machine.

    If `base_url` itself is such an address, that is reported elsewhere.
    """
    if is_local(site.base_url):
        return ()
    pages = (path for path in paths if path.endswith((".html", ".htm")) and path in site.manifest)
    links = dict.fromkeys((path, url) for path in pages for url in _links(site.read(path)))
    return tuple(
        error("deploy-local-link", Location(""), "fix-link-or-allow", allow="local", page=address_of(path), url=url)
        for path, url in list(links)[:_SHOWN]
    )


def _links(data: bytes) -> Iterator[str]:
    """Yield the local addresses in the attributes of a page.

    >>> list(_links(b'<a href="http://localhost:4000/a/">my post</a> <code>&lt;img src="http://localhost"&gt;</code>'))
    ['http://localhost:4000/a/']
    >>> list(_links(b'Open <a href="http://localhost:8080">http://localhost:8080/</a> in your browser'))
    []
    """
    if not any(marker in data for marker in _MARKERS):
        return
    for match in _LINK.finditer(data):
        url = match["url"]
        if match["tag"].lower() != b"a" or _bare(match["text"] or b"") != _bare(url):
            yield html.unescape(url.decode("utf-8", "replace"))


def _bare(address: bytes) -> bytes:
    """Return an address without its scheme and its final slash, which people leave out."""
    return re.sub(rb"^(?:https?:)?//", b"", address.strip()).rstrip(b"/").lower()

"""Find links in the pages of a site that only work on the machine of its author.

In:  the site, and the paths of the files that a deployment adds or changes; no other page is read.
Out: a reason to stop for each such address of a page.
Must not: look at text. What stands in code, or names the address that it leads to, is there to be read.
"""

import html
import re
from collections.abc import Iterable, Iterator

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.publish.addresses import address_of
from byeoru.publish.site import BuiltSite
from byeoru.publish.site_address import is_local

_SHOWN = 5  # of all that are found; the first ones tell what went wrong
_LOCAL = rb"(?:[^\s\"'<>/@]*\.)?localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\]"
_ADDRESS = rb"(?:https?:)?//(?:" + _LOCAL + rb")(?::\d{1,5})?(?:[/?#][^\s\"'<>]*)?"
_SIGNS = (b"localhost", b"//127.", b"//0.0.0.0", b"//[::")  # one look at a page; nearly all have none of them
# An attribute within a tag: in text, `<` is always written as a reference. What a page says of itself may be prose.
_LINK = re.compile(
    rb"<(?P<tag>[a-z][a-z0-9-]*)\b[^<>]*?\s(?:href|src|srcset|poster|action|data|(?P<meta>content))\s*=\s*[\"']?"
    rb"(?P<url>" + _ADDRESS + rb")(?(meta)(?=[\"'])|(?=[\s\"'>,]))(?P<rest>[^<>]*>(?P<text>[^<]*))?",
    re.IGNORECASE,
)


def local_links(site: BuiltSite, paths: Iterable[str]) -> tuple[Diagnostic, ...]:
    """Return a problem for each address that only works on the author's machine.

    A site that is wholly at such an address has a problem of its own.
    """
    if is_local(site.base_url):
        return ()
    pages = (path for path in paths if path.endswith((".html", ".htm")) and path in site.manifest)
    found = dict.fromkeys((path, url) for path in pages for url in _links(site.read(path)))
    return tuple(
        error("deploy-local-link", Location(""), "fix-link-or-allow", allow="local", page=address_of(path), url=url)
        for path, url in list(found)[:_SHOWN]
    )


def _links(data: bytes) -> Iterator[str]:
    """Yield the local addresses in the attributes of a page.

    >>> list(_links(b'<a href="http://localhost:4000/a/">my post</a> <code>&lt;img src="http://localhost"&gt;</code>'))
    ['http://localhost:4000/a/']
    >>> list(_links(b'Open <a href="http://localhost:8080">http://localhost:8080/</a> in your browser'))
    []
    """
    if not any(sign in data for sign in _SIGNS):
        return
    for found in _LINK.finditer(data):
        url = found["url"]
        if found["tag"].lower() != b"a" or _bare(found["text"] or b"") != _bare(url):
            yield html.unescape(url.decode("utf-8", "replace"))


def _bare(address: bytes) -> bytes:
    """Return an address without what is left out when it is shown."""
    return re.sub(rb"^(?:https?:)?//", b"", address.strip()).rstrip(b"/").lower()

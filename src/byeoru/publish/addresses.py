"""The addresses that others may link to.

In:  the files of a site.
Out: the addresses of its pages; the list of them that is published with it as ``byeoru/published.txt``.
Must not: count lists (tags, archives): what they show moves, and no link to them is expected to last.
"""

import re
from collections.abc import Iterable

from byeoru.base.paths import file_of

PUBLISHED = "byeoru/published.txt"
# The lists of an edition, which lie in its own folder if it is not that of the site's language.
_LIST = re.compile(
    r"/(?:[a-z]{2,3}(?:-[a-z0-9]{2,8})*/)?(?:page|tags?|categor(?:y|ies)|series|authors?|archives?|calendar)(?:/|$)"
)


def address_of(path: str) -> str:
    """Return the address of a file.

    >>> address_of("posts/a/index.html"), address_of("feed.xml")
    ('/posts/a/', '/feed.xml')
    """
    return "/" + path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else "/" + path


def is_list(address: str) -> bool:
    """Tell whether *address* is that of a list.

    >>> [is_list(one) for one in ("/tags/docker/", "/en/archive/2024/", "/posts/tags/", "/pages/")]
    [True, True, False, False]
    """
    return _LIST.match(address) is not None


def pages_of(paths: Iterable[str]) -> frozenset[str]:
    """Return the addresses of pages among the files of a site."""
    addresses = (address_of(path) for path in paths if path.endswith((".html", ".htm")) and path != "404.html")
    return frozenset(address for address in addresses if not is_list(address))


def as_text(addresses: Iterable[str]) -> str:
    """Write addresses, one a line."""
    return "".join(f"{address}\n" for address in sorted(addresses))


def from_text(text: str) -> frozenset[str]:
    """Read what ``as_text`` wrote."""
    return frozenset(line for line in text.splitlines() if line.startswith("/"))


def broken(published: Iterable[str], paths: Iterable[str]) -> tuple[str, ...]:
    """Return the published addresses that the files *paths* no longer serve."""
    files = set(paths)
    return tuple(sorted(one for one in published if not _is_served(one, files)))


def _is_served(address: str, files: set[str]) -> bool:
    """Tell whether a static host has a file for *address*: `/a` is answered by `a.html` too."""
    path = file_of(address)
    return path in files or f"{path}.html" in files or f"{path}/index.html" in files

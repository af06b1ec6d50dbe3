"""The addresses of a site that others may link to.

In:  the files of a site.
Out: the addresses of its pages; the list of them that is published with it as ``byeoru/published.txt``.
Must not: include lists (tags, archives): their contents change, and nobody expects a link to them to last.
"""

import re
from collections.abc import Iterable

from byeoru.base.paths import file_of

PUBLISHED = "byeoru/published.txt"
# The lists of each edition; an edition in another language than the site's has a folder for its language.
_LIST = re.compile(
    r"/(?:[a-z]{2,3}(?:-[a-z0-9]{2,8})*/)?"
    r"(?:(?:page|tags?|categor(?:y|ies)|series|authors?|archives?|calendar)(?:/|$)|search/?$)"
)


def address_of(path: str) -> str:
    """Return the address of a file.

    >>> address_of("posts/a/index.html"), address_of("feed.xml")
    ('/posts/a/', '/feed.xml')
    """
    return "/" + path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else "/" + path


def is_list(address: str) -> bool:
    """Tell whether *address* is the address of a list.

    >>> [is_list(address) for address in ("/tags/docker/", "/en/archive/2024/", "/en/search/", "/search/a/", "/pages/")]
    [True, True, True, False, False]
    """
    return _LIST.match(address) is not None


def pages_of(paths: Iterable[str]) -> frozenset[str]:
    """Return the addresses of the pages among the files of a site."""
    addresses = (address_of(path) for path in paths if path.endswith((".html", ".htm")) and path != "404.html")
    return frozenset(address for address in addresses if not is_list(address))


def as_text(addresses: Iterable[str]) -> str:
    """Return addresses as text, one per line."""
    return "".join(f"{address}\n" for address in sorted(addresses))


def from_text(text: str) -> frozenset[str]:
    """Parse the text that ``as_text`` returns."""
    return frozenset(line for line in text.splitlines() if line.startswith("/"))


def broken(published: Iterable[str], paths: Iterable[str]) -> tuple[str, ...]:
    """Return the published addresses that the files *paths* no longer serve."""
    files = set(paths)
    return tuple(sorted(address for address in published if not _is_served(address, files)))


def _is_served(address: str, files: set[str]) -> bool:
    """Tell whether a static host has a file for *address*; it also serves `a.html` for `/a`."""
    path = file_of(address)
    return path in files or f"{path}.html" in files or f"{path}/index.html" in files

"""Pages that have moved from one address to another.

In:  the pages at broken addresses, and the pages at new addresses.
Out: pairs of addresses whose pages have the same title.
Must not: guess between two pages of the same title.
"""

import re
from collections import defaultdict
from collections.abc import Mapping

Moves = tuple[tuple[str, str], ...]  # the old and the new address of each page

_TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)


def moved_pages(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Moves:
    """Return the old and the new address of each page that has moved.

    >>> moved_pages({"/a/": b"<title>A</title>"}, {"/b/": b"<title>A </title>", "/c/": b"<title>C</title>"})
    (('/a/', '/b/'),)
    """
    before, after = _by_title(old), _by_title(new)
    pairs = ((before[title], after[title]) for title in before.keys() & after.keys())
    return tuple(sorted((olds[0], news[0]) for olds, news in pairs if len(olds) == len(news) == 1))


def _by_title(pages: Mapping[str, bytes]) -> dict[bytes, list[str]]:
    addresses: defaultdict[bytes, list[str]] = defaultdict(list)
    for address, page in pages.items():
        if title := _TITLE.search(page):
            addresses[b" ".join(title[1].split())].append(address)
    return addresses

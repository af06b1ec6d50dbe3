"""Pages that went from one address to another.

In:  the pages at addresses that are broken, and those at addresses that are new.
Out: pairs of addresses whose pages have one title.
Must not: guess between two pages of the same title.
"""

import re
from collections import defaultdict
from collections.abc import Mapping

Moves = tuple[tuple[str, str], ...]  # old and new address of pages

_TITLE = re.compile(rb"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)


def moved_pages(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> Moves:
    """Return old and new address of each page that has moved.

    >>> moved_pages({"/a/": b"<title>A</title>"}, {"/b/": b"<title>A </title>", "/c/": b"<title>C</title>"})
    (('/a/', '/b/'),)
    """
    before, after = _by_title(old), _by_title(new)
    pairs = ((before[title], after[title]) for title in before.keys() & after.keys())
    return tuple(sorted((one[0], other[0]) for one, other in pairs if len(one) == len(other) == 1))


def _by_title(pages: Mapping[str, bytes]) -> dict[bytes, list[str]]:
    found: defaultdict[bytes, list[str]] = defaultdict(list)
    for address, page in pages.items():
        if title := _TITLE.search(page):
            found[b" ".join(title[1].split())].append(address)
    return found

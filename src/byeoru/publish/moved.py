"""Pages that went from one address to another.

In:  addresses that are broken, addresses that are new, and a way to read the page at each.
Out: pairs of them with one title.
Must not: guess between two pages of the same title.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)


def moved_pages(
    old: Iterable[str], new: Iterable[str], read_old: Callable[[str], str], read_new: Callable[[str], str]
) -> tuple[tuple[str, str], ...]:
    """Return old and new address of each page that has moved."""
    before, after = _by_title(old, read_old), _by_title(new, read_new)
    pairs = ((before[title], after[title]) for title in before.keys() & after.keys())
    return tuple(sorted((one[0], other[0]) for one, other in pairs if len(one) == len(other) == 1))


def _by_title(addresses: Iterable[str], read: Callable[[str], str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for address in addresses:
        if title := _TITLE.search(read(address)):
            found[" ".join(title[1].split())].append(address)
    return found

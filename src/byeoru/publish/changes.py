"""The changes of a deployment, counted as posts, lists and files.

In:  the files of the published site and of the new one, each with an identifier of its contents.
Out: ``Changes``, and the numbers of posts, lists by folder, and other files.
Must not: contain messages.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from byeoru.publish.addresses import address_of, is_list

Verb = Literal["added", "changed", "removed"]
_COUNT = re.compile(r"(post|list|file)/(added|changed|removed)/(\d{1,9})(/\S*)?")
OURS = "byeoru/"  # files that are published for the next deployment


class Changes(NamedTuple):
    """The changed paths, sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Count(NamedTuple):
    """The number of changes of one kind."""

    noun: Literal["post", "list", "file"]
    verb: Verb
    number: int
    folder: str = ""  # of lists: "/tags/"


def changes_between(old: Mapping[str, str], new: Mapping[str, str]) -> Changes:
    """Return the changes from the site *old* to the site *new*."""
    return Changes(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
        tuple(sorted(old.keys() - new.keys())),
    )


def counts(changes: Changes) -> tuple[Count, ...]:
    """Count the changes: posts first, then lists, then files."""
    numbers: Counter[Count] = Counter()
    verbs: tuple[tuple[Verb, Iterable[str]], ...] = tuple(zip(("added", "changed", "removed"), changes, strict=True))
    for verb, paths in verbs:
        numbers.update(_kind(path, verb) for path in paths if not path.startswith(OURS))
    order = ("post", "list", "file")
    return tuple(
        kind._replace(number=number)
        for kind, number in sorted(numbers.items(), key=lambda item: order.index(item[0].noun))
    )


def _kind(path: str, verb: Verb) -> Count:
    address = address_of(path)
    if not path.endswith((".html", ".htm")) or path == "404.html":
        return Count("file", verb, 0)
    if address == "/" or is_list(address):
        return Count("list", verb, 0, "/" if address == "/" else f"/{address.split('/')[1]}/")
    return Count("post", verb, 0)


def as_words(changes: Iterable[Count]) -> str:
    """Return counts as one line of a commit message, the same in every language.

    >>> as_words([Count("post", "added", 1), Count("list", "removed", 2, "/tags/")])
    'post/added/1 list/removed/2/tags/'
    """
    return " ".join(f"{count.noun}/{count.verb}/{count.number}{count.folder}" for count in changes)


def from_words(text: str) -> tuple[Count, ...]:
    """Parse the line that ``as_words`` returns.

    >>> from_words("post/added/1 list/removed/2/tags/")[1]
    Count(noun='list', verb='removed', number=2, folder='/tags/')
    """
    matches = _COUNT.finditer(text)
    return tuple(
        Count(match[1], match[2], int(match[3]), match[4] or "")  # type: ignore[arg-type]
        for match in matches
    )

"""What a deployment changes, counted in the nouns of an author.

In:  the files of the published site and of the new one, each with the name of its contents.
Out: ``Changes``, and counts of posts, lists by folder, and other files.
Must not: word them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from byeoru.publish.addresses import address_of, is_list

Verb = Literal["added", "changed", "removed"]
_COUNT = re.compile(r"(post|list|file)/(added|changed|removed)/(\d{1,9})(/\S*)?")
OURS = "byeoru/"  # what is published for the sake of the next deployment


class Changes(NamedTuple):
    """Paths, each in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class Count(NamedTuple):
    """How many things of one kind."""

    noun: Literal["post", "list", "file"]
    verb: Verb
    number: int
    folder: str = ""  # of lists: "/tags/"


def changes_between(old: Mapping[str, str], new: Mapping[str, str]) -> Changes:
    """Return how the site *new* differs from *old*."""
    return Changes(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(path for path in new.keys() & old.keys() if new[path] != old[path])),
        tuple(sorted(old.keys() - new.keys())),
    )


def counts(changes: Changes) -> tuple[Count, ...]:
    """Count the changes: posts first, then lists, then files."""
    found: Counter[Count] = Counter()
    verbs: tuple[tuple[Verb, Iterable[str]], ...] = tuple(zip(("added", "changed", "removed"), changes, strict=True))
    for verb, paths in verbs:
        found.update(_kind(path, verb) for path in paths if not path.startswith(OURS))
    order = ("post", "list", "file")
    return tuple(
        kind._replace(number=number) for kind, number in sorted(found.items(), key=lambda row: order.index(row[0].noun))
    )


def _kind(path: str, verb: Verb) -> Count:
    address = address_of(path)
    if not path.endswith((".html", ".htm")) or path == "404.html":
        return Count("file", verb, 0)
    if address == "/" or is_list(address):
        return Count("list", verb, 0, "/" if address == "/" else f"/{address.split('/')[1]}/")
    return Count("post", verb, 0)


def as_words(counted: Iterable[Count]) -> str:
    """Write counts into one line of a commit, the same in every language.

    >>> as_words([Count("post", "added", 1), Count("list", "removed", 2, "/tags/")])
    'post/added/1 list/removed/2/tags/'
    """
    return " ".join(f"{one.noun}/{one.verb}/{one.number}{one.folder}" for one in counted)


def from_words(text: str) -> tuple[Count, ...]:
    """Read what ``as_words`` wrote.

    >>> from_words("post/added/1 list/removed/2/tags/")[1]
    Count(noun='list', verb='removed', number=2, folder='/tags/')
    """
    found = _COUNT.finditer(text)
    return tuple(Count(one[1], one[2], int(one[3]), one[4] or "") for one in found)  # type: ignore[arg-type]

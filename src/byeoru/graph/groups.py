"""Put pages together by their tags and categories."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from byeoru.base.collation import sorting_key
from byeoru.base.digest import digest_text
from byeoru.base.paths import escapes, nfc
from byeoru.model.content import Document
from byeoru.model.site import Group, Term

# What some file system forbids in a name; "#" and "+" stay, so that C, C++ and C# have three pages.
_FORBIDDEN = re.compile(r'[\\/<>:"|?*\x00-\x1f\x7f]+')
_FOLDERS = {"tag": "tags", "category": "categories", "series": "series"}
_SPACES = re.compile(r"\s+")


class Terms:
    """The tags, categories and series of all documents, each under its commonest spelling."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Count the spellings; `Docker` and `docker` share an address, so they are one tag."""
        spellings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for document in documents:
            for tag in document.tags:
                spellings["tag", segment(tag)][tag] += 1
            if document.series:
                spellings["series", segment(document.series)][document.series] += 1
            for name in _ancestry(document.category):
                spellings["category", _category_key(name)][name] += 1
        self._terms = {
            (kind, key): Term(kind, min(counted, key=lambda name: (-counted[name], name)), f"/{_FOLDERS[kind]}/{key}/")
            for (kind, key), counted in spellings.items()
        }

    def tags(self, document: Document) -> tuple[Term, ...]:
        """Return the tags of one document."""
        keys = dict.fromkeys(segment(tag) for tag in document.tags)
        return tuple(self._terms["tag", key] for key in keys)

    def series(self, document: Document) -> tuple[Term, ...]:
        """Return the series of one document, if it is part of one."""
        return (self._terms["series", segment(document.series)],) if document.series else ()

    def category(self, document: Document) -> tuple[Term, ...]:
        """Return the category of one document with those above it, from the root down."""
        return tuple(self._terms["category", _category_key(name)] for name in _ancestry(document.category))


def group(members: Mapping[str, Iterable[Term]], places: Mapping[str, tuple[int, float]]) -> tuple[Group, ...]:
    """Return the groups of all terms: *members* maps addresses, newest first, to the terms of their pages.

    *places* says of the parts of series where they stand: a number, and the date where numbers are equal.
    """
    found: dict[Term, list[str]] = defaultdict(list)
    for address, terms in members.items():
        for term in terms:
            found[term].append(address)
    order = sorted(found, key=lambda term: (term.kind, sorting_key(term.name)))
    for term, addresses in found.items():
        if term.kind == "series":
            addresses.sort(key=places.__getitem__)
    return tuple(
        Group(term, tuple(found[term]), term.name.count("/") if term.kind == "category" else 0) for term in order
    )


@lru_cache(maxsize=1 << 14)
def segment(name: str) -> str:
    """Return a tag as one segment of an address.

    >>> segment("C++"), segment("Learning Rate"), segment("CI/CD")
    ('c++', 'learning-rate', 'ci-cd')
    """
    plain = _FORBIDDEN.sub("-", nfc(name).strip().casefold()).strip("-. ")
    plain = _SPACES.sub("-", plain)
    return digest_text(name)[:8] if not plain or escapes(plain) or plain == "index.html" else plain


@lru_cache(maxsize=1 << 12)
def _ancestry(category: str) -> tuple[str, ...]:
    """Return a nested category and all above it, from the root: "a/b" gives "a", "a/b"."""
    parts = category.split("/") if category else []
    return tuple("/".join(parts[: depth + 1]) for depth in range(len(parts)))


@lru_cache(maxsize=1 << 12)
def _category_key(name: str) -> str:
    return "/".join(segment(part) for part in name.split("/"))

"""The taxonomies by which pages are classified: categories, series, tags and authors.

All differences between them are fields of this table.
"""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from byeoru.model.content import Document

_FED = 5  # pages from which a term has its own feed
_DEEPEST = 16  # levels: each has a page, and the addresses of a thousand levels have half a million segments


class Taxonomy(NamedTuple):
    """One classification of pages."""

    name: str  # singular: the kind of its terms, also in messages
    folder: str  # of its index and the pages of its terms, in each edition
    written: Callable[[Document], tuple[str, ...]]  # the terms of a document, without those above them
    is_nested: bool = False  # a slash in a name divides levels; a term lists the documents of those below it
    has_trail: bool = False  # a page shows the terms above its own
    is_ordered: bool = False  # pages of a term are ordered by number, not by date
    is_always_indexed: bool = False  # each edition has an index, even without terms
    has_profiles: bool = False  # the settings describe its terms
    has_feeds: bool = True

    def names(self, document: Document) -> tuple[str, ...]:
        """Return the terms that list a document, ancestors first."""
        return with_ancestors(self.written(document)) if self.is_nested else self.written(document)

    def shown(self, document: Document) -> Collection[str]:
        """Return the terms that the page of a document shows, in any order."""
        if self.has_trail or not self.is_nested:
            return self.names(document)
        return {ancestry(name)[-1] for name in self.written(document)}

    def has_feed_for(self, count: int) -> bool:
        """Tell whether a term with *count* pages has its own feed."""
        return self.has_feeds and count >= _FED


@lru_cache(maxsize=1 << 14)
def ancestry(name: str) -> tuple[str, ...]:
    """Return a nested name after its ancestors, from the root; the deepest are skipped.

    >>> ancestry("a/b"), ancestry("")
    (('a', 'a/b'), ())
    """
    parts = name.split("/", _DEEPEST)[:_DEEPEST] if name else []
    return tuple("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def with_ancestors(names: Iterable[str]) -> tuple[str, ...]:
    """Return nested *names*, each once and after its ancestors.

    >>> with_ancestors(["a/b", "a/c"])
    ('a', 'a/b', 'a/c')
    """
    return tuple(dict.fromkeys([level for name in names for level in ancestry(name)]))


def _categories(document: Document) -> tuple[str, ...]:
    return document.categories


def _series(document: Document) -> tuple[str, ...]:
    return (document.series,) if document.series else ()


def _tags(document: Document) -> tuple[str, ...]:
    return document.tags


def _authors(document: Document) -> tuple[str, ...]:
    return document.authors


CATEGORY = Taxonomy("category", "categories", _categories, is_nested=True, has_trail=True)
SERIES = Taxonomy("series", "series", _series, is_ordered=True, has_feeds=False)  # a series ends, other terms go on
TAG = Taxonomy("tag", "tags", _tags, is_nested=True, is_always_indexed=True)
AUTHOR = Taxonomy("author", "authors", _authors, has_profiles=True)

TAXONOMIES = (CATEGORY, SERIES, TAG, AUTHOR)  # in the order of menus and of the site map
BY_NAME = {taxonomy.name: taxonomy for taxonomy in TAXONOMIES}
BY_FOLDER = {taxonomy.folder: taxonomy for taxonomy in TAXONOMIES}

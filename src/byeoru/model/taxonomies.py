"""The taxonomies by which pages are classified: categories, series, tags and authors.

All differences between them are fields of this table.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from byeoru.model.content import Document

_FED = 5  # pages from which a term has its own feed
_DEEPEST = 16  # levels: each has a page, and the addresses of a thousand levels have half a million segments


class Taxonomy(NamedTuple):
    """One classification of pages."""

    name: str  # singular: the kind of its terms, also in messages
    folder: str  # of its index and the pages of its terms, in each edition
    names: Callable[[Document], tuple[str, ...]]  # the terms of a document as written, ancestors first
    is_nested: bool = False  # a slash in a name divides levels
    is_ordered: bool = False  # pages of a term are ordered by number, not by date
    is_always_indexed: bool = False  # each edition has an index, even without terms
    has_profiles: bool = False  # the settings describe its terms
    has_feeds: bool = True

    def has_feed_for(self, count: int) -> bool:
        """Tell whether a term with *count* pages has its own feed."""
        return self.has_feeds and count >= _FED


@lru_cache(maxsize=1 << 12)
def ancestry(category: str) -> tuple[str, ...]:
    """Return a nested category after its ancestors, from the root; the deepest are skipped.

    >>> ancestry("a/b"), ancestry("")
    (('a', 'a/b'), ())
    """
    parts = category.split("/", _DEEPEST)[:_DEEPEST] if category else []
    return tuple("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def _categories(document: Document) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for category in document.categories for name in ancestry(category)))


def _series(document: Document) -> tuple[str, ...]:
    return (document.series,) if document.series else ()


def _tags(document: Document) -> tuple[str, ...]:
    return document.tags


def _authors(document: Document) -> tuple[str, ...]:
    return document.authors


CATEGORY = Taxonomy("category", "categories", _categories, is_nested=True)
SERIES = Taxonomy("series", "series", _series, is_ordered=True, has_feeds=False)  # a series ends, other terms go on
TAG = Taxonomy("tag", "tags", _tags, is_always_indexed=True)
AUTHOR = Taxonomy("author", "authors", _authors, has_profiles=True)

TAXONOMIES = (CATEGORY, SERIES, TAG, AUTHOR)  # in the order of menus and of the site map
BY_NAME = {taxonomy.name: taxonomy for taxonomy in TAXONOMIES}
BY_FOLDER = {taxonomy.folder: taxonomy for taxonomy in TAXONOMIES}

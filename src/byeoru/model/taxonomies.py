"""The ways in which pages are classified: categories, series, tags and authors.

Everything that differs between them stands here; nothing else tells one from another by its name.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from byeoru.model.content import Document

_FED = 5  # pages of a term that has a feed of its own
_DEEPEST = 16  # categories within categories: each has a page, and the pages of a thousand are a million segments


class Taxonomy(NamedTuple):
    """One way to classify pages."""

    name: str  # of the kind of its terms, also in messages
    folder: str  # that its index and the pages of its terms lie in, at the root of an edition
    names: Callable[[Document], tuple[str, ...]]  # the terms of a document as written, those above them first
    is_nested: bool = False  # a slash in a name divides levels
    is_ordered: bool = False  # its members have an order of their own, not that of time
    is_always_indexed: bool = False  # each edition has its index, also without terms
    has_profiles: bool = False  # the settings say more about a term
    has_feeds: bool = True

    def has_feed_for(self, count: int) -> bool:
        """Tell whether a term of so many pages has a feed of its own."""
        return self.has_feeds and count >= _FED


@lru_cache(maxsize=1 << 12)
def ancestry(category: str) -> tuple[str, ...]:
    """Return a nested category and all above it, from the root; the deepest are left out.

    >>> ancestry("a/b"), ancestry("")
    (('a', 'a/b'), ())
    """
    parts = category.split("/", _DEEPEST)[:_DEEPEST] if category else []
    return tuple("/".join(parts[: depth + 1]) for depth in range(len(parts)))


def _categories(document: Document) -> tuple[str, ...]:
    return ancestry(document.category)


def _series(document: Document) -> tuple[str, ...]:
    return (document.series,) if document.series else ()


def _tags(document: Document) -> tuple[str, ...]:
    return document.tags


def _authors(document: Document) -> tuple[str, ...]:
    return document.authors


CATEGORY = Taxonomy("category", "categories", _categories, is_nested=True)
SERIES = Taxonomy("series", "series", _series, is_ordered=True, has_feeds=False)  # a series ends, the others go on
TAG = Taxonomy("tag", "tags", _tags, is_always_indexed=True)
AUTHOR = Taxonomy("author", "authors", _authors, has_profiles=True)

TAXONOMIES = (CATEGORY, SERIES, TAG, AUTHOR)  # in the order of menus and of the site map
BY_NAME = {one.name: one for one in TAXONOMIES}
BY_FOLDER = {one.folder: one for one in TAXONOMIES}

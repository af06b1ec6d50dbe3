"""The whole site: every page with its address, its neighbours and its groups.

What there is ten thousand of is a named tuple, which is made five times faster than a frozen dataclass.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from byeoru.model.content import Document
from byeoru.model.settings import Settings


class Term(NamedTuple):
    """A tag or a category, as pages link to it."""

    kind: str  # "tag", "category" or "series"
    name: str  # "docker", "study/cs231n"
    address: str

    @property
    def label(self) -> str:
        """Return the last part of a nested name."""
        return self.name.rpartition("/")[2] if self.kind == "category" else self.name


class PageRef(NamedTuple):
    """All that one page may know of another."""

    address: str  # site path, decoded: "/posts/한글/"
    title: str
    date: datetime | None
    updated: datetime | None
    summary: str
    tags: tuple[Term, ...]
    series: tuple[Term, ...]  # one or none
    category: tuple[Term, ...]  # from the root of the tree to the page's own
    language: str
    section: str
    is_draft: bool
    is_pinned: bool
    minutes: int  # that reading it takes

    @property
    def words(self) -> str:
        """Return one text that differs if any field does; made by hand, as it is made for every page of every build."""
        moments = f"{self.date}\n{self.updated}\n{self.is_draft}{self.is_pinned}{self.minutes}"
        terms = "\n".join([f"{term.name}\n{term.address}" for term in (*self.tags, *self.series, *self.category)])
        kinds = f"{len(self.tags)} {len(self.series)} {self.language}\n{self.section}"
        return f"{self.address}\n{self.title}\n{moments}\n{self.summary}\n{terms}\n{kinds}"


class Page(NamedTuple):
    """A document in its place."""

    document: Document
    ref: PageRef
    targets: tuple[str, ...]  # what the slots lead to: site paths with query and fragment, percent-encoded
    older: str  # address of the neighbour in time, "" for none
    newer: str


class Group(NamedTuple):
    """The pages that share a term, newest first."""

    term: Term
    members: tuple[str, ...]  # addresses, newest first; those of a series in its order
    depth: int = 0  # in a tree of categories


class File(NamedTuple):
    """A file that is published as it is."""

    address: str
    path: str  # in the project
    digest: str


@dataclass(frozen=True)
class Site:
    """Everything that pages can ask about."""

    settings: Settings
    pages: tuple[Page, ...]  # in the order of their paths
    posts: tuple[str, ...]  # addresses of the listed, dated pages, newest first
    groups: tuple[Group, ...]
    redirects: tuple[tuple[str, str], ...]  # old site path, path of the document that lies elsewhere now
    files: tuple[File, ...]

    @cached_property
    def by_address(self) -> dict[str, Page]:
        """Find a page by its address."""
        return {page.ref.address: page for page in self.pages}

    @cached_property
    def by_source(self) -> dict[str, Page]:
        """Find a page by the path of its document."""
        return {page.document.path: page for page in self.pages}

    @cached_property
    def by_term(self) -> dict[tuple[str, str], Group]:
        """Find a group by the kind and the name of its term."""
        return {(group.term.kind, group.term.name): group for group in self.groups}

    @cached_property
    def by_file(self) -> dict[str, File]:
        """Find a copied file by its path in the project."""
        return {file.path: file for file in self.files}

"""The whole site: every page with its address, its neighbours and its groups.

Values that a site has ten thousand of are named tuples, which are created five times faster than frozen dataclasses.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from byeoru.base.digest import digest_text
from byeoru.base.mappings import Blocks, Through, edited
from byeoru.base.paths import encode
from byeoru.model.content import Document
from byeoru.model.durability import BODY, META, NOTHING, ORDER, lookup, valid_lookups
from byeoru.model.link_graph import LinkGraph
from byeoru.model.metadata import LISTING_FIELDS, Metadata
from byeoru.model.moves import Moves
from byeoru.model.parts import PartRow
from byeoru.model.search import SearchIndex
from byeoru.model.settings import Settings
from byeoru.model.taxonomies import BY_NAME


class Term(NamedTuple):
    """A tag, a category, a series or an author, as pages link to it."""

    kind: str  # the name of its taxonomy: "tag"
    name: str  # "docker", "study/cs231n"
    address: str
    edition: str = ""  # of the pages that have it

    @property
    def label(self) -> str:
        """Return the last part of a nested name."""
        return self.name.rpartition("/")[2] if BY_NAME[self.kind].is_nested else self.name


class PageSummary(NamedTuple):
    """Everything that an output can show of another page."""

    address: str  # site path, decoded: "/posts/한글/"
    meta: Metadata
    tags: tuple[Term, ...]
    series: tuple[Term, ...]  # at most one
    category: tuple[Term, ...]  # from the root of the tree to the page's own
    edition: str  # whose lists contain it
    authors: tuple[Term, ...]  # empty for the author of the site
    cover: str  # site path, percent-encoded, or a URL; "" for none

    @property
    def words(self) -> str:
        """Return one text that differs if any field does; written out, as every build needs it for every page."""
        terms = (*self.tags, *self.series, *self.category, *self.authors)
        spelled = "\n".join([f"{term.name}\n{term.address}" for term in terms])
        counts = f"{len(self.tags)} {len(self.series)} {len(self.authors)} {self.edition}\n{self.cover}"
        return f"{self.address}\n{spelled}\n{counts}\n{self.meta.words}"

    def is_listed_like(self, other: "PageSummary") -> bool:
        """Tell whether it is in the same lists at the same position as *other*."""
        if self == other:
            return True
        words = {name: value for name, value in self.meta._asdict().items() if name not in LISTING_FIELDS}
        return self == other._replace(meta=other.meta._replace(**words), cover=self.cover)


NO_TARGET = ""  # of a wikilink whose name nothing has
PRIVATE = "private:"  # of a reference that only a hidden page matches

Labels = tuple[tuple[int, str], ...]  # of wikilinks without a label of their own, by slot: plain text


class Resolved(NamedTuple):
    """What the slots of a document lead to."""

    targets: tuple[str, ...]  # site paths with query and fragment, percent-encoded; or NO_TARGET, or PRIVATE
    labels: Labels = ()


class Page(NamedTuple):
    """A document with its address, the targets of its links and its neighbours."""

    document: Document
    summary: PageSummary
    targets: tuple[str, ...]  # as in ``Resolved``
    older: str  # address of the previous post by date, "" for none
    newer: str
    translations: tuple[str, ...] = ()  # addresses of the same text in other languages
    labels: Labels = ()

    @property
    def resolved(self) -> Resolved:
        """Return what its references lead to."""
        return Resolved(self.targets, self.labels)

    @property
    def text(self) -> str:
        """Return one text that differs if its text does, or what its links lead to, which other texts can change."""
        labels = [f"{slot} {label}" for slot, label in self.labels]
        return "\n".join((self.document.key, *self.targets, "", *labels))

    @property
    def text_key(self) -> str:
        """Return a digest of that."""
        return digest_text(self.text)

    def is_listed_like(self, other: "Page") -> bool:
        """Tell whether a page differs from *other* in nothing but its text, its links and the words of its metadata."""
        place, other_place = (
            (page.document.path, page.document.is_unlisted, page.older, page.newer, page.translations)
            for page in (self, other)
        )
        return place == other_place and self.summary.is_listed_like(other.summary)


class Group(NamedTuple):
    """The pages that share a term, newest first."""

    term: Term
    members: tuple[str, ...]  # addresses, newest first; those of a series in its order
    depth: int = 0  # in a tree of categories


class File(NamedTuple):
    """A file that is published unmodified."""

    address: str
    path: str  # in the project
    digest: str  # of the file in the project
    width: int = 0  # of an image, as a browser displays it, in pixels; 0 for other files
    height: int = 0
    length: int = 0  # bytes


class Edition(NamedTuple):
    """The site in one language, with the posts that its lists contain."""

    code: str  # the prefix of its addresses; "" for the language of the site
    language: str
    posts: tuple[str, ...]  # addresses of the listed, dated pages, newest first


def newest_first(document: Document) -> tuple[float, str]:
    """Order by date, newest first, without date last; then by path."""
    date = document.meta.date
    return (-date.timestamp() if date else float("inf"), document.path)


def in_edition(code: str, address: str) -> str:
    """Return the site path *address* in the edition of that code.

    >>> in_edition("", "/tags/"), in_edition("en", "/tags/")
    ('/tags/', '/en/tags/')
    """
    return f"/{code}{address}" if code else address


@dataclass(frozen=True)
class Site:
    """The whole site: what queries are computed from."""

    settings: Settings
    by_source: Mapping[str, Page]  # by the paths of their documents, in the order of these
    editions: tuple[Edition, ...]  # the language of the site first
    groups: tuple[Group, ...]
    redirects: tuple[tuple[str, str], ...]  # old site path, path of the document that has moved
    files: tuple[File, ...]
    common_lists: tuple[str, ...] = ()  # addresses of the lists that every edition has
    moves: Moves = field(default=Moves())  # of the program that the folder was written for
    attachments: tuple[str, ...] = ()  # percent-encoded addresses of files that are published if a page shows them
    search: SearchIndex = field(default=SearchIndex())
    links: LinkGraph = field(default_factory=lambda: LinkGraph({}))
    parts: tuple[PartRow, ...] = ()  # of the texts that embed others and are embedded, by path and id
    listed: tuple[str, ...] = ()  # addresses of the listed pages, newest first
    variants: tuple[tuple[str, str], ...] = ()  # edition and name of each tag that others may be spellings of

    def home(self, code: str) -> Page | None:
        """Return the page whose text introduces the first page of an edition; it has no page of its own."""
        page = self.by_address.get(in_edition(code, "/"))
        return page if page is not None and not page.document.is_ours else None

    def rewritten_since(self, old: "Site") -> tuple[Page, ...] | None:
        """Return the pages whose metadata, text or links differ from *old*; None if anything else has changed."""
        if (self.settings, self.groups, self.editions) != (old.settings, old.groups, old.editions):
            return None
        if (self.redirects, self.files, len(self.by_source)) != (old.redirects, old.files, len(old.by_source)):
            return None
        if self.search.layout != old.search.layout:
            return None
        pairs = list(zip(self.pages, old.pages, strict=True))
        if not all(new.is_listed_like(before) for new, before in pairs):
            return None
        return tuple(new for new, before in pairs if new != before)

    def with_pages(self, changed: Iterable[Page], links: LinkGraph, search: SearchIndex) -> "Site":
        """Return the same site after edits of texts and words, which can change the links of other pages too."""
        pages = {page.document.path: page for page in changed}
        site = replace(self, by_source=edited(self.by_source, pages), links=links, search=search)
        vars(site).update(valid_lookups(self, META | BODY))
        if isinstance(self.by_address, dict):
            vars(site)["by_address"] = self.by_address | {page.summary.address: page for page in pages.values()}
        return site

    def with_groups(self, changed: Iterable[Page], groups: tuple[Group, ...]) -> "Site":
        """Return the same site after edits of tags: other *groups* of the same terms."""
        site = replace(self.with_pages(changed, self.links, self.search), groups=groups)
        vars(site).update(
            {name: table for name, table in valid_lookups(self, META | BODY).items() if name != "by_term"}
        )
        return site

    def in_blocks(self, before: "Site | None") -> "Site":
        """Return the same site for another process, which reads what it asks for; blocks as *before* remain frozen."""
        pages, links = (before.by_source, before.links) if before is not None else ({}, LinkGraph({}))
        site = replace(self, by_source=Blocks(self.by_source, pages), links=self.links.in_blocks(links))
        vars(site).update(valid_lookups(self, META | BODY), paths=self.paths, used_sections=self.used_sections)
        return site

    def read_whole(self) -> "Site":
        """Return the same site in dictionaries, where a look at a page takes a tenth of the time, for many looks."""
        if isinstance(self.by_source, dict):
            return self
        site = replace(self, by_source=dict(self.by_source), links=self.links.read_whole())
        vars(site).update(valid_lookups(self, META | BODY))
        return site

    def with_indexes(self, links: LinkGraph, search: SearchIndex) -> "Site":
        """Return the same site with what is derived from it and from its texts."""
        site = replace(self, links=links, search=search)
        vars(site).update(valid_lookups(self, NOTHING))
        return site

    def with_parts(self, parts: tuple[PartRow, ...]) -> "Site":
        """Return the same site, knowing these *parts* of its texts."""
        site = replace(self, parts=parts)
        vars(site).update({name: table for name, table in valid_lookups(self, NOTHING).items() if name != "by_part"})
        return site

    @lookup(ORDER | META | BODY)
    def pages(self) -> tuple[Page, ...]:
        """Return all pages, in the order of the paths of their documents."""
        return tuple(self.by_source.values())

    @lookup(ORDER | META | BODY)
    def by_address(self) -> Mapping[str, Page]:
        """Find a page by its address."""
        if isinstance(self.by_source, dict):  # which is found in half the time
            return {page.summary.address: page for page in self.pages}
        return Through(self.paths, self.by_source)

    @lookup(ORDER)
    def paths(self) -> dict[str, str]:
        """Find the path of a document by the address of its page."""
        return {page.summary.address: path for path, page in self.by_source.items()}

    @lookup(ORDER)
    def by_target(self) -> dict[str, str]:
        """Find the path of a document by the address of its page as links are written: percent-encoded."""
        return {encode(page.summary.address): path for path, page in self.by_source.items()}

    @lookup(ORDER)
    def used_sections(self) -> dict[str, set[str]]:
        """Find the sections with listed pages, by edition."""
        used: dict[str, set[str]] = defaultdict(set)
        for document, summary, *_ in self.by_source.values():
            if not document.is_unlisted:
                used[summary.edition].add(summary.meta.section)
        return {edition: sections - {"pages"} for edition, sections in used.items()}

    @lookup(ORDER)
    def by_code(self) -> dict[str, Edition]:
        """Find an edition by its code."""
        return {edition.code: edition for edition in self.editions}

    @lookup(ORDER)
    def by_term(self) -> dict[str, Group]:
        """Find a group by the address of its term."""
        return {group.term.address: group for group in self.groups}

    @lookup(ORDER | META | BODY)
    def by_part(self) -> dict[tuple[str, str], PartRow]:
        """Find what is known of a part by the path of its document and its id."""
        return {(part.path, part.id): part for part in self.parts}

    @lookup(NOTHING)
    def by_file(self) -> dict[str, File]:
        """Find a copied file by its path in the project."""
        return {file.path: file for file in self.files}

    @lookup(NOTHING)
    def sizes(self) -> dict[str, tuple[int, int]]:
        """Find the size of an image by its address."""
        return {file.address: (file.width, file.height) for file in self.files if file.width}

    @lookup(NOTHING)
    def lengths(self) -> dict[str, int]:
        """Find the number of bytes of a copied file by its address."""
        return {file.address: file.length for file in self.files}

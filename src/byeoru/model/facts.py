"""The input of queries: the site and its theme, with the tables that several queries share.

In:  a site and a theme.
Out: tables, each computed once, and names of documents with the versions of their texts.
Must not: depend on the output. A table declares which parts of documents it reads, as a query does.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from byeoru.base.digest import digest_text
from byeoru.model.durability import BODY, ORDER, lookup
from byeoru.model.folders import Folder, FolderStep, introductions_of, members_of, trails_of
from byeoru.model.link_graph import named_page, to_page
from byeoru.model.names import EVERY, NEAR, SUMMARY
from byeoru.model.note_map import NoteMap, NoteMaps
from byeoru.model.on_demand import Positions, SummaryDigests, Traits, TraitsByAddress
from byeoru.model.search import IndexedEdition
from byeoru.model.site import Group, Page, PageSummary, Site, in_edition
from byeoru.model.theme import Theme

Summaries = tuple[PageSummary, ...]

NEAREST = 4  # members of a group before a page and after it, which can be related to it
UNLISTED = "unlisted"  # the key of what is near a page that is in no group


def above(address: str) -> str:
    """Return the address of the term above a nested one.

    >>> above("/tags/a/b/")
    '/tags/a/'
    """
    return address[: address.rindex("/", 0, -1) + 1]


class Facts:
    """A site and its theme."""

    def __init__(self, site: Site, theme: Theme) -> None:
        """Take the site and the theme."""
        self.site, self.theme = site, theme
        self.summary_digests = SummaryDigests(site.by_address)
        self.numbered = lru_cache(maxsize=None)(self._numbered)

    def summaries(self, addresses: tuple[str, ...]) -> Summaries:
        """Return the summaries of the pages at *addresses*."""
        by_address = self.site.by_address
        return tuple([by_address[address].summary for address in addresses])  # a list is built twice as fast

    def path_of(self, name: str) -> str:
        """Return a name that a query uses, with the path of the document where it has the address of its page."""
        by_address = self.site.by_address
        if name in by_address:  # most names are addresses
            return by_address[name].document.path
        prefix, name = named_page(name)
        return prefix + (by_address[name].document.path if name in by_address else name)

    def key(self, name: str) -> str:
        """Return the key of what a name stands for, "" if there is no such thing."""
        if name.startswith(SUMMARY):
            return self._summary_key(name.removeprefix(SUMMARY))
        if name.startswith(NEAR):
            return self._near_key(name.removeprefix(NEAR))
        if name == EVERY:
            return self.all_texts
        page = self.site.by_source.get(name)
        if page is not None:
            return self._text_key(page)
        return self.shards.get(name) or self.site.links.key(name)

    def _text_key(self, page: Page) -> str:
        """Return the key of a text with what its links lead to, and of the references to its page."""
        path, links = page.document.path, self.site.links
        linked = [ref.path for ref in links.outgoing.get(path, ())]  # a target can become a page, or stop being one
        return digest_text("\n".join((page.text, "", *linked, "", links.key(to_page(path)))))

    def _summary_key(self, path: str) -> str:
        if path == EVERY:
            return f"{self.summary_digests.sum:x}"
        page = self.site.by_source.get(path)
        return "" if page is None else self.summary_digests.key(page)

    def _near_key(self, path: str) -> str:
        """Return the key of the neighbours of a page in its groups: of their traits, in their order."""
        page = self.site.by_source.get(path)
        if page is None:
            return ""
        own = self.traits[page.summary.address]
        if own is None:
            return UNLISTED
        keys = [own.key]
        for address in own.groups:
            around = self.around(address, page.summary.address, NEAREST)
            keys += (address, *[traits.key for member in around if (traits := self.traits[member]) is not None])
        return digest_text("\n".join(keys))

    @lookup(ORDER | BODY)
    def all_texts(self) -> str:
        """Return one key for all texts."""
        return digest_text("".join(page.text_key for page in self.site.pages))

    @lookup(ORDER | BODY)
    def shards(self) -> dict[str, str]:
        """Find the digest of a shard of the search index by its name."""
        return self.site.search.shards()

    @lookup(ORDER | BODY)
    def searched(self) -> dict[str, IndexedEdition]:
        """Find the search index of an edition by its language."""
        return {edition.language: edition for edition in self.site.search.editions}

    @lookup(ORDER)
    def slots_by_language(self) -> dict[str, dict[int, str]]:
        """Find the address of a document by its slot in the search index of a language."""
        return {language: dict(edition.slots) for language, edition in self.searched.items()}

    def posts(self, edition: str) -> tuple[str, ...]:
        """Return the addresses of the posts of an edition, newest first."""
        return self.site.by_code[edition].posts

    def _numbered(self, edition: str) -> int:
        """Return how many numbered pages the list of posts has.

        They are counted from the oldest post and always full, so that page 7 stays page 7; the first address of
        the list holds what is left: at least one page's worth where there are that many, less than two.
        """
        return max(0, len(self.posts(edition)) // self.site.settings.page_size - 1)

    @lookup(ORDER)
    def by_period(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Find the posts of an edition by their year, as "2026"; those without a date are in no period."""
        by_period: dict[tuple[str, str], list[str]] = defaultdict(list)
        for edition in self.site.editions:
            for address in edition.posts:
                date = self.site.by_address[address].summary.meta.date
                if date:
                    by_period[edition.code, f"{date.year}"].append(address)
        return {period: tuple(addresses) for period, addresses in by_period.items()}

    @lookup(ORDER)
    def by_name(self) -> dict[tuple[str, str, str], Group]:
        """Find a group by edition, kind and name."""
        return {(group.term.edition, group.term.kind, group.term.name): group for group in self.site.groups}

    @lookup(ORDER)
    def inner_groups(self) -> dict[str, tuple[Group, ...]]:
        """Find the groups one level below a nested term by its address, in the order of an index."""
        inner: dict[str, list[Group]] = defaultdict(list)
        for group in self.site.groups:
            if group.depth:
                inner[above(group.term.address)].append(group)
        return {address: tuple(groups) for address, groups in inner.items()}

    @lookup(ORDER)
    def folder_members(self) -> dict[Folder, list[str]]:
        """Find the addresses of the listed pages in a folder and below it."""
        return members_of(self.site.pages)

    @lookup(ORDER)
    def introductions(self) -> dict[Folder, str]:
        """Find the address of the page that introduces a folder."""
        dated = frozenset(section.name for section in self.site.settings.sections if section.is_dated)
        return introductions_of(self.site.pages, self.folder_members, dated)

    @lookup(ORDER)
    def introduced(self) -> dict[str, Folder]:
        """Find the folder that a page introduces, by its address."""
        return {address: folder for folder, address in self.introductions.items()}

    @lookup(ORDER)
    def trails(self) -> dict[Folder, tuple[FolderStep, ...]]:
        """Find the way to the pages of a folder through those above it."""
        return trails_of(self.site.pages, self.introductions)

    @lookup(ORDER)
    def introductions_by_category(self) -> dict[str, str]:
        """Find the address of the page that introduces the folder which a category is, by that of the category."""
        steps = (step for trail in self.trails.values() for step in trail if step.page)
        return {step.category.address: step.page for step in steps}

    def undated(self, edition: str) -> tuple[str, ...]:
        """Return the sections without dates that have listed pages; the pages in `pages` are listed nowhere."""
        used, sections = self.site.used_sections.get(edition, set()), self.site.settings.sections
        return tuple(section.name for section in sections if not section.is_dated and section.name in used)

    @lookup(ORDER)
    def positions(self) -> Mapping[str, Mapping[str, int]]:
        """Find the position of a page in a group, by the address of the group's term."""
        return Positions(self.site.by_term)

    def around(self, term: str, address: str, reach: int) -> tuple[str, ...]:
        """Return the neighbours of one member in the group of a term, at most *reach* on each side."""
        members, position = self.site.by_term[term].members, self.positions[term][address]
        return members[max(0, position - reach) : position] + members[position + 1 : position + 1 + reach]

    @lookup(ORDER)
    def traits(self) -> Mapping[str, Traits | None]:
        """Find the traits of a listed page by its address."""
        return TraitsByAddress(self.site.by_address)

    def linked(self, path: str) -> set[str]:
        """Return the addresses of the pages that link to that of a document, or that it links to."""
        site = self.site
        refs = (*site.links.outgoing.get(path, ()), *site.links.incoming.get(path, ()))
        return {site.by_source[ref.path].summary.address for ref in refs if ref.path != path}

    @lookup(ORDER)
    def note_maps(self) -> Mapping[str, NoteMap]:
        """Find the map of an edition with notes by its code; a page of the author's takes the place of the map."""
        if self.theme.values.get("graph") is not True:
            return NoteMaps((), self.site)
        codes = [edition.code for edition in self.site.editions if self.undated(edition.code)]
        return NoteMaps([code for code in codes if in_edition(code, "/graph/") not in self.site.by_address], self.site)

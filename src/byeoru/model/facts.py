"""What questions are answered from: the site and its theme, with the look-ups that several questions share.

Each is made once and kept; none depends on who asks.
"""

from collections import defaultdict
from functools import cached_property, lru_cache
from typing import NamedTuple

from byeoru.model.site import Group, PageSummary, Site
from byeoru.model.theme import Theme

Refs = tuple[PageSummary, ...]


_LONG_AGO = -1e12  # seconds: before any date


class Traits(NamedTuple):
    """What of a page decides how near it is to another."""

    edition: str
    tags: frozenset[str]  # addresses
    category: str  # address of the innermost, "" for none
    moment: float  # seconds since 1970


class Facts:
    """A site and its theme."""

    def __init__(self, site: Site, theme: Theme) -> None:
        """Take what is asked about."""
        self.site, self.theme = site, theme
        self.numbered = lru_cache(maxsize=None)(self._numbered)

    def refs(self, addresses: tuple[str, ...]) -> Refs:
        """Return what may be known of the pages at *addresses*."""
        return tuple(self.site.by_address[address].ref for address in addresses)

    def posts(self, edition: str) -> tuple[str, ...]:
        """Return the addresses of the posts of an edition, newest first."""
        return self.site.by_code[edition].posts

    def _numbered(self, edition: str) -> int:
        """Return how many numbered pages the list of posts has.

        They are counted from the oldest post and always full, so that page 7 stays page 7; the first address of
        the list holds what is left: at least one page's worth where there are that many, less than two.
        """
        return max(0, len(self.posts(edition)) // self.site.settings.page_size - 1)

    @cached_property
    def by_period(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """Find the posts of an edition by their year, as "2026"; those without a date are in no period."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for edition in self.site.editions:
            for address in edition.posts:
                date = self.site.by_address[address].ref.meta.date
                if date:
                    found[edition.code, f"{date:%Y}"].append(address)
        return {period: tuple(addresses) for period, addresses in found.items()}

    @cached_property
    def by_name(self) -> dict[tuple[str, str, str], Group]:
        """Find a group by edition, kind and name."""
        return {(group.term.edition, group.term.kind, group.term.name): group for group in self.site.groups}

    def undated(self, edition: str) -> tuple[str, ...]:
        """Return the sections without dates that have listed pages; what is in `pages` stands by itself."""
        pages = (page for page in self.site.pages if page.ref.edition == edition and not page.document.is_unlisted)
        used = {page.ref.meta.section for page in pages} - {"pages"}
        return tuple(one.name for one in self.site.settings.sections if not one.is_dated and one.name in used)

    @cached_property
    def traits(self) -> dict[str, Traits]:
        """Find by its address what a listed page has in common with others."""
        refs = (page.ref for page in self.site.pages if not page.document.is_unlisted)
        return {
            ref.address: Traits(
                ref.edition,
                frozenset([term.address for term in ref.tags]),
                ref.category[-1].address if ref.category else "",
                moment.timestamp() if (moment := ref.meta.date or ref.meta.updated) else _LONG_AGO,
            )
            for ref in refs
        }

    @cached_property
    def linked(self) -> dict[str, set[str]]:
        """Find the pages that link to a page or are linked from it, by its address."""
        from byeoru.base.paths import decode  # imported late: few themes ask this

        found: dict[str, set[str]] = defaultdict(set)
        for page in self.site.pages:
            own = page.ref.address
            for target in page.targets:
                there = decode(target.partition("#")[0].partition("?")[0])
                if there != own and there in self.site.by_address:
                    found[own].add(there)
                    found[there].add(own)
        return found

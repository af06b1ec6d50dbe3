"""Tables of a site that compute what they are asked for, once: an edit asks for a few pages of thousands.

In:  the pages and groups of a site.
Out: the positions, traits and digests of these.
Must not: be stored; a process begins with empty ones.
"""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import NamedTuple

from byeoru.base.digest import digest_text
from byeoru.model.names import summarized
from byeoru.model.site import Group, Page, PageSummary, Site

_LARGEST = 1 << 128  # sum, of digests of 128 bits
_LONG_AGO = -1e12  # seconds: before any date


class Traits(NamedTuple):
    """The values of a page that decide how closely it is related to another."""

    edition: str
    tags: tuple[str, ...]  # addresses, sorted; a set of them takes three times the memory, in each process
    category: str  # address of the innermost, "" for none
    moment: float  # seconds since 1970
    series: str  # address, "" for none
    key: str  # a digest of all these and of the address of the page

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the addresses of the groups in which a page has neighbours."""
        return (*self.tags, *((self.category,) if self.category else ()))


class Positions(dict[str, Mapping[str, int]]):
    """The positions of pages in groups, computed once for each group: an edit asks for a few."""

    def __init__(self, groups: Mapping[str, Group]) -> None:
        """Take the groups by the addresses of their terms."""
        super().__init__()
        self._groups = groups

    def __missing__(self, address: str) -> Mapping[str, int]:
        """Count the members of one group."""
        self[address] = {member: position for position, member in enumerate(self._groups[address].members)}
        return self[address]


class TraitsByAddress(dict[str, Traits | None]):
    """The traits of pages, each computed once; None for a page that is not listed."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        """Take the pages by address."""
        super().__init__()
        self._pages = pages

    def __missing__(self, address: str) -> Traits | None:
        """Look at one page."""
        page = self._pages.get(address)
        self[address] = None if page is None or page.document.is_unlisted else _traits_of(page.summary)
        return self[address]


def _traits_of(summary: PageSummary) -> Traits:
    moment = summary.meta.date or summary.meta.updated
    seconds = moment.timestamp() if moment else _LONG_AGO
    tags = tuple(sorted([term.address for term in summary.tags]))
    category, series = ("".join([term.address for term in terms[-1:]]) for terms in (summary.category, summary.series))
    key = digest_text("\n".join((summary.address, summary.edition, category, series, str(seconds), *tags)))
    return Traits(summary.edition, tags, category, seconds, series, key)


class SummaryDigests(dict[str, str]):
    """The digests of summaries by address, each computed once for all results that contain it."""

    def __init__(self, pages: Mapping[str, Page]) -> None:
        """Take the pages by address."""
        super().__init__()
        self._pages = pages

    def after(self, old: Site, new: Site, names: Collection[str]) -> "SummaryDigests":
        """Return those of a *new* site; these are of the *old* one, and the summaries of these *names* differ."""
        digests = SummaryDigests(new.by_address)
        digests.update(self)
        paths = [path for name in names if (path := summarized(name))]
        gone = [page for path in paths if (page := old.by_source.get(path)) is not None]
        come = [page for path in paths if (page := new.by_source.get(path)) is not None]
        for page in (*gone, *come):
            digests.pop(page.summary.address, None)
        if "sum" in vars(self):
            difference = sum(map(digests.number, come)) - sum(map(self.number, gone))
            digests.sum = (self.sum + difference) % _LARGEST
        return digests

    def key(self, page: Page) -> str:
        """Return a digest of everything that other pages can show of *page*, except its text."""
        beside = (page.older, page.newer, *page.translations)
        return digest_text("\n".join((self[page.summary.address], str(page.document.is_unlisted), *beside)))

    def number(self, page: Page) -> int:
        """Return the number that stands for a page in the sum of all."""
        return int(digest_text(f"{page.document.path}\n{self.key(page)}"), 16)

    @cached_property
    def sum(self) -> int:
        """Return a number that changes with each summary, and that an edit changes by those of its pages alone."""
        return sum(map(self.number, self._pages.values())) % _LARGEST

    def __missing__(self, address: str) -> str:
        """Compute one."""
        digest = self[address] = digest_text(self._pages[address].summary.words)
        return digest

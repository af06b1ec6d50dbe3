"""The names of everything in which two sites differ, for the results that see what these stand for.

In:  a site, and one before it.
Out: names (`model/names`) of texts, summaries and what is near a page; of references and shards.
Must not: name a result: what depends on settings, files or the order of lists is asked again (`cache/traces`).
"""

from collections.abc import Iterator

from byeoru.base.mappings import differing
from byeoru.model.facts import NEAREST, above
from byeoru.model.names import EVERY, near_of, summary_of
from byeoru.model.site import Page, PageSummary, Site


def names_changed(new: Site, old: Site) -> list[str]:
    """Return the names of everything in which *new* differs from *old*."""
    texts = differing(new.by_source, old.by_source)
    pairs = [(path, new.by_source.get(path), old.by_source.get(path)) for path in texts]
    shown = [path for path, page, before in pairs if _shown(page) != _shown(before)]
    moved = [path for path, page, before in pairs if _traits(page) != _traits(before)]
    near = dict.fromkeys([*_near(new, moved), *_near(old, moved)])
    every = [EVERY] * bool(texts) + [summary_of(EVERY)] * bool(shown)
    found = [*every, *texts, *map(summary_of, shown), *map(near_of, near)]
    return [*found, *new.search.changed_since(old.search), *new.links.changed_since(old.links)]


def _shown(page: Page | None) -> object:
    """Return everything that other pages can show of one, except its text (`SummaryDigests.key`)."""
    return page and (page.summary, page.document.is_unlisted, page.older, page.newer, page.translations)


def _traits(page: Page | None) -> object:
    """Return everything that decides what is near to a page, and to what it is near (`on_demand.Traits`)."""
    if page is None:
        return None
    summary, meta = page.summary, page.summary.meta
    terms = summary.tags, summary.category, summary.series
    return summary.address, summary.edition, terms, meta.date, meta.updated, page.document.is_unlisted


def _near(site: Site, paths: list[str]) -> Iterator[str]:
    """Yield the paths of pages, and of those that are near to them in any group that lists them."""
    for path in filter(site.by_source.__contains__, paths):
        yield path
        summary = site.by_source[path].summary
        for address in dict.fromkeys(_groups(site, summary)):
            members = site.by_term[address].members
            at = members.index(summary.address)
            around = members[max(0, at - NEAREST) : at + 1 + NEAREST]
            yield from (site.by_address[member].document.path for member in around)


def _groups(site: Site, summary: PageSummary) -> Iterator[str]:
    """Yield the addresses of the terms of a page that have related pages, each with those above it."""
    for term in (*summary.tags, *summary.category[-1:]):
        address = term.address
        yield address
        for _ in range(site.by_term[address].depth):
            address = above(address)
            yield address

"""The names of everything in which two sites differ that are alike but for texts, words of metadata and tags.

In:  a site, and one before it with the same pages at the same addresses, in the same order.
Out: names (`model/names`), for the results that see what these stand for.
Must not: look at a page that is in both.
"""

from collections.abc import Iterator

from byeoru.base.mappings import differing
from byeoru.model.facts import NEAREST, above
from byeoru.model.names import EVERY, near_of, summary_of
from byeoru.model.site import PageSummary, Site


def names_changed(new: Site, old: Site) -> list[str]:
    """Return the names of everything in which *new* differs from *old*."""
    texts = differing(new.by_source, old.by_source)
    shown = [path for path in texts if new.by_source[path].summary != old.by_source[path].summary]
    near = dict.fromkeys([*_near(new, shown), *_near(old, shown)]) if new.groups != old.groups else {}
    every = [EVERY] * bool(texts) + [summary_of(EVERY)] * bool(shown)
    found = [*every, *texts, *map(summary_of, shown), *map(near_of, near)]
    return [*found, *new.search.changed_since(old.search), *new.links.changed_since(old.links)]


def _near(site: Site, paths: list[str]) -> Iterator[str]:
    """Yield the paths of pages, and of those that are near to them in any group that lists them."""
    for path in paths:
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

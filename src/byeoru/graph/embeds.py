"""Check the embeds of texts: those that would repeat themselves, or show more than a page can bear.

In:  a site with what is known of its parts, and a function that returns the slots of a document.
Out: ``Unfilled``, with a warning at each such embed; after an edit, the same with what has changed.
Must not: read the slots of a document without such an embed.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.model.content import Document, Slot
from byeoru.model.embedding import DEEPEST, MOST_BYTES, met_on
from byeoru.model.site import Site

Slots = Callable[[Document], tuple[Slot, ...]]

_HINTS = {"embed-cycle": "embed-a-part", "embed-too-deep": "embed-less", "embed-too-large": "embed-a-part"}


class Refused(NamedTuple):
    """An embed that remains a link."""

    path: str  # of the document that contains it
    slot: int
    reason: str  # code of the problem


class Unfilled(NamedTuple):
    """The embeds that remain links."""

    by_page: Mapping[str, tuple[Refused, ...]]  # by the path of the document on whose page they are met
    problems: tuple[Diagnostic, ...]

    def after(self, site: Site, changed: Collection[str], slots_of: Slots) -> "Unfilled":
        """Return the same of a *site* in which the documents *changed* have other texts or other links."""
        affected = _showing(site, changed)
        by_page = {path: refused for path, refused in self.by_page.items() if path not in affected}
        by_page |= _refused(site, affected)
        return Unfilled(by_page, _problems(by_page, site, slots_of))


def check_embeds(site: Site, slots_of: Slots) -> Unfilled:
    """Find the embeds that remain links on some page."""
    by_page = _refused(site, [part.path for part in site.parts if part.id == "" and part.embeds])
    return Unfilled(by_page, _problems(by_page, site, slots_of))


def _showing(site: Site, paths: Collection[str]) -> set[str]:
    """Return *paths* and those of all documents that show one of them, also within others."""
    found, unread = set(paths), list(paths)
    while unread:
        sources = {ref.path for ref in site.links.incoming.get(unread.pop(), ()) if ref.is_embed} - found
        found |= sources
        unread += sources
    return found


def _refused(site: Site, paths: Iterable[str]) -> dict[str, tuple[Refused, ...]]:
    refused = {
        path: tuple([Refused(met.path, met.slot, met.refusal) for met in met_on(site, path) if met.refusal])
        for path in paths
    }
    return {path: found for path, found in refused.items() if found}


def _problems(by_page: Mapping[str, tuple[Refused, ...]], site: Site, slots_of: Slots) -> tuple[Diagnostic, ...]:
    """Return one problem for each embed, whichever pages it is met on, in the order of the files."""
    reasons = {(one.path, one.slot): one.reason for path in sorted(by_page, reverse=True) for one in by_page[path]}
    limits = {"deepest": DEEPEST, "kilobytes": MOST_BYTES // 1000}
    problems = []
    slots: dict[str, tuple[Slot, ...]] = {}
    for (path, at), code in sorted(reasons.items()):
        if path not in slots:
            slots[path] = slots_of(site.by_source[path].document)
        slot = slots[path][at]
        location = Location(path, slot.line, slot.column, slot.width)
        problems.append(warning(code, location, _HINTS[code], target=slot.target, **limits))
    return tuple(problems)

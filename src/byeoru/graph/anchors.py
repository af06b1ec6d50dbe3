"""Check links to the headings of other pages.

In:  the pages with the targets of their references, and functions that return slots and anchors of a document.
Out: ``Anchored``: warnings by page, and the anchors of the pages that are linked to in this way.
Must not: check links within a page, which `parse` has done; or read the slots of a page without such a link.
"""

import posixpath
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from byeoru.base.anchors import SUGGESTIONS, dead_anchor, is_dead
from byeoru.base.diagnostic import Diagnostic, Location
from byeoru.base.paths import decode
from byeoru.model.content import Document, Slot
from byeoru.model.site import Page, Site

Slots = Callable[[Document], tuple[Slot, ...]]
AnchorsOf = Callable[[Document], tuple[str, ...]]


class Anchored(NamedTuple):
    """The state of all links to headings of other pages."""

    problems: Mapping[str, tuple[Diagnostic, ...]]  # by the path of the document with the link
    anchors: Mapping[str, tuple[str, ...]]  # of each document that such a link leads to, by path

    def holds_for(self, document: Document, anchors_of: AnchorsOf) -> bool:
        """Tell whether another text of *document*, whose links lead where they did, leaves all this as it is."""
        known = self.anchors.get(document.path)
        return document.path not in self.problems and (known is None or known == anchors_of(document))


def check_anchors(site: Site, slots_of: Slots, anchors_of: AnchorsOf) -> Anchored:
    """Check the fragments of all links to other pages of *site*."""
    anchors: dict[str, tuple[str, ...]] = {}
    problems: dict[str, tuple[Diagnostic, ...]] = {}
    for page in site.pages:
        dead = []
        for at, other, fragment in _links_to_headings(page, site):
            path = other.document.path
            if path not in anchors:
                anchors[path] = anchors_of(other.document)
            if is_dead(fragment, anchors[path]):
                dead.append((at, path, fragment))
        if dead:
            slots = slots_of(page.document)
            problems[page.document.path] = tuple(
                _problem(page.document.path, slots[at], path, fragment, anchors[path], suggests=number < SUGGESTIONS)
                for number, (at, path, fragment) in enumerate(dead)
            )
    return Anchored(problems, anchors)


def _links_to_headings(page: Page, site: Site) -> Iterable[tuple[int, Page, str]]:
    """Yield the indexes of references to anchors of other pages, with page and decoded fragment."""
    for at, target in enumerate(page.targets):
        if "#" not in target:
            continue
        address, _, fragment = target.partition("#")
        other = site.by_address.get(decode(address.partition("?")[0]))
        if other is not None and other is not page:
            yield at, other, decode(fragment)


def _problem(
    path: str, slot: Slot, target: str, fragment: str, anchors: tuple[str, ...], *, suggests: bool
) -> Diagnostic:
    location = Location(path, slot.line, slot.column, slot.width)
    return dead_anchor(fragment, posixpath.basename(target), anchors, location, suggests=suggests)

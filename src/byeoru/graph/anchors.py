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

    def changed_by(self, edited: Iterable[Document], site: Site, anchors_of: AnchorsOf) -> set[str]:
        """Return the paths of the documents with links to anchors that *edited* ones have gained or lost."""
        moved = (one.path for one in edited if self.anchors.get(one.path, ()) != anchors_of(one))
        return {ref.path for path in moved for ref in site.links.incoming.get(path, ()) if ref.fragment}

    def checked(self, paths: Iterable[str], site: Site, slots_of: Slots, anchors_of: AnchorsOf) -> "Anchored":
        """Return the state of *site*, in which only the documents at *paths* have another text or other targets."""
        pages = [site.by_source[path] for path in paths]
        edited = {page.document.path: anchors_of(page.document) for page in pages if page.document.path in self.anchors}
        anchors, problems = {**self.anchors, **edited}, dict(self.problems)
        for page in pages:
            problems.pop(page.document.path, None)
            problems.update(_checked(page, site, anchors, slots_of, anchors_of))
        return Anchored(problems, anchors)


def check_anchors(site: Site, slots_of: Slots, anchors_of: AnchorsOf) -> Anchored:
    """Check the fragments of all links to other pages of *site*."""
    anchors: dict[str, tuple[str, ...]] = {}
    problems: dict[str, tuple[Diagnostic, ...]] = {}
    for page in site.pages:
        problems.update(_checked(page, site, anchors, slots_of, anchors_of))
    return Anchored(problems, anchors)


def _checked(
    page: Page, site: Site, anchors: dict[str, tuple[str, ...]], slots_of: Slots, anchors_of: AnchorsOf
) -> dict[str, tuple[Diagnostic, ...]]:
    """Return the problems of *page* by its path, if it has any; *anchors* that were not known are added."""
    dead = []
    for at, other, fragment in _links_to_headings(page, site):
        path = other.document.path
        if path not in anchors:
            anchors[path] = anchors_of(other.document)
        if is_dead(fragment, anchors[path]):
            dead.append((at, path, fragment))
    if not dead:
        return {}
    slots, path = slots_of(page.document), page.document.path
    problems = [
        _problem(path, slots[at], target, fragment, anchors[target], suggests=number < SUGGESTIONS)
        for number, (at, target, fragment) in enumerate(dead)
    ]
    return {path: tuple(problems)}


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

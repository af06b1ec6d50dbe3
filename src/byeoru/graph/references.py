"""Find which pages the references of a page lead to.

In:  pages with the targets of their references, and the marks of these in the text: their words and kind.
Out: ``Refs`` of a page, and the ``LinkGraph`` of a site.
Must not: resolve a reference or read a text; a target is where it leads.
"""

from collections.abc import Callable, Mapping

from byeoru.base.paths import decode
from byeoru.model.link_graph import LinkGraph, Ref, Refs
from byeoru.model.site import Page, Site

Mark = tuple[str, bool]  # digest of the mention, and whether it is an embed
MarksOf = Callable[[Page], Mapping[int, Mark]]  # of the slots that have one

_UNMARKED = ("", False)


def link_graph(site: Site, marks_of: MarksOf) -> LinkGraph:
    """Return the references between all pages of *site*."""
    outgoing = {}
    for page in site.pages:
        if refs := references(page, marks_of, site.by_target):
            outgoing[page.document.path] = refs
    return LinkGraph(outgoing)


def references(page: Page, marks_of: MarksOf, by_target: Mapping[str, str]) -> Refs:
    """Return the references of *page* to other pages, in the order of its text."""
    marks: Mapping[int, Mark] | None = None
    labels: Mapping[int, str] = {}
    refs = []
    for slot, target in enumerate(page.targets):
        address, _, fragment = target.partition("#")
        path = by_target.get(address) or by_target.get(address.partition("?")[0])
        if path is None or path == page.document.path:
            continue
        if marks is None:  # few pages of a blog link to others
            marks, labels = marks_of(page), dict(page.labels)
        mention, is_embed = marks.get(slot, _UNMARKED)
        refs.append(Ref(path, decode(fragment), mention, is_embed, labels.get(slot, "")))
    return tuple(refs)

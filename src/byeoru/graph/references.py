"""Find which pages the references of a page lead to.

In:  pages with the targets of their references, and the marks of these in the text: their words and kind.
Out: ``Refs`` of a page, and the ``LinkGraph`` of a site.
Must not: resolve a reference or read a text; a target is where it leads.
"""

from collections.abc import Callable, Mapping, Sequence

from byeoru.base.paths import decode
from byeoru.model.link_graph import LinkGraph, Ref, Refs
from byeoru.model.site import Page, Site

Mark = tuple[str, bool]  # digest of the mention, and whether it is an embed
MarksOf = Callable[[Page], Sequence[Mark]]  # one for each slot


def link_graph(site: Site, marks_of: MarksOf) -> LinkGraph:
    """Return the references between all pages of *site*."""
    outgoing = {}
    for page in site.pages:
        if refs := references(page, marks_of, site.by_address):
            outgoing[page.document.path] = refs
    return LinkGraph(outgoing)


def references(page: Page, marks_of: MarksOf, by_address: Mapping[str, Page]) -> Refs:
    """Return the references of *page* to other pages, in the order of its text."""
    marks: Sequence[Mark] = ()
    labels: Mapping[int, str] = {}
    refs = []
    for slot, target in enumerate(page.targets):
        if target[:1] != "/":
            continue
        address, _, fragment = target.partition("#")
        other = by_address.get(decode(address.partition("?")[0]))
        if other is None or other.document.path == page.document.path:
            continue
        if not marks:  # few pages of a blog link to others
            marks, labels = marks_of(page), dict(page.labels)
        mention, is_embed = marks[slot]
        refs.append(Ref(other.document.path, decode(fragment), mention, is_embed, labels.get(slot, "")))
    return tuple(refs)

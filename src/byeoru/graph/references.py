"""Find which pages the references of a page lead to.

In:  pages with the targets of their references, and the marks of these in the text: their words and kind.
Out: ``Refs`` of a page, and the ``LinkGraph`` of a site.
Must not: resolve a reference or read a text; a target is where it leads.
"""

from collections.abc import Callable, Mapping

from byeoru.base.paths import bare_target, decode
from byeoru.model.link_graph import LinkGraph, Ref, Refs
from byeoru.model.site import Page, Site

Mark = tuple[str, bool]  # digest of the mention, and whether it is an embed
MarksOf = Callable[[Page], Mapping[int, Mark]]  # of the slots that have one

_UNMARKED = ("", False)


def link_graph(site: Site, marks_of: MarksOf) -> LinkGraph:
    """Return the references between all pages of *site*."""
    refs = {page.document.path: references(page, marks_of, site.by_target) for page in site.pages}
    return LinkGraph({path: found for path, found in refs.items() if found})


def links_since(before: Site, site: Site, marks_of: MarksOf) -> LinkGraph:
    """Return the same as ``link_graph``, with the references of pages that are as in the site *before*."""
    moved = {address for address, _ in site.by_target.items() ^ before.by_target.items()}
    changed: dict[str, Refs] = dict.fromkeys(before.by_source.keys() - site.by_source.keys(), ())
    for page in site.pages:
        old = before.by_source.get(page.document.path)
        if (
            old is None
            or not _refers_like(page, old)
            or (moved and any(bare_target(one) in moved for one in page.targets))
        ):
            changed[page.document.path] = references(page, marks_of, site.by_target)
    return before.links.replaced(changed)


def _refers_like(page: Page, old: Page) -> bool:
    return (page.document.key, page.targets, page.labels) == (old.document.key, old.targets, old.labels)


def references(page: Page, marks_of: MarksOf, by_target: Mapping[str, str]) -> Refs:
    """Return the references of *page* to other pages, and its embeds of its own text, in the order of its text."""
    marks: Mapping[int, Mark] | None = None
    labels: Mapping[int, str] = {}
    refs = []
    for slot, target in enumerate(page.targets):
        path = by_target.get(bare_target(target))
        if path is None:
            continue
        if marks is None:  # few pages of a blog link to others
            marks, labels = marks_of(page), dict(page.labels)
        mention, is_embed = marks.get(slot, _UNMARKED)
        if path == page.document.path and not is_embed:
            continue
        refs.append(Ref(path, decode(target.partition("#")[2]), mention, is_embed, labels.get(slot, "")))
    return tuple(refs)

"""A connected site after edits of tags: which pages have these, and nothing else, is different.

In:  a site, and documents of it with other tags.
Out: the site with their tags; or None where a tag comes or goes, or its spelling may become another one.
Must not: look at a page that was not edited: an edit in a site of ten thousand pages costs what its tags list.
"""

from collections.abc import Collection

from byeoru.graph.groups import tag_address
from byeoru.model.content import Document
from byeoru.model.metadata import WORDS, Metadata
from byeoru.model.site import Group, Page, Site, Term
from byeoru.model.taxonomies import TAG

_NO_WORDS = {name: Metadata._field_defaults[name] for name in WORDS}


def is_retagged(old: Document, new: Document) -> bool:
    """Tell whether two versions of a document have nothing different but their text, words and tags."""
    return _without_tags(old) == _without_tags(new)


def _without_tags(document: Document) -> Document:
    return document._replace(key="", tags=(), meta=document.meta._replace(**_NO_WORDS))


def retagged(site: Site, documents: Collection[Document]) -> Site | None:
    """Return *site* with the tags of *documents*, and the texts and words that it has; None if more changes."""
    pages, gone, new = [], set[tuple[str, str]](), set[tuple[str, str]]()
    for document in documents:
        page = site.by_source[document.path]
        before, after = _listing(site, page, page.document), _listing(site, page, document)
        if before is None or after is None:
            return None
        address = page.summary.address
        gone.update((term, address) for term in before.keys() - after.keys())
        new.update((term, address) for term in after.keys() - before.keys())
        tags = tuple([term for term, is_shown in after.values() if is_shown])
        pages.append(
            page._replace(document=page.document._replace(tags=document.tags), summary=page.summary._replace(tags=tags))
        )
    touched = {term for term, _ in gone | new}
    places = {address: place for place, address in enumerate(site.listed)} if touched else {}
    groups = []
    for group in site.groups:
        if (term := group.term.address) in touched:
            members = {member for member in group.members if (term, member) not in gone}
            members.update(address for tag, address in new if tag == term)
            group = group._replace(members=tuple(sorted(members, key=places.__getitem__)))  # noqa: PLW2901
        groups.append(group)
    if not all(group.members for group in groups):
        return None
    return site.with_groups(pages, tuple(groups))


def _listing(site: Site, page: Page, document: Document) -> dict[str, tuple[Term, bool]] | None:
    """Return the tags that list a page, by address, and whether it shows them; None if one may get another name."""
    if document.is_unlisted:
        return {}
    listing, shown = {}, TAG.shown(document)
    for name in TAG.names(document):
        group: Group | None = site.by_term.get(tag_address(name, page.summary.edition))
        if group is None or group.term.name != name or (page.summary.edition, name) in site.variants:
            return None
        listing[group.term.address] = group.term, name in shown
    return listing

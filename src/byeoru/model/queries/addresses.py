"""Queries about addresses: where a page is, whether there is one, and all of them.

In:  ``Facts``, and a path or a name.
Out: plain values; ``KeyError`` for what does not exist.
Must not: see a title.
"""

from collections.abc import Iterator

from byeoru.base.dates import rfc3339
from byeoru.model.durability import ORDER
from byeoru.model.facts import Facts
from byeoru.model.query import query
from byeoru.model.site import Edition, Page, in_edition
from byeoru.model.taxonomies import BY_FOLDER, TAXONOMIES

# Address, last change (ISO 8601, "" where unknown), and languages with their addresses.
Listed = tuple[str, str, tuple[tuple[str, str], ...]]


@query(sees=ORDER, reason=("`{0}`의 주소 변경", "address of `{0}` changed"))
def address(facts: Facts, path: str) -> str:
    """Return the address of the page of a document."""
    return facts.site.by_source[path].summary.address


@query(sees=ORDER, reason=("`{0}`의 원본 파일 변경", "source file of `{0}` changed"))
def source(facts: Facts, address: str) -> str:
    """Return the path of the document whose page has an address."""
    return facts.site.by_address[address].document.path


@query(sees=ORDER, shared=True, reason=("`{1}` 페이지가 생기거나 없어짐", "page `{1}` added or removed"))
def has(facts: Facts, edition: str, name: str) -> bool:
    """Tell whether an edition has an index such as `categories`, or a page called `about`."""
    if taxonomy := BY_FOLDER.get(name):
        return any(group.term.kind == taxonomy.name and group.term.edition == edition for group in facts.site.groups)
    page = facts.site.by_address.get(in_edition(edition, f"/{name}/"))
    return page is not None and not page.document.is_unlisted and not page.summary.meta.draft


@query(sees=ORDER, shared=True, reason=("사이트맵의 주소 변경", "addresses in the sitemap changed"))
def listed(facts: Facts) -> tuple[Listed, ...]:
    """Return each list and listed page, with its languages where it has several."""
    site = facts.site
    lists = [
        (list_address, "", versions) for edition in site.editions for list_address, versions in _lists(facts, edition)
    ]
    groups = [(group.term.address, "", ()) for group in site.groups]
    homes = {home.document.path for edition in site.editions if (home := site.home(edition.code))}
    pages = (
        page
        for page in site.pages
        if not page.document.is_unlisted and not page.summary.meta.draft and page.document.path not in homes
    )
    return (*lists, *groups, *(_listed_page(facts, page) for page in pages))


def _lists(facts: Facts, edition: Edition) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield the lists of an edition; those that every edition has with their counterparts."""
    for common in facts.site.common_lists:
        versions = tuple(
            (language_edition.language, in_edition(language_edition.code, common))
            for language_edition in facts.site.editions
        )
        yield in_edition(edition.code, common), versions if len(versions) > 1 else ()
    indexes = (taxonomy.folder for taxonomy in TAXONOMIES if not taxonomy.is_always_indexed)
    names = (folder for folder in indexes if has(facts, edition.code, folder))
    for name in (*names, *facts.undated(edition.code)):
        list_address = in_edition(edition.code, f"/{name}/")
        if list_address not in facts.site.by_address:
            yield list_address, ()


def _listed_page(facts: Facts, page: Page) -> Listed:
    moment = page.summary.meta.updated or page.summary.meta.date
    others = (page.summary, *facts.summaries(page.translations)) if page.translations else ()
    versions = tuple(sorted((other.meta.language, other.address) for other in others if not other.meta.draft))
    return page.summary.address, rfc3339(moment) if moment else "", versions if len(versions) > 1 else ()

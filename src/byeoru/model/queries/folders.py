"""Queries about folders of notes: the way to a page, and the tree of what is below a folder or a section.

In:  ``Facts``, and a folder, a section or the path of a document.
Out: plain values.
Must not: see other titles than those of pages that introduce a folder.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from byeoru.model.durability import META, ORDER
from byeoru.model.facts import Facts
from byeoru.model.folders import FolderStep, folder_of
from byeoru.model.output import QueryKey
from byeoru.model.query import Addresses, page_query, query
from byeoru.model.site import Page, in_edition

Crumb = tuple[str, str]  # a title, and the address of a page or of a category


class FolderBranch(NamedTuple):
    """A folder in a tree, with the pages directly in it; the branches below it follow."""

    depth: int  # 0 for the pages that are in no folder below the root of the tree
    title: str
    address: str  # of the page that introduces it, else of its category
    items: Addresses


def _crumbs_shown(_: QueryKey, crumbs: tuple[Crumb, ...]) -> list[str]:
    return [address for _, address in crumbs]


def _branches_shown(_: QueryKey, branches: tuple[FolderBranch, ...]) -> list[str]:
    return [branch.address for branch in branches if branch.depth]


@query(
    sees=ORDER | META,
    documents=_crumbs_shown,
    reason=("위쪽 폴더의 제목이나 주소 변경", "title or address of a folder above changed"),
)
def crumbs(facts: Facts, edition: str, folder: str) -> tuple[Crumb, ...]:
    """Return the way to the pages of a folder that are in no other category, through the folders above it."""
    return tuple(_crumb(facts, step) for step in facts.trails.get((edition, folder), ()))


@query(
    sees=ORDER | META,
    documents=_crumbs_shown,
    reason=("섹션 첫 페이지의 제목 변경", "title of the page of a section changed"),
)
def top(facts: Facts, edition: str, section: str) -> tuple[Crumb, ...]:
    """Return the list of a section without dates as the beginning of the way to its pages; without a page, no title."""
    address = in_edition(edition, f"/{section}/")
    page = facts.site.by_address.get(address)
    if page is not None:
        return ((page.summary.meta.title, address),)
    return (("", address),) if section in facts.undated(edition) else ()


@page_query(reason=("폴더 안의 글 변경", "pages in the folder changed"))
def below(facts: Facts, path: str) -> Addresses:
    """Return the listed pages below the folder that the page of a document introduces."""
    return _below(facts, facts.site.by_source[path].summary.address)


@query(
    sees=ORDER | META,
    documents=_branches_shown,
    reason=("폴더 구조 변경", "tree of the folder changed"),
)
def folder_tree(facts: Facts, path: str) -> tuple[FolderBranch, ...]:
    """Return the pages below the folder that the page of a document introduces, as a tree of folders."""
    address = facts.site.by_source[path].summary.address
    pages = [facts.site.by_address[other] for other in _below(facts, address)]
    return _tree(facts, pages, "" if _section_at(facts, address) else address)


@query(
    sees=ORDER | META,
    documents=_branches_shown,
    reason=("섹션 `{1}`의 폴더 구조 변경", "tree of section `{1}` changed"),
)
def section_tree(facts: Facts, edition: str, name: str) -> tuple[FolderBranch, ...]:
    """Return the listed pages of a section as a tree of folders."""
    return _tree(facts, [facts.site.by_address[address] for address in _in_section(facts, edition, name)], "")


def _in_section(facts: Facts, edition: str, name: str) -> Iterator[str]:
    for page in facts.site.pages:
        summary = page.summary
        if summary.edition == edition and summary.meta.section == name and not page.document.is_unlisted:
            yield summary.address


def _below(facts: Facts, address: str) -> Addresses:
    """Return the pages that the page at *address* introduces: those of its folder; in place of a list, its section."""
    if address not in facts.introduced:
        return ()
    edition, folder = facts.introduced[address]
    section = _section_at(facts, address)
    members = _in_section(facts, edition, section) if section else facts.folder_members[edition, folder]
    return tuple(other for other in members if other != address)


def _section_at(facts: Facts, address: str) -> str:
    """Return the section whose list the page at *address* takes the place of, "" if it does not."""
    edition = facts.site.by_address[address].summary.edition
    return next((name for name in facts.undated(edition) if address == in_edition(edition, f"/{name}/")), "")


def _crumb(facts: Facts, step: FolderStep) -> Crumb:
    if not step.page:
        return step.category.label, step.category.address
    return facts.site.by_address[step.page].summary.meta.title, step.page


def _way(facts: Facts, page: Page, root: str) -> tuple[Crumb, ...]:
    """Return the way to a page through its categories, from below the page *root*, "" for the whole way."""
    edition, categories = page.summary.edition, page.summary.category
    if page.document.has_folder_category:
        steps = facts.trails[edition, folder_of(page.document)]
    else:
        steps = tuple(FolderStep(term, facts.introductions_by_category.get(term.address, "")) for term in categories)
    if root:
        places = [place for place, step in enumerate(steps) if step.page == root]
        steps = steps[places[0] + 1 :] if places else ()
    return tuple(_crumb(facts, step) for step in steps)


def _tree(facts: Facts, pages: Iterable[Page], root: str) -> tuple[FolderBranch, ...]:
    """Arrange *pages* in a tree, each level in the order of the last updates; *root* introduces its folder."""
    items: dict[tuple[Crumb, ...], list[str]] = {}
    inner: dict[tuple[Crumb, ...], dict[tuple[Crumb, ...], None]] = defaultdict(dict)
    for page in sorted(pages, key=_last_updated_first):
        way = _way(facts, page, root)
        items.setdefault(way, []).append(page.summary.address)
        for depth in range(len(way)):
            inner[way[:depth]][way[: depth + 1]] = None
    branches = {way[-1][1] for ways in inner.values() for way in ways}  # a page that introduces a folder is its branch

    def walk(way: tuple[Crumb, ...]) -> Iterator[FolderBranch]:
        here = tuple(address for address in items.get(way, ()) if address not in branches)
        yield FolderBranch(len(way), *(way[-1] if way else ("", "")), here)
        for one in inner.get(way, ()):
            yield from walk(one)

    return tuple(walk(()))


def _last_updated_first(page: Page) -> tuple[float, str]:
    moment = page.summary.meta.updated or page.summary.meta.date
    return (-moment.timestamp() if moment else 0.0, page.document.path)

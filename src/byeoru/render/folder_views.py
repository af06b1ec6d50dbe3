"""What templates see of folders of notes: a tree with the pages in it, and the way to a page."""

from collections.abc import Iterable, Mapping
from typing import Generic, NamedTuple, TypeVar

from byeoru.base.paths import encode
from byeoru.model.folders import folder_of
from byeoru.model.queries import folders, settings, theme
from byeoru.model.queries.folders import Crumb, FolderBranch
from byeoru.model.site import Page
from byeoru.model.trace import Trace

T = TypeVar("T")


class CrumbView(NamedTuple):
    """One step of the way to a page."""

    title: str
    url: str


class FolderView(NamedTuple, Generic[T]):
    """A folder of notes with its contents, for nested lists."""

    title: str  # "" for the notes outside of any folder, which come first
    url: str  # of the page that introduces it, else of its category
    items: tuple[T, ...]
    folders: "tuple[FolderView[T], ...]"


def way_to(page: Page, trace: Trace, base: str) -> tuple[CrumbView, ...]:
    """Return the way to a page: through the list of its section and the folders above it, or through its categories."""
    summary, document, section = page.summary, page.document, page.summary.meta.section
    way: tuple[Crumb, ...] = tuple((term.label, term.address) for term in summary.category)
    if section == "pages" or section in trace.query(settings.dated_sections):
        return crumb_views(way, base)
    if document.has_folder_category:
        way = trace.query(folders.crumbs, summary.edition, folder_of(document))
    words = trace.derived(dict, theme.texts, summary.meta.language)
    top = trace.query(folders.top, summary.edition, section)
    return crumb_views((*((title or words.get(section, section), address) for title, address in top), *way), base)


def crumb_views(crumbs: Iterable[Crumb], base: str) -> tuple[CrumbView, ...]:
    """Return the way to a page as templates see it, below the *base* path."""
    return tuple(CrumbView(title, base + encode(address)) for title, address in crumbs)


def folder_views(branches: tuple[FolderBranch, ...], pages: Mapping[str, T], base: str) -> tuple[FolderView[T], ...]:
    """Return a tree of folders; *pages* are the views of all its pages by their addresses."""
    loose = [branch for branch in branches[:1] if branch.items]
    views = [FolderView("", "", tuple(pages[address] for address in branch.items), ()) for branch in loose]
    return (*views, *_inner(branches, 0, pages, base))


def _inner(branches: tuple[FolderBranch, ...], place: int, pages: Mapping[str, T], base: str) -> list[FolderView[T]]:
    """Return the folders directly below the branch at *place*."""
    folders = []
    depth = branches[place].depth
    for at in range(place + 1, len(branches)):
        branch = branches[at]
        if branch.depth <= depth:
            break
        if branch.depth == depth + 1:
            items = tuple(pages[address] for address in branch.items)
            folders.append(
                FolderView(branch.title, base + encode(branch.address), items, tuple(_inner(branches, at, pages, base)))
            )
    return folders

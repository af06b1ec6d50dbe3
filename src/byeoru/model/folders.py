"""Folders of notes: what is below each, which page introduces it, and the way to a page through those above it.

In:  the pages of a site.
Out: tables by edition and folder, a path in the project.
Must not: see a title.

A page introduces a folder if it is `index.md`, `_index.md` or `README.md` in it, if it has its name (`os/os.md`, as the
folder notes of Obsidian), or if it lies beside it with its name (`os.md` and `os/`).
"""

import posixpath
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from byeoru.base.paths import case_folded
from byeoru.model.content import Document
from byeoru.model.site import Page, Term
from byeoru.model.taxonomies import ancestry

Folder = tuple[str, str]  # the code of an edition, and a path in the project

_INDEX_NAMES = {"index": 0, "_index": 1, "readme": 2}  # of files, in the order of precedence
_INSIDE, _BESIDE = 3, 4


class FolderStep(NamedTuple):
    """One level of the way to a page: the category that a folder is, and the page that introduces the folder."""

    category: Term
    page: str  # its address, "" for none


def folder_of(document: Document) -> str:
    """Return the folder that contains a page: for `os/index.md` the one above `os`."""
    folder = posixpath.dirname(document.path)
    return posixpath.dirname(folder) if _index_rank(document) is not None else folder


def members_of(pages: Iterable[Page]) -> dict[Folder, list[str]]:
    """Return the addresses of the listed pages in each folder and those below it."""
    inside: dict[Folder, list[str]] = {}
    for page in pages:
        if not page.document.is_unlisted:
            place = page.summary.edition, posixpath.dirname(page.document.path)
            inside.setdefault(place, []).append(page.summary.address)
    below: dict[Folder, list[str]] = {}
    for (edition, inner), addresses in inside.items():
        folder = inner
        while folder:
            below.setdefault((edition, folder), []).extend(addresses)
            folder = posixpath.dirname(folder)
    return below


def introductions_of(
    pages: Iterable[Page], members: Mapping[Folder, list[str]], dated: frozenset[str]
) -> dict[Folder, str]:
    """Return the address of the page that introduces each folder with other pages.

    *dated* are the names of sections whose pages introduce none.
    """
    found: dict[Folder, tuple[int, str]] = {}
    for page in pages:
        document, edition = page.document, page.summary.edition
        if document.is_unlisted or document.meta.section in dated:
            continue
        rank, folder = _introduced(document)
        others = len(members.get((edition, folder), ())) - (rank != _BESIDE)
        candidate = rank, page.summary.address
        if folder and others > 0 and candidate < found.get((edition, folder), (_BESIDE + 1, "")):
            found[edition, folder] = candidate
    return {folder: address for folder, (_, address) in found.items()}


def trails_of(pages: Iterable[Page], introductions: Mapping[Folder, str]) -> dict[Folder, tuple[FolderStep, ...]]:
    """Return the way through the categories that the folders of pages are, by folder, from the root."""
    trails: dict[Folder, tuple[FolderStep, ...]] = {}
    for page in pages:
        if not page.document.has_folder_category:
            continue
        edition, folder = page.summary.edition, folder_of(page.document)
        if (edition, folder) not in trails:
            trails[edition, folder] = _trail(page, folder, introductions)
    return trails


def _trail(page: Page, folder: str, introductions: Mapping[Folder, str]) -> tuple[FolderStep, ...]:
    """Pair the categories of a page with the folders that they are; a folder that is a date is no category."""
    names = ancestry(page.document.categories[0])
    steps = []
    for name, term in zip(reversed(names), reversed(page.summary.category), strict=False):
        level = name.rpartition("/")[2]
        while folder and posixpath.basename(folder) != level:
            folder = posixpath.dirname(folder)
        steps.append(FolderStep(term, introductions.get((page.summary.edition, folder), "")))
        folder = posixpath.dirname(folder)
    return tuple(reversed(steps))


def _introduced(document: Document) -> tuple[int, str]:
    """Return the folder that a page would introduce, and its rank among several such pages."""
    folder = posixpath.dirname(document.path)
    rank = _index_rank(document)
    if rank is not None:
        return rank, folder
    if case_folded(document.name) == case_folded(posixpath.basename(folder)):
        return _INSIDE, folder
    return _BESIDE, posixpath.join(folder, document.name)


def _index_rank(document: Document) -> int | None:
    """Return the precedence of `index.md` and its like; None for others, and for those at the root of all texts."""
    kind = document.path.rpartition("/")[2].partition(".")[0].lower()
    is_root = document.is_home or document.name.lower() == kind.lstrip("_")
    return None if is_root else _INDEX_NAMES.get(kind)

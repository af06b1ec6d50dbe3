"""Scan the paths of a project again that may have changed.

In:  an earlier scan, and absolute paths, which may be deleted, new, folders, or irrelevant to the site.
Out: the scan that ``find_sources`` would return if nothing else has changed, and the paths at which it may differ.
Must not: list a folder of the earlier scan, as it can contain ten thousand posts.
"""

import os
import unicodedata
from collections.abc import Collection, Container, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.paths import nfc
from byeoru.discover.configuration import CONFIGURATION
from byeoru.discover.layout import CONTENT_FOLDERS, layout_of
from byeoru.discover.sources import BUILTIN, SETTINGS, Scan, Walk, builtin_themes, find_sources, in_order
from byeoru.model.project import Project

MANY = 100  # paths; above this number a full scan is faster


class Rescan(NamedTuple):
    """A scan, and the paths at which it may differ from the previous one."""

    scan: Scan
    paths: frozenset[str] | None  # of the files that were scanned again or deleted; None: any


def rescan(project: Project, output: str, scan: Scan, full_paths: Iterable[str]) -> Rescan:
    """Return *scan* updated at *full_paths*.

    A full scan follows a change at the top of the project or in the configuration of another program, and a folder of
    texts that comes or goes: any of these can change which files are read.
    """
    full_paths = tuple(full_paths)
    names = None if len(full_paths) > MANY or _is_ambiguous(scan.problems) else _named(project, scan, full_paths)
    if names is None:
        return Rescan(find_sources(project, output), None)
    names = outermost(names)
    walk = _walked(project, output, names)
    if len(set(names.values())) < len(names) or _is_ambiguous(walk.problems):
        return Rescan(find_sources(project, output), None)
    return _merged(scan, set(names.values()), walk)


def _named(project: Project, scan: Scan, full_paths: Iterable[str]) -> dict[str, str] | None:
    """Return the paths in the project of *full_paths*, by path on disk; None if a full scan is needed.

    That is also the case below one of two folders with the same name in NFC. A path can have two spellings on disk.
    """
    names: dict[str, str] = {}
    for full_path in full_paths:
        for prefix, named, root in _roots(project):
            if full_path.startswith(named + os.sep):
                name = full_path[len(named) + 1 :].split(os.sep)
                if nfc(prefix + "/".join(name)) not in scan.files:
                    name = nearest(name, prefix, {path.rpartition("/")[0] for path in scan.files})
                while len(name) > 1 and not os.path.isdir(os.path.join(root, *name[:-1])):
                    name = name[:-1]  # the whole folder has been deleted
                path = nfc(prefix + "/".join(name))
                decides = path in CONFIGURATION or any(
                    f"{folder}/".startswith(f"{path}/") for folder in CONTENT_FOLDERS
                )
                if decides or (len(name) < 2 and name != [SETTINGS]):
                    return None
                here = os.path.join(root, *name)
                if not path.isascii() and _has_twin_folder(root, name):
                    return None
                names |= dict.fromkeys([here] if path.isascii() else _spellings(here), path)
    return names


def _is_ambiguous(problems: Iterable[Diagnostic]) -> bool:
    """Tell whether two files have the same path: then the result depends on the order of the folder's entries."""
    return any(problem.code == "same-name" for problem in problems)


def _roots(project: Project) -> Iterator[tuple[str, str, str]]:
    """Yield the prefix of the paths of files, each spelling of their root folder, and its standard spelling."""
    for prefix, root in (("", project.root), (f"{BUILTIN}/", builtin_themes())):
        yield from (
            (prefix, spelling, root) for spelling in dict.fromkeys((os.path.normpath(root), os.path.realpath(root)))
        )


def _spellings(full_path: str) -> list[str]:
    """Return the entries next to *full_path* with its name in either normal form; macOS regards both as equal."""
    folder, name = os.path.split(full_path)
    by_inode = {}
    for spelling in (unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name), name):
        with suppress(OSError):
            here = os.path.join(folder, spelling)
            by_inode[os.lstat(here).st_ino] = here
    return [*by_inode.values()] or [full_path]


def _has_twin_folder(root: str, parts: list[str]) -> bool:
    """Tell whether a folder above an entry exists in both normal forms: a full scan merges both."""
    above = (os.path.join(root, *parts[:depth]) for depth in range(1, len(parts)))
    return any(len(_spellings(folder)) > 1 for folder in above if not folder.isascii())


def nearest(parts: list[str], prefix: str, known: Container[str]) -> list[str]:
    """Return the longest prefix of *parts* that is an entry of a *known* folder; none at the top of a project.

    >>> nearest(["content", "posts", "new", "b.md"], "", {"content", "content/posts"})
    ['content', 'posts', 'new']
    """
    if not prefix and parts == [SETTINGS]:
        return parts
    for depth in range(len(parts), 1, -1):
        if nfc(prefix + "/".join(parts[: depth - 1])) in known:
            return parts[:depth]
    return []


def outermost(entries: dict[str, str]) -> dict[str, str]:
    """Return the entries that are not inside of another entry, as folders are walked with their contents.

    >>> outermost({"/x/a/new": "a/new", "/x/a/new/b.md": "a/new/b.md", "/x/a/news.md": "a/news.md"})
    {'/x/a/new': 'a/new', '/x/a/news.md': 'a/news.md'}
    """
    paths = set(entries.values())
    return {full_path: path for full_path, path in entries.items() if not any(above in paths for above in _above(path))}


def _above(path: str) -> Iterator[str]:
    at = path.rfind("/")
    while at > 0:
        yield path[:at]
        at = path.rfind("/", 0, at)


def _walked(project: Project, output: str, names: dict[str, str]) -> Walk:
    walk = Walk(project.root, (output, project.state_directory, project.file(".git")))
    layout = layout_of(project.root).folders
    for full_path, name in names.items():
        if name == SETTINGS:
            walk.single(SETTINGS)
            continue
        is_own = name.startswith(f"{BUILTIN}/")
        walk.base = builtin_themes() if is_own else project.root
        walk.root = os.path.realpath(walk.base)
        inside = [(folder, keeps) for folder, keeps in layout if not folder or name.startswith(f"{folder}/")]
        if (is_own or inside) and os.path.lexists(full_path):
            walk.keeps = None if is_own else max(inside, key=lambda pair: len(pair[0]))[1]
            walk.named(full_path, name.rpartition("/")[0])
    return walk


def _merged(scan: Scan, names: Collection[str], walk: Walk) -> Rescan:
    """Return *scan* with the results of *walk* at and below *names*."""
    below = tuple(f"{name}/" for name in names)

    def stays(path: str) -> bool:
        return path not in names and not path.startswith(below)

    same = {path for path in names if path in scan.files}
    if walk.files.keys() == same == names:  # the usual edit
        gone: set[str] = set()
        files = {**scan.files, **walk.files}
    else:
        gone = {path for path in scan.files if not stays(path)}
        unchanged = {path: stat for path, stat in scan.files.items() if path not in gone}
        files = in_order({**unchanged, **walk.files})
    disk_paths = {path: full_path for path, full_path in scan.disk_paths.items() if stays(path)} | walk.disk_paths
    problems = tuple(problem for problem in scan.problems if stays(problem.location.path))
    return Rescan(Scan(files, disk_paths, (*problems, *walk.problems)), frozenset({*gone, *walk.files}))

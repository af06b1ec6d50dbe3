"""Small steps on trees of files: look, link, remove with emptied folders."""

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress

from byeoru.model.project import Stat


def link(source: str, target: str) -> None:
    """Make *target* the same file as *source*; a copy where the file system has no links."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        if os.path.lexists(target):
            os.remove(target)
            link(source, target)
            return
        if not os.path.lexists(source):
            raise
        shutil.copy2(source, target, follow_symlinks=False)


def parents(path: str) -> list[str]:
    """Return the folders above *path*, the outermost first.

    >>> parents("a/b/c.html")
    ['a', 'a/b']
    """
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def make_folders(root: str, path: str, made: set[str]) -> None:
    """Make the folders above *path* below *root*; *made* are those that are known to be there."""
    folder = os.path.dirname(path)
    if folder and folder not in made:
        os.makedirs(os.path.join(root, folder), exist_ok=True)
        made.add(folder)


def remove(root: str, paths: Iterable[str]) -> None:
    """Remove files below *root*, and the folders that are empty then."""
    folders: set[str] = set()
    for path in paths:
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):  # gone, or something else by now
            os.remove(os.path.join(root, path))
        folders.add(os.path.dirname(path))
    for emptied in sorted(folders, key=len, reverse=True):
        folder = emptied
        while folder:
            try:
                os.rmdir(os.path.join(root, folder))
            except OSError:  # not empty, or gone
                break
            folder = os.path.dirname(folder)


NOT_A_FILE = Stat(-1, 0, 0)  # a link, a fifo, an empty folder: nothing that a build wrote, and nothing to be opened


def holdings(root: str, folder: str = "") -> dict[str, Stat]:
    """Return the stat of each file below *root*, by its path with forward slashes.

    What is no regular file is ``NOT_A_FILE``; so is a folder in which nothing lies, under its path with a slash.
    """
    found: dict[str, Stat] = {}
    try:
        entries = list(os.scandir(os.path.join(root, folder) if folder else root))
    except FileNotFoundError:
        return found
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_dir(follow_symlinks=False):
            found |= holdings(root, path) or {path + "/": NOT_A_FILE}
        elif entry.is_file(follow_symlinks=False):
            stat = entry.stat(follow_symlinks=False)
            found[path] = Stat(stat.st_size, stat.st_mtime_ns, stat.st_ino)
        else:
            found[path] = NOT_A_FILE
    return found

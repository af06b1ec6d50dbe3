"""Small steps on trees of files: link, remove with emptied folders, find what is not ours."""

import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress


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


def is_same(one: str, other: str) -> bool:
    """Tell whether two paths are links to one file; where they are not, the word of a manifest is not enough."""
    try:
        return os.path.samestat(os.lstat(one), os.lstat(other))
    except OSError:
        return False


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
        with suppress(FileNotFoundError):
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


def strangers(root: str, ours: Collection[str]) -> list[str]:
    """Return the files below *root* that are not among *ours*."""
    return [path for path in files(root) if path not in ours]


def files(root: str, folder: str = "") -> Iterator[str]:
    """Return the paths of all files below *root*, with forward slashes; links are files here."""
    try:
        entries = list(os.scandir(os.path.join(root, folder)))
    except FileNotFoundError:
        return
    for entry in entries:
        path = f"{folder}/{entry.name}" if folder else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from files(root, path)
        else:
            yield path

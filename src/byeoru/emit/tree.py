"""Operations on trees of files: list, link, copy, remove with empty folders. None follows a symlink."""

import os
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from typing import Protocol

from byeoru.base.rooted import Rooted, SymlinkError
from byeoru.base.status import status_text


def link(source: Rooted, path: str, target: Rooted, name: str) -> None:
    """Hard-link *name* in *target* to *path* in *source*; copy the file if the file system has no links."""
    try:
        source.link(path, name, target)
    except SymlinkError:
        raise
    except OSError:
        if target.lstat(name) is not None:
            target.remove(name)
            link(source, path, target, name)
            return
        if source.lstat(path) is None:
            raise
        copy(source, path, target, name)


def copy(source: Rooted, path: str, target: Rooted, name: str) -> None:
    """Copy a file with its time; *name* must not exist."""
    with open(source.open(path), "rb") as old:
        status = os.fstat(old.fileno())
        with open(target.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as new:
            shutil.copyfileobj(old, new)
            new.flush()
            if os.utime in os.supports_fd:
                os.utime(new.fileno(), ns=(status.st_atime_ns, status.st_mtime_ns))


def parents(path: str) -> list[str]:
    """Return the folders above *path*, the outermost first.

    >>> parents("a/b/c.html")
    ['a', 'a/b']
    """
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def make_folders(tree: Rooted, path: str, existing: set[str]) -> None:
    """Create the folders above *path* except those in *existing*, and add them there."""
    folder = os.path.dirname(path)
    if folder and folder not in existing:
        tree.make_folder(folder)
        existing.add(folder)


def remove(tree: Rooted, paths: Iterable[str]) -> None:
    """Remove files, and folders that become empty."""
    folders: set[str] = set()
    for path in paths:
        # Missing, or replaced: it is a folder now, or its folder is a file or a symlink.
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError, SymlinkError):
            tree.remove(path)
        folders.add(os.path.dirname(path))
    for emptied in sorted(folders, key=len, reverse=True):
        folder = emptied
        while folder:
            try:
                tree.remove_folder(folder)
            except OSError:  # not empty, or missing
                break
            folder = os.path.dirname(folder)


NOT_A_FILE = ""  # a link, a fifo, an empty folder: never written by a build, and never opened


class Listings(Protocol):
    """What is in folders, which may be known already."""

    def files(self, root: str) -> Mapping[str, str]:
        """Return the files below a folder, as ``files_on_disk`` does."""

    def unlike(self, root: str, live: Mapping[str, str]) -> Collection[str]:
        """Return the paths below a folder at which it has not the same files as the *live* one."""


def files_on_disk(root: str) -> dict[str, str]:
    """Return the status of each file below *root* (`status_text`), by its path with forward slashes.

    Anything but a regular file is ``NOT_A_FILE``; so is an empty folder, under its path with a slash.
    """
    files: dict[str, str] = {}
    folders = [""]  # with a slash at the end
    while folders:
        folder = folders.pop()
        try:
            entries = list(os.scandir(f"{root}/{folder}"))
        except FileNotFoundError:
            continue
        if folder and not entries:
            files[folder] = NOT_A_FILE
        for entry in entries:
            path = folder + entry.name
            if entry.is_dir(follow_symlinks=False):
                folders.append(f"{path}/")
            elif entry.is_file(follow_symlinks=False):
                try:
                    files[path] = status_text(entry.stat(follow_symlinks=False))
                except FileNotFoundError:  # this build writes new bytes into it by now (`staging.DropFolder`)
                    continue
            else:
                files[path] = NOT_A_FILE
    return files


def unlike(files: Mapping[str, str], others: Mapping[str, str]) -> list[str]:
    """Return the paths at which two folders have not the same file, by their status: hard links are the same."""
    return [path for path in dict.fromkeys((*files, *others)) if files.get(path) != others.get(path)]

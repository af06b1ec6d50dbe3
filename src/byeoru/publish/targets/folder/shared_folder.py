"""A folder that holds our files and unmanaged ones.

In:  the open folder, and paths in it.
Out: their bytes; new files beside the old, then in their place.
Must not: follow a symlink that somebody put there, or open a published file for writing.
"""

import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

from byeoru.base.digest import digest
from byeoru.base.paths import case_folded
from byeoru.base.rooted import Rooted, SymlinkError, is_temporary

_OURS = "byeoru"  # the folder for what travels with a site
_STAGING = re.compile(r"\.new(?:-[0-9a-f]{16})?")  # in it, where new files lie until all of them are there
_FILE, _FOLDER, _MASK = 0o644, 0o755, 0o022  # the server that reads them is another user


@contextmanager
def writable(path: str) -> Iterator[Rooted]:
    """Open the folder *path*, making it where there is none; what is made in the block, all may read."""
    mask = os.umask(_MASK)
    try:
        os.makedirs(path, _FOLDER, exist_ok=True)
        with Rooted(path) as folder:
            yield folder
    finally:
        os.umask(mask)


def read(folder: Rooted, path: str) -> bytes:
    """Return the bytes of a file, none for one that is not there or that a symlink leads to."""
    if not folder.is_file(path):
        return b""
    with suppress(FileNotFoundError, SymlinkError):  # it has gone since
        return folder.read(path)
    return b""


def unmanaged_in_the_way(folder: Rooted, wanted: Mapping[str, str], ours: Collection[str]) -> str:
    """Return the first of the *wanted* paths that holds something else than *ours* or the same bytes; "" for none."""
    for path, name in wanted.items():
        if blocking := _blocked(folder, path):
            return blocking
        mode = _mode(folder, path)
        is_same = path in ours or (stat.S_ISREG(mode) and digest(read(folder, path)) == name)
        if stat.S_ISDIR(mode) or (mode and not is_same):
            return path
    return ""


@contextmanager
def staged_files(folder: Rooted, paths: Iterable[str], bytes_of: Callable[[str], bytes]) -> Iterator[dict[str, str]]:
    """Write the new bytes of *paths* beside what is published; give each with the file that waits for its turn.

    What could fail, fails here, before anything is replaced: a full disk, a folder that is not ours to write.
    """
    folder.make_folder(_OURS, _FOLDER)
    for name in folder.names(_OURS):
        if _STAGING.fullmatch(name) or is_temporary(name):  # a killed deployment left it
            folder.remove_all(f"{_OURS}/{name}")
    room = f"{_OURS}/.new-{os.urandom(8).hex()}"
    folder.make_folder(room, 0o700)
    try:
        waiting = {}
        for number, path in enumerate(paths):
            waiting[path] = f"{room}/{number}"
            folder.create(waiting[path], bytes_of(path), _FILE)
            if parent := os.path.dirname(path):
                folder.make_folder(parent, _FOLDER)
            may_write(folder, path)
        yield waiting
    finally:
        with suppress(OSError):
            folder.remove_all(room)


def may_write(folder: Rooted, path: str) -> None:
    """Raise what replacing *path* would."""
    parent = os.path.dirname(folder.full_path(path))
    if not os.access(parent, os.W_OK | os.X_OK):
        raise PermissionError(13, os.strerror(13), parent)


def replace(folder: Rooted, path: str, data: bytes) -> None:
    """Replace one file in one step."""
    folder.write(path, data, _FILE)


def remove(folder: Rooted, paths: Iterable[str], kept: Iterable[str]) -> None:
    """Delete files of ours, and the folders that they leave empty.

    A file system without letter case may hold one of the *kept* under the name of one that goes.
    """
    twins = {case_folded(path): path for path in kept}
    for path in paths:
        twin = twins.get(case_folded(path))
        if not folder.is_file(path) or (twin and _is_same(folder, path, twin)):
            continue
        folder.remove(path)
        parent = os.path.dirname(path)
        with suppress(OSError):  # it is not empty
            while parent:
                folder.remove_folder(parent)
                parent = os.path.dirname(parent)


def _blocked(folder: Rooted, path: str) -> str:
    """Return the first folder of *path* that is something else than a folder, "" for none."""
    parts = path.split("/")[:-1]
    for depth in range(1, len(parts) + 1):
        parent = "/".join(parts[:depth])
        mode = _mode(folder, parent)
        if not mode:
            return ""
        if not stat.S_ISDIR(mode):
            return parent
    return ""


def _mode(folder: Rooted, path: str) -> int:
    """Return what the place is, 0 for nothing."""
    found = folder.lstat(path)
    return found.st_mode if found is not None else 0


def _is_same(folder: Rooted, path: str, other: str) -> bool:
    one, two = folder.lstat(path), folder.lstat(other)
    is_other_name = os.path.basename(path) != os.path.basename(other)
    return one is not None and two is not None and os.path.samestat(one, two) and is_other_name

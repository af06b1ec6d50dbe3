"""File operations in a folder that contains published and unmanaged files.

In:  the open folder, and paths in it.
Out: the bytes of files; staged files, which then replace published ones.
Must not: follow a symlink in the folder, or open a published file for writing.
"""

import os
import re
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

from byeoru.base.digest import digest
from byeoru.base.paths import case_folded
from byeoru.base.rooted import Rooted, SymlinkError, is_temporary

_RECORDS = "byeoru"  # the folder of the records that are published with a site
_STAGING = re.compile(r"\.new(?:-[0-9a-f]{16})?")  # the staging folder in it
_FILE, _FOLDER, _MASK = 0o644, 0o755, 0o022  # modes; a web server, which is another user, reads the files


@contextmanager
def writable(path: str) -> Iterator[Rooted]:
    """Open the folder *path*, which is created if necessary; all users can read what the block creates."""
    mask = os.umask(_MASK)
    try:
        os.makedirs(path, _FOLDER, exist_ok=True)
        with Rooted(path) as folder:
            yield folder
    finally:
        os.umask(mask)


def read(folder: Rooted, path: str) -> bytes:
    """Return the bytes of a file, none if it does not exist or is a symlink."""
    if not folder.is_file(path):
        return b""
    with suppress(FileNotFoundError, SymlinkError):  # removed or replaced since
        return folder.read(path)
    return b""


def first_conflict(folder: Rooted, wanted: Mapping[str, str], managed: Collection[str]) -> str:
    """Return the first path at which a *wanted* file would replace an unmanaged one; "" for none.

    *wanted* has the digest of each file: an unmanaged file with the same bytes is not a conflict.
    """
    for path, name in wanted.items():
        if parent := _first_blocked_parent(folder, path):
            return parent
        mode = _mode(folder, path)
        is_same = path in managed or (stat.S_ISREG(mode) and digest(read(folder, path)) == name)
        if stat.S_ISDIR(mode) or (mode and not is_same):
            return path
    return ""


@contextmanager
def staged_files(folder: Rooted, paths: Iterable[str], bytes_of: Callable[[str], bytes]) -> Iterator[dict[str, str]]:
    """Write the new bytes of *paths* to a staging folder; yield the staged file of each path.

    Full disks and missing permissions are noticed here, before a published file is replaced.
    """
    folder.make_folder(_RECORDS, _FOLDER)
    for name in folder.names(_RECORDS):
        if _STAGING.fullmatch(name) or is_temporary(name):  # left by a killed deployment
            folder.remove_all(f"{_RECORDS}/{name}")
    staging = f"{_RECORDS}/.new-{os.urandom(8).hex()}"
    folder.make_folder(staging, 0o700)
    try:
        staged = {}
        for number, path in enumerate(paths):
            staged[path] = f"{staging}/{number}"
            folder.create(staged[path], bytes_of(path), _FILE)
            if parent := os.path.dirname(path):
                folder.make_folder(parent, _FOLDER)
            require_write_access(folder, path)
        yield staged
    finally:
        with suppress(OSError):
            folder.remove_all(staging)


def require_write_access(folder: Rooted, path: str) -> None:
    """Raise ``PermissionError`` if *path* cannot be replaced."""
    parent = os.path.dirname(folder.full_path(path))
    if not os.access(parent, os.W_OK | os.X_OK):
        raise PermissionError(13, os.strerror(13), parent)


def replace(folder: Rooted, path: str, data: bytes) -> None:
    """Replace one file in one step."""
    folder.write(path, data, _FILE)


def remove(folder: Rooted, paths: Iterable[str], remaining: Iterable[str]) -> None:
    """Delete published files, and the folders that become empty.

    On a file system that ignores case, a file to delete may be one of the *remaining* files.
    """
    twins = {case_folded(path): path for path in remaining}
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


def _first_blocked_parent(folder: Rooted, path: str) -> str:
    """Return the first parent of *path* that exists and is not a folder, "" for none."""
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
    """Return the mode of a file, 0 if it does not exist."""
    status = folder.lstat(path)
    return status.st_mode if status is not None else 0


def _is_same(folder: Rooted, path: str, other: str) -> bool:
    status, other_status = folder.lstat(path), folder.lstat(other)
    if status is None or other_status is None or os.path.basename(path) == os.path.basename(other):
        return False
    return os.path.samestat(status, other_status)

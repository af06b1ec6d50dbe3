"""Change the author's own files: texts, settings, templates.

In:  the folder that must contain the file, its path, the new bytes, and for a replacement the bytes that it has now.
Out: the complete new file, written atomically; or no change and an ``OSError``.
Raises: ``SymlinkError`` if a symlink leads out of the folder, ``SourceChangedError`` if the file has changed meanwhile.
Must not: open a source file for writing. A full disk or a kill at that moment would lose the author's text.

If the file is a symlink to a file in the folder, its target is written. Permissions and owner are kept as far as the
system allows.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from byeoru.base.containment import is_within, open_inside, real_inside
from byeoru.base.exchange import exchange
from byeoru.base.rooted import TEMPORARY, Rooted, SymlinkError, is_temporary

_ABANDONED_SECONDS = 3600.0  # age of a temporary file that no process can be writing any more


class SourceChangedError(OSError):
    """The file is no longer the one from which the new bytes were derived."""

    def __init__(self, path: str) -> None:
        """Store the path of the file."""
        super().__init__(errno.EBUSY, "changed meanwhile", path)


def replace_source(root: str, path: str, data: bytes, expected: bytes) -> None:
    """Replace the contents of the file at *path* by *data*, if they are still *expected*."""
    folder, name = os.path.split(_target(root, path))
    with open_inside(os.path.realpath(root), folder) as tree:
        old = tree.lstat(name)
        if old is None or not stat.S_ISREG(old.st_mode):
            raise SourceChangedError(path)
        with _complete(tree, data, old) as temporary, _alone_in(tree, name):
            if not _replaced(tree, temporary, name, data, expected):
                raise SourceChangedError(path)
            _sync_folder(tree)


def edit_source(root: str, path: str, change: Callable[[str], str | None]) -> bool | None:
    """Replace the text of a file by the result of *change*; return whether it differs, or None if that is None."""
    with open(path, "rb") as file:
        data = file.read()
    text = data.decode("utf-8", "surrogateescape")
    new = change(text)
    if new is None:
        return None
    if new != text:
        replace_source(root, path, new.encode("utf-8", "surrogateescape"), data)
    return new != text


def create_source(root: str, path: str, data: bytes) -> None:
    """Write a new file and create its parent folders; raises ``FileExistsError`` if the name is taken."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
    folder, name = os.path.split(os.path.abspath(path))
    with open_inside(root, folder) as tree, _complete(tree, data, None) as temporary:
        try:
            tree.link(temporary, name)  # like a rename, but it never replaces a file
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            tree.create(name, data)
        _sync_folder(tree)


def _replaced(tree: Rooted, temporary: str, name: str, data: bytes, expected: bytes) -> bool:
    """Replace the file *name* by the file *temporary* if it has the bytes *expected*; return whether it was replaced.

    The two are exchanged first and compared afterwards, because an editor could save between a comparison and a rename.
    What an editor has saved is put back; if it has saved again meanwhile, the later version is, and so on.
    """
    if tree.read(name) != expected:
        return False
    try:
        exchange(tree, temporary, tree, name)
    except OSError:  # Windows, or a file system without exchange: a short race remains
        tree.rename(temporary, name)
        return True
    taken = tree.read(temporary)
    if taken == expected:
        return True
    placed = data
    while True:
        exchange(tree, temporary, tree, name)
        if (later := tree.read(temporary)) == placed:
            return False
        placed, taken = taken, later  # an editor has saved between the exchanges


@contextmanager
def _alone_in(tree: Rooted, name: str) -> Iterator[None]:
    """Let one process of ours after the other change the folder of a file: what one puts back, none should read."""
    _, folder = tree.at(name)
    if folder is None or sys.platform == "win32":
        yield
        return
    import fcntl

    with suppress(OSError):  # a network drive without locks: a short race between two of ours remains
        fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        yield
    finally:
        with suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_UN)


def _target(root: str, path: str) -> str:
    """Return the real path of the file at *path*."""
    real = real_inside(root, path)
    if not is_within(real, os.path.realpath(root)):  # a path outside of the folder
        raise SymlinkError(path)
    return real


@contextmanager
def _complete(tree: Rooted, data: bytes, old: os.stat_result | None) -> Iterator[str]:
    """Yield the name of a temporary file with *data* and the permissions of *old*; it is removed afterwards."""
    temporary = f"{TEMPORARY}{os.urandom(8).hex()}.tmp"
    descriptor = tree.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        try:
            _remove_abandoned(tree, os.fstat(descriptor).st_mtime)
            remaining = memoryview(data)
            while remaining:
                remaining = remaining[os.write(descriptor, remaining) :]
            if old is not None:
                _copy_permissions(old, descriptor)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        yield temporary
    finally:
        with suppress(FileNotFoundError):
            tree.remove(temporary)


def _copy_permissions(old: os.stat_result, descriptor: int) -> None:
    """Set the permissions and the owner of a file to those of another, as far as the system allows."""
    if not hasattr(os, "fchmod"):
        return
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(PermissionError):
            os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _sync_folder(tree: Rooted) -> None:
    """Flush the folder, and with it the new name, to the disk where the system supports it."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            descriptor = os.open(tree.path, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _remove_abandoned(tree: Rooted, now: float) -> None:
    """Remove temporary files of killed processes from a folder; a recent one may belong to a running process.

    *now* is the clock of the file system, which can differ from this machine's.
    """
    for name in tree.names():
        status = tree.lstat(name) if is_temporary(name) else None
        if status is not None and now - status.st_mtime > _ABANDONED_SECONDS:
            with suppress(OSError):
                tree.remove(name)

"""Change the author's own files: texts, settings, templates.

In:  the folder that the file has to stay in, its place, the new bytes, and in a replacement those that it has now.
Out: the whole new file in one step, or everything as it was and an ``OSError``.
Raises: ``SymlinkError`` where a symlink leads out of the folder, ``SourceChangedError`` where somebody wrote meanwhile.
Must not: open a source for writing. A full disk or a kill in the middle of that loses the author's text.

A source that is a symlink inside of the folder is written at its target. Permissions and owner are kept, as far as the
system lets us.
"""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from byeoru.base.containment import is_within, open_inside, real_inside
from byeoru.base.exchange import exchange
from byeoru.base.rooted import TEMPORARY, Rooted, SymlinkError, is_temporary

_STALE_SECONDS = 3600.0  # age of a temporary file that no process can be writing any more


class SourceChangedError(OSError):
    """The file is not the one any more that the new bytes were made of."""

    def __init__(self, place: str) -> None:
        """Take the place of the file."""
        super().__init__(errno.EBUSY, "changed meanwhile", place)


def replace_source(root: str, place: str, data: bytes, expected: bytes) -> None:
    """Give the file at *place* the bytes *data*, if it still has the bytes *expected*."""
    folder, name = os.path.split(_target(root, place))
    with open_inside(os.path.realpath(root), folder) as tree:
        old = tree.lstat(name)
        if old is None or not stat.S_ISREG(old.st_mode):
            raise SourceChangedError(place)
        with _complete(tree, data, old) as beside:
            if not _replaced(tree, beside, name, data, expected):
                raise SourceChangedError(place)
            _persist(tree)


def edit_source(root: str, place: str, change: Callable[[str], str | None]) -> bool | None:
    """Replace the text of a file by what *change* returns; tell whether that differs, None where it returns nothing."""
    with open(place, "rb") as file:
        data = file.read()
    text = data.decode("utf-8", "surrogateescape")
    new = change(text)
    if new is None:
        return None
    if new != text:
        replace_source(root, place, new.encode("utf-8", "surrogateescape"), data)
    return new != text


def create_source(root: str, place: str, data: bytes) -> None:
    """Write a new file and the folders above it; raises ``FileExistsError`` where there is anything of that name."""
    if os.path.lexists(place):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), place)
    folder, name = os.path.split(os.path.abspath(place))
    with open_inside(root, folder) as tree, _complete(tree, data, None) as beside:
        try:
            tree.link(beside, name)  # as a rename, but it never replaces a file
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            tree.create(name, data)
        _persist(tree)


def _replaced(tree: Rooted, beside: str, name: str, data: bytes, expected: bytes) -> bool:
    """Put the file *beside* in the place of *name* if that has the bytes *expected*; tell whether it was done.

    The two are exchanged and then compared, because between a comparison and a rename an editor could save.
    """
    if tree.read(name) != expected:
        return False
    try:
        exchange(tree, beside, tree, name)
    except OSError:  # Windows, or a file system that has no exchange: that moment is left
        tree.rename(beside, name)
        return True
    if tree.read(beside) == expected:
        return True
    exchange(tree, beside, tree, name)
    if tree.read(beside) != data:  # and once more in this moment
        exchange(tree, beside, tree, name)
    return False


def _target(root: str, place: str) -> str:
    """Return where the file at *place* really lies."""
    real = real_inside(root, place)
    if not is_within(real, os.path.realpath(root)):  # not claimed to lie inside either
        raise SymlinkError(place)
    return real


@contextmanager
def _complete(tree: Rooted, data: bytes, old: os.stat_result | None) -> Iterator[str]:
    """Yield the name of a temporary file with *data*, which takes after the file *old*; it is removed afterwards."""
    beside = f"{TEMPORARY}{os.urandom(8).hex()}.tmp"
    descriptor = tree.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    try:
        try:
            _sweep(tree, os.fstat(descriptor).st_mtime)
            left = memoryview(data)
            while left:
                left = left[os.write(descriptor, left) :]
            if old is not None:
                _take_after(old, descriptor)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        yield beside
    finally:
        with suppress(FileNotFoundError):
            tree.remove(beside)


def _take_after(old: os.stat_result, descriptor: int) -> None:
    """Give a file the permissions and the owner of another; what the system does not allow stays as it is."""
    if not hasattr(os, "fchmod"):
        return
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        with suppress(PermissionError):
            os.fchown(descriptor, old.st_uid, old.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _persist(tree: Rooted) -> None:
    """Have the system write down the new name too, where it can be asked for that."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            descriptor = os.open(tree.path, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _sweep(tree: Rooted, now: float) -> None:
    """Remove what killed processes have left in a folder; a young file may be another process's that is at work.

    *now* is the clock of the file system, which need not be this machine's.
    """
    for name in tree.names():
        found = tree.lstat(name) if is_temporary(name) else None
        if found is not None and now - found.st_mtime > _STALE_SECONDS:
            with suppress(OSError):
                tree.remove(name)

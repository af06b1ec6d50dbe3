"""Files below a trusted folder, reached without following a symbolic link.

In:  the folder, and relative paths below it with forward slashes.
Out: bytes, stats, and changes that are whole: an atomic write, a rename, a removal.
Raises: ``SymlinkError`` where a component of a path is a symlink, ``ValueError`` for a path that leads out, and
    whatever ``OSError`` the system has.
Must not: follow a symlink below the root, or leave half a file under its final name.

Every step is made relative to a directory descriptor with ``O_NOFOLLOW`` (openat(2) and its siblings), so that a folder
which is exchanged for a symlink between a check and its use is not followed either. Windows has no such calls; there
each component is looked at just before its use, which leaves a moment for a race.
"""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Self

from byeoru.base.paths import is_inside

_HAS_DESCRIPTORS = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
_DIRECTORY = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
TEMPORARY = ".byeoru-"  # how the names of temporary files begin; what a kill leaves of them may be removed


class SymlinkError(OSError):
    """A component of a path is a symlink where the program would write, read or delete."""

    def __init__(self, path: str) -> None:
        """Take the path of the symlink."""
        super().__init__(errno.ELOOP, os.strerror(errno.ELOOP), path)


class Rooted:
    """An open folder; all paths are relative to it. One thread at a time uses it."""

    def __init__(self, path: str) -> None:
        """Open the folder *path*, which is trusted itself: its own components may be symlinks."""
        self.path = path
        self._root = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)) if _HAS_DESCRIPTORS else None
        # The folders that lead to the last path that was used, each with its descriptor: the next one is often beside.
        self._open: list[tuple[str, int]] = []
        if self._root is None and not os.path.isdir(path):
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)

    def __enter__(self) -> Self:
        """Return this folder."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the folder."""
        self.close()

    def close(self) -> None:
        """Close all descriptors."""
        self._leave(0)
        if self._root is not None:
            os.close(self._root)
            self._root = None

    def full_path(self, path: str) -> str:
        """Return the absolute path of *path*, for messages."""
        return os.path.join(self.path, *path.split("/")) if path else self.path

    @property
    def status(self) -> os.stat_result:
        """Return the stat of the folder itself."""
        return os.stat(self.path if self._root is None else self._root)

    def change_mode(self, mode: int) -> None:
        """Set the permissions of the folder itself."""
        os.chmod(self.path if self._root is None else self._root, mode)

    def below(self, path: str) -> "Rooted":
        """Open the folder *path* as a root of its own."""
        made = Rooted.__new__(Rooted)
        made.path, made._open = self.full_path(path), []  # noqa: SLF001  (the same class)
        if self._root is None:
            self._checked(path)
            made._root = None  # noqa: SLF001
        else:
            made._root = os.dup(self._descend(path.split("/")))  # noqa: SLF001
        return made

    def at(self, path: str) -> tuple[str, int | None]:
        """Return the last name of *path* and the descriptor of its folder, as arguments for functions of ``os``.

        The descriptor is good until the next call. Where the system has none, the name is an absolute path.
        """
        if not is_inside(path) or (os.sep == "\\" and ("\\" in path or ":" in path)):
            raise ValueError(path)
        folder, _, name = path.rpartition("/")
        if self._root is None:
            return self._checked(folder) + os.sep + name if folder else os.path.join(self.path, name), None
        return name, self._descend(folder.split("/") if folder else [])

    def lstat(self, path: str) -> os.stat_result | None:
        """Return the stat of *path* itself; None if there is nothing."""
        try:
            name, folder = self.at(path)
            return os.stat(name, dir_fd=folder, follow_symlinks=False)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def is_file(self, path: str) -> bool:
        """Tell whether *path* is a regular file that no symlink leads to."""
        try:
            found = self.lstat(path)
        except SymlinkError:
            return False
        return found is not None and stat.S_ISREG(found.st_mode)

    def open(self, path: str, flags: int = os.O_RDONLY, mode: int = 0o666) -> int:
        """Open a regular file and return its descriptor; a fifo or a device is refused without waiting for it."""
        name, folder = self.at(path)
        try:
            descriptor = os.open(name, flags | _FILE, mode, dir_fd=folder)
        except OSError as problem:
            if (found := self.lstat(path)) is not None and stat.S_ISLNK(found.st_mode):
                raise SymlinkError(self.full_path(path)) from None
            problem.filename = self.full_path(path)
            raise
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise OSError(errno.EINVAL, "not a regular file", self.full_path(path))
        return descriptor

    def read(self, path: str) -> bytes:
        """Return the bytes of a regular file."""
        with open(self.open(path), "rb") as file:
            return file.read()

    def write(self, path: str, data: bytes, mode: int | None = None) -> None:
        """Replace the file *path* by one with *data* in one step; a symlink of that name is replaced, not followed.

        *mode* are its permissions; None for those of the file it replaces, or of any new file.
        """
        name, folder = self.at(path)
        beside = f"{TEMPORARY}{os.urandom(8).hex()}.tmp"
        beside = beside if folder is not None else os.path.join(os.path.dirname(name), beside)
        old = self.lstat(path)
        if mode is None and old is not None and stat.S_ISREG(old.st_mode):
            mode = stat.S_IMODE(old.st_mode)
        try:
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FILE, 0o666, dir_fd=folder)
            with open(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                if mode is not None and hasattr(os, "fchmod"):
                    os.fchmod(descriptor, mode)
            os.replace(beside, name, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException as problem:
            with suppress(OSError):
                os.unlink(beside, dir_fd=folder)
            if isinstance(problem, OSError):
                problem.filename, problem.filename2 = self.full_path(path), None
            raise

    def create(self, path: str, data: bytes, mode: int = 0o666) -> None:
        """Write a new file; raises ``FileExistsError`` where there is anything of that name."""
        name, folder = self.at(path)
        descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FILE, mode, dir_fd=folder)
        try:
            with open(descriptor, "wb") as file:
                file.write(data)
        except BaseException:
            with suppress(OSError):
                os.unlink(name, dir_fd=folder)
            raise

    def make_folder(self, path: str, mode: int = 0o777) -> None:
        """Make the folder *path* and those above it, where they are missing."""
        parts = path.split("/")
        for depth in range(1, len(parts) + 1):
            here = "/".join(parts[:depth])
            name, folder = self.at(here)
            with suppress(FileExistsError):
                os.mkdir(name, mode, dir_fd=folder)
        if self._root is None:
            self._checked(path)
        else:
            self._descend(parts)  # it is a folder, and no symlink to one

    def rename(self, old: str, new: str, target: "Rooted | None" = None) -> None:
        """Move *old* to *new*, below *target* or here, replacing a file of that name."""
        with self._pair(old, new, target or self) as (name, folder, to, there):
            os.replace(name, to, src_dir_fd=folder, dst_dir_fd=there)

    def link(self, old: str, new: str, target: "Rooted | None" = None) -> None:
        """Make *new*, below *target* or here, a hard link to *old*; raises ``OSError`` where there are none."""
        with self._pair(old, new, target or self) as (name, folder, to, there):
            os.link(name, to, src_dir_fd=folder, dst_dir_fd=there, follow_symlinks=False)

    @contextmanager
    def _pair(self, old: str, new: str, target: "Rooted") -> Iterator[tuple[str, int | None, str, int | None]]:
        """Yield what ``at`` returns for two paths that are used in one call."""
        name, folder = self.at(old)
        if target is not self or folder is None:
            yield (name, folder, *target.at(new))
            return
        held = os.dup(folder)  # the second look may close the first folder
        try:
            yield (name, held, *target.at(new))
        finally:
            os.close(held)

    def remove(self, path: str) -> None:
        """Remove a file, or a symlink itself."""
        name, folder = self.at(path)
        os.unlink(name, dir_fd=folder)

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder."""
        name, folder = self.at(path)
        os.rmdir(name, dir_fd=folder)

    def remove_all(self, path: str) -> None:
        """Remove whatever *path* is, with all that lies in it; a symlink is removed and not followed."""
        found = self.lstat(path)
        if found is None:
            return
        name, folder = self.at(path)
        if not stat.S_ISDIR(found.st_mode):
            os.unlink(name, dir_fd=folder)
        elif folder is None:
            shutil.rmtree(name)
        else:
            shutil.rmtree(name, dir_fd=folder)

    def names(self, path: str = "") -> list[str]:
        """Return the names in a folder, in order."""
        if self._root is None:
            return sorted(os.listdir(self._checked(path)))
        return sorted(os.listdir(self._descend(path.split("/") if path else [])))

    def _descend(self, parts: list[str]) -> int:
        """Return the descriptor of the folder that *parts* lead to, opening what is not open."""
        assert self._root is not None
        depth = 0
        while depth < min(len(parts), len(self._open)) and self._open[depth][0] == parts[depth]:
            depth += 1
        self._leave(depth)
        descriptor = self._open[-1][1] if self._open else self._root
        for part in parts[depth:]:
            try:
                opened = os.open(part, _DIRECTORY, dir_fd=descriptor)
            except OSError as problem:
                here = "/".join(parts[: len(self._open) + 1])
                if problem.errno in {errno.ELOOP, errno.ENOTDIR, errno.EMLINK} and _links(part, descriptor):
                    raise SymlinkError(self.full_path(here)) from None
                problem.filename = self.full_path(here)
                raise
            self._open.append((part, opened))
            descriptor = opened
        return descriptor

    def _leave(self, depth: int) -> None:
        while len(self._open) > depth:
            os.close(self._open.pop()[1])

    def _checked(self, path: str) -> str:
        """Return the absolute path of a folder none of whose components below the root is a symlink."""
        place = self.path
        for part in path.split("/") if path else ():
            place = os.path.join(place, part)
            if os.path.islink(place) or getattr(os.path, "isjunction", lambda _: False)(place):
                raise SymlinkError(place)
        return place


def _links(name: str, folder: int) -> bool:
    try:
        return stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return False


def is_temporary(name: str) -> bool:
    """Tell whether a file of this name is a temporary one of ours.

    >>> is_temporary(".byeoru-0123456789abcdef.tmp"), is_temporary(".byeoru-manifest")
    (True, False)
    """
    return name.startswith(TEMPORARY) and name.endswith(".tmp")

"""Access files below a trusted folder without following symbolic links.

In:  the folder, and relative paths below it with forward slashes.
Out: bytes, stats, and atomic changes: a write, a rename, a removal.
Raises: ``SymlinkError`` if a component of a path is a symlink, ``ValueError`` for a path that leads out of the folder,
    and any ``OSError`` of the system.
Must not: follow a symlink below the root, or leave an incomplete file under its final name.

Every step is relative to a directory descriptor and uses ``O_NOFOLLOW`` (openat(2) and related calls), so that a folder
which is replaced by a symlink between check and use is not followed either. Windows has no such calls; there each
component is checked just before its use, which leaves a short race.
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
TEMPORARY = ".byeoru-"  # prefix of the names of temporary files; those of a killed process may be removed


class SymlinkError(OSError):
    """A component of a path that the program would read, write or delete is a symlink."""

    def __init__(self, path: str) -> None:
        """Store the path of the symlink."""
        super().__init__(errno.ELOOP, os.strerror(errno.ELOOP), path)


class Rooted:
    """An open folder, to which all paths are relative. Not thread-safe."""

    def __init__(self, path: str) -> None:
        """Open the folder *path*, which is trusted itself: its own components may be symlinks."""
        self.path = path
        self._root = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)) if _HAS_DESCRIPTORS else None
        # The parent folders of the last path used, with their descriptors: the next path is often in the same folder.
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
        self._close_below(0)
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
        """Open the folder *path* as a separate ``Rooted``."""
        folder = Rooted.__new__(Rooted)
        folder.path, folder._open = self.full_path(path), []  # noqa: SLF001  (the same class)
        if self._root is None:
            self._checked(path)
            folder._root = None  # noqa: SLF001
        else:
            folder._root = os.dup(self._descend(path.split("/")))  # noqa: SLF001
        return folder

    def at(self, path: str) -> tuple[str, int | None]:
        """Return the last name of *path* and the descriptor of its folder, as arguments for functions of ``os``.

        The descriptor is valid until the next call. If the system has none, the name is an absolute path.
        """
        if not is_inside(path) or (os.sep == "\\" and ("\\" in path or ":" in path)):
            raise ValueError(path)
        folder, _, name = path.rpartition("/")
        if self._root is None:
            return self._checked(folder) + os.sep + name if folder else os.path.join(self.path, name), None
        return name, self._descend(folder.split("/") if folder else [])

    def lstat(self, path: str) -> os.stat_result | None:
        """Return the stat of *path* without following a symlink; None if it does not exist."""
        try:
            name, folder = self.at(path)
            return os.stat(name, dir_fd=folder, follow_symlinks=False)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def is_file(self, path: str) -> bool:
        """Tell whether *path* is a regular file, and no component of it is a symlink."""
        try:
            status = self.lstat(path)
        except SymlinkError:
            return False
        return status is not None and stat.S_ISREG(status.st_mode)

    def open(self, path: str, flags: int = os.O_RDONLY, mode: int = 0o666) -> int:
        """Open a regular file and return its descriptor; a fifo or a device is refused without blocking."""
        name, folder = self.at(path)
        try:
            descriptor = os.open(name, flags | _FILE, mode, dir_fd=folder)
        except OSError as problem:
            if (status := self.lstat(path)) is not None and stat.S_ISLNK(status.st_mode):
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
        """Write *data* to the file *path* atomically; a symlink of that name is replaced, not followed.

        *mode* are its permissions; None for those of the file that it replaces, or the defaults of a new file.
        """
        name, folder = self.at(path)
        temporary = f"{TEMPORARY}{os.urandom(8).hex()}.tmp"
        temporary = temporary if folder is not None else os.path.join(os.path.dirname(name), temporary)
        old = self.lstat(path)
        if mode is None and old is not None and stat.S_ISREG(old.st_mode):
            mode = stat.S_IMODE(old.st_mode)
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FILE, 0o666, dir_fd=folder)
            with open(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                if mode is not None and hasattr(os, "fchmod"):
                    os.fchmod(descriptor, mode)
            os.replace(temporary, name, src_dir_fd=folder, dst_dir_fd=folder)
        except BaseException as problem:
            with suppress(OSError):
                os.unlink(temporary, dir_fd=folder)
            if isinstance(problem, OSError):
                problem.filename, problem.filename2 = self.full_path(path), None
            raise

    def create(self, path: str, data: bytes, mode: int = 0o666) -> None:
        """Write a new file; raises ``FileExistsError`` if the name is taken."""
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
        """Create the folder *path* and its parents, if they are missing."""
        try:
            self._make_last(path, mode)
        except FileNotFoundError:
            parent = path.rpartition("/")[0]
            if not parent:
                raise
            self.make_folder(parent, mode)
            self._make_last(path, mode)
        if self._root is None:
            self._checked(path)
        else:
            self._descend(path.split("/"))  # checks that it is a folder, not a symlink

    def _make_last(self, path: str, mode: int) -> None:
        """Create the folder *path*, unless its name exists; its parent must be there, as it is for most."""
        name, folder = self.at(path)
        with suppress(FileExistsError):
            os.mkdir(name, mode, dir_fd=folder)

    def rename(self, old: str, new: str, target: "Rooted | None" = None) -> None:
        """Move *old* to *new*, in *target* or in this folder, replacing a file of that name."""
        with self._pair(old, new, target or self) as (name, folder, new_name, new_folder):
            os.replace(name, new_name, src_dir_fd=folder, dst_dir_fd=new_folder)

    def link(self, old: str, new: str, target: "Rooted | None" = None) -> None:
        """Create *new*, in *target* or in this folder, as a hard link to *old*; raises ``OSError`` if unsupported."""
        with self._pair(old, new, target or self) as (name, folder, new_name, new_folder):
            os.link(name, new_name, src_dir_fd=folder, dst_dir_fd=new_folder, follow_symlinks=False)

    @contextmanager
    def _pair(self, old: str, new: str, target: "Rooted") -> Iterator[tuple[str, int | None, str, int | None]]:
        """Yield the results of ``at`` for two paths that are used in one system call."""
        name, folder = self.at(old)
        if target is not self or folder is None:
            yield (name, folder, *target.at(new))
            return
        copy = os.dup(folder)  # the second `at` may close the descriptor of the first
        try:
            yield (name, copy, *target.at(new))
        finally:
            os.close(copy)

    def remove(self, path: str) -> None:
        """Remove a file, or a symlink but not its target."""
        name, folder = self.at(path)
        os.unlink(name, dir_fd=folder)

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder."""
        name, folder = self.at(path)
        os.rmdir(name, dir_fd=folder)

    def remove_all(self, path: str) -> None:
        """Remove a file, or a folder with its contents, if it exists; a symlink is removed and not followed."""
        status = self.lstat(path)
        if status is None:
            return
        name, folder = self.at(path)
        if not stat.S_ISDIR(status.st_mode):
            os.unlink(name, dir_fd=folder)
        elif folder is None:
            shutil.rmtree(name)
        else:
            shutil.rmtree(name, dir_fd=folder)

    def names(self, path: str = "") -> list[str]:
        """Return the sorted names in a folder."""
        if self._root is None:
            return sorted(os.listdir(self._checked(path)))
        return sorted(os.listdir(self._descend(path.split("/") if path else [])))

    def _descend(self, parts: list[str]) -> int:
        """Return the descriptor of the folder with the path *parts*, opening the folders that are not open yet."""
        assert self._root is not None
        depth = 0
        while depth < min(len(parts), len(self._open)) and self._open[depth][0] == parts[depth]:
            depth += 1
        self._close_below(depth)
        descriptor = self._open[-1][1] if self._open else self._root
        for part in parts[depth:]:
            try:
                opened = os.open(part, _DIRECTORY, dir_fd=descriptor)
            except OSError as problem:
                path = self.full_path("/".join(parts[: len(self._open) + 1]))
                if problem.errno in {errno.ELOOP, errno.ENOTDIR, errno.EMLINK} and _is_symlink(part, descriptor):
                    raise SymlinkError(path) from None
                problem.filename = path
                raise
            self._open.append((part, opened))
            descriptor = opened
        return descriptor

    def _close_below(self, depth: int) -> None:
        while len(self._open) > depth:
            os.close(self._open.pop()[1])

    def _checked(self, path: str) -> str:
        """Return the absolute path of a folder, after checking that no component below the root is a symlink."""
        folder = self.path
        for part in path.split("/") if path else ():
            folder = os.path.join(folder, part)
            if os.path.islink(folder) or getattr(os.path, "isjunction", lambda _: False)(folder):
                raise SymlinkError(folder)
        return folder


def _is_symlink(name: str, folder: int) -> bool:
    try:
        return stat.S_ISLNK(os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode)
    except OSError:
        return False


def is_temporary(name: str) -> bool:
    """Tell whether a file of this name is a temporary file of this program.

    >>> is_temporary(".byeoru-0123456789abcdef.tmp"), is_temporary(".byeoru-manifest")
    (True, False)
    """
    return name.startswith(TEMPORARY) and name.endswith(".tmp")

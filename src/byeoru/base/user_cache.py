"""Values that any process of this user can make again, in files of a folder that nobody else can write to.

In:  bytes by name.
Out: the same bytes with the time when they were put; None for what is missing or damaged.
Must not: lie in a project. What is kept here is trusted, and a project may be somebody else's.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from byeoru.base.digest import digest
from byeoru.base.rooted import Rooted

_DIGEST = 32  # characters before the value: damaged code could do anything


class Kept(NamedTuple):
    """A value, and when it was put, in nanoseconds."""

    data: bytes
    time_ns: int


class UserCache:
    """One folder of values."""

    def __init__(self, parent: str, name: str, most: int) -> None:
        """Take the cache directory of the user, "" for none, and how many values to keep in its folder *name*."""
        self._folder, self._most = os.path.join(parent, name) if parent else "", most

    def get(self, name: str) -> Kept | None:
        """Return the value of *name*."""
        with suppress(OSError), self._opened() as folder:
            status, data = folder.lstat(name), folder.read(name)
            value = data[_DIGEST:]
            if status is not None and data[:_DIGEST] == digest(value).encode():
                return Kept(value, status.st_mtime_ns)
        return None

    def put(self, name: str, value: bytes) -> None:
        """Keep *value* as *name*, if the user has a folder for it."""
        with suppress(OSError):
            if self._folder:
                os.makedirs(self._folder, 0o700, exist_ok=True)
            with self._opened() as folder:
                folder.write(name, digest(value).encode() + value)
                self._remove_old(folder)

    @contextmanager
    def _opened(self) -> Iterator[Rooted]:
        """Open the folder; raises ``OSError`` if somebody else could have written what is in it."""
        with Rooted(self._folder) as folder:
            status = folder.status
            if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
                raise PermissionError(self._folder)
            yield folder

    def _remove_old(self, folder: Rooted) -> None:
        """Remove the older half of too many files."""
        names = os.listdir(self._folder)
        if len(names) > self._most:
            by_age = sorted((status.st_mtime, name) for name in names if (status := folder.lstat(name)) is not None)
            for _, name in by_age[: self._most // 2]:
                folder.remove(name)

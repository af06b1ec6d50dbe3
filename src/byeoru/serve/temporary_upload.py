"""A file that is being received: it lies in the state directory until all of it is there.

In:  the project, and the bytes as they come.
Out: a file that can be given a name beside a text, whole and at once.
Must not: outlive the request. What a killed server leaves is removed when the next one begins.
"""

import os
import re
from contextlib import suppress
from typing import Self

from byeoru.base.containment import open_inside
from byeoru.base.rooted import Rooted
from byeoru.model.project import Project

_BEGINS = "picture-"
_OF_TEMPFILE = re.compile(r"tmp[a-z0-9_]{8}")
_STALE_NS = 3600 * 10**9


class TemporaryUpload:
    """One file in the state directory, until the end of the ``with`` block."""

    def __init__(self, project: Project) -> None:
        """Make it; raises ``SymlinkError`` where the state directory leads out of the project."""
        self._room = open_inside(project.root, project.state_directory)
        self._name = f"{_BEGINS}{os.urandom(8).hex()}"
        try:
            descriptor = self._room.open(self._name, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        except BaseException:
            self._room.close()
            raise
        self._file = open(descriptor, "w+b")  # noqa: SIM115  (closed by __exit__)

    def __enter__(self) -> Self:
        """Return this draft."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove it."""
        with suppress(OSError):  # a full disk is told of where it is written, and once
            self._file.close()
        with suppress(OSError):
            self._room.remove(self._name)
        self._room.close()

    def write(self, data: bytes) -> None:
        """Take the next bytes."""
        self._file.write(data)

    def finish(self) -> bytes:
        """Have all of it on the disk; return how it begins."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.seek(0)
        return self._file.read(16)

    def link(self, folder: Rooted, name: str) -> None:
        """Let it also lie in *folder*; raises ``FileExistsError`` where there is anything of that name."""
        try:
            self._room.link(self._name, name, folder)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links, or another one
            self._file.seek(0)
            folder.create(name, self._file.read())


def remove_leftovers(project: Project, now_ns: int) -> None:
    """Remove what killed processes left in the state directory; the caller holds the lock of the server.

    *now_ns* is the clock of the file system. Builds of earlier versions left empty folders with names of Python's
    `tempfile`; a young one may be at work.
    """
    with open_inside(project.root, project.state_directory) as room:
        for name in room.names():
            if name.startswith(_BEGINS) and room.is_file(name):
                room.remove(name)
            elif _OF_TEMPFILE.fullmatch(name):
                found = room.lstat(name)
                if found is not None and now_ns - found.st_mtime_ns > _STALE_NS:
                    with suppress(OSError):  # it holds something, or is no folder
                        room.remove_folder(name)

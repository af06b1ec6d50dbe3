"""A temporary file in the state directory that holds an upload until it is complete.

In:  the project, and the bytes as they arrive.
Out: a complete file that can be linked into another folder atomically.
Must not: outlive the request. Files of a killed server are removed when the next server starts.
"""

import os
import re
from contextlib import suppress
from typing import Self

from byeoru.base.containment import open_inside
from byeoru.base.rooted import Rooted
from byeoru.model.project import Project

_PREFIX = "picture-"
_OF_TEMPFILE = re.compile(r"tmp[a-z0-9_]{8}")
_STALE_NS = 3600 * 10**9


class TemporaryUpload:
    """A temporary file in the state directory, removed at the end of the ``with`` block."""

    def __init__(self, project: Project) -> None:
        """Create it; raises ``SymlinkError`` if the state directory is outside of the project."""
        self._state = open_inside(project.root, project.state_directory)
        self._name = f"{_PREFIX}{os.urandom(8).hex()}"
        try:
            descriptor = self._state.open(self._name, os.O_RDWR | os.O_CREAT | os.O_EXCL)
        except BaseException:
            self._state.close()
            raise
        self._file = open(descriptor, "w+b")  # noqa: SIM115  (closed by __exit__)

    def __enter__(self) -> Self:
        """Return this upload."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove it."""
        with suppress(OSError):  # a full disk has been reported by `write` or `finish`
            self._file.close()
        with suppress(OSError):
            self._state.remove(self._name)
        self._state.close()

    def write(self, data: bytes) -> None:
        """Append the next bytes."""
        self._file.write(data)

    def finish(self) -> bytes:
        """Write everything to the disk; return the first bytes, which identify the format."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.seek(0)
        return self._file.read(16)

    def link(self, folder: Rooted, name: str) -> None:
        """Link or copy the file into *folder*; raises ``FileExistsError`` if the name is taken."""
        try:
            self._state.link(self._name, name, folder)
        except FileExistsError:
            raise
        except OSError:  # no hard links on this file system, or not across two of them
            self._file.seek(0)
            folder.create(name, self._file.read())


def remove_leftovers(project: Project, now_ns: int) -> None:
    """Remove what killed processes left in the state directory; the caller holds the lock of the server.

    Builds of earlier versions left empty folders named by Python's `tempfile`; one that is younger than an hour may
    still be in use. *now_ns* is the clock of the file system.
    """
    with open_inside(project.root, project.state_directory) as state:
        for name in state.names():
            if name.startswith(_PREFIX) and state.is_file(name):
                state.remove(name)
            elif _OF_TEMPFILE.fullmatch(name):
                status = state.lstat(name)
                if status is not None and now_ns - status.st_mtime_ns > _STALE_NS:
                    with suppress(OSError):  # it is not empty, or not a folder
                        state.remove_folder(name)

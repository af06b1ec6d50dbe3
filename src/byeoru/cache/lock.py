"""Allow one build of a profile at a time: a second one waits, and reports for which process.

The kernel holds the lock, so it is released when the process ends, even if it was killed.
"""

import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from byeoru.base.containment import open_inside

if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)  # after the text, which stays readable
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


WAIT_SECONDS = 0.05  # between two attempts


@contextmanager
def locked(path: str, waits_for: Callable[[str], None]) -> Iterator[int]:
    """Hold the lock at *path*, a file in the state directory; yield the file system's own time in nanoseconds.

    If another process holds it, *waits_for* is called once with its process id. The time is read from the lock
    file, because the clock of a network drive may differ from this machine's. Raises ``SymlinkError`` where the
    state directory is a symlink that leads out of its project; a symlink instead of the lock file is removed.
    """
    descriptor = _opened(path)
    try:
        if not _try(descriptor):
            waits_for(_holder(descriptor))
            while not _try(descriptor):
                time.sleep(WAIT_SECONDS)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"{os.getpid():<10}\n".encode())
        yield clock_of(path)
    finally:
        os.close(descriptor)


def clock_of(path: str) -> int:
    """Return the time of the file system of *path*, in nanoseconds."""
    descriptor = _opened(path)
    try:
        os.utime(descriptor if os.utime in os.supports_fd else path)
        return os.fstat(descriptor).st_mtime_ns
    finally:
        os.close(descriptor)


def _opened(path: str) -> int:
    folder, name = os.path.split(path)
    with open_inside(os.path.dirname(folder), folder) as parent:
        status = parent.lstat(name)
        if status is not None and (not stat.S_ISREG(status.st_mode) or status.st_nlink > 1):
            parent.remove_all(name)  # not created by us, and writing to it would change another file
        return parent.open(name, os.O_RDWR | os.O_CREAT, 0o644)


def _holder(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 32).decode("ascii", "replace").strip() or "?"

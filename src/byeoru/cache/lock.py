"""One build of a profile at a time: the second waits, and can say for whom.

The lock is the kernel's, so it is gone with the process that held it, however that ended.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> bool:
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)  # beyond the text, which stays readable
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


WAIT_SECONDS = 0.05  # between two looks


@contextmanager
def locked(place: str, waits_for: Callable[[str], None]) -> Iterator[int]:
    """Hold the lock at *place*; yield the file system's own time in nanoseconds.

    If another process holds it, *waits_for* is called once with that process's number. The time is read off the
    lock's own file, because the clock of a network drive need not be this machine's.
    """
    os.makedirs(os.path.dirname(place), exist_ok=True)
    descriptor = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _try(descriptor):
            waits_for(_holder(descriptor))
            while not _try(descriptor):
                time.sleep(WAIT_SECONDS)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, f"{os.getpid():<10}\n".encode())
        yield clock_of(place)
    finally:
        os.close(descriptor)


def clock_of(place: str) -> int:
    """Return the time of the file system that the file at *place* lies on, in nanoseconds."""
    os.utime(place)
    return os.stat(place).st_mtime_ns


def _holder(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, 32).decode("ascii", "replace").strip() or "?"

"""How other processes are started."""

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager


def start_method() -> str:
    """Return how processes are started: by fork on Linux if this process has a single thread, otherwise by spawn.

    A fork is fast and has all modules loaded, but it can deadlock if there are other threads, and macOS's frameworks
    forbid it. Python's default differs between versions, so it is not used.
    """
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


@contextmanager
def interrupts_blocked() -> Iterator[None]:
    """Block Ctrl-C while processes are started: until a new one ignores it, it would print a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

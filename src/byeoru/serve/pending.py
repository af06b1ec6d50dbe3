"""Collect changes until it is time for the next build (debouncing).

In:  events, from any thread.
Out: the changed paths, as soon as an editor's save is complete.
Must not: wait longer than an author would notice, or build in the middle of a checkout.
"""

import os
import threading
import time

from byeoru.serve.watch import Event

SETTLED_SECONDS = 0.015  # seconds without an event after which a file that was not closed counts as complete
_EMPTY_SECONDS = 0.05  # likewise for an empty file: an editor that truncates a file is about to write to it
_CHECKOUT = 100  # paths in one build; more are treated as a checkout
_CHECKOUT_SECONDS = 0.15  # seconds without an event after which a checkout is complete
MAX_SECONDS = 2.0  # seconds until a build starts in any case


class PendingChanges:
    """The changed paths that the next build has to scan."""

    def __init__(self) -> None:
        """Start without changes."""
        self._condition = threading.Condition()
        self._paths: dict[str, bool] = {}  # path, and whether the change is complete
        self._needs_rescan = self._is_closed = False
        self._is_hurried = False
        self._first = self._last = 0.0

    def add(self, event: Event) -> None:
        """Add an event."""
        with self._condition:
            now = time.monotonic()
            self._first = self._first if self._paths or self._needs_rescan else now
            self._last = now
            if event.path:
                self._paths[event.path] = event.is_complete
            else:
                self._needs_rescan = True
            self._condition.notify()

    def hurry(self) -> None:
        """End the next ``wait`` at once, as a request waits for what follows it."""
        with self._condition:
            self._is_hurried = True
            self._condition.notify()

    def close(self) -> None:
        """Wake the waiting thread, and end all waiting."""
        with self._condition:
            self._is_closed = True
            self._condition.notify()

    @property
    def is_closed(self) -> bool:
        """Tell whether ``close`` has been called."""
        return self._is_closed

    def wait(self, seconds: float) -> bool:
        """Wait for a change; return False if there is none for *seconds*, or until ``hurry`` is called."""
        with self._condition:
            self._condition.wait_for(lambda: self._has_any() or self._is_hurried, seconds)
            self._is_hurried = False
            return self._has_any()

    def take(self) -> tuple[frozenset[str], bool]:
        """Wait until the changes are complete; return their paths, and whether a full rescan is needed."""
        with self._condition:
            while not self._is_closed and (seconds := self._seconds_left()) > 0:
                self._condition.wait(seconds)
            paths, needs_rescan = frozenset(self._paths), self._needs_rescan
            self._paths.clear()
            self._needs_rescan = False
            return paths, needs_rescan

    def _has_any(self) -> bool:
        return bool(self._paths) or self._needs_rescan or self._is_closed

    def _seconds_left(self) -> float:
        now = time.monotonic()
        if now - self._first > MAX_SECONDS:
            return 0.0
        if len(self._paths) > _CHECKOUT or self._needs_rescan:
            return self._last + _CHECKOUT_SECONDS - now
        unfinished = [path for path, is_complete in self._paths.items() if not is_complete]
        if not unfinished:
            return 0.0
        return self._last + (_EMPTY_SECONDS if any(map(_is_empty, unfinished)) else SETTLED_SECONDS) - now


def _is_empty(path: str) -> bool:
    try:
        return os.stat(path).st_size == 0
    except OSError:
        return False

"""What has happened since the last build, and when it is time for the next.

In:  events, in whatever thread.
Out: the places to look at, taken together, as soon as an editor's save is complete.
Must not: wait longer than a writer would notice, or build in the middle of a checkout.
"""

import os
import threading
import time

from byeoru.serve.watch import Event

SETTLED = 0.015  # seconds without an event, after which a file that nobody closed is taken to be written
_EMPTY = 0.05  # the same for an empty file: what truncates it writes more
_MANY = 100  # places in one build; more is a checkout, which is waited for
_QUIET = 0.15  # seconds without an event that end a checkout
LONGEST = 2.0  # seconds that anything is waited for


class PendingChanges:
    """The places that a build has to look at."""

    def __init__(self) -> None:
        """Begin with none."""
        self._condition = threading.Condition()
        self._places: dict[str, bool] = {}  # and whether what happened there is complete
        self._is_everything = self._is_closed = False
        self._first = self._last = 0.0

    def add(self, event: Event) -> None:
        """Take an event."""
        with self._condition:
            now = time.monotonic()
            self._first = self._first if self._places or self._is_everything else now
            self._last = now
            if event.place:
                self._places[event.place] = event.is_complete
            else:
                self._is_everything = True
            self._condition.notify()

    def close(self) -> None:
        """Wake whoever waits, for the last time."""
        with self._condition:
            self._is_closed = True
            self._condition.notify()

    @property
    def is_closed(self) -> bool:
        """Tell whether nothing is waited for any more."""
        return self._is_closed

    def wait(self, seconds: float) -> bool:
        """Wait for something to happen; False if for so many *seconds* nothing did."""
        with self._condition:
            return self._condition.wait_for(self._has_any, seconds)

    def take(self) -> tuple[frozenset[str], bool]:
        """Wait until what happened is complete; return the places, and whether everything is to be looked at."""
        with self._condition:
            while not self._is_closed and (seconds := self._seconds_left()) > 0:
                self._condition.wait(seconds)
            places, is_everything = frozenset(self._places), self._is_everything
            self._places.clear()
            self._is_everything = False
            return places, is_everything

    def _has_any(self) -> bool:
        return bool(self._places) or self._is_everything or self._is_closed

    def _seconds_left(self) -> float:
        now = time.monotonic()
        if now - self._first > LONGEST:
            return 0.0
        if len(self._places) > _MANY or self._is_everything:
            return self._last + _QUIET - now
        unfinished = [place for place, is_complete in self._places.items() if not is_complete]
        if not unfinished:
            return 0.0
        return self._last + (_EMPTY if any(map(_is_empty, unfinished)) else SETTLED) - now


def _is_empty(place: str) -> bool:
    try:
        return os.stat(place).st_size == 0
    except OSError:
        return False

"""Watch the folders of a project, and say which paths may have changed.

Events are a hint: they name paths that are looked at anew, and may name too many. What watchdog's handler raises would
end its thread in silence, so ours does nothing that can fail.
"""

import os
import warnings
from collections.abc import Callable

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

_READS = {"opened", "closed_no_write"}  # a build reads the files that it watches
POLL_SECONDS = 1.0


class Watch:
    """The watch over some folders, until ``close``."""

    def __init__(self, folders: tuple[str, ...], tell: Callable[[str], None]) -> None:
        """Begin to watch; *tell* is called with each path that something happened to, in a thread of its own."""
        self._handler = _Handler(tell)
        self.is_polling = False
        try:
            self._observer = self._begun(Observer(), folders)
        except OSError:  # the system's watches have run out
            self.is_polling = True
            self._observer = self._begun(PollingObserver(POLL_SECONDS), folders)

    def _begun(self, observer, folders):
        for folder in folders:
            observer.schedule(self._handler, folder, recursive=True)
        observer.start()
        return observer

    def close(self) -> None:
        """End the watch."""
        self._observer.stop()
        self._observer.join(1.0)


class _Handler(FileSystemEventHandler):
    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _READS:
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._tell(os.fsdecode(path))

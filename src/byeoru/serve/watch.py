"""Watch the folders of a project, and say which paths something has happened to.

In:  a project.
Out: an ``Event`` for each path, told in a thread of the watcher's own.
Must not: be believed. Events name paths that are to be looked at; whoever is told that some were lost looks at all.

What a handler of watchdog raises ends its thread in silence, so ours only passes on what it is given.
"""

import logging
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

from byeoru.discover.layout import sources_of
from byeoru.discover.sources import builtin_themes
from byeoru.model.project import Project

POLL_SECONDS = 1
_READS = {"opened", "closed_no_write"}  # a build reads the files that it watches
_UNFINISHED = {"created", "modified"}  # of a file: more is to come, until it is closed


class Event(NamedTuple):
    """Something happened."""

    place: str  # absolute; "" where nobody knows any more what it was
    is_complete: bool = True  # no more is to come: the file was closed, moved or deleted


class Watcher:
    """The watch over one project, until ``close``."""

    def __init__(self, project: Project, tell: Callable[[Event], None]) -> None:
        """Begin to watch; *tell* must not raise."""
        self._project, self._tell = project, tell
        self._alarm = _Alarm(tell)
        logging.getLogger("watchdog").addHandler(self._alarm)
        warnings.filterwarnings("ignore", module="watchdog")  # of many KB when folders are made quickly
        self._watched: set[str] = set()
        self.is_polling = False
        try:
            self._observer: BaseObserver = self._begun(Observer())
        except OSError:  # the system's watches have run out: each user has some thousands
            self.is_polling = True
            self._watched.clear()
            self._observer = self._begun(PollingObserver(timeout=POLL_SECONDS))

    def _begun(self, observer: BaseObserver) -> BaseObserver:
        observer.start()
        try:
            self._take_in(observer)
        except OSError:
            _end(observer)
            raise
        return observer

    def _take_in(self, observer: BaseObserver) -> None:
        """Watch the folders that are read and not watched yet; at the top of the project, its entries alone."""
        for folder, is_whole in self._folders():
            if folder not in self._watched and os.path.isdir(folder):
                handler = _Handler(self._tell) if is_whole else _Handler(self._top)
                observer.schedule(handler, folder, recursive=is_whole)
                self._watched.add(folder)

    def _folders(self) -> Iterator[tuple[str, bool]]:
        root = os.path.realpath(self._project.root)
        yield root, False
        folders = [os.path.join(root, *name.split("/")) for name in sources_of(root)]
        folders.append(os.path.realpath(builtin_themes()))
        for folder in dict.fromkeys(folders):
            if not any(folder.startswith(other + os.sep) for other in folders):
                yield folder, True

    def _top(self, event: Event) -> None:
        """Pass on what happens at the top of the project, and watch a folder that comes to be there."""
        if os.path.basename(event.place) in {".blog", "site", ".git"}:
            return
        with suppress(OSError):
            self._take_in(self._observer)
        self._tell(event)

    def close(self) -> None:
        """End the watch."""
        logging.getLogger("watchdog").removeHandler(self._alarm)
        _end(self._observer)


def _end(observer: BaseObserver) -> None:
    observer.stop()
    observer.join(1.0)


class _Handler(FileSystemEventHandler):
    def __init__(self, tell: Callable[[Event], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _READS or (event.is_directory and event.event_type == "modified"):
            return
        is_complete = event.is_directory or event.event_type not in _UNFINISHED
        for place in (event.src_path, event.dest_path):
            if place:
                self._tell(Event(os.fsdecode(place), is_complete))


class _Alarm(logging.Handler):
    """What watchdog only writes to its log: that events were lost, or that a new folder cannot be watched."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        super().__init__(logging.WARNING)
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        self._tell(Event(""))

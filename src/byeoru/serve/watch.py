"""Watch the folders of a project, and report changed paths.

In:  a project.
Out: an ``Event`` for each path, in the thread of the watcher.
Must not: be taken as the truth. Events name paths to rescan; an event with an empty path requests a full rescan.

An exception in a watchdog handler silently ends its thread, so ours only pass the event on.
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
_LOG = logging.getLogger("watchdog")
_LOG.addHandler(logging.NullHandler())  # a thread that outlives `close` logs to a terminal that is not its own
_READS = {"opened", "closed_no_write"}  # a build reads the files that it watches
_UNFINISHED = {"created", "modified"}  # of a file: more events follow until it is closed


class Event(NamedTuple):
    """A change of a file."""

    path: str  # absolute; "" if events were lost
    is_complete: bool = True  # the file was closed, moved or deleted


class Watcher:
    """The watcher of a project, until ``close``."""

    def __init__(self, project: Project, notify: Callable[[Event], None]) -> None:
        """Start watching; *notify* must not raise."""
        self._project, self._notify = project, notify
        self._log_handler = _LostEventsHandler(notify)
        _LOG.addHandler(self._log_handler)
        warnings.filterwarnings("ignore", module="watchdog")  # long warnings when folders are created quickly
        self._watched: set[str] = set()
        self.is_polling = False
        try:
            self._observer: BaseObserver = self._start(Observer())
        except OSError:  # no watches left: each user has a few thousand
            self.is_polling = True
            self._watched.clear()
            self._observer = self._start(PollingObserver(timeout=POLL_SECONDS))

    def _start(self, observer: BaseObserver) -> BaseObserver:
        observer.start()
        try:
            self._watch_new_folders(observer)
        except OSError:
            _stop(observer)
            raise
        return observer

    def _watch_new_folders(self, observer: BaseObserver) -> None:
        """Watch the source folders that are not watched yet; in the root of the project only its direct entries."""
        for folder, is_whole in self._folders():
            if folder not in self._watched and os.path.isdir(folder):
                handler = _Handler(self._notify) if is_whole else _Handler(self._on_root_event)
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

    def _on_root_event(self, event: Event) -> None:
        """Pass on changes in the root of the project, and watch new folders in it."""
        if os.path.basename(event.path) in {".blog", "site", ".git"}:
            return
        with suppress(OSError):
            self._watch_new_folders(self._observer)
        self._notify(event)

    def close(self) -> None:
        """Stop watching."""
        _LOG.removeHandler(self._log_handler)
        _stop(self._observer)


def _stop(observer: BaseObserver) -> None:
    observer.stop()
    observer.join(1.0)


class _Handler(FileSystemEventHandler):
    def __init__(self, notify: Callable[[Event], None]) -> None:
        self._notify = notify

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _READS or (event.is_directory and event.event_type == "modified"):
            return
        is_complete = event.is_directory or event.event_type not in _UNFINISHED
        for path in (event.src_path, event.dest_path):
            if path:
                self._notify(Event(os.fsdecode(path), is_complete))


class _LostEventsHandler(logging.Handler):
    """Request a full rescan when watchdog logs that events were lost, or that a folder cannot be watched."""

    def __init__(self, notify: Callable[[Event], None]) -> None:
        super().__init__(logging.WARNING)
        self._notify = notify

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002
        self._notify(Event(""))

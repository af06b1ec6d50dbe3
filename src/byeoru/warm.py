"""Builds that follow each other in one process: what the last one found out is in memory, the next does what changed.

In:  a project, a profile, and which paths something may have happened to.
Out: ``Built``, as a build in a process of its own would leave it.
Must not: trust its memory where it can look. ``look`` looks at everything, the output folder too.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime

from byeoru.base.collector import hold_back
from byeoru.base.parallel import Workers
from byeoru.base.progress import Progress
from byeoru.build import Built, build
from byeoru.cache.cache import Cache, Damaged, Overtaken, guarded
from byeoru.cache.lock import clock_of, locked
from byeoru.cache.store import put_aside
from byeoru.discover.again import look_again
from byeoru.discover.sources import Scan, find_sources
from byeoru.emit.folder import finish
from byeoru.model.project import Profile, Project

_ATTEMPTS = 3  # before a cache that never holds what it says to hold is put aside


@contextmanager
def warm(project: Project, profile: Profile, progress: Progress) -> Iterator["Warm"]:
    """Hold the profile's lock; yield what builds within it. What was not saved by then is saved at the end."""
    place = f"{project.workroom}/{profile.name}.lock"
    with locked(place, progress.waits_for):
        finish(project, profile)
        kept = Warm(project, profile, progress, place)
        try:
            yield kept
        finally:
            kept.close()


class Warm:
    """The builds of one profile of a project, for as long as its lock is held."""

    def __init__(self, project: Project, profile: Profile, progress: Progress, lock: str) -> None:
        """Begin with nothing known but what the cache on the disk knows."""
        self._project, self._profile, self._progress, self._lock = project, profile, progress, lock
        self._cache = Cache(project, profile, clock_of(lock))
        self._scan: Scan | None = None
        self._unsaved: Built | None = None

    def look(self, now: datetime) -> Built:
        """Build after a look at every file of the project and of the output."""
        self._scan = None
        return self.build((), now)

    def build(self, places: Collection[str], now: datetime) -> Built:
        """Build after a look at what lies at the absolute paths *places*; the first time, at everything."""
        for _ in range(_ATTEMPTS):
            with suppress(Damaged, Overtaken):
                return self._built(places, now)
            self.renew()
        self._cache.store.close()
        put_aside(self._cache.store.place)
        self.renew()
        return self._built(places, now)

    def renew(self) -> None:
        """Begin again with nothing known but what the cache on the disk knows."""
        self._cache.store.close()
        self._cache = Cache(self._project, self._profile, clock_of(self._lock))
        self._scan = self._unsaved = None

    def _built(self, places: Collection[str], now: datetime) -> Built:
        cache = self._cache
        with guarded(cache):
            cache.clock_ns = clock_of(self._lock)
            with self._progress.stage("discover"):
                if self._scan is None:
                    cache.looks += 1
                    self._scan = find_sources(self._project, self._profile.output)
                else:
                    self._scan = look_again(self._project, self._profile.output, self._scan, places)
            workers = Workers()
            try:
                built = build(
                    self._project,
                    self._profile,
                    self._scan,
                    now=now,
                    cache=cache,
                    workers=workers,
                    progress=self._progress,
                )
            finally:
                workers.close()
        if built.report.is_written:
            self._unsaved = built
        return built

    def save(self) -> None:
        """Keep what the last build found out for later processes."""
        unsaved, self._unsaved = self._unsaved, None
        if unsaved is not None:
            with guarded(self._cache):
                unsaved.save()
            hold_back()  # what has been made by now stays: the collector need not look at it again

    def close(self) -> None:
        """Save, and end what was begun."""
        with suppress(Damaged):  # the next process begins with a clean build
            self.save()
        self._cache.store.close()

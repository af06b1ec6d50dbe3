"""The cache of one project as a build uses it: opened late, thrown away when it is damaged."""

import os
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from byeoru.base.diagnostic import Place, warning
from byeoru.base.program import program_digest
from byeoru.cache.documents import Documents
from byeoru.cache.front import Front
from byeoru.cache.shelf import Shelf
from byeoru.cache.sources import Sources
from byeoru.cache.store import Store, put_aside
from byeoru.cache.traces import Traces
from byeoru.model.content import ParseOptions
from byeoru.model.project import Profile, Project, Report, Stat

# What SQLite says when the disk and not the file is at fault.
_NOT_DAMAGE = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_LOCKED")


class Damaged(Exception):  # noqa: N818  (it is met one call above)
    """The cache holds something that it cannot hold; the build begins again without it."""


class Cache:
    """The memo tables of a project, and the traces of one profile."""

    def __init__(self, project: Project, profile: Profile, clock_ns: int) -> None:
        """Open the cache; *clock_ns* is the file system's time before the scan."""
        self._store = Store(_place(project))
        self._profile = profile
        self._program = program_digest()
        self.front = Front(self._store, profile, self._program, clock_ns)
        self._clock_ns = clock_ns

    def sources(self) -> Sources:
        """Return what is known of the sources' digests."""
        return Sources(Shelf(self._store, "sources", ""), self._clock_ns)

    def documents(self, options: ParseOptions) -> Documents:
        """Return the memo table of documents."""
        return Documents(self._store, options, self._program)

    def traces(self) -> Traces:
        """Return the records of the profile's outputs."""
        return Traces(self._store, self._profile.name, self._program)

    def finish(
        self, files: dict[str, Stat], sources: Sources, traces: Traces, wanted: Collection[str], report: Report
    ) -> Report:
        """Keep what this build found out, for the next one and its front door; the site is published by now.

        If the disk has no room for that, the report says so: the next build does more than it would have to.
        """
        try:
            sources.finish(files)
            traces.finish(set(wanted))
            self.front.keep(files, sources.digest, traces.stats(), report)
            self.commit()
        except sqlite3.OperationalError as problem:
            lost = warning("cache-not-saved", Place(""), reason=problem)
            return report._replace(problems=(*report.problems, lost))
        return report

    def commit(self) -> None:
        """Make everything learned last."""
        self._store.commit()

    def close(self) -> None:
        """Close the file."""
        self._store.close()


@contextmanager
def opened(project: Project, profile: Profile, clock_ns: int) -> Iterator[Cache]:
    """Open the cache for one build; raises ``Damaged``, having put it aside, if it turns out to be damaged."""
    cache = None
    try:
        cache = Cache(project, profile, clock_ns)
        yield cache
    except (sqlite3.DatabaseError, Damaged) as problem:
        name = getattr(problem, "sqlite_errorname", "")
        if name.startswith(_NOT_DAMAGE):
            raise OSError(str(problem)) from problem
        if cache is not None:
            cache.close()
            cache = None
        put_aside(_place(project))
        raise Damaged(str(problem)) from problem
    finally:
        if cache is not None:
            cache.close()


def _place(project: Project) -> str:
    return os.path.join(project.workroom, "cache.db")

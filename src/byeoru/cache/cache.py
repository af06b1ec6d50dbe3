"""The cache of one project as a build uses it: opened late, thrown away when it is damaged.

The tables of documents and traces bring dataclasses and pools with them, so a build makes those for itself, past
the front door.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from byeoru.base.program import program_digest
from byeoru.cache.front import Front
from byeoru.cache.store import Store, put_aside
from byeoru.model.project import Profile, Project

# What SQLite says when the disk and not the file is at fault.
_NOT_DAMAGE = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_LOCKED")


class Damaged(Exception):  # noqa: N818  (it is met one call above)
    """The cache holds something that it cannot hold; the build begins again without it."""


class Cache:
    """An open cache, and what its tables are stamped with."""

    def __init__(self, project: Project, profile: Profile, clock_ns: int) -> None:
        """Open the cache; *clock_ns* is the file system's time before the scan."""
        self.store = Store(_place(project))
        self.program = program_digest()
        self.clock_ns = clock_ns
        self.front = Front(self.store, profile, self.program, clock_ns)


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
            cache.store.close()
            cache = None
        put_aside(_place(project))
        raise Damaged(str(problem)) from problem
    finally:
        if cache is not None:
            cache.store.close()


def _place(project: Project) -> str:
    return os.path.join(project.workroom, "cache.db")

"""The cache of one project as a build uses it: opened late, thrown away when it is damaged.

The tables of documents and traces bring dataclasses and pools with them, so a build makes those for itself, past
the front door.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from byeoru.base.program import program_digest
from byeoru.cache.front import Front
from byeoru.cache.store import Store, is_damage, put_aside
from byeoru.model.project import Profile, Project

T = TypeVar("T")


class Damaged(Exception):  # noqa: N818  (it is met one call above)
    """The cache holds something that it cannot hold; the build begins again without it."""


class Overtaken(Exception):  # noqa: N818  (as above)
    """Another process has written what belongs to another version of a file; the build looks again."""


class Cache:
    """An open cache, what its tables are stamped with, and what the builds of one process hand on to each other."""

    def __init__(self, project: Project, profile: Profile, clock_ns: int) -> None:
        """Open the cache; *clock_ns* is the file system's time before the scan."""
        self.store = Store(place_of(project))
        self.program = program_digest()
        self.clock_ns = clock_ns  # of the present scan
        self.looks = 0  # how often the whole project was looked at, and not only what was said to have changed
        self.front = Front(self.store, profile, self.program, lambda: self.clock_ns)
        self._kept: dict[str, tuple[object, Any]] = {}

    def kept(self, name: str, key: object, make: Callable[[], T]) -> T:
        """Return what *make* returned when *name* was last asked for, if that was with an equal *key*; else make it.

        A build of its own process finds nothing here; for a preview this is what makes the second build a fast one.
        """
        found = self.recall(name, key)
        return self.keep(name, key, make()) if found is None else found

    def recall(self, name: str, key: object) -> Any:  # noqa: ANN401
        """Return what is kept of *name* for an equal *key*, None if there is nothing."""
        found = self._kept.get(name)
        return found[1] if found is not None and found[0] == key else None

    def last(self, name: str) -> Any:  # noqa: ANN401
        """Return what is kept of *name* for whatever key, None if there is nothing."""
        found = self._kept.get(name)
        return None if found is None else found[1]

    def keep(self, name: str, key: object, value: T) -> T:
        """Keep *value* in place of what is kept of *name*; return it."""
        self._kept[name] = key, value
        return value


@contextmanager
def opened(project: Project, profile: Profile, clock_ns: int) -> Iterator[Cache]:
    """Open the cache for one build; raises ``Damaged``, having put it aside, if it turns out to be damaged."""
    cache = Cache(project, profile, clock_ns)
    try:
        with guarded(cache):
            yield cache
    finally:
        cache.store.close()


@contextmanager
def guarded(cache: Cache) -> Iterator[None]:
    """Raise ``Damaged``, having put the file aside, if within the block it turns out to be damaged."""
    try:
        yield
    except (sqlite3.DatabaseError, Damaged) as problem:
        if isinstance(problem, sqlite3.Error) and not is_damage(problem):
            raise OSError(str(problem)) from problem
        cache.store.close()
        put_aside(cache.store.place)
        raise Damaged(str(problem)) from problem


def place_of(project: Project) -> str:
    """Return the file that the cache of *project* lies in."""
    return os.path.join(project.workroom, "cache.db")

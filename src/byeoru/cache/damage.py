"""Failures of a cache in use: it is damaged, or another process has written to it since this one read it.

Only ``byeoru.session`` catches them, and starts the build again.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from byeoru.base.thaw_error import ThawError
from byeoru.cache.store import Store, is_damage, put_aside
from byeoru.model.project import Project


class Damaged(Exception):  # noqa: N818  (a state of the cache, not an error of the program)
    """The cache file is damaged, or contains what no build has stored; it has been renamed to `….bad`."""


class Overtaken(Exception):  # noqa: N818  (as above)
    """Another process has replaced a value by that of another version of its file."""


@contextmanager
def guarded(store: Store) -> Iterator[None]:
    """Raise ``Damaged`` if the block meets a damaged file, after renaming that file."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        if not is_damage(problem):
            raise OSError(str(problem)) from problem
        raise _put_aside(store, problem) from problem
    except ThawError as problem:  # a row with the right digest that this program has not written
        raise _put_aside(store, problem) from problem


def _put_aside(store: Store, problem: Exception) -> Damaged:
    store.close()
    put_aside(store.path)
    return Damaged(str(problem))


def cache_file(project: Project) -> str:
    """Return the path of the cache file of *project*."""
    return os.path.join(project.state_directory, "cache.db")

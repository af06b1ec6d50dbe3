"""What can be wrong with a cache while it is in use: it is damaged, or another process has overtaken this one.

The session that meets either begins again (``byeoru.session``); nobody else catches them.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from byeoru.cache.store import Store, is_damage, put_aside
from byeoru.model.project import Project


class Damaged(Exception):  # noqa: N818  (a state of the cache, and no error of the program)
    """The cache holds something that it cannot hold; it has been put aside."""


class Overtaken(Exception):  # noqa: N818  (as above)
    """Another process has written what belongs to another version of a file."""


@contextmanager
def guarded(store: Store) -> Iterator[None]:
    """Raise ``Damaged``, having put the file aside, if within the block it turns out to be damaged."""
    try:
        yield
    except sqlite3.DatabaseError as problem:
        if not is_damage(problem):
            raise OSError(str(problem)) from problem
        store.close()
        put_aside(store.path)
        raise Damaged(str(problem)) from problem


def cache_file(project: Project) -> str:
    """Return the file that the cache of *project* lies in."""
    return os.path.join(project.state_directory, "cache.db")

"""Named values in one SQLite file.

In and out: plain values (texts, numbers, lists, None). Each is stored with its digest and returned only if the
digest still matches; a file that SQLite cannot read is renamed, and a new one is created.
Must not: be relied on to be complete, or hold anything pickled.
"""

import json
import os
import sqlite3
import stat
from collections.abc import Iterable
from contextlib import suppress

from byeoru.base.containment import open_inside
from byeoru.base.digest import digest_text

FORMAT = 1  # of the tables; a file of another format is renamed
_COMPANIONS = ("-wal", "-shm", "-journal")  # files that SQLite creates next to its own
# SQLite's error names for problems of the disk rather than of the file.
_NOT_DAMAGE = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_LOCKED")
_BUFFER = 8_000_000  # characters that wait for a commit in memory

Plain = object


class Store:
    """One open file of named values."""

    def __init__(self, path: str) -> None:
        """Open the file at *path*; one that is damaged or of another format is renamed to `….bad`."""
        self.path = path
        _refuse_symlinks(path)
        self._process, self._inherited = os.getpid(), None  # type: int, sqlite3.Connection | None
        try:
            self._connection = _opened(path)
        except sqlite3.DatabaseError as problem:
            if not is_damage(problem):
                raise OSError(str(problem)) from problem
            put_aside(path)
            self._connection = _opened(path)
        # Values that were put since the last commit, None for dropped ones. A transaction locks out the writes of all
        # other processes, so it begins with the commit and not with the first value.
        self._waiting: dict[str, str | None] = {}
        self._size = 0

    @property
    def _database(self) -> sqlite3.Connection:
        """Return the connection of this process: one that was opened before a fork must be neither used nor closed."""
        if self._process != os.getpid():
            self._process, self._inherited = os.getpid(), self._connection
            self._connection = _opened(self.path)
        return self._connection

    def get(self, name: str) -> Plain:
        """Return the value stored under *name*, None if there is none or it is damaged."""
        if name in self._waiting:
            text = self._waiting[name]
            return None if text is None else json.loads(text)
        row = self._database.execute("SELECT digest, text FROM kept WHERE name = ?", (name,)).fetchone()
        return _checked(*row) if row else None

    def names(self, prefix: str) -> list[str]:
        """Return the names of all values that begin with *prefix*, in their order."""
        rows = self._database.execute(
            "SELECT name FROM kept WHERE name >= ? AND name < ?", (prefix, prefix + "\U0010ffff")
        )
        names = {name for (name,) in rows} | {name for name in self._waiting if name.startswith(prefix)}
        return sorted(name for name in names if self._waiting.get(name, "") is not None)

    def put(self, name: str, value: Plain) -> None:
        """Store *value* under *name*, with the next ``commit``."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        if not text.isascii() and not _is_unicode(text):  # a path with bytes that are not text
            text = json.dumps(value)
        self._waiting[name] = text
        self._size += len(text)
        if self._size > _BUFFER:
            self._write()

    def drop(self, names: Iterable[str]) -> None:
        """Remove the values of *names*."""
        self._waiting.update(dict.fromkeys(names))

    def commit(self) -> None:
        """Make all changes since the last commit durable; other processes see all of them or none."""
        self._write()
        self._database.commit()

    def _write(self) -> None:
        """Pass the uncommitted values to SQLite; no other process can write from here to the commit."""
        gone = [(name,) for name, text in self._waiting.items() if text is None]
        rows = [(name, digest_text(text), text) for name, text in self._waiting.items() if text is not None]
        if gone:
            self._database.executemany("DELETE FROM kept WHERE name = ?", gone)
        if rows:
            self._database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
        self._waiting.clear()
        self._size = 0

    def close(self) -> None:
        """Close the file; uncommitted values are lost."""
        self._database.close()


def put_aside(path: str) -> None:
    """Rename an unusable file, so that it can be examined, and remove its companion files."""
    folder, name = os.path.split(path)
    with open_inside(os.path.dirname(folder), folder) as parent:
        with suppress(FileNotFoundError):
            parent.rename(name, name + ".bad")
        for ending in _COMPANIONS:
            with suppress(FileNotFoundError):
                parent.remove(name + ending)


def is_damage(problem: sqlite3.Error) -> bool:
    """Tell whether a problem comes from the file, not from the disk or another process."""
    return not getattr(problem, "sqlite_errorname", "").startswith(_NOT_DAMAGE)


def _refuse_symlinks(path: str) -> None:
    """Remove anything but a regular file at *path* or next to it where SQLite has files, as it would follow a symlink.

    SQLite opens by path, and Python cannot pass ``SQLITE_OPEN_NOFOLLOW``, so a symlink that is created between this
    check and SQLite's own access would still be followed.
    """
    folder, name = os.path.split(path)
    with open_inside(os.path.dirname(folder), folder) as parent:
        for entry in (name, *(name + ending for ending in _COMPANIONS)):
            status = parent.lstat(entry)
            if status is not None and not stat.S_ISREG(status.st_mode):
                parent.remove_all(entry)


def _opened(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=60)
    try:
        # A power failure may damage the file; that is detected and costs one clean build, while waiting for the disk
        # would slow down every build.
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA page_size = 32768")  # for large bodies: an eighth of the calls
        database.execute("PRAGMA journal_mode = WAL")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version == 0:
            database.execute("CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, digest TEXT, text TEXT)")
            database.execute(f"PRAGMA user_version = {FORMAT}")
            database.commit()
        elif version != FORMAT:
            raise sqlite3.DatabaseError(version)
        database.execute("SELECT name, digest, text FROM kept LIMIT 1").fetchall()
    except sqlite3.Error:
        database.close()
        raise
    return database


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _checked(digest: object, text: object) -> Plain:
    """Return the value of a row, None if its text does not match the digest."""
    if not isinstance(text, str) or digest_text(text) != digest:
        return None
    value: Plain = json.loads(text)
    return value

"""Named values, and tables of rows, in one SQLite file.

In and out: plain values (texts, numbers, lists, None) by name, and rows of bytes by table and key. Each carries its
digest; a file that SQLite cannot read is renamed, and a new one is created.
Must not: be relied on to be complete.
"""

import os
import sqlite3
import stat
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from byeoru.base.containment import open_inside
from byeoru.cache.packed import packed, unpacked

FORMAT = 4  # of the tables; a file of another format is renamed
_COMPANIONS = ("-wal", "-shm", "-journal")  # files that SQLite creates next to its own
# SQLite's error names for problems of the disk rather than of the file.
_NOT_DAMAGE = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_BUSY", "SQLITE_LOCKED")
_BUFFER = 4_000_000  # bytes that wait for a commit in memory
_PAGES = 4_000  # KiB of the file that SQLite keeps in memory; with half of that, writing takes a fifth more CPU
_PAGES_TO_READ = 1_000  # in a forked process: it reads most values once, and 10,000 bodies as fast as with 4,000
# Rows are small, and stand in the order of their keys, so that a table is read in one go; values are large.
_TABLES = """
CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, value BLOB);
CREATE TABLE IF NOT EXISTS rows (kind TEXT, key BLOB, value BLOB, PRIMARY KEY (kind, key)) WITHOUT ROWID;
"""

Changes = Mapping[str, bytes | None]  # rows by key, None for dropped ones


class Store:
    """One open file of named values and tables."""

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
        # What was put since the last commit, None for what was dropped. A transaction locks out the writes of all
        # other processes, so it begins with the commit and not with the first value.
        self._waiting: dict[str, bytes | None] = {}
        self._waiting_rows: dict[str, dict[str, bytes | None]] = {}  # by table
        self._size = 0

    @property
    def _database(self) -> sqlite3.Connection:
        """Return the connection of this process: one that was opened before a fork must be neither used nor closed."""
        if self._process != os.getpid():
            self._process, self._inherited = os.getpid(), self._connection
            self._connection = _opened(self.path)
            self._connection.execute(f"PRAGMA cache_size = -{_PAGES_TO_READ}")
        return self._connection

    def get(self, name: str) -> Any:  # noqa: ANN401
        """Return the value stored under *name*, None if there is none or it is damaged."""
        return unpacked(self.packed(name))

    def packed(self, name: str) -> bytes | None:
        """Return what ``put_packed`` stored under *name*, None if there is none."""
        if name in self._waiting:
            return self._waiting[name]
        row = self._database.execute("SELECT value FROM kept WHERE name = ?", (_key(name),)).fetchone()
        return row[0] if row else None

    def names(self, prefix: str) -> list[str]:
        """Return the names of all values that begin with *prefix*, in their order."""
        first, last = _key(prefix), _key(prefix) + b"\xff"
        rows = self._database.execute("SELECT name FROM kept WHERE name >= ? AND name < ?", (first, last))
        names = {_text(name) for (name,) in rows} | {name for name in self._waiting if name.startswith(prefix)}
        return sorted(name for name in names if self._waiting.get(name, b"") is not None)

    def put(self, name: str, value: object) -> None:
        """Store *value* under *name*, with the next ``commit``."""
        self.put_packed(name, packed(value))

    def put_packed(self, name: str, data: bytes) -> None:
        """Store a value that has been packed already."""
        self._waiting[name] = data
        self._grow(len(data))

    def drop(self, names: Iterable[str]) -> None:
        """Remove the values of *names*."""
        self._waiting.update(dict.fromkeys(names))

    def row(self, table: str, key: str) -> bytes | None:
        """Return one row of *table*, None if there is none."""
        waiting = self._waiting_rows.get(table, {})
        if key in waiting:
            return waiting[key]
        query = "SELECT value FROM rows WHERE kind = ? AND key = ?"
        row = self._database.execute(query, (table, _key(key))).fetchone()
        return row[0] if row else None

    def rows(self, table: str) -> dict[str, bytes | None]:
        """Return all rows of *table* by key, None for those that the next ``commit`` removes."""
        rows = self._database.execute("SELECT key, value FROM rows WHERE kind = ?", (table,))
        return {_text(key): row for key, row in rows} | self._waiting_rows.get(table, {})

    def keys(self, table: str) -> set[str]:
        """Return the keys of *table*, including those that the next ``commit`` removes."""
        keys = {_text(key) for (key,) in self._database.execute("SELECT key FROM rows WHERE kind = ?", (table,))}
        return keys | self._waiting_rows.get(table, {}).keys()

    def change(self, table: str, changes: Changes) -> None:
        """Set and remove rows of *table*, with the next ``commit``."""
        self._waiting_rows.setdefault(table, {}).update(changes)
        self._grow(sum([len(row) for row in changes.values() if row is not None]))

    def commit(self) -> None:
        """Make all changes since the last commit durable; other processes see all of them or none."""
        self._write()
        self._database.commit()

    def _grow(self, size: int) -> None:
        """Count what waits in memory, and write it if it is too much."""
        self._size += size
        if self._size > _BUFFER:
            self._write()

    def _write(self) -> None:
        """Pass the uncommitted values to SQLite; no other process can write from here to the commit."""
        gone = [(_key(name),) for name, value in self._waiting.items() if value is None]
        values = [(_key(name), value) for name, value in self._waiting.items() if value is not None]
        self._database.executemany("DELETE FROM kept WHERE name = ?", gone)
        self._database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", values)
        for table, changes in self._waiting_rows.items():
            gone_rows = [(table, _key(key)) for key, row in changes.items() if row is None]
            rows = ((table, _key(key), row) for key, row in sorted(changes.items()) if row is not None)
            self._database.executemany("DELETE FROM rows WHERE kind = ? AND key = ?", gone_rows)
            self._database.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", rows)
        self._waiting.clear()
        self._waiting_rows.clear()
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
        # SQLite counts its default, 2 MB, in pages of the default size, and would keep eight times as much.
        database.execute(f"PRAGMA cache_size = -{_PAGES}")
        database.execute("PRAGMA journal_mode = WAL")
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version == 0:
            database.executescript(_TABLES)
            database.execute(f"PRAGMA user_version = {FORMAT}")
            database.commit()
        elif version != FORMAT:
            raise sqlite3.DatabaseError(version)
        database.execute("SELECT name, value FROM kept LIMIT 1").fetchall()
        database.execute("SELECT kind, key, value FROM rows LIMIT 1").fetchall()
    except sqlite3.Error:
        database.close()
        raise
    return database


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")  # a path may contain bytes that are not text


def _text(key: bytes) -> str:
    return key.decode("utf-8", "surrogatepass")

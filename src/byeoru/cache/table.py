"""A large dictionary that is stored by row, so that a process reads and writes the few rows that its edit concerns.

What every build reads as a whole is in a ``TextTable``.
"""

from collections.abc import Iterator
from typing import Any

from byeoru.cache.packed import is_intact, packed, value_of
from byeoru.cache.store import Store

_FEW = 500  # rows that are read one by one before all are, which takes a fourth of the time per row


class Table:
    """Plain values by text keys; ``save`` writes the rows that have changed."""

    def __init__(self, store: Store, name: str, stamp: str) -> None:
        """Open the table *name*; rows that were written under another *stamp* are ignored."""
        self._store, self._name, self._stamp = store, name, stamp
        self._rows: dict[str, bytes | None] = {}  # as far as they were read or changed; None for a missing one
        self._is_whole = False  # whether these are all rows
        self._unsaved: set[str] = set()  # keys

    def get(self, key: str) -> Any:  # noqa: ANN401
        """Return a copy of the value of *key*, None if there is none."""
        row = self._row(key)
        return None if row is None else value_of(row)

    @property
    def is_changed(self) -> bool:
        """Tell whether rows were set or removed since the last ``save``."""
        return bool(self._unsaved)

    def keys(self) -> set[str]:
        """Return all keys."""
        self._read_all()
        return {key for key, row in self._rows.items() if row is not None}

    def items(self) -> Iterator[tuple[str, Any]]:
        """Yield all keys with their values."""
        self._read_all()
        return ((key, value_of(row)) for key, row in self._rows.items() if row is not None)

    def put(self, key: str, value: Any) -> None:  # noqa: ANN401
        """Set the value of *key*."""
        self.put_packed(key, packed(value, self._stamp))

    def put_packed(self, key: str, row: bytes) -> None:
        """Set a value that has been packed with the stamp of the table already."""
        if key not in self._rows and not self._is_whole:  # alone: a first build releases each row that it has put
            self._take(key, self._store.row(self._name, key))
        if self._rows.get(key) != row:
            self._change(key, row)

    def drop(self, key: str) -> None:
        """Remove *key*."""
        if self._row(key) is not None:
            self._change(key, None)

    def keep_only(self, keys: set[str]) -> list[str]:
        """Remove all keys but *keys*; return those removed."""
        changed = {key for key, row in self._rows.items() if row is not None}
        stored = set() if self._is_whole else {key for key in self._store.keys(self._name) if key not in self._rows}
        gone = sorted((changed | stored) - keys)
        for key in gone:
            self._change(key, None)
        return gone

    def save(self) -> None:
        """Pass the changed rows to the store; the caller commits."""
        if self._unsaved:
            self._store.change(self._name, {key: self._rows[key] for key in self._unsaved})
            self._unsaved.clear()

    def release(self) -> None:
        """Save, and keep no row in memory: they are read again where they are needed.

        Another process may have replaced them by then, so a row has to name the version that it belongs to.
        """
        self.save()
        self._rows.clear()
        self._is_whole = False

    def _row(self, key: str) -> bytes | None:
        if key not in self._rows:
            if self._is_whole:
                return None
            if len(self._rows) >= _FEW:
                self._read_all()
                return self._rows.get(key)
            self._take(key, self._store.row(self._name, key))
        return self._rows[key]

    def _take(self, key: str, row: bytes | None) -> None:
        """Take a row from the store; one with another stamp counts as missing, and is removed at the next ``save``."""
        if row is not None and not is_intact(row, self._stamp):
            row = None
            self._unsaved.add(key)
        self._rows[key] = row

    def _change(self, key: str, row: bytes | None) -> None:
        self._rows[key] = row
        self._unsaved.add(key)

    def _read_all(self) -> None:
        if not self._is_whole:
            for key, row in self._store.rows(self._name).items():
                if key not in self._rows:
                    self._take(key, row)
            self._is_whole = True

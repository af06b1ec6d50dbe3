"""A large dictionary that is stored in a few dozen pieces; an edit reads and rewrites one of them.

One row per key made reading the metadata of 10,000 posts 4 times slower; one row for all made each edit write 10 MB.

A table has a *revision*, which grows with each change of a row. A value that is derived from a table records the
revision that it was derived from, and calls ``changed_since`` for the rows to examine.
"""

from typing import Any
from zlib import crc32

from byeoru.cache.store import Store

PIECES = 64


class Table:
    """Plain values by text keys; ``save`` writes the pieces whose keys have changed."""

    def __init__(self, store: Store, name: str, stamp: str) -> None:
        """Open the table *name*; rows that were written under another *stamp* are ignored."""
        self._store, self._name, self._stamp = store, name, stamp
        self._values: dict[str, Any] = {}
        self._read: set[int] = set()  # pieces
        self._unsaved: set[int] = set()  # pieces
        self._changes: dict[str, int] = {}  # keys that this process changed, with the revision, the latest last
        self.revision = 0

    def get(self, key: str) -> Any:  # noqa: ANN401
        """Return the value of *key*, None if there is none."""
        value = self._values.get(key)
        if value is None and len(self._read) < PIECES:
            self._read_piece(_piece(key))
            value = self._values.get(key)
        return value

    def keys(self) -> set[str]:
        """Return all keys."""
        for piece in range(PIECES):
            self._read_piece(piece)
        return set(self._values)

    def put(self, key: str, value: Any) -> None:  # noqa: ANN401
        """Set the value of *key*."""
        if self.get(key) != value:
            self._values[key] = value
            self._changed(key)

    def drop(self, key: str) -> None:
        """Remove *key*."""
        if self.get(key) is not None:
            del self._values[key]
            self._changed(key)

    def keep_only(self, keys: set[str]) -> list[str]:
        """Remove all keys but *keys*; return those removed."""
        gone = sorted(self.keys() - keys)
        for key in gone:
            self.drop(key)
        return gone

    def changed_since(self, revision: int) -> list[str]:
        """Return the keys whose value was set or removed after *revision*."""
        keys = []
        for key in reversed(self._changes):
            if self._changes[key] <= revision:
                break
            keys.append(key)
        return keys

    def save(self) -> None:
        """Pass the changed pieces to the store; the caller commits."""
        if not self._unsaved:
            return
        contents: dict[int, dict[str, Any]] = {piece: {} for piece in self._unsaved}
        for key, value in self._values.items():
            if (piece := _piece(key)) in contents:
                contents[piece][key] = value
        for piece, values in contents.items():
            self._store.put(f"{self._name}/{piece:02}", [self._stamp, values])
        self._unsaved.clear()

    def _changed(self, key: str) -> None:
        self.revision += 1
        self._changes.pop(key, None)  # to move it to the end
        self._changes[key] = self.revision
        self._unsaved.add(_piece(key))

    def _read_piece(self, piece: int) -> None:
        """Load one piece; one with another stamp counts as missing, and is overwritten at the next ``save``."""
        if piece in self._read:
            return
        self._read.add(piece)
        match self._store.get(f"{self._name}/{piece:02}"):
            case None:
                pass
            case [str(stamped), dict(values)] if stamped == self._stamp:
                self._values.update(values)
            case _:
                self._unsaved.add(piece)


def _piece(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % PIECES

"""Which outputs see what a name stands for.

In:  the names that each output sees, as it is recorded.
Out: the outputs that see a name, or saw it in an earlier build.
Must not: hold a set for each name, which would take 700 bytes of each, for the tens of thousands of a first build.
"""

from collections.abc import Set as AbstractSet

from byeoru.cache.store import Store
from byeoru.cache.table import Table

_NONE: frozenset[str] = frozenset()


class Observers:
    """The paths of outputs by the names that they see; ``save`` writes the rows that have changed."""

    def __init__(self, store: Store, name: str, stamp: str) -> None:
        """Open the table *name* of what was recorded under the same *stamp*."""
        self._rows = Table(store, name, stamp)
        self._read: dict[str, frozenset[str] | None] = {}  # rows that this process has read; None for a missing one
        self._added: dict[str, list[str]] = {}  # since the last `save`; an output may be there twice

    def has_row(self, name: str) -> bool:
        """Tell whether there is a row of *name*, if only without outputs."""
        return name in self._added or self._stored(name) is not None

    def has(self, name: str) -> bool:
        """Tell whether an output sees *name*."""
        return name in self._added or bool(self._stored(name))

    def of(self, name: str) -> AbstractSet[str]:
        """Return the outputs that see *name*."""
        return (self._stored(name) or _NONE).union(self._added.get(name, ()))

    def add(self, name: str, path: str) -> None:
        """Record that the output at *path* sees *name*."""
        if path not in (self._stored(name) or _NONE):
            added = self._added.setdefault(name, [])
            if not added or added[-1] != path:
                added.append(path)

    def drop(self, name: str) -> None:
        """Forget which outputs saw *name*."""
        self._rows.drop(name)
        self._read.pop(name, None)
        self._added.pop(name, None)

    def clear(self) -> None:
        """Forget everything."""
        self._rows.keep_only(set())
        self._read.clear()
        self._added.clear()

    def save(self, paths: set[str]) -> None:
        """Pass the changed rows to the store, without outputs that are not at *paths*, and keep none in memory."""
        for name in list(self._added):
            self._rows.put(name, sorted(self.of(name) & paths))
            del self._added[name]  # at once: of a first build it has tens of thousands
        self._read.clear()
        self._rows.release()

    def _stored(self, name: str) -> frozenset[str] | None:
        if name not in self._read:
            row = self._rows.get(name)
            self._read[name] = None if row is None else frozenset(row)
        return self._read[name]

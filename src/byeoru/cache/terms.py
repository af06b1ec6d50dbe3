"""The terms of documents, and those of their earlier versions that an index may still contain.

A profile's index is brought up to date by the difference between two versions of a document. Between the build that
parses the new one and the build that indexes it there may be another profile, or the end of a process, so the old row
is kept until no index refers to it.
"""

from collections.abc import Callable, Iterable, Mapping

from byeoru.cache.store import Store

_OLD = "old-terms/"


class TermTable:
    """The rows of terms, by path and key of a document; the key depends on the program too."""

    def __init__(self, store: Store) -> None:
        """Open the table."""
        self._store = store

    def put(self, path: str, key: str, row: bytes) -> None:
        """Record the terms of a document, packed with its *key*, and keep those of its earlier version."""
        self._retire(path, key)
        self._store.put_packed(_name(path), row)

    def get(self, path: str, key: str) -> str | None:
        """Return the terms of a document of this key, None if there are none."""
        for name in (_name(path), _old_name(path, key)):
            match self._store.get(name):
                case [str(cached), str(terms)] if cached == key:
                    return terms
        return None

    def drop(self, path: str) -> None:
        """Remove a document, but keep its terms as those of an earlier version."""
        self._retire(path, "")
        self._store.drop((_name(path),))

    def prune(self, indexed: Callable[[], Iterable[Mapping[str, tuple[str, int]]]]) -> None:
        """Remove the earlier versions that no index contains; *indexed* returns the documents of all, by path."""
        names = self._store.names(_OLD)
        if not names:
            return
        members = list(indexed())
        for name in names:
            key, _, path = name.removeprefix(_OLD).partition("/")
            if not any(documents.get(path, ("",))[0] == key for documents in members):
                self._store.drop((name,))

    def _retire(self, path: str, key: str) -> None:
        match self._store.get(_name(path)):
            case [str(old_key), str(terms)] if old_key != key:
                self._store.put(_old_name(path, old_key), [old_key, terms])


def _name(path: str) -> str:
    return f"terms/{path}"


def _old_name(path: str, key: str) -> str:
    return f"{_OLD}{key}/{path}"

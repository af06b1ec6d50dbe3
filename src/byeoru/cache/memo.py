"""A memo table of what was found out about files: one value for each digest of bytes.

A file that is renamed, copied or given another time is not looked at again. What is looked for is the program's
business, so another program begins with an empty table.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Generic, TypeVar

from byeoru.cache.shelf import Shelf
from byeoru.cache.store import Store

T = TypeVar("T")


class Memo(Generic[T]):
    """What one question about files was answered; the answers are plain values, and never None."""

    def __init__(self, store: Store, name: str, program: str) -> None:
        """Look at what this *program* has found out under *name*."""
        self._shelf = Shelf(store, name, program)
        self._asked: set[str] = set()  # digests, of the last time

    def of(self, digests: Mapping[str, str], look: Callable[[str], T | None]) -> dict[str, T]:
        """Return the answer for each path of *digests*, looking at what is not known.

        Where *look* returns None the file is not the one that was digested: it is left out and looked at next time.
        """
        found: dict[str, T] = {}
        self._asked = set(digests.values())
        for path, digest in digests.items():
            known: T | None = self._shelf.get(digest)
            if known is None and (known := look(path)) is not None:
                self._shelf.put(digest, known)
            if known is not None:
                found[path] = known
        return found

    def finish(self, _: Collection[str]) -> None:
        """Forget the files that were not asked about last, and hand the rest to the store."""
        self._shelf.keep_only(self._asked)
        self._shelf.save()

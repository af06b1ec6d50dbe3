"""A memo table of what was found out about files: one value for each digest of bytes.

A file that is renamed, copied or given another time is not read again. What is searched for depends on the program,
so another version of it begins with an empty table.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Generic, NamedTuple, TypeVar

from byeoru.cache.store import Store
from byeoru.cache.table import Table

T = TypeVar("T")


class Memo(Generic[T]):
    """The results of one function of a file's bytes; they are plain values, and never None."""

    def __init__(self, store: Store, name: str, program: str) -> None:
        """Open what this *program* found out under *name*."""
        self._rows = Table(store, name, program)

    def of(self, digests: Mapping[str, str], compute: Callable[[str], T | None]) -> dict[str, T]:
        """Return the result for each path of *digests*, calling *compute* for what is not known.

        Where *compute* returns None the file is not the one that was digested: it is left out and read next time.
        """
        results: dict[str, T] = {}
        for path, digest in digests.items():
            result: T | None = self._rows.get(digest)
            if result is None and (result := compute(path)) is not None:
                self._rows.put(digest, result)
            if result is not None:
                results[path] = result
        return results

    def save(self, digests: Collection[str]) -> None:
        """Remove the results for files that do not have one of *digests*, and pass the rest to the store."""
        self._rows.keep_only(set(digests))
        self._rows.save()


class Memos(NamedTuple):
    """What is found out about files by reading them."""

    sizes: Memo[tuple[int, int]]  # of pictures
    gps: Memo[bool]  # whether a file says where it was taken
    secrets: Memo[list[object]]  # what looks like a secret in a file, and whether it is harmless

    @classmethod
    def opened(cls, store: Store, program: str) -> "Memos":
        """Open the three tables."""
        return cls(Memo(store, "sizes", program), Memo(store, "gps", program), Memo(store, "secrets", program))

    def save(self, digests: Collection[str]) -> None:
        """Remove the results for files that do not have one of *digests*, and pass the rest to the store."""
        for memo in (self.sizes, self.gps, self.secrets):
            memo.save(digests)

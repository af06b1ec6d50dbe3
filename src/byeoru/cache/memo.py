"""A memo table of a function of files: one value for each digest of bytes.

A file that is renamed, copied or touched is not read again. The function depends on the program, so another version of
the program begins with an empty table.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Generic, NamedTuple, TypeVar

from byeoru.cache.store import Store
from byeoru.cache.table import Table

T = TypeVar("T")


class Memo(Generic[T]):
    """The results of one function of a file's bytes; they are plain values, and never None."""

    def __init__(self, store: Store, name: str, program: str) -> None:
        """Open the table *name* of this *program*."""
        self._rows = Table(store, name, program)

    def of(self, digests: Mapping[str, str], compute: Callable[[str], T | None]) -> dict[str, T]:
        """Return the result for each path of *digests*, calling *compute* if it is not cached.

        If *compute* returns None, the file has changed since it was digested: it is skipped and read by the next build.
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
    """The memo tables of all functions of files."""

    sizes: Memo[tuple[int, int]]  # of images
    gps: Memo[bool]  # whether a file contains GPS metadata
    lfs: Memo[bool]  # whether a file is a pointer of Git LFS
    secrets: Memo[list[object]]  # possible secrets in a file, and whether each is harmless

    @classmethod
    def opened(cls, store: Store, program: str) -> "Memos":
        """Open all tables."""
        return cls(*(Memo(store, name, program) for name in cls._fields))

    def save(self, digests: Collection[str]) -> None:
        """Remove the results for files that do not have one of *digests*, and pass the rest to the store."""
        for memo in (self.sizes, self.gps, self.lfs, self.secrets):
            memo.save(digests)

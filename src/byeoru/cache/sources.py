"""Find the sources that have changed: by stat where stat is reliable, otherwise by digest."""

from collections.abc import Collection

from byeoru.base.digest import SIZE
from byeoru.cache.store import Store
from byeoru.cache.text_table import TextTable
from byeoru.model.project import Stat

# Git's rule for racy files: a file that was written shortly before its stat was read may be written again without a
# change of size or time. The resolution of times is 2 s (FAT) or better.
RACY_NS = 2_000_000_000
_DIGEST = 2 * SIZE  # characters of a digest
_NEVER = -1  # instead of an inode: equal to the stat of no file


class Sources:
    """The digests of the source files that an earlier build has read.

    A row is one text of digest and stat.
    """

    def __init__(self, store: Store) -> None:
        """Open the table."""
        self._rows = TextTable(store, "sources", "")

    @property
    def revision(self) -> int:
        """Return a number that grows with each digest that changes."""
        return self._rows.revision

    def known(self, path: str, stat: Stat) -> str | None:
        """Return the digest of a file if it cannot have changed, else None."""
        row = self._rows.get(path)
        return row[:_DIGEST] if row is not None and row[_DIGEST:] == _spelled(stat) else None

    def digest(self, path: str) -> str | None:
        """Return the digest of the bytes of *path* that were read last, None if it was never read."""
        row = self._rows.get(path)
        return None if row is None else row[:_DIGEST]

    def record(self, path: str, stat: Stat, digest: str, clock_ns: int) -> None:
        """Record the digest of a file that had this stat at *clock_ns* and was read after that."""
        trusted = stat._replace(inode=_NEVER) if is_racy(stat, clock_ns) else stat
        self._rows.put(path, digest + _spelled(trusted))

    def save(self, files: Collection[str]) -> None:
        """Remove the files that no longer exist, and pass the rest to the store."""
        self._rows.keep_only(set(files))
        self._rows.save()


def _spelled(stat: Stat) -> str:
    return f" {stat.size} {stat.mtime_ns} {stat.inode} {stat.ctime_ns}"


def is_racy(stat: Stat, clock_ns: int) -> bool:
    """Tell whether a file was written so close to *clock_ns* that another write could leave its stat unchanged."""
    return stat.mtime_ns >= clock_ns - RACY_NS

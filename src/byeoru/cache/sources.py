"""Which sources have changed: by stat where stat can be trusted, by digest where not."""

from collections.abc import Callable, Collection, Iterable

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.digest import SIZE
from byeoru.cache.shelf import Shelf
from byeoru.cache.store import Store
from byeoru.model.project import Stat

# git's rule for racy files: one that was written about when it was looked at may be written again without its
# size or its time changing. File systems keep times to 2 s (FAT) or better.
RACY_NS = 2_000_000_000
_DIGEST = 2 * SIZE  # characters of a digest
_NEVER = -1  # in place of an inode: a stat that equals no file's


class Sources:
    """The digests of the files that a site is made of, as far as an earlier build knows them.

    A row is one text, digest and stat, which is read and compared in half the time of a list.
    """

    def __init__(self, store: Store, clock_ns: Callable[[], int]) -> None:
        """Read what is known; *clock_ns* returns the file system's time at the beginning of the present scan."""
        self._shelf, self._clock_ns = Shelf(store, "sources", ""), clock_ns

    def known(self, path: str, found: Stat) -> str | None:
        """Return the digest of a file that has certainly not changed, else None."""
        row = self._shelf.get(path)
        return row[:_DIGEST] if row is not None and row[_DIGEST:] == _spelled(found) else None

    def digest(self, path: str) -> str | None:
        """Return the digest of the bytes of *path* that were read last, None if none were."""
        row = self._shelf.get(path)
        return None if row is None else row[:_DIGEST]

    def learn(self, path: str, found: Stat, digest: str) -> None:
        """Remember the digest of a file that was read after it was found with this stat."""
        stat = found._replace(inode=_NEVER) if is_racy(found, self._clock_ns()) else found
        self._shelf.put(path, digest + _spelled(stat))

    def digests(
        self,
        files: dict[str, Stat],
        paths: Iterable[str],
        read: Callable[[str], str | Diagnostic | None],
    ) -> tuple[dict[str, str], list[Diagnostic]]:
        """Return the digest of each of *paths*, reading what is not known; what vanished meanwhile is left out."""
        digests: dict[str, str] = {}
        problems: list[Diagnostic] = []
        for path in paths:
            digest = self.known(path, files[path]) or read(path)
            if isinstance(digest, Diagnostic):
                problems.append(digest)
            elif digest is not None:
                self.learn(path, files[path], digest)
                digests[path] = digest
        return digests, problems

    def finish(self, files: Collection[str]) -> None:
        """Forget the files that are gone, and hand the rest to the store."""
        self._shelf.keep_only(set(files))
        self._shelf.save()


def _spelled(found: Stat) -> str:
    return f" {found.size} {found.mtime_ns} {found.inode} {found.ctime_ns}"


def is_racy(found: Stat, clock_ns: int) -> bool:
    """Tell whether a file was written so close to *clock_ns* that it could change again unseen."""
    return found.mtime_ns >= clock_ns - RACY_NS

"""The result of a scan, and its differences from the previous one.

In:  a project, the file system's time, and, for a second scan in the same process, an earlier snapshot.
Out: ``Snapshot``. Each has a revision, with which derived values record from which snapshot they are.
Must not: import anything heavy, as a build without changes runs this.
"""

from collections.abc import Iterable
from functools import cached_property

from byeoru.base.digest import digest_text
from byeoru.discover.rescan import rescan
from byeoru.discover.sources import Scan, find_sources
from byeoru.model.project import Project


class Snapshot:
    """The files of a project at one moment."""

    def __init__(
        self,
        scan: Scan,
        clock_ns: int,
        revision: int,
        full: int,
        base: int = 0,
        rescanned: frozenset[str] = frozenset(),
    ) -> None:
        """Store a scan at *clock_ns*; *full* is the revision of the last full scan, which includes the output folder.

        Only the files at the paths *rescanned* may differ from the snapshot of revision *base*; 0 for no snapshot.
        """
        self.scan, self.clock_ns, self.revision, self.full = scan, clock_ns, revision, full
        self.base, self.rescanned = base, rescanned

    @cached_property
    def signature(self) -> str:
        """Return one digest of the stats of all files, which are sorted, and of the problems of the scan."""
        rows = "\n".join(f"{path}\0{stat}" for path, stat in self.scan.files.items())
        return digest_text(f"{rows}\n{sorted(self.scan.problems)}")

    def to_check(self, derived_from: int, paths: Iterable[str]) -> Iterable[str]:
        """Return those of *paths* that may have changed since the revision that a value is *derived_from*."""
        if derived_from == self.revision:
            return ()
        if not derived_from or derived_from != self.base:
            return paths
        return [path for path in paths if path in self.rescanned] if self.rescanned else ()


def scanned(project: Project, output: str, clock_ns: int, revision: int) -> Snapshot:
    """Scan the whole *project*."""
    return Snapshot(find_sources(project, output), clock_ns, revision, revision)


def rescanned(project: Project, output: str, before: Snapshot, full_paths: Iterable[str], clock_ns: int) -> Snapshot:
    """Scan *full_paths*, and copy the rest from *before*."""
    scan, paths = rescan(project, output, before.scan, full_paths)
    revision = before.revision + 1
    if paths is None:
        return Snapshot(scan, clock_ns, revision, before.full)
    return Snapshot(scan, clock_ns, revision, before.full, before.revision, paths)

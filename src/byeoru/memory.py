"""What a build left to the next one in the same process.

In:  the tables of a project's cache.
Out: ``Memory``: the tables, and values derived from them, each with the revisions that it was derived from.
Must not: be right by an order of calls. A value is used where its revisions are those of today, and else made again,
so it does not matter which build left it, or whether that one ended well.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from byeoru.base.derived import Derived
from byeoru.cache.tables import Tables
from byeoru.connected import Connected
from byeoru.discover.snapshot import Snapshot
from byeoru.emit.manifest import Manifest
from byeoru.model.output import Output
from byeoru.model.project import Report, Stat


class PathsByUse(NamedTuple):
    """The files of a scan, divided."""

    documents: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Checked(NamedTuple):
    """Documents that are known to be those of their files."""

    snapshot: int = 0  # revision of the files; 0 if they have to be checked again
    stamp: str = ""  # that they were parsed under


class FileDigests(NamedTuple):
    """The digests of all files that are not Markdown pages."""

    snapshot: int = 0  # revision
    digests: dict[str, str] = {}  # noqa: RUF012  (never changed)


class FolderState(NamedTuple):
    """One state of the output folder, as far as this process knows it."""

    listed: int  # revision of the snapshot with which it was listed
    written: int  # how often this process had written to it by then


OnDisk = Derived[FolderState, Mapping[str, Stat]]  # the files in the output folder


class Emitted(NamedTuple):
    """What the output folder shows."""

    folder: FolderState
    outputs: tuple[Output, ...]
    signature: str  # of the site
    documents: int  # revision of its texts
    digests: Manifest


class Unflushed(NamedTuple):
    """A build that was written to the output folder and not yet to the cache."""

    snapshot: Snapshot
    now: datetime  # the job's time
    sources: int  # revision of the digests that it was made of
    written: int  # how often the folder had been written by this process
    report: Report
    digests: Manifest
    lists_old_digests: bool  # the manifest in the folder is that of an earlier build


class Memory(NamedTuple):
    """The tables, and what is derived from them."""

    tables: Tables
    paths: Derived[list[str], PathsByUse] = Derived([], PathsByUse())  # of those of a scan
    checked: Checked = Checked()
    files: FileDigests = FileDigests()
    site: Connected | None = None
    on_disk: OnDisk | None = None
    emitted: Emitted | None = None
    unflushed: Unflushed | None = None

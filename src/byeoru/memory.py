"""The state that a build passes to the next one in the same process.

In:  the tables of a project's cache.
Out: ``Memory``: the tables, and values derived from them, each with the revisions that it was derived from.
Must not: depend on the order of calls. A value is used if its revisions are current, and computed again otherwise. So
it does not matter which build created it, or whether that build succeeded.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from byeoru.base.derived import Derived
from byeoru.base.diagnostic import Diagnostic
from byeoru.cache.tables import Tables
from byeoru.connected import Connected
from byeoru.discover.pages import PathsByUse
from byeoru.discover.settings import KnownSettings
from byeoru.discover.snapshot import Snapshot
from byeoru.emit.manifest import Manifest
from byeoru.model.content import Document
from byeoru.model.output import Output
from byeoru.model.project import Report
from byeoru.model.site import Site


class Checked(NamedTuple):
    """The state of the documents when they were last compared with their files."""

    snapshot: int = 0  # revision of the files; 0 if they have to be checked again
    stamp: str = ""  # of the options and the program with which they were parsed


class AllDocuments(NamedTuple):
    """All documents, in the order of their paths."""

    paths: Sequence[str] = ()  # of their sources
    revision: int = 0  # of the table of documents
    documents: Mapping[str, Document] = {}  # by path; read from the table when they are asked for
    problems: Mapping[str, tuple[Diagnostic, ...]] = {}  # of those that have any, by path
    signature: tuple[str, str] = ("", "")  # of their paths, and of them without texts and words (`Documents.signature`)


class FileDigests(NamedTuple):
    """The digests of all files that are not Markdown pages."""

    snapshot: int = 0  # revision
    digests: dict[str, str] = {}  # noqa: RUF012  (never modified)


class FolderState(NamedTuple):
    """A state of the output folder, as far as this process knows."""

    listed: int  # revision of the snapshot when the folder was listed
    written: int  # how often this process had written to it until then


OnDisk = Derived[FolderState, Mapping[str, str]]  # the status of the files in the output folder, by path


class Emitted(NamedTuple):
    """The contents of the output folder after a build."""

    site: Site  # of which all outputs are, except those that were awaited in a later one
    shape: str  # of this site
    look: str
    signature: str  # "" if that is unknown
    outputs: tuple[Output, ...]
    folder: FolderState
    digests: Manifest
    pages: int  # HTML files


class Recalled(NamedTuple):
    """A site that an earlier process has stored."""

    mark: str  # which one it is
    site: Site
    shape: str
    outputs: tuple[Output, ...]
    names: Collection[str]  # of what differed between it and the output folder at the end of the last process
    look: str  # of the site that the output folder had then
    signature: str  # likewise


class Unflushed(NamedTuple):
    """A build that has been written to the output folder, but not to the cache yet."""

    snapshot: Snapshot
    now: datetime  # the job's time
    sources: int  # revision of the digests of its sources
    written: int  # how often this process had written to the folder
    report: Report
    digests: Manifest
    head: str  # the commit that dates of posts were taken from; "" if there were none
    lists_old_digests: bool  # the manifest in the folder is from an earlier build
    is_partial: bool  # outputs that were not awaited, and the search index, may be from an earlier build


class Memory(NamedTuple):
    """The tables, and the values derived from them."""

    tables: Tables
    settings: KnownSettings | None = None
    paths: Derived[list[str], PathsByUse] = Derived([], PathsByUse())  # from the paths of a scan
    checked: Checked = Checked()
    documents: AllDocuments = AllDocuments()
    head: str = ""  # the commit of the project when posts were last dated by it; "" if none was undated
    files: FileDigests = FileDigests()
    site: Connected | None = None
    recalled: Recalled | None = None
    on_disk: OnDisk | None = None
    emitted: Emitted | None = None
    unflushed: Unflushed | None = None

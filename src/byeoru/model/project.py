"""A project folder, the options of a build, and its report.

Named tuples, because they load fast, and a build without changes needs no other types.
"""

import os
from datetime import datetime
from typing import Literal, NamedTuple

from byeoru.base.cancel import NEVER, Token
from byeoru.base.diagnostic import Diagnostic
from byeoru.base.progress import Progress
from byeoru.model.moves import Moves

# Folders that belong to Byeoru, whether they exist or not; which others are read depends on the project.
OWN_FOLDERS = ("content", "static", "templates", "themes", ".blog", ".git")


class Project(NamedTuple):
    """A folder with a `blog.yml`."""

    root: str  # absolute

    def file(self, path: str) -> str:
        """Return the full path of the project's file *path* (forward slashes)."""
        return os.path.join(self.root, *path.split("/"))

    @property
    def state_directory(self) -> str:
        """Return the state directory, for everything that can be generated again."""
        return os.path.join(self.root, ".blog")


class Profile(NamedTuple):
    """One way to build: each has its own output, manifest, traces and lock."""

    name: Literal["site", "preview"]
    output: str  # absolute
    drafts: bool = False
    future: bool = False
    base_url: str | None = None  # overrides the one in the settings
    strict: bool = False  # warnings are errors

    @property
    def shows_private(self) -> bool:
        """Tell whether private pages are shown: only in the preview, never in the folder that is published."""
        return self.name == "preview" and self.drafts

    @property
    def choices(self) -> str:
        """Return the options that a build of this profile depends on."""
        return "\n".join((self.output, str(self.drafts), str(self.future), str(self.strict), self.base_url or "-"))


class Workspace(NamedTuple):
    """What is built, and where progress is reported."""

    project: Project
    profile: Profile
    progress: Progress


class Job(NamedTuple):
    """The options of one build."""

    now: datetime
    jobs: int = 0  # processes; 0 means one for each core
    executor: str = ""  # the address of workers on other machines, "" for none
    token: Token = NEVER  # cancels it
    needs_site: bool = False  # the caller needs the site too, which an early exit does not load
    awaited: frozenset[str] | None = None  # outputs; another job follows for others and the search index. None: all


class Stat(NamedTuple):
    """The status of a file, read without opening it."""

    size: int  # bytes
    mtime_ns: int
    inode: int
    ctime_ns: int


class Waiting(NamedTuple):
    """A page that this build skips."""

    path: str
    title: str
    date: str  # ISO 8601: when it becomes public, or when it expired; "" for a draft


class Report(NamedTuple):
    """What a build did."""

    problems: tuple[Diagnostic, ...] = ()
    is_written: bool = False  # the output folder contains this build
    pages: int = 0  # HTML files of the site
    added: int = 0
    changed: int = 0
    removed: int = 0
    drafts: tuple[Waiting, ...] = ()
    future: tuple[Waiting, ...] = ()
    expired: tuple[Waiting, ...] = ()
    private: tuple[Waiting, ...] = ()
    withheld: int = 0  # attachments that no visible page shows
    due: str = ""  # ISO 8601: when a page becomes public or expires next; "" if none does
    manifest: str = ""  # the digest of the list of files in the output folder, "" if nothing is written
    moves: Moves = Moves()  # what became of the addresses of another program; not known after an early exit
    reasons: tuple[tuple[str, tuple[str | int, ...]], ...] = ()  # output, and the key of the result that changed

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """Return all pages that were skipped."""
        return (*self.drafts, *self.private, *self.future, *self.expired)

    @property
    def hides_anything(self) -> bool:
        """Tell whether there is something that its site must not reveal."""
        return bool(self.waiting) or self.withheld > 0

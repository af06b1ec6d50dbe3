"""The only entry point of builds: a session holds the lock of a profile, and passes a memory from build to build.

In:  a project, a profile, and a listener for the progress; then jobs, each with the scope of what may have changed.
Out: reports. If nothing has changed, nothing heavy is imported.
Must not: import Markdown, Pygments, Jinja, YAML or a pool of processes before something has to be built.

Only this module handles a cache that is damaged or that another process has overtaken: the attempt is repeated with
the state on disk.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from byeoru.base.ahead import NOTHING_AHEAD, Ahead
from byeoru.base.cancel import NEVER
from byeoru.base.containment import real_inside
from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.program import program_digest
from byeoru.base.progress import Progress
from byeoru.base.rooted import SymlinkError
from byeoru.cache.damage import Damaged, Overtaken, cache_file, guarded
from byeoru.cache.last_build import LastBuild
from byeoru.cache.lock import clock_of, locked
from byeoru.cache.store import Store, put_aside
from byeoru.discover.git_head import git_head
from byeoru.discover.layout import sources_of
from byeoru.discover.read import digest_file
from byeoru.discover.snapshot import Snapshot, rescanned, scanned
from byeoru.emit.folder import finish
from byeoru.emit.guard import no_state_directory, refused
from byeoru.emit.listing import ListedAhead, listings
from byeoru.model.project import Job, Profile, Project, Report, Workspace

if TYPE_CHECKING:
    from byeoru.inspection import Inspection
    from byeoru.memory import Memory
    from byeoru.model.content import Document
    from byeoru.model.site import Site

T = TypeVar("T")

_ATTEMPTS = 3  # before a cache that stays inconsistent is put aside


class Everything(NamedTuple):
    """The whole project may have changed, and the output folder too."""


class Paths(NamedTuple):
    """Only these absolute paths may have changed; the first build of a session scans everything anyway."""

    paths: frozenset[str]


Scope = Everything | Paths


class Built(NamedTuple):
    """The result of a job."""

    report: Report
    files: Mapping[str, str] = {}  # path and digest of each file in the output folder; empty if nothing was written
    site: "Site | None" = None  # that was built; None if nothing was written


@contextmanager
def session(project: Project, profile: Profile, progress: Progress) -> Iterator["Session"]:
    """Yield a session, which holds the profile's lock from its first job on, and flushes at the end."""
    with ExitStack() as stack:
        builds = Session(Workspace(project, profile, progress), stack)
        try:
            yield builds
        finally:
            builds.close()


class Session:
    """The builds of one profile of a project in this process."""

    def __init__(self, workspace: Workspace, stack: ExitStack) -> None:
        """Start without a memory; *stack* releases the lock at the end."""
        self._workspace, self._stack = workspace, stack
        self._lock = f"{workspace.project.state_directory}/{workspace.profile.name}.lock"
        self._is_locked = False
        self._store: Store | None = None
        self._snapshot: Snapshot | None = None
        self._memory: Memory | None = None
        self._report = Report()  # of the last job
        self._is_frozen = False  # whether the garbage collector ignores what the first build has left

    def run(self, job: Job, scope: Scope) -> Built:
        """Run *job*; since the last one, only what is in *scope* may have changed."""
        try:
            problem = self._refusal()
            built = Built(Report((problem,))) if problem else self._attempt(lambda store: self._run(store, job, scope))
        except SymlinkError as problem:
            built = Built(Report((_symlink(problem),)))
        self._report = built.report
        return built

    def documents(self) -> "tuple[Document, ...]":
        """Return the documents of the project without building it, except those that cannot be read."""
        self._hold_lock()
        return self._attempt(self._documents)

    def leaks(self, job: Job) -> "tuple[Diagnostic, ...]":
        """Return an error for each place in the folder that *job* has just written that reveals something hidden."""
        if self._memory is None or self._memory.site is None or self._memory.emitted is None:
            self.run(job._replace(needs_site=True), Everything())
        memory, snapshot = self._memory, self._snapshot
        if memory is None or memory.site is None or memory.emitted is None or snapshot is None:
            return ()  # nothing was written
        from byeoru.auditing import Audited, leaks

        project, profile, _ = self._workspace
        audited = Audited(project, profile, snapshot.scan, memory.site, memory.tables.documents)
        digests = memory.emitted.digests
        return self._guarded(lambda _: leaks(audited, digests))

    def inspect(self, now: datetime, look: "Callable[[Inspection], T]") -> T:
        """Return what *look* finds in the project at *now*; nothing is built."""
        self._hold_lock()
        return self._attempt(lambda store: look(self._inspection(store, now)))

    def flush(self) -> Report:
        """Save the results to the cache; return the report of the last job, including problems with saving."""
        memory = self._memory
        if memory is not None and memory.unflushed is not None:
            try:
                flushed = self._guarded(lambda _: self._flush(memory))
                self._report = flushed if self._report.is_written else self._report
            except Damaged:  # the next build, in any process, is a clean one
                pass
            except SymlinkError as problem:
                self._report = Report((_symlink(problem),))
        return self._report

    def _forget(self) -> None:
        """Discard everything in memory."""
        if self._store is not None:
            self._store.close()
        self._store = self._snapshot = self._memory = None

    def close(self) -> None:
        """Flush, and close the cache."""
        self.flush()
        if self._memory is not None:
            self._keep(self._memory)
        self._forget()

    def _refusal(self) -> Diagnostic | None:
        """Return why this profile must not be built; None if it may, and then the lock is held."""
        project, profile, _ = self._workspace
        for folder in (project.state_directory, profile.output):
            real_inside(project.root, folder)
        problem = no_state_directory(project)
        if not problem and profile.name == "site":
            problem = refused(project, profile.output, sources_of(project.root))
        if not problem and not self._is_locked:
            self._hold_lock()
            finish(project, profile)
        return problem

    def _hold_lock(self) -> None:
        if not self._is_locked:
            self._stack.enter_context(locked(self._lock, self._workspace.progress.waits_for))
            self._is_locked = True

    def _attempt(self, step: Callable[[Store], T]) -> T:
        """Run a step; if the cache is damaged or overtaken, repeat it, at last with an empty cache."""
        for _ in range(_ATTEMPTS):
            with suppress(Damaged, Overtaken):
                return self._guarded(step)
        put_aside(cache_file(self._workspace.project))
        return self._guarded(step)

    def _guarded(self, step: Callable[[Store], T]) -> T:
        """Run a step; if it is aborted, discard everything in memory, as its state is unknown."""
        if self._store is None:
            self._store = Store(cache_file(self._workspace.project))
        try:
            with guarded(self._store):
                return step(self._store)
        except BaseException:
            self._forget()
            raise

    def _run(self, store: Store, job: Job, scope: Scope) -> Built:
        front = LastBuild(store, self._workspace.profile, program_digest())
        with self._ahead(front, job) as ahead:
            with self._workspace.progress.stage("discover"):
                snapshot = self._scan(scope)
                if self._memory is None and isinstance(scope, Everything) and not job.needs_site:
                    report = self._unchanged(front, snapshot, job, ahead)
                    if report is not None:
                        return Built(report)
            return self._build(store, snapshot, job, ahead)

    def _ahead(self, front: LastBuild, job: Job) -> Ahead:
        """Begin with what the first build of a large site needs and another process can do beside this one."""
        project, profile, _ = self._workspace
        if self._memory is not None or job.jobs == 1:
            return NOTHING_AHEAD
        tasks = front.tasks()
        return Ahead({**tasks, **listings(project, profile)}) if tasks else NOTHING_AHEAD

    def _scan(self, scope: Scope) -> Snapshot:
        (project, profile, _), before, clock_ns = self._workspace, self._snapshot, clock_of(self._lock)
        if before is None or isinstance(scope, Everything):
            self._snapshot = scanned(project, profile.output, clock_ns, before.revision + 1 if before else 1)
        else:
            self._snapshot = rescanned(project, profile.output, before, scope.paths, clock_ns)
        return self._snapshot

    def _unchanged(self, front: LastBuild, snapshot: Snapshot, job: Job, ahead: Ahead) -> Report | None:
        """Return the report of the last build in any process, if this one would write the same."""
        project = self._workspace.project
        return front.unchanged(
            snapshot.signature,
            snapshot.scan.files,
            snapshot.clock_ns,
            job.now,
            partial(digest_file, project, snapshot.scan),
            lambda: git_head(project.root),
            ahead,
        )

    def _build(self, store: Store, snapshot: Snapshot, job: Job, ahead: Ahead) -> Built:
        memory = self._opened(store, ahead)
        from byeoru.base.parallel import Workers
        from byeoru.build import build

        workers = Workers(job.jobs, job.executor)
        try:
            report, self._memory = build(self._workspace, job, snapshot, memory, workers, ListedAhead(ahead))
        finally:
            workers.close()
        if not report.is_written or not self._memory.emitted or not self._memory.site:
            return Built(report)
        return Built(report, self._memory.emitted.digests, self._memory.site.results.site)

    def _documents(self, store: Store) -> "tuple[Document, ...]":
        from byeoru.base.parallel import Workers
        from byeoru.discover.settings import find_settings
        from byeoru.parsing import parsed

        snapshot, (project, profile, _) = self._scan(Everything()), self._workspace
        options = find_settings(project, snapshot.scan, profile.base_url).value.parsing
        memory, workers = self._opened(store), Workers(1)
        documents, self._memory = parsed(self._workspace, NEVER, snapshot, options, memory, workers)
        return tuple(documents.value.values())

    def _inspection(self, store: Store, now: datetime) -> "Inspection":
        memory = self._opened(store)
        from byeoru.inspection import inspection

        found, self._memory = inspection(self._workspace, self._scan(Everything()), now, memory)
        return found

    def _flush(self, memory: "Memory") -> Report:
        from byeoru.base.heap import trim_heap
        from byeoru.flush import flush

        report, self._memory = flush(self._workspace, memory)
        if not self._is_frozen:
            trim_heap()
            gc.freeze()  # the existing objects stay, so the collector need not scan them again
            self._is_frozen = True  # once: objects that a later flush froze would include the garbage of all edits
        return report

    def _keep(self, memory: "Memory") -> None:
        """Store the site for the next process, which can do without."""
        from byeoru.recall import keep

        with suppress(Damaged, Overtaken, SymlinkError, OSError), guarded(memory.tables.store):
            keep(self._workspace.profile, memory)

    def _opened(self, store: Store, ahead: Ahead = NOTHING_AHEAD) -> "Memory":
        """Return the memory of the last build; before the first one, that of an earlier process."""
        if self._memory is None:
            from byeoru.base.gc_tuning import relax_gc, relaxed_gc

            self._stack.enter_context(relaxed_gc())
            from byeoru.cache.tables import Tables
            from byeoru.recall import recalled

            relax_gc()  # again, so that what was imported is never traversed
            profile = self._workspace.profile
            self._memory = recalled(profile, Tables.opened(store, profile, program_digest()), ahead)
        return self._memory


def _symlink(problem: SymlinkError) -> Diagnostic:
    return error("symlink-refused", Location(""), "replace-symlink", path=problem.filename)

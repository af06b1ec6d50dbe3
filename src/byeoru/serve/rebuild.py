"""The rebuild loop: wait for changes, build, and report the new state.

Changes that arrive during a build go together into the next one. After an edit, the pages of the saved files and the
page that is looked at are built first. Lists that show them, and the search index, follow when the page has been
painted, or when a request waits for them. Results are flushed to the cache when there has been no change for a moment.
"""

import gc
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

import byeoru.parse.document  # noqa: F401  (otherwise the first edit would wait for it)
from byeoru.base.cancel import Token
from byeoru.base.gc_tuning import settle_gc
from byeoru.base.paths import file_of
from byeoru.base.progress import Progress
from byeoru.model.project import Job, Profile, Project, Report
from byeoru.serve.crashes import crash_diagnostic
from byeoru.serve.pending import PendingChanges
from byeoru.serve.state import PreviewState, changed_files, is_of_index, project_paths
from byeoru.serve.watch import Event
from byeoru.session import Built, Everything, Paths, Scope, Session, session

_PAINT_SECONDS = 0.15  # seconds without an event before the rest follows: the browser has painted by then
_REST_SECONDS = 10.0  # seconds that a request waits for it
_OF_TEXTS = (".html", ".htm", ".xml", ".json", ".txt")  # the endings of files that an edit of a text can change
_IDLE_SECONDS = 0.4  # seconds without an event before the cache is flushed
_SAVE_SECONDS = 3.0  # seconds to wait for the thread at the end; only starting worker processes need so long
_CANCEL_SECONDS = 0.4  # seconds for a running build to notice that it is cancelled; killing it is safe too
_LONGEST_SLEEP = 3600.0  # seconds: the clock of a laptop can jump while it is suspended


class RebuildCallbacks(NamedTuple):
    """The functions that the rebuild loop calls."""

    # After each build: the state before and after, the changed paths, and the seconds it took.
    state_changed: Callable[[PreviewState, PreviewState, tuple[str, ...], float], None]
    rest_followed: Callable[[PreviewState, tuple[str, ...]], None]  # likewise, after files that nobody waited for
    build_started: Callable[[], None]  # before each build
    build_ended: Callable[[], None]  # after each build, also after a failure


class Rebuilder:
    """The thread that builds, and the state after the last build."""

    def __init__(
        self,
        project: Project,
        profile: Profile,
        state: PreviewState,
        now: Callable[[], datetime],
        progress: Progress,
        callbacks: RebuildCallbacks,
    ) -> None:
        """Store what to build, the clock, and the callbacks."""
        self._project, self._profile, self._now, self._callbacks = project, profile, now, callbacks
        self.state = state
        self._pending = PendingChanges()
        self._progress, self._token = progress, Token()
        self._is_retry = False  # of a build that failed with an exception
        self._is_building = False
        self._has_built = threading.Event()
        self._is_complete = threading.Event()  # whether all files are of the last build
        self._awaited: frozenset[str] = frozenset()  # those that are in any case
        self._rest_token = Token()  # of the job that brings the others up to date
        self._is_rest_awaited = False
        self.looked_at = ""  # path of the page that was sent last
        self.failure: BaseException | None = None  # the exception that prevented the first build
        self._thread = threading.Thread(target=self._run, daemon=True, name="rebuild")

    def start(self) -> None:
        """Start the thread, and wait for the first build."""
        self._thread.start()
        while not self._has_built.wait(0.1):  # short waits, so that Ctrl-C works on every system
            pass
        if self.failure is not None:
            raise self.failure

    def wake(self, event: Event) -> None:
        """Add an event; in any thread."""
        self._pending.add(event)
        if not self._is_rest_awaited:
            self._rest_token.cancel()

    def is_current(self, path: str) -> bool:
        """Tell whether a file is that of the last build; in any thread."""
        return self._is_complete.is_set() or path in self._awaited or not path.endswith(_OF_TEXTS)

    def wait_for_rest(self) -> None:
        """Wait until all files are those of the last build; in any other thread."""
        if not self._is_complete.is_set():
            self._is_rest_awaited = True
            self._pending.hurry()
            self._is_complete.wait(_REST_SECONDS)

    def close(self) -> None:
        """Stop the thread; a running build that does not react to the cancellation ends with the process."""
        self._pending.close()
        self._token.cancel()
        self._rest_token.cancel()
        self._thread.join(_CANCEL_SECONDS)
        if not self._is_building:
            self._thread.join(_SAVE_SECONDS)
        gc.collect()  # a pool's semaphores are in a reference cycle, and the process ends without collecting those

    def _run(self) -> None:
        try:
            with session(self._project, self._profile, self._progress) as builds:
                self._run_step(lambda: self._build(builds, self._now(), Everything(), awaited=None))
                self._has_built.set()
                settle_gc()
                while not self._pending.is_closed:
                    self._run_step(lambda: self._next(builds))
        except BaseException as problem:  # noqa: BLE001  (raised again by `start`)
            self.failure = problem
        finally:
            self._has_built.set()

    def _run_step(self, step: Callable[[], None]) -> None:
        """Run a step; an exception is reported as a problem, and the preview keeps running."""
        try:
            step()
            self._is_retry = False
        except Exception as problem:
            if isinstance(problem, OSError) and not self._has_built.is_set():
                raise  # the folder of the preview cannot be written
            if self._is_retry:
                self._report_failure(problem)
            else:  # the state directory may have been deleted: try again with a full rescan
                self._pending.add(Event(""))
            self._is_retry = not self._is_retry

    def _report_failure(self, problem: Exception) -> None:
        """Report why there is no new build; the pages stay those of the last successful one."""
        report = Report((crash_diagnostic(problem, self._project.root),))
        before = self.state
        self.state = before._replace(number=before.number + 1, report=report, saved=())
        self._callbacks.state_changed(before, self.state, (), 0.0)

    def _next(self, builds: Session) -> None:
        if not self._is_complete.is_set() and not self._pending.wait(_PAINT_SECONDS):
            self._build_rest(builds)
        if not self._pending.wait(_IDLE_SECONDS):
            builds.flush()
            if not self._pending.wait(self._seconds_to_due()):
                self._build(builds, self._now(), Everything(), self._awaited_after(()))  # a post is due, or expires
                return
        paths, needs_rescan = self._pending.take()
        if self._pending.is_closed:
            return
        saved = () if needs_rescan else project_paths(self._project, paths)
        scope = Everything() if needs_rescan else Paths(paths)
        self._build(builds, self._now(), scope, self._awaited_after(saved), saved)

    def _seconds_to_due(self) -> float:
        """Return the seconds until the next post is due or expires."""
        due = self.state.report.due
        if not due:
            return _LONGEST_SLEEP
        seconds = (datetime.fromisoformat(due) - self._now()).total_seconds()
        return min(max(seconds, 0.0) + 0.01, _LONGEST_SLEEP)

    def _awaited_after(self, saved: tuple[str, ...]) -> frozenset[str]:
        """Return the files that are looked at after an edit: the pages of the saved files, and the page sent last."""
        pages = self.state.site.by_source if self.state.site else {}
        return frozenset({self.looked_at, *(file_of(pages[path].summary.address) for path in saved if path in pages)})

    def _build_rest(self, builds: Session) -> None:
        """Bring the files up to date that the last build left as they were; the next change cancels it."""
        started_at = time.perf_counter()
        self._rest_token = Token()
        built = builds.run(Job(self._now(), token=self._rest_token, needs_site=True), Paths(frozenset()))
        if self._rest_token.is_cancelled and not built.report.is_written:
            return
        if built.report.problems != self.state.report.problems:
            self._update(built, (), started_at)
        elif built.report.is_written:
            self._update_rest(built)
        self._is_complete.set()
        self._is_rest_awaited = False

    def _update_rest(self, built: Built) -> None:
        """Publish the new state, quietly; no page is changed by the search index."""
        changed = changed_files(self.state.files, built.files)
        is_shown = not all(map(is_of_index, changed))
        self.state = self.state._replace(number=self.state.number + is_shown, files=built.files, site=built.site)
        if is_shown:
            self._callbacks.rest_followed(self.state, changed)

    def _build(
        self,
        builds: Session,
        now: datetime,
        scope: Scope,
        awaited: frozenset[str] | None,
        saved: tuple[str, ...] = (),
    ) -> None:
        """Build, and publish the new state; after a failed build the pages stay those of the last successful one."""
        self._is_building = True
        self._callbacks.build_started()
        try:
            started_at = time.perf_counter()
            was_complete = self._is_complete.is_set()
            self._is_complete.clear()
            built = builds.run(Job(now, token=self._token, needs_site=True, awaited=awaited), scope)
            if not self._token.is_cancelled:
                self._update(built, saved, started_at)
            self._awaited = awaited or frozenset()
            if awaited is None or (was_complete and not built.report.is_written):
                self._is_complete.set()
        finally:
            self._is_building = False
            self._callbacks.build_ended()

    def _update(self, built: Built, saved: tuple[str, ...], started_at: float) -> None:
        is_good = built.report.is_written
        files, site = (built.files, built.site) if is_good else (self.state.files, self.state.site)
        changed = changed_files(self.state.files, files)
        waiting = {page.path for page in built.report.waiting}
        is_new = changed or not waiting.isdisjoint(saved) or built.report.problems != self.state.report.problems
        if is_good and not is_new and self.state.number:
            return  # nothing has changed, so nothing is reported
        base = site.settings.base_path if site else self.state.base
        number = self.state.number + 1
        before = self.state
        self.state = PreviewState(before.run, number, base, files, site, built.report, saved)
        self._callbacks.state_changed(before, self.state, changed, time.perf_counter() - started_at)

"""The loop around `build()`: it sleeps until something may have changed, builds, and tells what came of it.

What arrives during a build is taken together into the next. What a build found out is saved when nobody has written for
a moment.
"""

import gc
import threading
import time
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from byeoru.base.cancel import Token
from byeoru.base.progress import Progress
from byeoru.model.project import Job, Profile, Project, Report
from byeoru.serve.crashes import crash_diagnostic
from byeoru.serve.pending import PendingChanges
from byeoru.serve.state import PreviewState, changed_files, project_paths
from byeoru.serve.watch import Event
from byeoru.session import Built, Everything, Paths, Scope, Session, session

_IDLE = 0.4  # seconds without an event before what was found out is saved
_PATIENCE = 3.0  # seconds for the last build to be saved; only processes that are just starting take them
_STOPPING = 0.4  # seconds for a build to notice that nobody waits for it; without it a kill leaves nothing worse
_LONGEST_SLEEP = 3600.0  # seconds: a laptop's clock can jump while it sleeps


class RebuildCallbacks(NamedTuple):
    """What is called when the preview changes."""

    # After each build: the state before and now, the paths that changed, and how many seconds it took.
    changed: Callable[[PreviewState, PreviewState, tuple[str, ...], float], None]
    began: Callable[[], None]  # a build
    ended: Callable[[], None]  # it, whatever came of it


class Rebuilder:
    """One thread that builds, and what the last build made."""

    def __init__(
        self,
        project: Project,
        profile: Profile,
        state: PreviewState,
        now: Callable[[], datetime],
        progress: Progress,
        callbacks: RebuildCallbacks,
    ) -> None:
        """Take what is built, what the clock says, and what is called on changes."""
        self._project, self._profile, self._now, self._callbacks = project, profile, now, callbacks
        self.state = state
        self._pending = PendingChanges()
        self._progress, self._token = progress, Token()
        self._is_second_try = False  # of a build that could not be done
        self._is_building = False
        self._has_built = threading.Event()
        self.failure: BaseException | None = None  # what kept the first build from being done
        self._thread = threading.Thread(target=self._run, daemon=True, name="rebuild")

    def start(self) -> None:
        """Begin, and wait for the first build."""
        self._thread.start()
        while not self._has_built.wait(0.1):  # in short waits, which Ctrl-C can interrupt on every system
            pass
        if self.failure is not None:
            raise self.failure

    def wake(self, event: Event) -> None:
        """Take an event; in any thread."""
        self._pending.add(event)

    def close(self) -> None:
        """End the thread; a build that is under way and does not hear of it ends with the process."""
        self._pending.close()
        self._token.cancel()
        self._thread.join(_STOPPING)
        if not self._is_building:
            self._thread.join(_PATIENCE)
        gc.collect()  # a pool's semaphores are in a circle of objects, and the process ends without taking such apart

    def _run(self) -> None:
        try:
            with session(self._project, self._profile, self._progress) as builds:
                self._guarded(lambda: self._build(builds, self._now(), Everything()))
                self._has_built.set()
                while not self._pending.is_closed:
                    self._guarded(lambda: self._next(builds))
        except BaseException as problem:  # noqa: BLE001  (before there is anything to show)
            self.failure = problem
        finally:
            self._has_built.set()

    def _guarded(self, step: Callable[[], None]) -> None:
        """Take a step; what escapes a whole build is shown, and the preview goes on."""
        try:
            step()
            self._is_second_try = False
        except Exception as problem:
            if isinstance(problem, OSError) and not self._has_built.is_set():
                raise  # there is no place for a preview
            if self._is_second_try:
                self._failed(problem)
            else:  # somebody may have cleared away what the last build had left
                self._pending.add(Event(""))
            self._is_second_try = not self._is_second_try

    def _failed(self, problem: Exception) -> None:
        """Show that there is no new build, and why; the pages are those of the last good one."""
        report = Report((crash_diagnostic(problem, self._project.root),))
        before = self.state
        self.state = before._replace(number=before.number + 1, report=report, saved=())
        self._callbacks.changed(before, self.state, (), 0.0)

    def _next(self, builds: Session) -> None:
        if not self._pending.wait(_IDLE):
            builds.flush()
            if not self._pending.wait(self._seconds_to_due()):
                self._build(builds, self._now(), Everything())  # a post has come due
                return
        places, is_everything = self._pending.take()
        if self._pending.is_closed:
            return
        saved = () if is_everything else project_paths(self._project, places)
        self._build(builds, self._now(), Everything() if is_everything else Paths(places), saved)

    def _seconds_to_due(self) -> float:
        """Return how long it is until the next post that waits for its date comes due."""
        future = self.state.report.future
        if not future:
            return _LONGEST_SLEEP
        seconds = (datetime.fromisoformat(future[0].date) - self._now()).total_seconds()
        return min(max(seconds, 0.0) + 0.01, _LONGEST_SLEEP)

    def _build(self, builds: Session, now: datetime, scope: Scope, saved: tuple[str, ...] = ()) -> None:
        """Show what is built of the sources that were *saved*; a bad build leaves the pages of the last good one."""
        self._is_building = True
        self._callbacks.began()
        try:
            began = time.perf_counter()
            built = builds.run(Job(now, token=self._token, needs_site=True), scope)
            if not self._token.is_cancelled:
                self._show(built, saved, began)
        finally:
            self._is_building = False
            self._callbacks.ended()

    def _show(self, built: Built, saved: tuple[str, ...], began: float) -> None:
        is_good = built.report.is_written
        files, site = (built.files, built.site) if is_good else (self.state.files, self.state.site)
        changed = changed_files(self.state.files, files)
        waits = {one.path for one in (*built.report.drafts, *built.report.future)}
        is_news = changed or not waits.isdisjoint(saved) or built.report.problems != self.state.report.problems
        if is_good and not is_news and self.state.number:
            return  # an event that meant nothing: nobody is disturbed
        base = site.settings.base_path if site else self.state.base
        number = self.state.number + 1
        before = self.state
        self.state = PreviewState(before.run, number, base, files, site, built.report, saved)
        self._callbacks.changed(before, self.state, changed, time.perf_counter() - began)

"""The loop around `build()`: it sleeps until something may have changed, builds, and tells what came of it.

What arrives during a build is taken together into the next.
"""

import threading
from collections.abc import Callable
from datetime import datetime

from byeoru.base.progress import Progress
from byeoru.emit.manifest import read_manifest
from byeoru.front_door import enter
from byeoru.model.project import Profile, Project, Report
from byeoru.serve.shown import Shown, changed_between

_QUIET = 0.01  # seconds without an event before a build: an editor's save is several


class Rebuilder:
    """One thread that builds."""

    def __init__(
        self,
        project: Project,
        profile: Profile,
        shown: Shown,
        now: Callable[[], datetime],
        progress: Progress,
        tell: Callable[[Shown, tuple[str, ...]], None],
    ) -> None:
        """Take what is built, and who is told of each build: what is shown then, and the paths that changed."""
        self._project, self._profile, self._now, self._progress, self._tell = project, profile, now, progress, tell
        self.shown = shown
        self._paths: set[str] = set()
        self._wakes = threading.Event()
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, daemon=True, name="rebuild")

    def start(self) -> None:
        """Begin to wait for changes."""
        self._thread.start()

    def wake(self, path: str) -> None:
        """Say that *path* may have changed."""
        if path.startswith((self._project.workroom, self._project.file("site"), self._project.file(".git"))):
            return
        self._paths.add(path)
        self._wakes.set()

    def close(self) -> None:
        """End the thread after the build that is under way."""
        self._is_closed = True
        self._wakes.set()
        self._thread.join(0.5)

    def build(self) -> Report:
        """Build once."""
        report = enter(self._project, self._profile, now=self._now(), jobs=0, progress=self._progress)
        files = (read_manifest(self._profile.output) or {}) if report.is_written else self.shown.files
        changed = changed_between(self.shown.files, files)
        number = self.shown.number + 1
        self.shown = self.shown._replace(number=number, files=files, report=report)
        self._tell(self.shown, changed)
        return report

    def _run(self) -> None:
        while not self._is_closed:
            self._wakes.wait()
            while self._wakes.is_set():
                self._wakes.clear()
                self._wakes.wait(_QUIET)
            if not self._is_closed:
                self._paths.clear()
                self.build()

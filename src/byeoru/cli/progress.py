"""Measure the stages of a build, and draw a progress bar on a terminal if it takes long."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from byeoru.base.catalogue import Language, localize

BAR_DELAY = 0.8  # seconds before the bar is drawn; in a shorter build it would only flicker


class Listener:
    """The progress of one build."""

    def __init__(self, language: Language, *, draws: bool) -> None:
        """Label the bar in *language*; without *draws* there is no bar."""
        self.timings: dict[str, float] = {}
        self._language = language
        self._draws = draws and sys.stderr.isatty()
        self._started_at = time.monotonic()
        self._stage = ""
        self._total = self._done = 0
        self._bar: Any = None
        self._drawn_at = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure the time of a stage."""
        started_at = time.perf_counter()
        self._stage, self._total, self._done = name, 0, 0
        try:
            yield
        finally:
            self.timings[name] = self.timings.get(name, 0.0) + time.perf_counter() - started_at

    def expect(self, total: int) -> None:
        """Set the number of steps of this stage."""
        self._total = total

    def advance(self) -> None:
        """Count a step, and redraw the bar at most ten times a second."""
        self._done += 1
        now = time.monotonic()
        if self._draws and now - self._started_at > BAR_DELAY and now - self._drawn_at > 0.1:
            self._drawn_at = now
            self._draw()

    def waits_for(self, process: str) -> None:
        """Print which process this build waits for."""
        print(localize("waits-for", self._language, process=process), file=sys.stderr, flush=True)

    def close(self) -> None:
        """Remove the bar and draw no other: a preview shows it for its first build only."""
        self._draws = False
        if self._bar is not None:
            self._bar.stop()

    def _draw(self) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            # Without a refresh thread, because processes are forked while the bar is shown.
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
            self._bar.start()
            self._task = self._bar.add_task("")
        label = localize(f"stage.{self._stage}", self._language)
        self._bar.update(self._task, description=label, completed=self._done, total=self._total)
        self._bar.refresh()

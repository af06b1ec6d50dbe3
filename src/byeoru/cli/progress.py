"""Listen to a build: take the times of its stages, and draw a bar if it takes long and somebody looks."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from byeoru.base.catalogue import Language, localize

PATIENCE = 0.8  # seconds before a bar is drawn; a shorter build would only flicker


class Listener:
    """The progress of one build."""

    def __init__(self, language: Language, *, draws: bool) -> None:
        """Listen in *language*; *draws* says whether a bar is wanted at all."""
        self.timings: dict[str, float] = {}
        self._language = language
        self._draws = draws and sys.stderr.isatty()
        self._began = time.monotonic()
        self._stage = ""
        self._total = self._done = 0
        self._bar: Any = None
        self._drawn = 0.0

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Take the time of a stage."""
        began = time.perf_counter()
        self._stage, self._total, self._done = name, 0, 0
        try:
            yield
        finally:
            self.timings[name] = self.timings.get(name, 0.0) + time.perf_counter() - began

    def expect(self, total: int) -> None:
        """Take the number of steps of this stage."""
        self._total = total

    def advance(self) -> None:
        """Count a step, and draw the bar ten times a second."""
        self._done += 1
        now = time.monotonic()
        if self._draws and now - self._began > PATIENCE and now - self._drawn > 0.1:
            self._drawn = now
            self._draw()

    def waits_for(self, process: str) -> None:
        """Say for whom this build waits."""
        print(localize("waits-for", self._language, process=process), file=sys.stderr, flush=True)

    def close(self) -> None:
        """Take the bar away; none is drawn from here on, as in the builds of a preview after its first."""
        self._draws = False
        if self._bar is not None:
            self._bar.stop()

    def _draw(self) -> None:
        if self._bar is None:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

            # Without a thread of its own: processes are forked while it is shown.
            columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
            self._bar.start()
            self._task = self._bar.add_task("")
        label = localize(f"stage.{self._stage}", self._language)
        self._bar.update(self._task, description=label, completed=self._done, total=self._total)
        self._bar.refresh()

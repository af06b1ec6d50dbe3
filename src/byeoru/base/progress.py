"""The interface through which stages report progress, without knowing how it is displayed."""

from contextlib import AbstractContextManager
from typing import Protocol


class Progress(Protocol):
    """A receiver of progress reports of a build."""

    def stage(self, name: str) -> AbstractContextManager[None]:
        """Begin the stage *name*, whose label is in the catalogue; it ends with the block."""

    def expect(self, total: int) -> None:
        """Report the number of steps of the current stage."""

    def advance(self) -> None:
        """Report that one step is complete."""

    def waits_for(self, process: str) -> None:
        """Report that another process is building the same site, and that this one is waiting."""

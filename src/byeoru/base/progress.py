"""How a stage tells how far it is, without knowing who listens."""

from contextlib import AbstractContextManager
from typing import Protocol


class Progress(Protocol):
    """Something that is told of the stages of a build."""

    def stage(self, name: str) -> AbstractContextManager[None]:
        """Enter the stage *name*, a word of the catalogue; leaving the block ends it."""

    def expect(self, total: int) -> None:
        """Say how many steps the present stage has."""

    def advance(self) -> None:
        """Say that one step is done."""

    def waits_for(self, process: str) -> None:
        """Say that another process is building the same site, and that this one waits."""

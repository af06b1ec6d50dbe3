"""Results that a forked process computes while this one does something else.

In:  functions without arguments, by name.
Out: their results as bytes, in any order.
Must not: be required: where a process cannot be forked, or has died, there is no result, and the caller computes it.
"""

import os
import signal
from collections.abc import Callable, Mapping
from typing import Self

from byeoru.base.forking import interrupts_blocked, start_method

Tasks = Mapping[str, Callable[[], bytes]]


class Ahead:
    """The results of some tasks, each to be taken once; the process ends with the context."""

    def __init__(self, tasks: Tasks) -> None:
        """Start the *tasks*, one after another."""
        self._results: dict[str, int] = {}  # descriptors of files in memory, which take a whole result at once
        self.process = 0  # its id
        if tasks and start_method() == "fork":
            try:
                self._start(tasks)
            except OSError:  # no processes, descriptors or memory left
                self._close()
        self._waiting = list(self._results)  # those that were not complete yet

    def _start(self, tasks: Tasks) -> None:
        for name in tasks:
            self._results[name] = os.memfd_create("ahead")
        self._done, done = os.pipe()  # carries one byte for each result that is complete
        try:
            with interrupts_blocked():
                self.process = os.fork()
                if not self.process:
                    _compute(tasks, self._results, done)
        except OSError:
            os.close(self._done)
            raise
        finally:
            os.close(done)

    def take(self, name: str) -> bytes | None:
        """Return the result of a task once it is complete; None if there is none, or if it was taken before."""
        if name not in self._results:
            return None
        while name in self._waiting:
            if not os.read(self._done, 1):  # the process has died
                return None
            del self._waiting[0]
        with open(self._results.pop(name), "rb") as file:
            file.seek(0)  # the process has moved the position that both have in common
            return file.read()

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._close()

    def _close(self) -> None:
        if self.process:
            os.kill(self.process, signal.SIGKILL)  # it writes nothing but these results
            os.waitpid(self.process, 0)
            os.close(self._done)
        for descriptor in self._results.values():
            os.close(descriptor)
        self._results, self.process = {}, 0


NOTHING_AHEAD = Ahead({})


def _compute(tasks: Tasks, results: Mapping[str, int], done: int) -> None:
    """Do the work of the forked process, which ends here."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles it
        for name, task in tasks.items():
            with open(results[name], "wb", closefd=False) as file:
                file.write(task())
            os.write(done, b".")
    finally:
        os._exit(0)

"""Results that a forked process computes while this one does something else.

In:  a function, and what to call it with.
Out: its results as bytes, in any order.
Must not: be required: where a process cannot be forked, or has died, there is no result, and the caller computes it.
"""

import os
import signal
from collections.abc import Callable, Sequence
from typing import Self

from byeoru.base.forking import interrupts_blocked, start_method


class Ahead:
    """The results of one function for some items, each to be taken once; the process ends with the context."""

    def __init__(self, do: Callable[[str], bytes], items: Sequence[str]) -> None:
        """Start computing *do* for each of *items*, in their order."""
        self._results: dict[str, int] = {}  # descriptors of files in memory, which take a whole result at once
        self.process = 0  # its id
        if start_method() == "fork" and items:
            self._results = {item: os.memfd_create("ahead") for item in items}
            self._done, done = os.pipe()  # carries one byte for each result that is complete
            with interrupts_blocked():
                self.process = os.fork()
                if not self.process:
                    _compute(do, self._results, done)
            os.close(done)
        self._waiting = list(self._results)  # those that were not complete yet

    def take(self, item: str) -> bytes | None:
        """Return the result for *item* once it is complete; None if there is none, or if it was taken before."""
        if item not in self._results:
            return None
        while item in self._waiting:
            if not os.read(self._done, 1):  # the process has died
                return None
            del self._waiting[0]
        with open(self._results.pop(item), "rb") as file:
            file.seek(0)  # the process has moved the position that both have in common
            return file.read()

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        if self.process:
            os.kill(self.process, signal.SIGKILL)  # it writes nothing but these results
            os.waitpid(self.process, 0)
            os.close(self._done)
        for descriptor in self._results.values():
            os.close(descriptor)
        self._results, self.process = {}, 0


def _compute(do: Callable[[str], bytes], results: dict[str, int], done: int) -> None:
    """Do the work of the forked process, which ends here."""
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles it
        for item, descriptor in results.items():
            with open(descriptor, "wb", closefd=False) as file:
                file.write(do(item))
            os.write(done, b".")
    finally:
        os._exit(0)

"""A pool of processes that outlives the death of one, and no parent that was killed.

Nothing of an executor but ``submit`` is used, so one that spans machines (Dask's ``Client.get_executor()``) could
stand in for the processes of this one.
"""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import lru_cache
from multiprocessing.connection import wait as wait_for
from typing import Any

from byeoru.base.gc_tuning import relax_gc
from byeoru.base.tasks import Died, Shared, Work

_PATIENCE = 0.3  # seconds in which the thread of an executor ends that is not stuck; it takes some milliseconds


class _Lacking(Exception):  # noqa: N818  (an answer, not an error)
    """A worker has not got the shared value."""


@lru_cache(maxsize=2)
def _value(shared: Shared) -> Any:  # noqa: ANN401
    if shared.blob is None:
        raise _Lacking
    return shared.load(shared.blob)


def _call(work: Work, shared: Shared, batch: Sequence[Any]) -> Sequence[Any]:
    return work(_value(shared), batch)


class Pool:
    """Processes that are started with the first task, and kept until ``close``."""

    def __init__(self, jobs: int) -> None:
        """Take the number of processes."""
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def map(self, work: Work, batches: Iterable[Sequence[Any]], shared: Shared) -> Iterator[Any]:
        """Do *work* on each of *batches* in the pool; an item that kills its process twice comes back as ``Died``."""
        waiting: dict[Future[Sequence[Any]], Sequence[Any]] = {}
        source = iter(batches)
        while True:
            while len(waiting) < 2 * self.jobs and (batch := next(source, None)) is not None:
                waiting[self._submit(work, shared.named(), batch)] = batch
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                batch = waiting.pop(future)
                try:
                    yield from future.result()
                except _Lacking:
                    waiting[self._submit(work, shared, batch)] = batch
                except BrokenProcessPool:
                    self.close()
                    left = [batch, *waiting.values()]
                    waiting.clear()
                    yield from self._one_by_one(work, shared, left)
                    break

    def _one_by_one(self, work: Work, shared: Shared, batches: list[Sequence[Any]]) -> Iterator[Any]:
        """Do again what was under way when a process died; the item that kills one alone is the culprit."""
        for item in (item for batch in batches for item in batch):
            try:
                yield from self._submit(work, shared, [item]).result()
            except BrokenProcessPool:
                self.close()
                yield Died(item)

    def _submit(self, work: Work, shared: Shared, batch: Sequence[Any]) -> "Future[Sequence[Any]]":
        with _interrupts_held():
            try:
                return self._executor().submit(_call, work, shared, batch)
            except BrokenProcessPool:  # a process died between two tasks
                self.close()
                return self._executor().submit(_call, work, shared, batch)

    def _executor(self) -> Executor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.jobs, multiprocessing.get_context(start_method()), _begin)
        return self._pool

    def close(self) -> None:
        """End the processes, at once and without waiting for what they are doing.

        The executor's own thread has to be gone as well before another pool may be made: it closes the pipes of this
        one, whose numbers another pool would be given. Before 3.12 it can wait for ever, for a task to be written
        that nobody will read, or for the rest of a result that was cut off in the middle (python/cpython#94777);
        then closing our copies of the other ends of both pipes lets it see that nobody is there.
        """
        if self._pool is None:
            return
        processes = list((self._pool._processes or {}).values())  # noqa: SLF001  (there is no public way to end them)
        thread: Any = self._pool._executor_manager_thread  # noqa: SLF001
        ends = (getattr(self._pool._call_queue, "_reader", None), getattr(self._pool._result_queue, "_writer", None))  # type: ignore[attr-defined]  # noqa: SLF001
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = None
        for process in processes:
            process.terminate()
        for process in processes:
            process.join()
        if thread is None:
            return
        thread.join(_PATIENCE)
        if thread.is_alive():
            for end in ends:
                if end is not None:
                    with suppress(OSError):
                        end.close()
            thread.join()


def start_method() -> str:
    """Return how processes are started: by fork where nothing else runs in this one, else by spawn.

    A fork costs nothing and has all modules loaded; beside threads it can deadlock, and macOS's frameworks
    forbid it. Python's own default changes between versions, so it is not left to it.
    """
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let no Ctrl-C come while processes are started: until it ignores them, a new one would print where it stood."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Prepare a worker: Ctrl-C is the parent's business, and no worker outlives a parent that was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    relax_gc()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for([parent.sentinel])
        os._exit(1)

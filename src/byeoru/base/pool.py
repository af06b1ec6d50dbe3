"""A process pool that survives the crash of a worker, and whose workers end if the parent process is killed.

Where processes can be forked, they are forked for each work and inherit it: its functions, the shared value and all
that these refer to, so that only batches and results are pickled. Where they cannot, the work is sent to them.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import lru_cache, partial
from multiprocessing.connection import wait as wait_for
from typing import Any

from byeoru.base.forking import interrupts_blocked, start_method
from byeoru.base.gc_tuning import relax_gc
from byeoru.base.heap import trim_heap
from byeoru.base.tasks import Batch, Died, Do, Portable, Work

_JOIN_SECONDS = 0.3  # in which the thread of an executor ends unless it is stuck; it takes some milliseconds


class _SharedValueMissing(Exception):  # noqa: N818  (a response, not an error)
    """A worker does not have the shared value."""


Call = Callable[[Batch], Batch]


@lru_cache(maxsize=2)
def _value(shared: Portable) -> Any:  # noqa: ANN401
    if shared.data is None:
        raise _SharedValueMissing
    return shared.load(shared.data)


def _do_sent(do: Do, shared: Portable, batch: Batch) -> Batch:
    return do(_value(shared), batch)


_inherited: list[Work] = []  # in a forked worker: its work


def _do_inherited(batch: Batch) -> Batch:
    return _inherited[0](batch)


class Pool:
    """Worker processes that are started with the first task; forked ones end with their work, others at ``close``."""

    def __init__(self, jobs: int) -> None:
        """Set the number of processes."""
        self.jobs = jobs
        self._pool: ProcessPoolExecutor | None = None
        self._method = ""  # by which they are started
        self._heritage: tuple[Work, ...] = ()  # what forked ones inherit

    def map(self, work: Work, batches: Iterable[Batch]) -> Iterator[Any]:
        """Do *work* on each of *batches*; an item that kills its process twice is returned as ``Died``."""
        self._method = start_method()
        if self._method == "fork":
            self._heritage = (work,)
            try:
                yield from self._map(_do_inherited, _do_inherited, batches)
            finally:
                self.close()
                trim_heap()  # of the results that were received
        else:
            shared = work.shared.portable()
            short, whole = partial(_do_sent, work.do, shared.without_data()), partial(_do_sent, work.do, shared)
            yield from self._map(short, whole, map(work.prepared, batches))

    def _map(self, call: Call, call_with_value: Call, batches: Iterable[Batch]) -> Iterator[Any]:
        """Submit *call* with each of *batches*, and *call_with_value* to a worker that lacks the shared value."""
        waiting: dict[Future[Batch], Batch] = {}
        source = iter(batches)
        while True:
            while len(waiting) < 2 * self.jobs and (batch := next(source, None)) is not None:
                waiting[self._submit(call, batch)] = batch
            if not waiting:
                return
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                batch = waiting.pop(future)
                try:
                    yield from future.result()
                except _SharedValueMissing:
                    waiting[self._submit(call_with_value, batch)] = batch
                except BrokenProcessPool:
                    self.close()
                    unfinished = [batch, *waiting.values()]
                    waiting.clear()
                    yield from self._one_by_one(call_with_value, unfinished)
                    break

    def _one_by_one(self, call: Call, batches: list[Batch]) -> Iterator[Any]:
        """Repeat the batches that were running when a process died, item by item, to find the item that kills it."""
        for item in (item for batch in batches for item in batch):
            try:
                yield from self._submit(call, [item]).result()
            except BrokenProcessPool:
                self.close()
                yield Died(item)

    def _submit(self, call: Call, batch: Batch) -> "Future[Batch]":
        with interrupts_blocked():
            try:
                return self._executor().submit(call, batch)
            except BrokenProcessPool:  # a process died between two tasks
                self.close()
                return self._executor().submit(call, batch)

    def _executor(self) -> Executor:
        if self._pool is None:
            context = multiprocessing.get_context(self._method)
            trim_heap()
            self._pool = ProcessPoolExecutor(self.jobs, context, _start_worker, self._heritage)
        return self._pool

    def close(self) -> None:
        """Terminate the processes at once, without waiting for their current tasks.

        The executor's own thread must end too before another pool may be created: it closes the pipes of this pool,
        and another pool would be given the same descriptors. Before Python 3.12 it can block for ever, while it writes
        a task that no process reads, or reads the rest of a truncated result (python/cpython#94777). Closing our
        copies of the other ends of both pipes then ends its system call.
        """
        if self._pool is None:
            return
        processes = list((self._pool._processes or {}).values())  # noqa: SLF001  (there is no public way to terminate them)
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
        thread.join(_JOIN_SECONDS)
        if thread.is_alive():
            for end in ends:
                if end is not None:
                    with suppress(OSError):
                        end.close()
            thread.join()


def _start_worker(*heritage: Work) -> None:
    """Prepare a worker: it ignores Ctrl-C, which the parent handles, and ends if the parent is killed."""
    _inherited.extend(heritage)
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

"""Workers on other machines: a cluster of Dask, which `byeoru[dask]` can use.

In:  the address of its scheduler, `dask://HOST:PORT`; work and batches as for a local pool.
Out: the results, in the order of completion; raises ``ExecutorError`` if the cluster cannot be used.
Must not: send work that reads or writes files, or send a shared value to one worker twice.

A task carries the bytes of a batch, its functions and options, and the digest of the shared value. A worker that lacks
the value says so, is sent it, and the task is submitted again. If a worker is lost, the scheduler gives its tasks to
another one.
"""

import pickle
import threading
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Any

from byeoru.base.program import program_digest
from byeoru.base.tasks import Batch, Died, Do, ExecutorError, Portable, Work

PREFIX = "dask://"
_PATIENCE = 30  # seconds, until the scheduler answers and has a worker

_kept: dict[str, bytes] = {}  # in a worker: the shared value that it was sent last, by digest
_one_at_a_time = threading.Lock()  # a worker of Dask may have several threads, which rendering is not made for


class _Lacking(Exception):  # noqa: N818  (a response, not an error)
    """A worker does not have the shared value."""

    def __init__(self, worker: str, address: str) -> None:
        """Store which worker it is: another one can have its address later."""
        super().__init__(worker, address)
        self.worker, self.address = worker, address


class _OtherProgram(Exception):  # noqa: N818  (a response, not an error)
    """A worker has another version of this program, or of a library that affects its results."""


@lru_cache(maxsize=1)
def _value(shared: Portable) -> Any:  # noqa: ANN401
    data = shared.data if shared.data is not None else _kept.get(shared.digest)
    if data is None:
        from distributed import get_worker

        worker = get_worker()
        raise _Lacking(worker.id, worker.address)
    return shared.load(data)


def _keep(shared: Portable) -> None:
    _kept.clear()
    _kept[shared.digest] = shared.data or b""


def _done(do: Do, shared: Portable, program: str, batch: bytes) -> bytes:
    """Return the results of a batch; both are bytes, so that Dask does not look for tasks in them."""
    if program != program_digest():
        raise _OtherProgram
    with _one_at_a_time:
        return pickle.dumps(do(_value(shared), pickle.loads(batch)))  # noqa: S301  (from the client of this cluster)


class Cluster:
    """A connection to the scheduler of a cluster, from which work is submitted."""

    def __init__(self, address: str) -> None:
        """Connect to *address*, which begins with ``PREFIX``."""
        try:
            from distributed import Client
        except ImportError:
            raise ExecutorError("failed.no-dask") from None
        try:
            self._client = Client(f"tcp://{address.removeprefix(PREFIX)}", timeout=_PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError) as problem:
            raise ExecutorError("failed.no-cluster", str(problem)) from problem
        self._has_value: set[tuple[str, str]] = set()  # worker, and digest of the shared value

    def map(self, work: Work, batches: Iterable[Batch]) -> Iterator[Any]:
        """Do *work* on each of *batches*; an item that ends several workers is returned as ``Died``."""
        from distributed import KilledWorker, as_completed

        shared = work.shared.portable()
        sent = shared.without_data() if shared.data else shared
        call = partial(_done, work.do, sent, program_digest())
        waiting: dict[str, Batch] = {}
        suspects: list[Batch] = []  # items that ran on workers which ended
        tried: Batch = []  # the suspect that runs
        running = as_completed(loop=self._client.loop)
        source = map(work.prepared, batches)

        def submit(batch: Batch) -> None:
            future = self._client.submit(call, pickle.dumps(batch), pure=False)
            waiting[future.key] = batch
            running.add(future)

        def fill() -> None:
            limit = 2 * sum(self._client.nthreads().values())  # workers come and go
            while len(waiting) < max(2, limit) and (batch := next(source, None)) is not None:
                submit(batch)

        fill()
        for future in running:
            batch = waiting.pop(future.key)
            try:
                yield from pickle.loads(future.result())  # noqa: S301  (from a worker that runs our own functions)
            except _Lacking as worker:
                self._give(worker, shared)
                submit(batch)
            except KilledWorker:
                if batch is tried:
                    yield Died(batch[0])
                else:
                    suspects.extend([item] for item in batch)
            except _OtherProgram:
                raise ExecutorError("failed.other-program") from None
            fill()
            if suspects and not waiting:  # alone, so that none is taken for the one that ended its worker
                tried = suspects.pop()
                submit(tried)

    def _give(self, worker: _Lacking, shared: Portable) -> None:
        """Send the shared value to a worker, unless another task has asked for it meanwhile."""
        if (worker.worker, shared.digest) not in self._has_value:
            self._has_value.add((worker.worker, shared.digest))
            self._client.run(_keep, shared, workers=[worker.address], on_error="ignore")  # it may be lost already

    def close(self) -> None:
        """Disconnect; the cluster forgets what is still running."""
        self._client.close()

"""Apply a function to many items in several worker processes.

In:  a function of (shared value, batch of items) -> list of results, and an iterable of batches.
Out: the results, batch by batch, in the order of completion.
Must not: hold more than a few batches at a time, so that memory use is constant.

The caller forms the batches, because one task per small file costs more than the file (3.8 ms per task on a cluster,
where a post takes 4 ms), and pools of threads or clusters ignore ``chunksize``. The pool itself is a separate module,
imported when the first batch is submitted.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from byeoru.base.tasks import NO_SHARED_VALUE, Batch, Shared, Work, as_it_is


class Workers:
    """Worker processes; those that are not forked for one ``map`` are kept until ``close``."""

    def __init__(self, jobs: int = 0) -> None:
        """Set the number of processes; 0 means one per core."""
        self.jobs = jobs or os.cpu_count() or 1
        self._pool: Any = None

    def map(
        self,
        do: Callable[[Any, Batch], Batch],
        batches: Iterable[Batch],
        shared: Shared = NO_SHARED_VALUE,
        prepare: Callable[[Batch], Batch] = as_it_is,
    ) -> Iterator[Any]:
        """Apply *do* to each of *batches*; an item that kills its process twice is returned as ``Died``.

        *prepare* adds to a batch what only this process can read. A forked worker inherits that too, so it does both;
        before a batch is sent to any other worker, this process prepares it.
        """
        if self._pool is None:
            from byeoru.base.pool import Pool

            self._pool = Pool(self.jobs)
        yield from self._pool.map(Work(do, shared, prepare), batches)

    def close(self) -> None:
        """Terminate the processes at once, without waiting for their current tasks."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None

"""Apply a function to many items in several worker processes.

In:  a function of (shared value, batch of items) -> list of results, and an iterable of batches.
Out: the results, batch by batch, in the order of completion.
Must not: hold more than a few batches at a time, so that memory use is constant.

The caller forms the batches, because one task per small file costs more than the file (3.8 ms per task on a cluster,
where a post takes 4 ms), and pools of threads or clusters ignore ``chunksize``. The pool itself is a separate module,
imported when the first batch is submitted.
"""

import os
from collections.abc import Iterable, Iterator
from typing import Any

from byeoru.base.tasks import NO_SHARED_VALUE, Batch, Do, Prepare, Shared, Work, as_it_is


class Workers:
    """Local processes and, with an *executor*, those of a cluster; started with the first batch, ended by ``close``."""

    def __init__(self, jobs: int = 0, executor: str = "") -> None:
        """Set the number of processes, 0 for one per core, and the address of a cluster, "" for none."""
        self.jobs, self.executor = jobs or os.cpu_count() or 1, executor
        self._pool: Any = None
        self._cluster: Any = None

    @property
    def is_alone(self) -> bool:
        """Tell whether there is no process besides this one."""
        return self.jobs == 1 and not self.executor

    def map(self, do: Do, batches: Iterable[Batch], shared: Shared = NO_SHARED_VALUE) -> Iterator[Any]:
        """Apply *do*, which depends on its arguments alone, to each of *batches*, on any machine.

        An item that kills its process twice is returned as ``Died``.
        """
        if not self.executor:
            yield from self.map_here(do, batches, shared)
            return
        if self._cluster is None:
            from byeoru.base.cluster import Cluster

            self._cluster = Cluster(self.executor)
        yield from self._cluster.map(Work(do, shared, as_it_is), batches)

    def map_here(
        self,
        do: Do,
        batches: Iterable[Batch],
        shared: Shared = NO_SHARED_VALUE,
        prepare: Prepare = as_it_is,
    ) -> Iterator[Any]:
        """Do the same on this machine, where *do* may use the files of the project.

        *prepare* adds to an item what only this process can read. A forked worker inherits that too, so it does both,
        item by item; before a batch is sent to any other worker, this process prepares it.
        """
        if self._pool is None:
            from byeoru.base.pool import Pool

            self._pool = Pool(self.jobs)
        yield from self._pool.map(Work(do, shared, prepare), batches)

    def close(self) -> None:
        """Terminate the local processes at once, without waiting for their current tasks, and leave the cluster."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None
        if self._cluster is not None:
            self._cluster.close()
            self._cluster = None

"""Do a pure function on many items, here or with several workers.

In:  a function of (shared value, batch of items) -> list of results, and an iterable of batches.
Out: the results, batch by batch, in the order in which they are done.
Must not: hold more than a few batches at a time, so that memory stays flat.

The batches are cut by the caller, because one task for each small file costs more than the file (3.8 ms a task
on a cluster, where a post takes 4 ms), and pools of threads or clusters ignore ``chunksize``. The pool itself is a
module of its own, imported when the first batch is handed to it.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from byeoru.base.tasks import NO_SHARED_VALUE, Shared, Work


class Workers:
    """Processes that are started when there is enough to do, and kept until ``close``."""

    def __init__(self, jobs: int = 0) -> None:
        """Take the number of processes; 0 means one for each core."""
        self.jobs = jobs or os.cpu_count() or 1
        self._pool: Any = None

    def map(self, work: Work, batches: Iterable[Sequence[Any]], shared: Shared = NO_SHARED_VALUE) -> Iterator[Any]:
        """Do *work* on each of *batches* in the pool; an item that kills its process twice comes back as ``Died``."""
        if self._pool is None:
            from byeoru.base.pool import Pool

            self._pool = Pool(self.jobs)
        yield from self._pool.map(work, batches, shared)

    def close(self) -> None:
        """End the processes, at once and without waiting for what they are doing."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None

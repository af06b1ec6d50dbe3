"""What a pool of workers and its caller exchange: the work, the value that all tasks share, an item that crashes.

In:  nothing; these are values.
Out: values for any worker: one that is forked inherits them, to any other they are sent.
Must not: start a process, or know how one is started; that is done in ``parallel`` and ``pool``.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from byeoru.base.digest import digest

# The types of items and results are known to the caller, which declares them.
Batch = Sequence[Any]
Do = Callable[[Any, Iterable[Any]], Batch]  # of the shared value and the prepared items of a batch: the results
Prepare = Callable[[Any], Any]  # adds to an item what only this process, and a worker that inherits it, can read


class Died(NamedTuple):
    """An item that crashed its worker process twice."""

    item: Any


class ExecutorError(Exception):
    """Workers on other machines cannot be used."""

    def __init__(self, code: str, detail: str = "") -> None:
        """Store the code of the message, and what the system says."""
        super().__init__(code, detail)
        self.code, self.detail = code, detail


class Shared:
    """A large value that every task needs: a forked worker inherits it, any other loads it once from its bytes."""

    def __init__(self, value: Any, dump: Callable[[], bytes], load: Callable[[bytes], Any]) -> None:  # noqa: ANN401
        """Store the value, and the functions that make bytes of it and load them; *load* is sent to workers."""
        self.value, self._dump, self._load = value, dump, load

    def portable(self) -> "Portable":
        """Return the value as it is sent to a worker that does not inherit it."""
        data = self._dump()
        return Portable(digest(data), self._load, data)


class Portable:
    """A shared value as bytes. Only its digest is sent with a task; a worker that lacks the bytes asks for them."""

    def __init__(self, digest: str, load: Callable[[bytes], Any], data: bytes | None) -> None:
        """Store the digest of *data*, and the function that loads the value from it."""
        self.digest, self.load, self.data = digest, load, data

    def __eq__(self, other: object) -> bool:
        """Compare by digest."""
        return isinstance(other, Portable) and self.digest == other.digest

    def __hash__(self) -> int:
        """Hash by digest."""
        return hash(self.digest)

    def without_data(self) -> "Portable":
        """Return the same value without its bytes."""
        return Portable(self.digest, self.load, None)


class Work(NamedTuple):
    """What is done with each batch."""

    do: Do
    shared: Shared
    prepare: Prepare

    def __call__(self, batch: Batch) -> Batch:
        """Return the results of a batch, in a process that has all of it; each item is prepared when it is due."""
        return self.do(self.shared.value, map(self.prepare, batch))

    def prepared(self, batch: Batch) -> Batch:
        """Return a batch to send to another process."""
        return [self.prepare(item) for item in batch]


def _nothing(_: bytes) -> None:
    return None


NO_SHARED_VALUE = Shared(None, bytes, _nothing)


def as_it_is(item: Any) -> Any:  # noqa: ANN401
    """Return *item*: work that needs nothing from this process."""
    return item

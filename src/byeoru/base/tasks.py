"""What a pool of workers and its caller exchange: the work, the value that all tasks share, an item that crashes.

In:  nothing; these are values.
Out: values that can be pickled, so that they could also be sent to another machine.
Must not: start a process, or know how one is started; that is done in ``parallel`` and ``pool``.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

# The types of items and results are known to the caller, which declares them.
Work = Callable[[Any, Sequence[Any]], Sequence[Any]]


class Died(NamedTuple):
    """An item that crashed its worker process twice."""

    item: Any


class Shared:
    """A large value that every task needs and each worker loads once.

    Only its digest is sent with a task; a worker that does not have the value requests it.
    """

    def __init__(self, digest: str, load: Callable[[bytes], Any], blob: bytes | None) -> None:
        """Store the digest of *blob*, and the function that loads the value from it."""
        self.digest, self.load, self.blob = digest, load, blob

    def __eq__(self, other: object) -> bool:
        """Compare by digest."""
        return isinstance(other, Shared) and self.digest == other.digest

    def __hash__(self) -> int:
        """Hash by digest."""
        return hash(self.digest)

    def without_blob(self) -> "Shared":
        """Return the same value without its bytes."""
        return Shared(self.digest, self.load, None)


def _nothing(_: bytes) -> None:
    return None


NO_SHARED_VALUE = Shared("", _nothing, b"")

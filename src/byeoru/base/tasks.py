"""What travels between a pool of workers and its caller: the work, the value that all tasks share, a fatal item.

In:  nothing; these are values.
Out: values that can be pickled, so that a worker on another machine could take them.
Must not: start a process, or know how one is started; those are ``parallel`` and ``pool``.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

# The caller knows what its items and results are, and says so where it takes them.
Work = Callable[[Any, Sequence[Any]], Sequence[Any]]


class Died(NamedTuple):
    """An item that ended the process which worked on it, twice."""

    item: Any


class Shared:
    """A large value that every task needs and each worker loads once.

    Only its digest travels with a task; a worker that lacks the value says so and is sent it.
    """

    def __init__(self, digest: str, load: Callable[[bytes], Any], blob: bytes | None) -> None:
        """Take the digest of *blob* and the function that makes the value of it."""
        self.digest, self.load, self.blob = digest, load, blob

    def __eq__(self, other: object) -> bool:
        """Compare by digest."""
        return isinstance(other, Shared) and self.digest == other.digest

    def __hash__(self) -> int:
        """Hash by digest."""
        return hash(self.digest)

    def named(self) -> "Shared":
        """Return the same value without its bytes."""
        return Shared(self.digest, self.load, None)


def _nothing(_: bytes) -> None:
    return None


NO_SHARED_VALUE = Shared("", _nothing, b"")

"""What search reads and returns.

In:  nothing; these are values and protocols.
Out: ``IndexReader``, which finds the files of an index, and ``Found``, the answer to a query.
Must not: know where an index is.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from byeoru.index.root import Root
from byeoru.index.titles import TitleRow


class IndexReader(Protocol):
    """What finds the files of an index."""

    @property
    def root(self) -> Root:
        """Return the root of the index."""

    def shard(self, segment: int, number: int) -> str:
        """Return the text of a shard; "" if there is none."""

    def titles(self, chunk: int) -> Sequence[TitleRow]:
        """Return the rows of a chunk of titles; none if there is no such chunk."""


class Found(NamedTuple):
    """The answer to a query."""

    rows: tuple[TitleRow, ...] = ()  # the first ones, best first
    total: int = 0  # documents that were found
    words: tuple[str, ...] = ()  # the words that were found, for marks
    widened: tuple[tuple[str, str], ...] = ()  # what was typed, and what was taken in its place
    filters: tuple[str, ...] = ()

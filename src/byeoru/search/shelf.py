"""The shards that a query has read.

In:  a reader, and keys: beginnings of terms in the order of the index.
Out: the terms that begin with a key, each with its postings.
Must not: read a shard twice, or know what is searched.
"""

from bisect import bisect_right
from collections.abc import Iterable

from byeoru.index import postings, shards
from byeoru.index.postings import Postings
from byeoru.korean.jamo import order
from byeoru.search.reader import IndexReader

_LAST = "\uffff"
_SHARDS = 2  # of a segment that are read for one key

Lines = dict[str, list[str]]  # a term and its postings in each segment


class Shelf:
    """The shards that were read."""

    def __init__(self, reader: IndexReader) -> None:
        """Read nothing yet."""
        self._reader = reader
        self._texts: dict[tuple[int, int], str] = {}

    def load(self, keys: Iterable[str]) -> None:
        """Read the shards that have terms beginning with one of *keys*."""
        for key in keys:
            for place in self._places(key):
                if place not in self._texts:
                    self._texts[place] = self._reader.shard(*place)

    def starting(self, key: str) -> Lines:
        """Return the terms that begin with *key*, of the shards that were read."""
        found: Lines = {}
        for place in self._places(key):
            for line in lines(self._texts.get(place, ""), key):
                term, _, postings = line.partition("\t")
                found.setdefault(term, []).append(postings)
        return found

    def postings(self, term: str) -> Postings:
        """Return the slots and impacts of *term*."""
        return decoded(self.starting(order(term)).get(term, []))

    def _places(self, key: str) -> list[tuple[int, int]]:
        """Return the segments and numbers of the shards for *key*; the first ones only, if many terms begin so."""
        places = []
        for segment in range(len(self._reader.root.segments)):
            boundaries = self._reader.root.boundaries_of(segment)
            first, last = bisect_right(boundaries, key), bisect_right(boundaries, key + _LAST)
            places += [(segment, number) for number in range(first, min(last + 1, first + _SHARDS))]
        return places


def lines(text: str, key: str) -> list[str]:
    r"""Return the lines of a shard whose term begins with *key*.

    >>> lines("자바\ta\n클로저\tb\n클로저=closure\ta\n", "ㅋㅡㄹ")
    ['클로저\tb', '클로저=closure\ta']
    """
    at = shards.place_of((key, ""), text)
    found = []
    while at < len(text) and order(text[at : text.index("\t", at)]).startswith(key):
        end = text.index("\n", at)
        found.append(text[at:end])
        at = end + 1
    return found


def decoded(texts: Iterable[str]) -> Postings:
    """Return the slots and impacts of postings in several segments."""
    return [pair for text in texts for pair in postings.decoded(text)]

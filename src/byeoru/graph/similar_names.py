"""Find the name that an author probably meant: in another spacing or spelling, or with one letter wrong.

In:  the names of a site.
Out: one of them, as it is written in brackets.
Must not: compare a name with all others; a vault has thousands of links to notes that are still to be written.
"""

from collections.abc import Iterator

from byeoru.base.paths import case_folded
from byeoru.graph.names import Names
from byeoru.korean.jamo import order

_SPACES = str.maketrans("", "", " -_")
_SHORTEST, _LONGEST = 2, 60  # characters of names that are compared letter by letter


class SimilarNames:
    """Tables of names by what spelling seldom gets right."""

    def __init__(self, names: Names) -> None:
        """Take the names of a site."""
        self._syllables = _Syllables()
        self._names: dict[str, str] = {}
        for name in names.spoken():
            self._names.setdefault(self._plain(name), name)
        self._shorter: dict[str, str] = {}
        for plain in self._names:
            for shorter in _without_one(plain):
                self._shorter.setdefault(shorter, plain)

    def to(self, name: str) -> str:
        """Return the name most similar to *name*, "" if none is similar."""
        plain = self._plain(name.rpartition("/")[2])
        for spelling in (plain, *_without_one(plain)):
            if (found := spelling if spelling in self._names else self._shorter.get(spelling)) is not None:
                return self._names[found]
        return ""

    def _plain(self, name: str) -> str:
        return case_folded(name).translate(_SPACES).translate(self._syllables)


class _Syllables(dict[int, str]):
    """Maps a syllable to the first that sounds like it, as the search index does: one character stays one."""

    def __init__(self) -> None:
        super().__init__()
        self._first: dict[str, str] = {}

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = self._first.setdefault(order(character) or character, character)
        return self[code]


def _without_one(plain: str) -> Iterator[str]:
    if _SHORTEST < len(plain) <= _LONGEST:
        yield from (plain[:at] + plain[at + 1 :] for at in range(len(plain)))

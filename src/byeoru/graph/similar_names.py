"""Find the name that an author probably meant: in another spacing or spelling, or with one letter wrong.

In:  the names of a site.
Out: one of them, as it is written in brackets.
Must not: compare a name with all others; a vault has thousands of links to notes that are still to be written.

One letter that is wrong, missing or too much leaves one half of a name as it is, so names are found by their halves.
"""

from byeoru.base.frozen import freezable
from byeoru.base.paths import case_folded
from byeoru.graph.names import Names
from byeoru.korean.jamo import order

_SPACES = str.maketrans("", "", " -_")
_SHORTEST = 3  # letters of a name in which one may be wrong
_MOST = 200  # names of one half that are compared


@freezable
class SimilarNames:
    """Tables of names by what spelling seldom gets right."""

    def __init__(self, names: Names) -> None:
        """Take the names of a site."""
        self._syllables = Syllables()
        self._names: dict[str, str] = {}
        self._by_half: dict[tuple[int, str], list[str]] = {}  # by the length of the whole
        for name in dict.fromkeys(names.spoken()):  # most titles are file names
            plain = self._plain(name)
            if plain in self._names:
                continue
            self._names[plain] = name
            if len(plain) >= _SHORTEST:
                for half in _halves(plain, len(plain)):
                    self._by_half.setdefault(half, []).append(plain)

    def to(self, name: str) -> str:
        """Return the name most similar to *name*, "" if none is similar."""
        plain = self._plain(name.rpartition("/")[2])
        for spelling in (plain, plain[:-1]):  # a name with a particle of one syllable inside the brackets
            if spelling in self._names:
                return self._names[spelling]
        if len(plain) < _SHORTEST:
            return ""
        for length in (len(plain), len(plain) - 1, len(plain) + 1):
            for half in _halves(plain, length):
                for other in self._by_half.get(half, ())[:_MOST]:
                    if _differs_in_one(plain, other):
                        return self._names[other]
        return ""

    def _plain(self, name: str) -> str:
        return case_folded(name).translate(_SPACES).translate(self._syllables)


@freezable
class Syllables(dict[int, str]):
    """Maps a syllable to the first that sounds like it, as the search index does: one character stays one."""

    def __init__(self) -> None:
        super().__init__()
        self._first: dict[str, str] = {}

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = self._first.setdefault(order(character) or character, character)
        return self[code]


def _halves(plain: str, length: int) -> tuple[tuple[int, str], tuple[int, str]]:
    """Return the keys of both halves of a name of *length* of which *plain* differs in one letter of the other."""
    half = length // 2
    return (length, f"{plain[:half]}…"), (length, f"…{plain[len(plain) - (length - half - 1) :]}")


def _differs_in_one(one: str, other: str) -> bool:
    """Tell whether one letter was replaced, left out or added.

    >>> [_differs_in_one("클로저", other) for other in ("클로져", "클로", "클로저들", "크로져")]
    [True, True, True, False]
    """
    shorter, longer = sorted((one, other), key=len)
    at = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    rest = shorter[at + 1 :] if len(shorter) == len(longer) else shorter[at:]
    return longer[at + 1 :] == rest

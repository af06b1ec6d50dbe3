"""Where the words of a query are in a text.

In:  the words of the index that were used, and a text as a reader sees it.
Out: their places, inside longer words too: 클로저 in 클로저에서는.
Must not: find other places than `themes/hanji/static/search/search.js`.
"""

import re
from collections.abc import Sequence

_NOTHING = re.compile(r"(?!)")
_SHORT = re.compile(r"[a-z0-9]{1,2}")
_BETWEEN_SYLLABLES = re.compile(r"(?<=[가-힣])(?=[가-힣])")


def marks_of(words: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of *words*: syllables may be written apart, and `c` is no part of another word.

    >>> marks_of(["가비지컬렉션", "c++", "c"]).findall("C++과 Clang의 가비지 컬렉션")
    ['C++', '가비지 컬렉션']
    """
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(_pattern, longest_first)), re.IGNORECASE) if words else _NOTHING


def places(marks: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    """Return the start and the end of each word in *text*."""
    return [found.span() for found in marks.finditer(text)]


def _pattern(word: str) -> str:
    spelled = r"\s?".join(map(re.escape, _BETWEEN_SYLLABLES.split(word)))
    return f"(?<![a-z0-9]){spelled}(?![a-z0-9])" if _SHORT.fullmatch(word) else spelled

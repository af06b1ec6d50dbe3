"""What is indexed of a written word.

In:  a word as it stands in a text.
Out: its term, what may be its stem, and its parts.
Must not: know the text; most words of a text are in many others, and their analysis is kept.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from byeoru.korean.jamo import agrees
from byeoru.korean.suffixes import WEAK, suffixes

_LONGEST = 30  # letters of a word; what is longer is data
_KEPT = 1 << 15  # words: more than a few hundred texts have

WORD = re.compile(
    "[가-힣]+|[a-zA-Z](?:[+][+]|#)(?![0-9a-zA-Z_])|[0-9a-zA-Z_À-ÖØ-öø-ɏͰ-ӿ]+(?:(?<=[0-9])[.][0-9]+)*|[ぁ-ヿ々㐀-鿿]+"
)
_CAMEL = re.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")


class IndexedWord(NamedTuple):
    """What a written word is taken for."""

    term: str  # without a strong suffix; "" if there is none
    stem: str = ""  # of a term that may end in a weak suffix
    parts: tuple[str, ...] = ()


@lru_cache(maxsize=_KEPT)
def analysed(word: str) -> IndexedWord:
    """Return what is indexed of a written word.

    >>> analysed("클로저에서는"), analysed("텐서플로")
    (IndexedWord(term='클로저', stem='', parts=()), IndexedWord(term='텐서플로', stem='텐서플', parts=()))
    >>> analysed("재귀호출을").parts, analysed("useEffect").parts, analysed("日本語").parts
    (('호출',), ('use', 'effect'), ('日本', '本語'))
    """
    if len(word) > _LONGEST:
        return IndexedWord("")
    if "가" <= word[0] <= "힣":
        return IndexedWord(*_korean(word))
    if word[0] >= "ぁ":
        pairs = [word[at : at + 2] for at in range(len(word) - 1)]
        return IndexedWord(word, "", tuple(pairs) if len(word) > 2 else ())
    if word.isalpha() and (word.islower() or word.istitle() or word.isupper()):
        return IndexedWord(word.lower())
    parts = [part.lower() for part in _CAMEL.findall(word) if len(part) > 2]
    return IndexedWord(word.lower().strip("_"), "", tuple(parts) if len(parts) > 1 else ())


def _korean(word: str) -> tuple[str, str, tuple[str, ...]]:
    if word in suffixes() and word not in WEAK:  # after a word of another script: GPU에서
        return "", "", ()
    for length in _lengths().get(word[-1], ()):
        if length < len(word) - 1 and word[-length:] in suffixes() and agrees(word[:-length], word[-length:]):
            stem = word[:-length]
            return (word, stem, _endings(stem)) if word[-length:] in WEAK else (stem, "", _endings(stem))
    return word, "", _endings(word)


@lru_cache(maxsize=1)
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return how long suffixes that end in a syllable are, the longest first."""
    lengths: dict[str, set[int]] = {}
    for suffix in suffixes():
        lengths.setdefault(suffix[-1], set()).add(len(suffix))
    return {last: tuple(sorted(found, reverse=True)) for last, found in lengths.items()}


def _endings(stem: str) -> tuple[str, ...]:
    """Return the endings of a compound that may be words: 호출 of 재귀호출."""
    length = len(stem)
    return () if length < 4 else tuple([stem[at:] for at in range(max(2, length - 4), length - 1)])

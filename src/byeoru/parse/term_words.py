"""What is indexed of a written word.

In:  a word as it stands in a text.
Out: its term, what may be its stem, and its parts.
Must not: know the text; most words of a text are in many others, and their analysis is kept.
"""

import re
from functools import lru_cache

from byeoru.korean.jamo import finals_before
from byeoru.korean.suffixes import WEAK, suffixes

_LONGEST = 30  # letters of a word; what is longer is data
_KEPT = 80_000  # words

_LATIN, _HANGUL, _HAN = "0-9a-zA-Z_À-ÖØ-öø-ɏͰ-ӿ", "가-힣", "ぁ-ヿ々㐀-鿿"
_WORD = rf"[{_HANGUL}]+|[a-zA-Z](?:[+][+]|#)(?![0-9a-zA-Z_])|[{_LATIN}]+(?:(?<=[0-9])[.][0-9]+)*|[{_HAN}]+"
WORD = re.compile(_WORD)
# The words of HTML, and "" at its end. What is between two words is skipped within one match, which takes 0.6 of the
# time of a match for each tag of highlighted code. A tag divides a word, so a particle after one stands alone, and is
# dropped.
_BETWEEN = f"<[a-zA-Z/!][^>]*+>?|[^<&{_LATIN}{_HANGUL}{_HAN}]++|&[#0-9a-zA-Z]++;|[<&]"
WORD_OF_HTML = re.compile(rf"(?:{_BETWEEN})*+({_WORD}|\Z)")
_CAMEL = re.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

# The term, without a strong suffix, "" if nothing is left; the stem, if the term may end in a weak suffix; the parts.
# A plain tuple is made in a tenth of the time of a named one, and half of all words are in one text only.
Analysis = tuple[str, str, tuple[str, ...]]


class Analyses(dict[str, Analysis]):
    """The analyses of words; a look-up takes a third of the time of one in a cache that knows what was used last."""

    def __missing__(self, word: str) -> Analysis:
        """Analyse a word that is met for the first time."""
        if len(self) >= _KEPT:
            self.clear()
        found = self[word] = _korean(word) if "가" <= word < "힤" else _other(word)
        return found


@lru_cache(maxsize=1)
def analyses() -> Analyses:
    """Return what is indexed of written words: of each its term, what may be its stem, and its parts.

    >>> words = analyses()
    >>> words["클로저에서는"], words["텐서플로"], words["에서는"]
    (('클로저', '', ()), ('텐서플로', '텐서플', ()), ('', '', ()))
    >>> words["재귀호출을"], words["useEffect"], words["日本語"]
    (('재귀호출', '', ('호출',)), ('useeffect', '', ('use', 'effect')), ('日本語', '', ('日本', '本語')))
    """
    return Analyses()


def _korean(word: str) -> Analysis:
    length = len(word)
    table, lengths = _suffix_table()
    whole = table.get(word)
    # A suffix stands after a word of another script, as in GPU에서, or after a tag.
    if (whole and (whole[0] or length == 1)) or length > _LONGEST:
        return "", "", ()
    for tail in lengths.get(word[-1], ()):
        if tail < length - 1:
            found = table.get(word[-tail:])
            if found and (ord(word[-tail - 1]) - 0xAC00) % 28 in found[1]:
                stem = word[:-tail]
                parts = _endings(stem) if length > tail + 3 else ()
                return (stem, "", parts) if found[0] else (word, stem, parts)
    return word, "", _endings(word) if length > 3 else ()


def _other(word: str) -> Analysis:
    if not 0 < len(word) <= _LONGEST:
        return "", "", ()
    if word[0] >= "ぁ":
        return word, "", tuple([word[at : at + 2] for at in range(len(word) - 1)]) if len(word) > 2 else ()
    if word.isalpha() and (word.islower() or word.istitle() or word.isupper()):
        return word.lower(), "", ()
    parts = [part.lower() for part in _CAMEL.findall(word) if len(part) > 2]
    return word.lower().strip("_"), "", tuple(parts) if len(parts) > 1 else ()


@lru_cache(maxsize=1)
def _suffix_table() -> tuple[dict[str, tuple[bool, frozenset[int]]], dict[str, tuple[int, ...]]]:
    """Return the suffixes, and how long those are that end in a syllable, the longest first.

    Of each suffix, the table tells whether it is strong, and after which final consonants it stands.
    """
    table: dict[str, tuple[bool, frozenset[int]]] = {}
    lengths: dict[str, set[int]] = {}
    for suffix in suffixes():
        table[suffix] = suffix not in WEAK, finals_before(suffix)
        lengths.setdefault(suffix[-1], set()).add(len(suffix))
    return table, {last: tuple(sorted(found, reverse=True)) for last, found in lengths.items()}


def _endings(stem: str) -> tuple[str, ...]:
    """Return the endings of a compound that may be words: 호출 of 재귀호출."""
    length = len(stem)
    return tuple([stem[at:] for at in range(max(2, length - 4), length - 1)])

"""The sort order of a Korean index, and the letters under which it lists names.

In:  a name or a title.
Out: a sort key, or the index letter.
Must not: read the machine's locale.

The order is Hangul, Latin letters, numbers by value, everything else. The code points of modern syllables are in
dictionary order, which ICU's `ko` confirms for all 11,172 of them, so no table of weights is needed. Case, accents and
Unicode composition matter only between names that are otherwise equal.
"""

import re
import unicodedata
from functools import lru_cache

from byeoru.base.paths import nfc

_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"  # the initial consonants of syllables, in order
_BUCKETS = (
    "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"  # their index letters; double consonants are listed with single ones
)
_CLUSTERS = {
    "ㄳ": "ㄱ",
    "ㄵ": "ㄴ",
    "ㄶ": "ㄴ",
    "ㄺ": "ㄹ",
    "ㄻ": "ㄹ",
    "ㄼ": "ㄹ",
    "ㄽ": "ㄹ",
    "ㄾ": "ㄹ",
    "ㄿ": "ㄹ",
    "ㅀ": "ㄹ",
    "ㅄ": "ㅂ",
}
_PER_CONSONANT = 21 * 28  # syllables

DIGITS = "0–9"
REST = "#"
# All results of `initial`, in the order of sorted names.
INITIALS = (*dict.fromkeys(_BUCKETS), *map(chr, range(ord("A"), ord("Z") + 1)), DIGITS, REST)

# The first character of each part of a key. The end of a tree level sorts before everything, then a space, so that
# `a/b` follows directly after `a`, and `깃 허브` comes before `깃발`. Hangul consonants use the numbers in between.
_LEVEL, _SPACE, _HANGUL = "\0", "\1", 2
_LETTER, _NUMBER, _OTHER = map(chr, range(_HANGUL + len(_CONSONANTS), _HANGUL + len(_CONSONANTS) + 3))

_PIECE = re.compile(r"\d+|.", re.DOTALL)


def sorting_key(text: str) -> tuple[str, str]:
    """Return the sort key of *text*; the text itself is the tie-breaker.

    >>> sorted(["Part 10", "part 2", "도커", "2024", "Docker", "가나"], key=sorting_key)
    ['가나', '도커', 'Docker', 'part 2', 'Part 10', '2024']
    >>> sorted(["study/nlp", "study", "study log"], key=sorting_key)
    ['study', 'study/nlp', 'study log']
    """
    return _weights(text), text


def initial(text: str) -> str:
    """Return the index letter under which *text* is listed.

    >>> [initial(text) for text in ("도커", "까치", "docker", "Émile", "3분 요리", ".NET", "ㅋㅋ", "漢字")]
    ['ㄷ', 'ㄱ', 'D', 'E', '0–9', '#', 'ㅋ', '#']
    """
    weights = _weights(text)
    first = weights[:1]
    if first == _LETTER:
        return weights[1].upper()
    if first == _NUMBER:
        return DIGITS
    consonant = ord(first) - _HANGUL if first else -1
    return _BUCKETS[consonant] if 0 <= consonant < len(_BUCKETS) else REST


def _weights(text: str) -> str:
    folded = nfc(nfc(text).casefold())
    return "".join([_weight(piece) for piece in _PIECE.findall(folded)]).lstrip(_LEVEL + _SPACE)


@lru_cache(maxsize=1 << 12)
def _weight(piece: str) -> str:
    """Return the part of a key for one character or one number."""
    if piece.isdecimal():
        digits = "".join(str(unicodedata.decimal(digit)) for digit in piece).lstrip("0")
        return _NUMBER + chr(min(len(digits), 0x10FFFF)) + digits  # the longer number is the greater one
    if piece == "/":
        return _LEVEL
    if piece.isspace():
        return _SPACE
    consonant = _consonant(piece)
    if consonant >= 0:
        return chr(_HANGUL + consonant) + piece
    if unicodedata.combining(piece):
        return ""
    letter = unicodedata.normalize("NFD", piece)[0]
    return (_LETTER if "a" <= letter <= "z" else _OTHER) + letter


def _consonant(character: str) -> int:
    """Return the index (of 19) of the initial consonant of a syllable or a single Hangul letter; -1 for anything else.

    A single consonant sorts before the syllables that begin with it, in Unicode as in the dictionary. A single vowel
    belongs to ㅇ, with which it is written.
    """
    if "가" <= character <= "힣":
        return (ord(character) - 0xAC00) // _PER_CONSONANT
    if "ᄀ" <= character <= "ᄒ":  # conjoining jamo without a following vowel
        return ord(character) - 0x1100
    if "ㅏ" <= character <= "ㅣ":
        return _CONSONANTS.index("ㅇ")
    return _CONSONANTS.find(_CLUSTERS.get(character, character))

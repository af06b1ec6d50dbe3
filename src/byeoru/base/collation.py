"""The order of a Korean index, and the letters that stand over its parts.

In:  a name or a title.
Out: a key to sort it by, or the letter that it is found under.
Must not: ask the machine's locale.

The order is Hangul, Latin letters, numbers by their value, all else: what is Korean comes first in a Korean index. Code
points of modern syllables are in the order of the dictionary, which ICU's `ko` confirms for all 11,172 of them, so no
table of weights is needed. Upper and lower case, accents and ways of composing make no difference unless all else is
the same.
"""

import re
import unicodedata
from functools import lru_cache

from byeoru.base.paths import nfc

_CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"  # those that a syllable can begin with, in their order
_BUCKETS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"  # where each is found: doubled ones with the single
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
# All that `initial` can answer, in the order in which sorted names come to them.
INITIALS = (*dict.fromkeys(_BUCKETS), *map(chr, range(ord("A"), ord("Z") + 1)), DIGITS, REST)

# What each character of a key begins with. A level of a tree ends before all else, then a word, so that `a/b` stands
# right below `a` and `깃 허브` before `깃발`. The consonants of Hangul take the numbers in between.
_LEVEL, _SPACE, _HANGUL = "\0", "\1", 2
_LETTER, _NUMBER, _OTHER = map(chr, range(_HANGUL + len(_CONSONANTS), _HANGUL + len(_CONSONANTS) + 3))

_PIECE = re.compile(r"\d+|.", re.DOTALL)


def sorting_key(text: str) -> tuple[str, str]:
    """Return what to sort *text* by; the text itself decides where nothing else does.

    >>> sorted(["Part 10", "part 2", "도커", "2024", "Docker", "가나"], key=sorting_key)
    ['가나', '도커', 'Docker', 'part 2', 'Part 10', '2024']
    >>> sorted(["study/nlp", "study", "study log"], key=sorting_key)
    ['study', 'study/nlp', 'study log']
    """
    return _weights(text), text


def initial(text: str) -> str:
    """Return the letter of the index under which *text* is found.

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
    """Return the part of a key that one character or one number makes."""
    if piece.isdecimal():
        digits = "".join(str(unicodedata.decimal(one)) for one in piece).lstrip("0")
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
    """Return which of the 19 consonants a syllable or a lone letter of Hangul begins with, -1 for all else.

    A lone consonant lies before the syllables that begin with it, in the code charts as in the dictionary. A lone
    vowel goes to ㅇ, with which it is written.
    """
    if "가" <= character <= "힣":
        return (ord(character) - 0xAC00) // _PER_CONSONANT
    if "ᄀ" <= character <= "ᄒ":  # conjoining, left over where no vowel followed
        return ord(character) - 0x1100
    if "ㅏ" <= character <= "ㅣ":
        return _CONSONANTS.index("ㅇ")
    return _CONSONANTS.find(_CLUSTERS.get(character, character))

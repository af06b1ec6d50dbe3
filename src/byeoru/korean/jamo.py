"""The letters of Hangul: words as flat jamo, which is the order of the search index, and initials.

In:  a word.
Out: its jamo in one row, its initials.
Must not: let another module know Unicode's conjoining jamo, or differ from `themes/hanji/static/search/engine.js`.

Flat jamo make a half-typed syllable a prefix: `클로ㅈ` begins `클로저`. What Korean spelling confuses is one letter
here: tense and plain consonants (`쓰레드`, `스레드`), ㅐ, ㅔ and ㅖ, ㅚ and ㅙ. Accents of Latin letters are dropped.
"""

from unicodedata import normalize

# In the order of Unicode, from U+1100, U+1161 and U+11A8. What is not one jamo is split, as it is typed.
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏ ㅔ ㅑ ㅔ ㅓ ㅔ ㅕ ㅔ ㅗ ㅗㅏ ㅗㅔ ㅗㅔ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ"
_FINALS = "ㄱ ㄱ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅅ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"
# Lone jamo from U+3131: consonants, of which some are finals only; then the vowels.
_LONE = (
    "ㄱ ㄱ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂ ㅂㅅ ㅅ ㅅ ㅇ ㅈ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ "
    + _VOWELS
)

_FLAT: dict[int, str] = {
    **{0x1100 + at: jamo for at, jamo in enumerate(_INITIALS)},
    **{0x1161 + at: jamo for at, jamo in enumerate(_VOWELS.split())},
    **{0x11A8 + at: jamo for at, jamo in enumerate(_FINALS.split())},
    **{0x3131 + at: jamo for at, jamo in enumerate(f"{_LONE} {_VOWELS}".split())},
    **dict.fromkeys(range(0x300, 0x370), ""),  # accents
}
_NONE, _NONE_OR_RIEUL = frozenset({0}), frozenset({0, 8})
_SOME, _ANY = frozenset(range(1, 28)), frozenset(range(28))
_INITIAL_OF = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"


def order(term: str) -> str:
    """Return what the index sorts *term* by: its folded jamo in one row, other characters as they are.

    >>> order("클로저"), order("클로ㅈ"), order("왜")
    ('ㅋㅡㄹㄹㅗㅈㅓ', 'ㅋㅡㄹㄹㅗㅈ', 'ㅇㅗㅔ')
    >>> order("쓰레드") == order("스래드"), order("café")
    (True, 'cafe')
    """
    return term if term.isascii() else normalize("NFD", term).translate(_FLAT)


def initials(word: str) -> str:
    """Return the first consonants of the syllables of *word*.

    >>> initials("클로저")
    'ㅋㄹㅈ'
    """
    return "".join([_INITIAL_OF[(ord(letter) - 0xAC00) // 588] for letter in word if "가" <= letter <= "힣"])


def finals_before(suffix: str) -> frozenset[int]:
    """Return the final consonants after which a suffix stands, 0 for none: 은 and 을 follow one, 는 and 를 do not.

    >>> [0 in finals_before(suffix) for suffix in ("는", "은", "로")]
    [True, False, True]
    """
    first = suffix[0]
    if first in "가는를와나란라랑였여예":
        return _NONE
    if first == "로":
        return _NONE_OR_RIEUL
    return _SOME if first in "은을과으" or suffix == "이" else _ANY


def skeleton(word: str) -> str:
    """Return the consonants of a Latin word, doubled ones once: what slips of vowels leave.

    >>> skeleton("closure"), skeleton("apple")
    ('clsr', 'pl')
    """
    letters = [letter for letter in word if letter not in "aeiou"]
    return "".join([letter for at, letter in enumerate(letters) if at == 0 or letter != letters[at - 1]])

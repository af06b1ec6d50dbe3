"""Queries for tests: made from the words of a text by rules, and random strings.

In:  a text, a number, a seed.
Out: queries.
Must not: depend on anything else, so that a failure can be repeated.
"""

import re
from collections.abc import Callable
from random import Random
from unicodedata import normalize

from byeoru.korean.jamo import initials

_WORD = re.compile(r"[가-힣]{2,}|[A-Za-z][A-Za-z0-9_+#.-]+|\d{2,}")
_ENDINGS = [
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "도",
    "로",
    "에",
    "에서",
    "에서는",
    "으로",
    "란",
    "이란",
    "들에게는",
    "하다",
    "하려면",
    "합니다",
    "했다",
    "하는",
    "입니다",
    "까지도",
]
# The keys of the two-set keyboard, in the order of the jamo U+1100…, U+1161…, U+11A8….
_INITIAL_KEYS = ["r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"]
_VOWEL_KEYS = [
    "k",
    "o",
    "i",
    "O",
    "j",
    "p",
    "u",
    "P",
    "h",
    "hk",
    "ho",
    "hl",
    "y",
    "n",
    "nj",
    "np",
    "nl",
    "b",
    "m",
    "ml",
    "l",
]
_FINAL_KEYS = [
    "",
    "r",
    "R",
    "rt",
    "s",
    "sw",
    "sg",
    "e",
    "f",
    "fr",
    "fa",
    "fq",
    "ft",
    "fx",
    "fv",
    "fg",
    "a",
    "q",
    "qt",
    "t",
    "T",
    "d",
    "w",
    "c",
    "z",
    "x",
    "v",
    "g",
]
_STRANGE = "\x00\x1b\t \u200b\u202e\ufeff가힣ㄱㅏㅎㅣᄀ\u1161\u11a8é🙂👨\u200d👩\ud800\udfffßİ漢か々.*+?[](){}|^$\\/<>&\"'`#@_-=~%"


def generated(text: str, count: int, seed: int = 1) -> list[str]:
    """Return *count* queries as a reader of *text* might type them."""
    dice = Random(seed)
    words = _WORD.findall(text)
    return [dice.choice(_KINDS)(words, dice) for _ in range(count)]


def strange(count: int, seed: int = 2) -> list[str]:
    """Return *count* random strings of all kinds of characters."""
    dice = Random(seed)
    return ["".join(_character(dice) for _ in range(dice.randint(0, 12))) for _ in range(count)]


def typed_in_english(word: str) -> str:
    """Return the Latin letters of the keys that type *word*.

    >>> typed_in_english("클로저")
    'zmffhwj'
    """
    return "".join(map(_keys, word))


def _keys(letter: str) -> str:
    index = ord(letter) - 0xAC00
    if not 0 <= index < 11172:
        return letter
    return _INITIAL_KEYS[index // 588] + _VOWEL_KEYS[index // 28 % 21] + _FINAL_KEYS[index % 28]


def _character(dice: Random) -> str:
    match dice.randrange(6):
        case 0:
            return chr(dice.randrange(0xAC00, 0xD7A4))
        case 1:
            return chr(dice.randrange(0x3131, 0x3164))
        case 2:
            return chr(dice.randrange(0x20, 0x7F))
        case 3:
            return chr(dice.randrange(0x10000))
        case _:
            return dice.choice(_STRANGE)


def _mistyped(word: str, dice: Random) -> str:
    at = dice.randrange(len(word))
    return word[:at] + dice.choice([word[at] * 2, "", "ㅔ", chr(dice.randrange(0xAC00, 0xD7A4)), "e"]) + word[at + 1 :]


def _swapped(word: str, dice: Random) -> str:
    at = dice.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _half_typed(word: str, dice: Random) -> str:
    flat = normalize("NFD", word)
    return normalize("NFC", flat[: dice.randint(1, len(flat))])


def _neighbours(words: list[str], dice: Random) -> list[str]:
    at = dice.randrange(len(words) - 1)
    return words[at : at + 2]


_KINDS: list[Callable[[list[str], Random], str]] = [
    lambda words, dice: dice.choice(words),
    lambda words, dice: dice.choice(words) + dice.choice(_ENDINGS),
    lambda words, dice: dice.choice(words) + dice.choice(_ENDINGS),
    lambda words, dice: " ".join(_neighbours(words, dice)),
    lambda words, dice: "".join(_neighbours(words, dice)),
    lambda words, dice: f"{dice.choice(words)}{dice.choice(_ENDINGS)} {dice.choice(words)}{dice.choice(_ENDINGS)}",
    lambda words, dice: " ".join(dice.choices(words, k=4)),
    lambda words, dice: initials(dice.choice(words)),
    lambda words, dice: _half_typed(dice.choice(words), dice),
    lambda words, dice: typed_in_english(dice.choice(words)),
    lambda words, dice: _mistyped(dice.choice(words), dice),
    lambda words, dice: _swapped(dice.choice(words), dice),
    lambda words, dice: normalize("NFD", dice.choice(words)),
    lambda words, dice: dice.choice(words)[: dice.randint(1, 3)],
    lambda words, dice: dice.choice("#@/") + dice.choice(words) + dice.choice(["", " " + dice.choice(words)]),
]

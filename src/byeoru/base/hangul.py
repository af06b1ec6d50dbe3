"""Hangul: final consonants, and the particles that depend on them.

In:  a word as a reader sees it, in Hangul, Latin letters or digits.
Out: the final consonant, and the matching particle; both particles if the final sound is unknown.
Must not: raise on any word.
"""

import re
import unicodedata

from byeoru.base.paths import nfc

_RIEUL = 8  # the final ㄹ, which takes 로 and not 으로
_DIGITS = "영일이삼사오육칠팔구"
# A single digit next to a Latin letter is read in English: S3 에스쓰리, IPv6 브이식스, M1 엠원, i9 아이나인.
_ENGLISH_DIGITS = ("제로", "원", "투", "쓰리", "포", "파이브", "식스", "세븐", "에이트", "나인")
_TENS = "십백천"
_MYRIADS = "만억조경해자양구간정재극"  # 10⁴, 10⁸, … 10⁴⁸
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
# Symbols that are read aloud: 50% 퍼센트, C# 샵, C++ 플러스, 20℃ 도.
_SIGNS = {"%": "퍼센트", "#": "샵", "+": "플러스", "℃": "도", "°": "도"}
_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（"}
# The half of a pair that follows a consonant; pairs may also be written in reverse order: `와/과`, `로/으로`.
_AFTER_CONSONANT = frozenset(
    {"은", "이", "을", "과", "아", "으로", "으로서", "으로써", "으로부터"}
    | {"이라", "이나", "이란", "이랑", "이며", "이든", "이여", "이야", "이고", "이에요"}
)


def final(word: str) -> int | None:
    """Return the index of the final consonant of *word*: 0 for none, 8 for ㄹ, None if it is unknown.

    A part in brackets at the end is ignored, and so are characters without a sound: quotes, full stops, emoji.

    >>> final("도커"), final("색인(index)"), final("`URL`"), final("1,000"), final("?!")
    (0, 4, 8, 4, None)
    """
    bare = _bare(nfc(word))
    last = bare[-1:]
    if "가" <= last <= "힣":
        return syllable_final(last)
    if "0" <= last <= "9":
        return _number_final(bare)
    if unicodedata.normalize("NFD", last)[:1] in _LATIN:
        from byeoru.base.readings import (
            reading,
        )  # imported late: every run imports this module, and few words are Latin

        return syllable_final(reading(bare))
    if "ㄱ" <= last <= "ㅎ":  # their names: 기역, 니은, 리을
        return _RIEUL if last == "ㄹ" else 1
    if "ㅏ" <= last <= "ㅣ":
        return 0
    return syllable_final(_SIGNS[last]) if last in _SIGNS else None


def josa(word: str, pair: str) -> str:
    """Return the particle of *pair* that matches *word*; both if the final sound is unknown.

    >>> josa("도커", "이/가"), josa("색인", "이/가"), josa("서울", "으로/로"), josa("?!", "은/는")
    ('가', '이', '로', '은(는)')
    >>> josa("파일(file)", "은/는"), josa("React", "와/과"), josa("100", "을/를"), josa("CPU", "이/가")
    ('은', '와', '을', '가')
    """
    after_consonant, slash, after_vowel = pair.partition("/")
    if not slash:
        return pair
    if after_vowel in _AFTER_CONSONANT and after_consonant not in _AFTER_CONSONANT:
        after_consonant, after_vowel = after_vowel, after_consonant
    sound = final(word)
    if sound is None:
        return f"{after_consonant}({after_vowel})"
    if sound == _RIEUL and after_consonant.startswith("으로"):
        return after_vowel
    return after_consonant if sound else after_vowel


def syllable_final(text: str) -> int:
    """Return the final consonant of a text that ends in a Hangul syllable."""
    return (ord(text[-1]) - 0xAC00) % 28


def _bare(word: str) -> str:
    """Return *word* up to its last character with a sound, without a part in brackets: `파일` for “파일(file)”."""
    while True:
        end = len(word)
        while end and not (word[end - 1].isalnum() or word[end - 1] in _SIGNS or word[end - 1] in _BRACKETS):
            end -= 1
        word = word[:end]
        if word[-1:] not in _BRACKETS:
            return word
        before = word[: _opening(word)]
        word = before if any(character.isalnum() for character in before) else word[:-1]


def _opening(word: str) -> int:
    """Return the index of the opening bracket for the one that *word* ends with; 0 if there is none."""
    closing = word[-1]
    depth = 0
    for index in range(len(word) - 1, -1, -1):
        depth += (word[index] == closing) - (word[index] == _BRACKETS[closing])
        if not depth:
            return index
    return 0


def _number_final(text: str) -> int | None:
    """Return the final consonant of a text that ends in a number, as the number is read."""
    number = re.search(r"[0-9](?:,?[0-9])*$", text)
    assert number
    before = text[: number.start()][-1:]
    digits = number[0].replace(",", "")
    if len(digits) == 1 and before in _LATIN:
        return syllable_final(_ENGLISH_DIGITS[int(digits)])
    zeros = len(digits) - len(digits.rstrip("0"))
    # 3.10, 010 and 0 are read digit by digit.
    if not zeros or digits[0] == "0" or before == ".":
        return syllable_final(_DIGITS[int(digits[-1])])
    if zeros < 4:
        return syllable_final(_TENS[zeros - 1])
    unit = _MYRIADS[zeros // 4 - 1 :][:1]
    return syllable_final(unit) if unit else None

"""Hangul: final consonants, and the particles that depend on them."""

_FIRST, _LAST = 0xAC00, 0xD7A3
_FINALS = 28
_RIEUL = 8  # the final ㄹ, which takes 로 and not 으로

# How a digit's Korean reading ends: 영 일 이 삼 사 오 육 칠 팔 구.
_DIGIT_FINALS = {"0": 21, "1": _RIEUL, "3": 16, "6": 1, "7": _RIEUL, "8": _RIEUL}
# The letters whose Korean names end in a consonant: 엘 엠 엔 알.
_LETTER_FINALS = {"l": _RIEUL, "m": 16, "n": 4, "r": _RIEUL}
_CLOSING = "\"'`)]}>”’」』》〉*_ "


def final(word: str) -> int | None:
    """Return which final consonant *word* ends in: 0 for none, 8 for ㄹ, None if that cannot be known.

    Latin letters are read by their names and digits as Sino-Korean numbers; closing brackets and quotes
    are passed over.

    >>> final("도커"), final("색인"), final("`URL`"), final("3")
    (0, 4, 8, 16)
    """
    bare = word.rstrip(_CLOSING)
    if not bare:
        return None
    last = bare[-1]
    if _FIRST <= ord(last) <= _LAST:
        return (ord(last) - _FIRST) % _FINALS
    if last.isdigit():
        return _DIGIT_FINALS.get(last, 0)
    return _LETTER_FINALS.get(last.lower(), 0) if last.isascii() and last.isalpha() else None


def josa(word: str, pair: str) -> str:
    """Return the particle of *pair* that follows *word*; both, where the sound cannot be known.

    >>> josa("도커", "이/가"), josa("색인", "이/가"), josa("서울", "으로/로"), josa("?!", "은/는")
    ('가', '이', '로', '은(는)')
    """
    after_consonant, after_vowel = pair.split("/")
    sound = final(word)
    if sound is None:
        return f"{after_consonant}({after_vowel})"
    if after_consonant == "으로" and sound == _RIEUL:
        return after_vowel
    return after_consonant if sound else after_vowel

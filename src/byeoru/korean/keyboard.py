"""Words that were typed with the wrong keyboard: 두벌식 and QWERTY.

In:  a word.
Out: what the same keys write on the other keyboard.
Must not: differ from `themes/hanji/static/search/widen.js`.
"""

from unicodedata import normalize

# The keys of the jamo in the order of Unicode: initials from U+1100, vowels from U+1161, finals from U+11A8.
_INITIALS = "r R s e E f a q Q t T d w W c z x v g".split()  # noqa: SIM905  (a table to read)
_VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split()  # noqa: SIM905
_FINALS = "r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split()  # noqa: SIM905
_LONE = "r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g".split()  # noqa: SIM905

_KEYS = {
    chr(start + at): keys
    for start, row in ((0x1100, _INITIALS), (0x1161, _VOWELS), (0x11A8, _FINALS), (0x3131, _LONE + _VOWELS))
    for at, keys in enumerate(row)
}


def to_latin(word: str) -> str:
    """Return what the keys of *word* write on a Latin keyboard.

    >>> to_latin("ㅔㅛ쇄ㅜ"), to_latin("걷ㅁㅊㅅ")
    ('python', 'rjeact')
    """
    return "".join([_KEYS.get(jamo, jamo) for jamo in normalize("NFD", word)])


def to_hangul(word: str) -> str:
    """Return what the keys of *word* write on a Korean keyboard, "" if a key writes no jamo.

    >>> to_hangul("zmffhwj"), to_hangul("ekfr"), to_hangul("c++")
    ('클로저', '닭', '')
    """
    jamo = ""
    at = 0
    while at < len(word):
        initial = _code(word[at], _INITIALS)
        vowel, next_at = _longest(word, at + 1, _VOWELS)
        if initial < 0 or vowel < 0:
            lone, next_at = _longest(word, at, _LONE + _VOWELS)
            if lone < 0:
                return ""
            jamo += chr(0x3131 + lone)
            at = next_at
            continue
        final, after = _longest(word, next_at, _FINALS)
        # A consonant before a vowel begins the next syllable.
        if final >= 0 and _longest(word, after, _VOWELS)[0] >= 0:
            after -= 1
            final = _code(word[next_at:after], _FINALS)
        jamo += chr(0xAC00 + (initial * 21 + vowel) * 28 + final + 1)
        at = after
    return jamo


def _code(keys: str, row: list[str]) -> int:
    return row.index(keys) if keys in row else -1


def _longest(word: str, at: int, row: list[str]) -> tuple[int, int]:
    """Return the jamo of *row* that the next keys write, of two keys or one, and where the rest begins."""
    for length in (2, 1):
        if (code := _code(word[at : at + length], row)) >= 0 and at + length <= len(word):
            return code, at + length
    return -1, at

"""Cut plain text for a summary, as lists, feeds and search engines show it.

In:  the words of a paragraph, with single spaces.
Out: its beginning, as much as a description holds: up to the end of a sentence, else to a space and `…`.
Must not: cut inside of what a reader takes for one character.

Search engines show 80 to 110 Hangul syllables of a description, or some 160 Latin letters (korean.md §5), so a letter
counts two thirds of a syllable here: 110 syllables or 165 letters.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

_WIDE, _NARROW = 3, 2
LIMIT = 110 * _WIDE
_ELLIPSIS = "…"
_LATE = 0.6  # of the limit; what ends earlier says too little

# Text in which every character stands for itself, as nearly all does.
_PLAIN = re.compile("[ -~가-힣·‘’“”…–—一-鿿ぁ-ゖァ-ヺー、。「」]*")
_FIRST_WIDE = "\u3000"  # of those

_QUOTES = "\"'”’)\\]」』》〉"
_END = re.compile(rf"(?:(?P<stop>\.)|[!?…])[{_QUOTES}]*(?=\s)|[。！？][{_QUOTES}]*")
# Before a full stop that ends nothing: a number or a version (`1.`, `v2.`), another stop (`...`), one letter (`A.`),
# a word with a stop inside (`e.g.`) or another abbreviation.
_UNFINISHED = re.compile(
    r"(?:\d|\.|(?<![^\W_])[A-Za-z]|\.\w+|\b(?i:etc|vs|cf|al|no|fig|dr|mr|mrs|ms|st|ch|vol|pp|ver|approx))$"
)
_DANGLING = " ,;:·–—-([{“‘「『《〈"


def summarise(text: str) -> str:
    """Return *text* if it is short, else what fits of it.

    >>> summarise("짧다.")
    '짧다.'
    >>> summarise("가" * 90 + "다. " + "나" * 90) == "가" * 90 + "다."
    True
    >>> summarise("벼루 " * 90)[-6:], len(summarise("a" * 200))
    ('벼루 벼루…', 165)
    """
    if len(text) <= LIMIT // _WIDE:
        return text
    ends, widths = _measured(text)
    if ends[-1] == len(text) and widths[-1] <= LIMIT:
        return text
    cut = ends[bisect_right(widths, LIMIT - _NARROW) - 1]
    late = ends[bisect_right(widths, LIMIT * _LATE) - 1]
    end = _sentence_end(text, cut)
    if end >= late:
        return text[:end]
    head = text[:cut]
    space = cut if text[cut].isspace() else head.rfind(" ")
    if space >= late:
        head = head[:space]
    return (head.rstrip(_DANGLING) or head) + _ELLIPSIS


def _measured(text: str) -> tuple[Sequence[int], list[int]]:
    """Return where a cut may be, from 0 to just beyond the limit, and the width of what lies before each."""
    head = text[: LIMIT // _NARROW + 1]
    if _PLAIN.fullmatch(text, 0, len(head) + 1):
        widths = [_WIDE if character >= _FIRST_WIDE else _NARROW for character in head]
        return range(len(head) + 1), list(accumulate(widths, initial=0))
    ends, widths = [0], [0]
    for grapheme in graphemes(text):
        ends.append(ends[-1] + len(grapheme))
        widths.append(widths[-1] + (_WIDE if _is_wide(grapheme) else _NARROW))
        if widths[-1] > LIMIT:
            break
    return ends, widths


def _is_wide(grapheme: str) -> bool:
    return unicodedata.east_asian_width(grapheme[0]) in "WF" or "\ufe0f" in grapheme or _is_flag(grapheme[0])


def _sentence_end(text: str, limit: int) -> int:
    """Return where the last sentence ends that ends by *limit*, 0 if none does."""
    last = 0
    for found in _END.finditer(text):
        if found.end() > limit:
            break
        if not found["stop"] or not _goes_on(text, found.start(), found.end()):
            last = found.end()
    return last


def _goes_on(text: str, stop: int, end: int) -> bool:
    """Tell whether a full stop is none: something of it is written before, or a small Latin letter comes after."""
    after = text[end:].lstrip()[:1]
    return _UNFINISHED.search(text[max(0, stop - 20) : stop]) is not None or (after.isascii() and after.islower())


def graphemes(text: str) -> Iterator[str]:
    """Divide *text* into what a reader takes for single characters.

    This is UAX #29 as far as the standard library knows the characters: letters with their marks, conjoining jamo,
    joined and tinted emoji, flags. Left out are prefixes of Indic scripts and clusters around a virama.
    """
    start = flags = 0
    for at, (before, character) in enumerate(pairwise(text), 1):
        flags = flags + 1 if _is_flag(before) else 0
        if not _clings(before, character, is_second_flag=flags % 2 == 1):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _clings(before: str, character: str, *, is_second_flag: bool) -> bool:
    """Tell whether a character belongs to the one before it."""
    if character.isascii():
        return before == "\r" and character == "\n"
    if before in "\r\n":
        return False
    if unicodedata.category(character)[0] == "M" or character in "\u200c\u200d" or _is_tint(character):
        return True
    if before == "\u200d":
        return unicodedata.category(character) == "So"
    if _is_flag(character):
        return is_second_flag and _is_flag(before)
    return _jamo(character) in _FOLLOWERS.get(_jamo(before), ())


def _is_tint(character: str) -> bool:
    """Tell whether a character changes the emoji before it: the colours of skin, and the tags of regional flags."""
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


# What may follow within one syllable: L leading, V vowel, T trailing, "LV" and "LVT" precomposed.
_FOLLOWERS = {"L": ("L", "V", "LV", "LVT"), "V": ("V", "T"), "LV": ("V", "T"), "T": ("T",), "LVT": ("T",)}


def _jamo(character: str) -> str:
    """Return the part of a syllable that a character is, "" if it is none."""
    if "가" <= character <= "힣":
        return "LVT" if (ord(character) - 0xAC00) % 28 else "LV"
    if "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c":
        return "L"
    if "\u1160" <= character <= "\u11a7" or "\ud7b0" <= character <= "\ud7c6":
        return "V"
    return "T" if "\u11a8" <= character <= "\u11ff" or "\ud7cb" <= character <= "\ud7fb" else ""

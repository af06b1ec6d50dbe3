"""Shorten plain text to a summary for lists, feeds and search engines.

In:  the text of a paragraph, with single spaces.
Out: its beginning, up to the length of a description: cut after a sentence, else at a space, followed by `…`.
Must not: cut inside a grapheme cluster (what readers see as one character).

Search engines show 80 to 110 Hangul syllables of a description, or about 160 Latin letters (korean.md §5). So a letter
counts as two thirds of a syllable, and the limit is 110 syllables or 165 letters.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

_WIDE, _NARROW = 3, 2
LIMIT = 110 * _WIDE
_ELLIPSIS = "…"
_SHORTEST = 0.6  # of the limit; a shorter summary is not informative

# Text in which each character is a grapheme cluster, as in nearly all paragraphs.
_PLAIN = re.compile("[ -~가-힣·‘’“”…–—一-鿿ぁ-ゖァ-ヺー、。「」]*")
_FIRST_WIDE = "\u3000"  # of these characters; all after it are wide

_QUOTES = "\"'”’)\\]」』》〉"
_SENTENCE_END = re.compile(rf"(?:(?P<stop>\.)|[!?…])[{_QUOTES}]*(?=\s)|[。！？][{_QUOTES}]*")
# Text before a full stop that does not end a sentence: a number or version (`1.`, `v2.`), another stop (`...`), one
# letter (`A.`), a word that contains a stop (`e.g.`) or another abbreviation.
_ABBREVIATION = re.compile(
    r"(?:\d|\.|(?<![^\W_])[A-Za-z]|\.\w+|\b(?i:etc|vs|cf|al|no|fig|dr|mr|mrs|ms|st|ch|vol|pp|ver|approx))$"
)
_TRIMMED = " ,;:·–—-([{“‘「『《〈"


def summarise(text: str) -> str:
    """Return *text* if it is short enough, else its beginning.

    >>> summarise("짧다.")
    '짧다.'
    >>> summarise("가" * 90 + "다. " + "나" * 90) == "가" * 90 + "다."
    True
    >>> summarise("벼루 " * 90)[-6:], len(summarise("a" * 200))
    ('벼루 벼루…', 165)
    """
    if len(text) <= LIMIT // _WIDE:
        return text
    ends, widths = _cut_positions(text)
    if ends[-1] == len(text) and widths[-1] <= LIMIT:
        return text
    cut = ends[bisect_right(widths, LIMIT - _NARROW) - 1]
    late = ends[bisect_right(widths, LIMIT * _SHORTEST) - 1]
    end = _sentence_end(text, cut)
    if end >= late:
        return text[:end]
    head = text[:cut]
    space = cut if text[cut].isspace() else head.rfind(" ")
    if space >= late:
        head = head[:space]
    return (head.rstrip(_TRIMMED) or head) + _ELLIPSIS


def _cut_positions(text: str) -> tuple[Sequence[int], list[int]]:
    """Return the offsets at which *text* may be cut, from 0 to just beyond the limit, and the width before each."""
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
    """Return the end of the last sentence that ends at or before *limit*, 0 if there is none."""
    last = 0
    for end in sentence_ends(text):
        if end > limit:
            break
        last = end
    return last


def sentence_ends(text: str) -> Iterator[int]:
    """Yield the index after each sentence of *text* that something follows."""
    for match in _SENTENCE_END.finditer(text):
        if not match["stop"] or not _continues(text, match.start(), match.end()):
            yield match.end()


def _continues(text: str, stop: int, end: int) -> bool:
    """Tell whether a sentence continues after a full stop: it ends an abbreviation, or a lower-case letter follows."""
    after = text[end:].lstrip()[:1]
    return _ABBREVIATION.search(text[max(0, stop - 20) : stop]) is not None or (after.isascii() and after.islower())


def graphemes(text: str) -> Iterator[str]:
    """Split *text* into grapheme clusters: what readers see as single characters.

    This is UAX #29 as far as the standard library has the data: letters with combining marks, conjoining jamo, emoji
    with joiners and modifiers, flags. Prefixes of Indic scripts and clusters around a virama are not supported.
    """
    start = flags = 0
    for at, (before, character) in enumerate(pairwise(text), 1):
        flags = flags + 1 if _is_flag(before) else 0
        if not _extends(before, character, is_second_flag=flags % 2 == 1):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def _extends(before: str, character: str, *, is_second_flag: bool) -> bool:
    """Tell whether *character* belongs to the same cluster as *before*."""
    if character.isascii():
        return before == "\r" and character == "\n"
    if before in "\r\n":
        return False
    if unicodedata.category(character)[0] == "M" or character in "\u200c\u200d" or _is_emoji_modifier(character):
        return True
    if before == "\u200d":
        return unicodedata.category(character) == "So"
    if _is_flag(character):
        return is_second_flag and _is_flag(before)
    return _jamo(character) in _FOLLOWERS.get(_jamo(before), ())


def _is_emoji_modifier(character: str) -> bool:
    """Tell whether a character modifies the emoji before it: a skin tone, or a tag of a regional flag."""
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


# Which kind of jamo may follow in the same syllable: L leading, V vowel, T trailing, "LV" and "LVT" precomposed.
_FOLLOWERS = {"L": ("L", "V", "LV", "LVT"), "V": ("V", "T"), "LV": ("V", "T"), "T": ("T",), "LVT": ("T",)}


def _jamo(character: str) -> str:
    """Return the kind of jamo of a character, "" if it is none."""
    if "가" <= character <= "힣":
        return "LVT" if (ord(character) - 0xAC00) % 28 else "LV"
    if "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c":
        return "L"
    if "\u1160" <= character <= "\u11a7" or "\ud7b0" <= character <= "\ud7c6":
        return "V"
    return "T" if "\u11a8" <= character <= "\u11ff" or "\ud7cb" <= character <= "\ud7fb" else ""

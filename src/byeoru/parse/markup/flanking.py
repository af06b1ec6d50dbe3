"""Emphasis beside CJK letters: which `*` and `~~` may open or close.

CommonMark lets a run that follows punctuation close only before a space or more punctuation, so `**강조(強調)**를`
keeps its asterisks: a particle follows directly. The amendment "CommonMark CJK-friendly" (github.com/tats-u/
markdown-cjk-friendly, whose CJK characters include Hangul) lifts that beside CJK characters. Nothing in CommonMark's
own examples changes; `_` is not changed, because `snake_case` must stay text.
"""

import re
from functools import lru_cache
from unicodedata import east_asian_width

from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace

from byeoru.base.patterns import lazy_pattern

# Unicode 15.1: Emoji_Presentation=Yes. Wide, and no letters of any script.
_EMOJI = re.compile(
    "[\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f\u2693\u26a1\u26aa\u26ab"
    "\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e"
    "\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e"
    "\U0001f191-\U0001f19a\U0001f1e6-\U0001f1ff\U0001f201\U0001f21a\U0001f22f\U0001f232-\U0001f236"
    "\U0001f238-\U0001f23a\U0001f250\U0001f251\U0001f300-\U0001f320\U0001f32d-\U0001f335\U0001f337-\U0001f37c"
    "\U0001f37e-\U0001f393\U0001f3a0-\U0001f3ca\U0001f3cf-\U0001f3d3\U0001f3e0-\U0001f3f0\U0001f3f4"
    "\U0001f3f8-\U0001f43e\U0001f440\U0001f442-\U0001f4fc\U0001f4ff-\U0001f53d\U0001f54b-\U0001f54e"
    "\U0001f550-\U0001f567\U0001f57a\U0001f595\U0001f596\U0001f5a4\U0001f5fb-\U0001f64f\U0001f680-\U0001f6c5"
    "\U0001f6cc\U0001f6d0-\U0001f6d2\U0001f6d5-\U0001f6d8\U0001f6dc-\U0001f6df\U0001f6eb\U0001f6ec"
    "\U0001f6f4-\U0001f6fc\U0001f7e0-\U0001f7eb\U0001f7f0\U0001f90c-\U0001f93a\U0001f93c-\U0001f945"
    "\U0001f947-\U0001f9ff\U0001fa70-\U0001faff]"
)
_HANGUL_OF_NO_WIDTH = lazy_pattern("[\u1160-\u11ff\ud7b0-\ud7c6\ud7cb-\ud7fb]")  # medial and final jamo
_QUOTES = "‘’“”"
_TEXT_STYLE = "\ufe01"  # variation selector: the preceding quote is full-width
_SPACES = lazy_pattern(r"[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

Flanks = tuple[bool, bool]  # may open, may close


def is_cjk(character: str) -> bool | None:
    """Report whether *character* is a CJK character; None if its width is ambiguous."""
    if character < "\u1100":
        return False
    match east_asian_width(character):
        case "F" | "H":
            return True
        case "W":
            return _EMOJI.match(character) is None
        case "A":
            return None
        case "N":
            return _HANGUL_OF_NO_WIDTH.match(character) is not None
    return False


@lru_cache(maxsize=1 << 14)
def flanks(before: str, after: str, *, splits_words: bool = True, second: str = "") -> Flanks:
    """Return whether a delimiter run between *before* and *after* may open or close; a space represents either end.

    *second* is the character before a variation selector; `_` does not split words.

    >>> flanks(")", "를"), flanks(")", "a"), flanks("가", "나")
    ((True, True), (True, False), (True, True))
    """
    last = second if second and not _SPACES.match(second) else before
    if isWhiteSpace(ord(last)) or isWhiteSpace(ord(after)):
        return not isWhiteSpace(ord(after)), not isWhiteSpace(ord(last))
    is_last_mark, is_next_mark = _is_punctuation(last), _is_punctuation(after)
    if not splits_words:
        return is_last_mark, is_next_mark
    is_beside_cjk = bool(is_cjk(after)) or _ends_in_cjk(before, second)
    return is_last_mark or is_beside_cjk or not is_next_mark, is_next_mark or is_beside_cjk or not is_last_mark


def _ends_in_cjk(before: str, second: str) -> bool:
    if second:
        verdict = is_cjk(second)
        return before == _TEXT_STYLE and second in _QUOTES if verdict is None else verdict
    verdict = is_cjk(before)
    return "\U000e0100" <= before <= "\U000e01ef" if verdict is None else verdict  # ideographic variation selectors


def _is_punctuation(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)

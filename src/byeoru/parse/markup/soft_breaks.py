"""Line breaks inside a paragraph: a space for Korean, nothing between Han or kana.

Korean separates words by spaces, so a line break is a space. Chinese and Japanese do not, and a space would leave a
gap in the sentence (CSS Text 4, segment break transformation).
"""

from byeoru.base.patterns import lazy_pattern

# Han, kana and the full-width punctuation that goes with them, and no Hangul.
_SPACELESS = lazy_pattern(
    "[\u3001-\u3030\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60\uff65-\uff9f"
    "\U00020000-\U0003ffff]"
)


def joins(before: str, after: str) -> bool:
    """Report whether a line break between two characters is removed.

    >>> joins("漢", "字"), joins("漢", "한"), joins("가", "나")
    (True, False, False)
    """
    if before < "\u3001" or "가" <= before <= "힣":  # nearly always; the pattern takes long to compile
        return False
    return _SPACELESS.match(before) is not None and _SPACELESS.match(after) is not None

"""The code of postings: which documents have a term, and its impact on each.

In:  slots with impacts, or the text that they are written as.
Out: the text, or the slots with impacts.
Must not: differ from `themes/hanji/static/search/engine.js`.

A posting is a letter for the impact (a = 1 … o = 15) and the gap to the slot before, in base 74, nothing for none.
"""

import re
from collections.abc import Sequence
from operator import sub

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZpqrstuvwxyz!#$%&()*+,-./:;<=>?@[]^_{}~"  # no letter of an impact
_BASE = len(DIGITS)
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
_POSTING = re.compile("([a-o])([^a-o]*)")
_LETTERS = " abcdefghijklmno"  # by impact
_IMPACT_OF_A = ord("a") - 1
_KEPT = 1 << 14  # codes whose text is kept: those of gaps up to a thousand

Postings = list[tuple[int, int]]  # slot and impact, by slot


def impact(letter: str) -> int:
    """Return the impact that a letter means.

    >>> impact("a"), impact("o")
    (1, 15)
    """
    return ord(letter) - _IMPACT_OF_A


def decoded(postings: str) -> Postings:
    """Return the slots and impacts that *postings* mean.

    >>> decoded("b10a")
    [(74, 2), (75, 1)]
    """
    slot = -1
    pairs = []
    for letter, digits in _POSTING.findall(postings):
        gap = 0
        for digit in digits:
            gap = gap * _BASE + _VALUES[digit]
        slot += gap + 1
        pairs.append((slot, impact(letter)))
    return pairs


def code_of(slot: int, gained: int) -> int:
    """Return a slot and an impact as one number."""
    return slot << 4 | gained


def slot_of(code: int) -> int:
    """Return the slot of a posting.

    >>> slot_of(code_of(74, 2))
    74
    """
    return code >> 4


def first_posting(code: int, before: int = -1) -> str:
    """Return the text of a posting; *before* is the slot of the one before it.

    >>> first_posting(code_of(74, 2)), first_posting(code_of(75, 1), before=74)
    ('b10', 'a')
    """
    return _TEXTS[code - (before << 4)]


def other_postings(codes: Sequence[int]) -> str:
    """Return the text of all postings but the first.

    >>> other_postings([code_of(74, 2), code_of(75, 1)])
    'a'
    """
    # Without a loop in Python, as an index of 10,000 posts has five million of them.
    return "".join(map(_TEXTS.__getitem__, map(sub, codes[1:], map(_WITHOUT_IMPACT, codes))))


class _Texts(dict[int, str]):
    """The text of a posting by its code, relative to the slot before."""

    def __missing__(self, code: int) -> str:
        """Write a posting that is met for the first time."""
        digits, gap = "", (code >> 4) - 1
        while gap:
            gap, digit = divmod(gap, _BASE)
            digits = DIGITS[digit] + digits
        text = _LETTERS[code & 15] + digits
        if code < _KEPT:
            self[code] = text
        return text


_TEXTS = _Texts()
_WITHOUT_IMPACT = (-16).__and__

"""Tell which characters a regular expression can begin with.

In:  a compiled pattern.
Out: the characters of ``TOLD`` that a match can begin with, None where it can begin with any, with none, or where
that cannot be told. A character outside ``TOLD`` is never ruled out.
Must not: be wrong in the strict direction. A rule that is tried in vain costs time, a rule left out costs tokens.
"""

import re
from re import _constants as op  # type: ignore[attr-defined]  # the only reader of its syntax
from re import _parser  # type: ignore[attr-defined]
from typing import Any

# ASCII without U+001C to U+001F, which Python counts as white space in texts and not in bytes.
TOLD = frozenset(map(chr, range(128))) - frozenset("\x1c\x1d\x1e\x1f")
_SPACE = frozenset(" \t\n\r\f\v")
_DIGIT = frozenset("0123456789")
_WORD = _DIGIT | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_CATEGORIES = {
    op.CATEGORY_DIGIT: _DIGIT,
    op.CATEGORY_NOT_DIGIT: TOLD - _DIGIT,
    op.CATEGORY_SPACE: _SPACE,
    op.CATEGORY_NOT_SPACE: TOLD - _SPACE,
    op.CATEGORY_WORD: _WORD,
    op.CATEGORY_NOT_WORD: TOLD - _WORD,
}


class _Unknown(Exception):  # noqa: N818  (an answer, not an error)
    """The first character cannot be told."""


def first_characters(pattern: "re.Pattern[str]") -> frozenset[str] | None:
    """Return the ASCII characters that a match of *pattern* can begin with.

    >>> sorted(first_characters(re.compile("[ab]c|d+")))
    ['a', 'b', 'd']
    >>> first_characters(re.compile("a*")) is None
    True
    """
    if pattern.flags & re.LOCALE:
        return None
    found: set[str] = set()
    try:
        can_be_empty = _first(_parser.parse(pattern.pattern, pattern.flags), pattern.flags, found)
    except _Unknown:
        return None
    return None if can_be_empty else frozenset(found)


def _first(sequence: Any, flags: int, found: set[str]) -> bool:  # noqa: ANN401
    """Add what *sequence* can begin with to *found*; return whether it can match without a character."""
    return all(_item(code, value, flags, found) for code, value in sequence)


def _item(code: Any, value: Any, flags: int, found: set[str]) -> bool:  # noqa: ANN401
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):  # of no width: they can only forbid, never begin
        return True
    if code is op.BRANCH:
        return sum(_first(branch, flags, found) for branch in value[1]) > 0  # each of them is looked at
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, _, inner = value
        return _first(inner, flags, found) or least == 0
    if code is op.ATOMIC_GROUP:
        return _first(value, flags, found)
    if code is op.SUBPATTERN:
        _, added, removed, inner = value
        if added or removed:
            raise _Unknown
        return _first(inner, flags, found)
    found |= _characters(code, value, flags)
    return False


def _characters(code: Any, value: Any, flags: int) -> frozenset[str]:  # noqa: ANN401, C901  (a table of cases)
    """Return the ASCII characters that one item of one character can match."""
    if code is op.LITERAL:
        return _cases({chr(value)}, flags)
    if code is op.NOT_LITERAL:
        return TOLD if flags & re.IGNORECASE else TOLD - {chr(value)}
    if code is op.ANY:
        return TOLD if flags & re.DOTALL else TOLD - {"\n"}
    if code is not op.IN:
        raise _Unknown
    members: set[str] = set()
    for kind, what in value:
        if kind is op.LITERAL:
            members.add(chr(what))
        elif kind is op.RANGE:
            low, high = what
            members.update(map(chr, range(low, min(high, 127) + 1)))
            if high > 127:
                members.add(chr(high))
        elif kind is op.CATEGORY:
            members |= _CATEGORIES[what]
        elif kind is not op.NEGATE:
            raise _Unknown
    if value[0][0] is op.NEGATE:
        return TOLD if flags & re.IGNORECASE else TOLD - members
    return _cases(members, flags)


def _cases(characters: set[str], flags: int) -> frozenset[str]:
    """Add the other case where case is ignored; what lies beyond ASCII may then equal any letter (ſ, K)."""
    ascii_only = characters & TOLD
    if not flags & re.IGNORECASE:
        return frozenset(ascii_only)
    if ascii_only != characters:
        return TOLD
    return frozenset(case for character in ascii_only for case in (character.lower(), character.upper()))

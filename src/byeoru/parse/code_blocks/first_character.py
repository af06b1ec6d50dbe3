"""Compute the first set of a regular expression: the characters with which a match can begin.

In:  a compiled pattern.
Out: the characters of ``KNOWN_CHARACTERS`` with which a match can begin; None if the match can be empty, or if the set
cannot be computed. Characters outside ``KNOWN_CHARACTERS`` are always possible.
Must not: omit a possible character. A rule tried needlessly costs time, but an omitted rule would change the tokens.
"""

import re
from re import _constants as op  # type: ignore[attr-defined]  # the only parser of this syntax
from re import _parser  # type: ignore[attr-defined]
from typing import Any

# ASCII without U+001C to U+001F, which are white space in `str` patterns and not in `bytes` patterns.
KNOWN_CHARACTERS = frozenset(map(chr, range(128))) - frozenset("\x1c\x1d\x1e\x1f")
_SPACE = frozenset(" \t\n\r\f\v")
_DIGIT = frozenset("0123456789")
_WORD = _DIGIT | frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_")
_CATEGORIES = {
    op.CATEGORY_DIGIT: _DIGIT,
    op.CATEGORY_NOT_DIGIT: KNOWN_CHARACTERS - _DIGIT,
    op.CATEGORY_SPACE: _SPACE,
    op.CATEGORY_NOT_SPACE: KNOWN_CHARACTERS - _SPACE,
    op.CATEGORY_WORD: _WORD,
    op.CATEGORY_NOT_WORD: KNOWN_CHARACTERS - _WORD,
}


class _Unknown(Exception):  # noqa: N818  (a result, not an error)
    """The first set cannot be computed."""


def first_characters(pattern: "re.Pattern[str]") -> frozenset[str] | None:
    """Return the ASCII characters with which a match of *pattern* can begin.

    >>> sorted(first_characters(re.compile("[ab]c|d+")))
    ['a', 'b', 'd']
    >>> first_characters(re.compile("a*")) is None
    True
    >>> sorted(first_characters(re.compile(r"^(?=a|/)")))
    ['/', 'a']
    """
    if pattern.flags & re.LOCALE:
        return None
    starts: set[str] = set()
    try:
        can_be_empty = _sequence_starts(_parser.parse(pattern.pattern, pattern.flags), pattern.flags, starts)
    except _Unknown:
        return None
    return None if can_be_empty else frozenset(starts)


def _sequence_starts(sequence: Any, flags: int, starts: set[str]) -> bool:  # noqa: ANN401
    """Add the first set of *sequence* to *starts*; return whether it can match the empty string."""
    return all(_item_starts(code, value, flags, starts) for code, value in sequence)


def _item_starts(code: Any, value: Any, flags: int, starts: set[str]) -> bool:  # noqa: ANN401
    if code is op.ASSERT and value[0] > 0:
        code, value = op.ATOMIC_GROUP, value[1]  # what must follow, `(?=…)`, begins with the same character
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):  # zero-width: they only restrict a match
        return True
    if code is op.BRANCH:
        return (
            sum(_sequence_starts(branch, flags, starts) for branch in value[1]) > 0
        )  # `sum`, as every branch must be visited
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, _, inner = value
        return _sequence_starts(inner, flags, starts) or least == 0
    if code is op.ATOMIC_GROUP:
        return _sequence_starts(value, flags, starts)
    if code is op.SUBPATTERN:
        _, added, removed, inner = value
        if added or removed:
            raise _Unknown
        return _sequence_starts(inner, flags, starts)
    starts |= _characters(code, value, flags)
    return False


def _characters(code: Any, value: Any, flags: int) -> frozenset[str]:  # noqa: ANN401, C901  (a table of cases)
    """Return the ASCII characters that a one-character item can match."""
    if code is op.LITERAL:
        return _with_other_case({chr(value)}, flags)
    if code is op.NOT_LITERAL:
        return KNOWN_CHARACTERS if flags & re.IGNORECASE else KNOWN_CHARACTERS - {chr(value)}
    if code is op.ANY:
        return KNOWN_CHARACTERS if flags & re.DOTALL else KNOWN_CHARACTERS - {"\n"}
    if code is not op.IN:
        raise _Unknown
    members: set[str] = set()
    for kind, item in value:
        if kind is op.LITERAL:
            members.add(chr(item))
        elif kind is op.RANGE:
            low, high = item
            members.update(map(chr, range(low, min(high, 127) + 1)))
            if high > 127:
                members.add(chr(high))
        elif kind is op.CATEGORY:
            members |= _CATEGORIES[item]
        elif kind is not op.NEGATE:
            raise _Unknown
    if value[0][0] is op.NEGATE:
        return KNOWN_CHARACTERS if flags & re.IGNORECASE else KNOWN_CHARACTERS - members
    return _with_other_case(members, flags)


def _with_other_case(characters: set[str], flags: int) -> frozenset[str]:
    """Add the other case if case is ignored; a character outside ASCII may then match any letter (ſ, K)."""
    ascii_only = characters & KNOWN_CHARACTERS
    if not flags & re.IGNORECASE:
        return frozenset(ascii_only)
    if ascii_only != characters:
        return KNOWN_CHARACTERS
    return frozenset(case for character in ascii_only for case in (character.lower(), character.upper()))

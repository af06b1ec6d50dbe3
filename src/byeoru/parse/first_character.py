"""Which characters can a regular expression begin with?

In:  a compiled pattern.
Out: ``Starts``, which says of a character whether a match can begin with it; None where every character can, or
where that cannot be told.
Must not: be wrong in the strict direction. A rule that is tried in vain costs time, a rule left out costs tokens.
"""

import re
from re import _constants as op  # type: ignore[attr-defined]  (sre's own parser: the only reader of its syntax)
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Item = tuple[Any, Any]

_SPACE = frozenset(" \t\n\r\f\v")
_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_DIGIT = frozenset("0123456789")
_ASCII_CLASSES = {
    op.CATEGORY_DIGIT: (_DIGIT, True),
    op.CATEGORY_NOT_DIGIT: (_DIGIT, False),
    op.CATEGORY_SPACE: (_SPACE, True),
    op.CATEGORY_NOT_SPACE: (_SPACE, False),
    op.CATEGORY_WORD: (_WORD, True),
    op.CATEGORY_NOT_WORD: (_WORD, False),
}


class _Unknown(Exception):  # noqa: N818  (an answer, not an error)
    """The first character cannot be told."""


class Starts:
    """The characters that a pattern can begin with, as items of its first position."""

    def __init__(self, items: list[Item], flags: int) -> None:
        """Take the items of the first position, any of which may match."""
        self._items, self._flags = items, flags

    def may_be(self, character: str) -> bool:
        """Tell whether a match can begin with *character*; beyond ASCII the answer is always yes."""
        if not character.isascii() or character in "\x1c\x1d\x1e\x1f":  # the last are white space in Unicode only
            return True
        cases = {character, character.lower(), character.upper()} if self._flags & re.IGNORECASE else {character}
        return any(_matches(item, case, self._flags) for item in self._items for case in cases)


def starts(pattern: "re.Pattern[str]") -> Starts | None:
    """Analyse *pattern*; None means that any character may begin a match, or none at all."""
    if pattern.flags & re.LOCALE:
        return None
    items: list[Item] = []
    try:
        can_be_empty = _first(_parser.parse(pattern.pattern, pattern.flags), items)
    except _Unknown:
        return None
    return None if can_be_empty else Starts(items, pattern.flags)


def _first(sequence: Any, items: list[Item]) -> bool:  # noqa: ANN401
    """Add what *sequence* can begin with to *items*; return whether it can match without a character."""
    return all(_can_be_empty(code, value, items) for code, value in sequence)


def _can_be_empty(code: Any, value: Any, items: list[Item]) -> bool:  # noqa: ANN401
    if code in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
        items.append((code, value))
        return False
    if code in (op.AT, op.ASSERT, op.ASSERT_NOT):  # of no width: they can only forbid, never begin
        return True
    if code is op.BRANCH:
        return any([_first(branch, items) for branch in value[1]])  # each of them, so a list
    if code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        least, _, inner = value
        return _first(inner, items) or least == 0
    if code is op.ATOMIC_GROUP:
        return _first(value, items)
    if code is op.SUBPATTERN:
        _, added, removed, inner = value
        if not added and not removed:
            return _first(inner, items)
    raise _Unknown


def _matches(item: Item, character: str, flags: int) -> bool:
    """Tell whether one item can match an ASCII character; what is beyond ASCII in the item is taken as a match."""
    code, value = item
    point = ord(character)
    if code is op.LITERAL:
        return bool(value == point or (value > 127 and flags & re.IGNORECASE))
    if code is op.NOT_LITERAL:
        return bool(value != point or flags & re.IGNORECASE)
    if code is op.ANY:
        return character != "\n" or bool(flags & re.DOTALL)
    return _in_class(value, character, flags)


def _in_class(members: list[Item], character: str, flags: int) -> bool:
    is_negated = members[0][0] is op.NEGATE
    if is_negated and flags & re.IGNORECASE:
        return True
    found = any(_is_member(code, value, character, flags) for code, value in members if code is not op.NEGATE)
    return found != is_negated


def _is_member(code: Any, value: Any, character: str, flags: int) -> bool:  # noqa: ANN401
    point = ord(character)
    if code is op.LITERAL:
        return bool(value == point or (value > 127 and flags & re.IGNORECASE))
    if code is op.RANGE:
        low, high = value
        return bool(low <= point <= high or (high > 127 and flags & re.IGNORECASE))
    if code is op.CATEGORY:
        characters, is_in = _ASCII_CLASSES[value]
        return (character in characters) == is_in
    raise _Unknown

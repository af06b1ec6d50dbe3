"""The text of a shard: terms in the order of the index, each with its postings.

In:  the terms of documents, `term⇥letter` lines; or the text of a shard and what changes in it.
Out: the text of shards, `term⇥postings` lines, and its postings.
Must not: lose the order: a shard that was edited line by line is the same text as one that was made whole.

A posting is a letter for the impact (a = 1 … o = 15) and the gap to the slot before, in base 74, nothing for none.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from byeoru.korean.jamo import order

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZpqrstuvwxyz!#$%&()*+,-./:;<=>?@[]^_{}~"  # no letter of an impact
_BASE = len(DIGITS)
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
_POSTING = re.compile("([a-o])([^a-o]*)")
_LETTERS = " abcdefghijklmno"  # by impact
_IMPACT_OF_A = ord("a") - 1

Postings = list[tuple[int, int]]  # slot and impact, by slot
Changes = Mapping[str, Mapping[int, str]]  # the new letter of a slot, "" for none, by term


def impact(letter: str) -> int:
    """Return the impact that a letter means.

    >>> impact("a"), impact("o")
    (1, 15)
    """
    return ord(letter) - _IMPACT_OF_A


def read(text: str) -> dict[str, Postings]:
    r"""Return the postings of a shard, slot and impact of each, by term.

    >>> read("클로저\tb10a\n")
    {'클로저': [(74, 2), (75, 1)]}
    """
    lines = (line.split("\t") for line in text.split("\n") if line)
    return {term: decoded(postings) for term, postings in lines}


def shard_of(term: str, boundaries: Sequence[str]) -> int:
    """Return the number of the shard that holds *term*."""
    return bisect_right(boundaries, order(term))


class Gathered:
    """The postings of the documents of a segment, until they are written to its shards.

    What is done for each of the 500 postings of a document is written without a loop in Python; that takes a third of
    the time.
    """

    def __init__(self) -> None:
        """Begin without documents."""
        # By `term⇥letter` line: one look-up a posting, and no line is cut.
        self._slots: dict[str, list[int]] = defaultdict(list)

    def add(self, slot: int, terms: str) -> int:
        """Add the terms of a document, those of lower slots first; return the number of its postings."""
        lines = terms.split("\n") if terms else []
        for slots in map(self._slots.__getitem__, lines):
            slots.append(slot)
        return len(lines)

    def texts(self, boundaries: Sequence[str]) -> Iterator[str]:
        """Yield the text of each shard."""
        shards: list[list[tuple[str, str]]] = [[] for _ in range(len(boundaries) + 1)]
        for line in self._slots:
            key = order(line[:-2])
            shards[bisect_right(boundaries, key)].append((key, line))
        for number, lines in enumerate(shards):
            lines.sort()
            yield self._text([line for _, line in lines])
            shards[number] = []  # to free the memory

    def _text(self, lines: list[str]) -> str:
        written = []
        for term, alike in groupby(lines, _term_of):
            codes: list[int] = []
            for line in alike:
                letter = impact(line[-1])
                codes += [slot << 4 | letter for slot in self._slots[line]]
            codes.sort()
            written.append(f"{term}\t{_encoded(codes)}\n")
        return "".join(written)


def _term_of(line: str) -> str:
    return line[:-2]


def postings_of(terms: str) -> int:
    r"""Return the number of postings of a document.

    >>> postings_of(""), postings_of("a\tb\nc\tb")
    (0, 2)
    """
    return terms.count("\n") + 1 if terms else 0


class Step(NamedTuple):
    """A change of one document."""

    old_slot: int
    old_terms: str | None  # "" if it was not indexed; None if they are lost
    slot: int
    terms: str  # "" if it is no longer indexed


def changes_of(steps: Iterable[Step]) -> Changes | None:
    r"""Return what *steps* change, None if a document's former terms are lost.

    >>> changes_of([Step(4, "a\tb\nc\td", 4, "a\tb\nc\te"), Step(0, "f\tb", 0, "")])
    {'c': {4: 'e'}, 'f': {0: ''}}
    """
    changes: dict[str, dict[int, str]] = {}
    added: list[tuple[int, set[str]]] = []
    for old_slot, old_terms, slot, terms in steps:
        if old_terms is None:
            return None
        before, after = _lines(old_terms), _lines(terms)
        if old_slot == slot:
            before, after = before - after, after - before
        for line in before:
            changes.setdefault(line[:-2], {})[old_slot] = ""
        added.append((slot, after))
    for slot, lines in added:  # last, as a document may take the slot that another one leaves
        for line in lines:
            changes.setdefault(line[:-2], {})[slot] = line[-1]
    return changes


def _lines(terms: str) -> set[str]:
    return set(terms.split("\n")) if terms else set()


def edited(text: str, changes: Changes) -> str:
    """Return the text of a shard after *changes*."""
    text = "\n" + text
    for term, letters in changes.items():
        start = text.find(f"\n{term}\t") + 1
        end = text.index("\n", start) + 1 if start else 0
        postings = dict(decoded(text[start + len(term) + 1 : end - 1])) if start else {}
        for slot, letter in letters.items():
            if letter:
                postings[slot] = impact(letter)
            else:
                postings.pop(slot, None)
        codes = [slot << 4 | gained for slot, gained in sorted(postings.items())]
        line = f"{term}\t{_encoded(codes)}\n" if codes else ""
        start = start or place_of((order(term), term), text, 1)
        text = text[:start] + line + text[max(start, end) :]
    return text[1:]


def place_of(key: tuple[str, str], text: str, low: int = 0) -> int:
    r"""Return where the first line begins, from the one at *low* on, whose order and term are not before *key*.

    >>> place_of((order("클"), ""), "자바\ta\n클로저\tb\n")
    5
    """
    high = len(text)
    while low < high:
        start = text.rfind("\n", 0, (low + high) // 2) + 1
        other = text[start : text.index("\t", start)]
        if (order(other), other) < key:
            low = text.index("\n", start) + 1
        else:
            high = start
    return low


def decoded(postings: str) -> Postings:
    """Return the postings of a term in a shard.

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


def _encoded(codes: Sequence[int]) -> str:
    """Return postings, each given as its slot and, in the last four bits, its impact.

    >>> _encoded([74 << 4 | 2, 75 << 4 | 1])
    'b10a'
    """
    return "".join([_POSTINGS[code - (last & -16)] for last, code in zip(chain((-16,), codes), codes, strict=False)])


class _Postings(dict[int, str]):
    """The texts of postings, by the distance to the slot before and, in the last four bits, the impact."""

    def __missing__(self, code: int) -> str:
        digits, gap = "", (code >> 4) - 1
        while gap:
            gap, digit = divmod(gap, _BASE)
            digits = DIGITS[digit] + digits
        text = self[code] = _LETTERS[code & 15] + digits
        return text


_POSTINGS = _Postings()

"""The text of a shard: terms in the order of the index, each with its postings.

In:  the text of a shard, and the terms of the documents that change in it.
Out: the text of a shard, `term⇥postings` lines, and its postings.
Must not: lose the order: a shard that was edited line by line is the same text as one that was made whole.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from byeoru.index.document_terms import by_letter
from byeoru.index.postings import Postings, code_of, decoded, first_posting, impact, other_postings
from byeoru.korean.jamo import order

Changes = Mapping[str, Mapping[int, str]]  # the new letter of a slot, "" for none, by term


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


class Step(NamedTuple):
    """A change of one document."""

    old_slot: int
    old_terms: str | None  # "" if it was not indexed; None if they are lost
    slot: int
    terms: str  # "" if it is no longer indexed


def changes_of(steps: Iterable[Step]) -> Changes | None:
    r"""Return what *steps* change, None if a document's former terms are lost.

    >>> changes_of([Step(4, "b\ta\nd\tc", 4, "b\ta\ne\tc"), Step(0, "b\tf", 0, "")])
    {'c': {4: 'e'}, 'f': {0: ''}}
    """
    changes: dict[str, dict[int, str]] = {}
    added: list[tuple[int, set[tuple[str, str]]]] = []
    for old_slot, old_terms, slot, terms in steps:
        if old_terms is None:
            return None
        before, after = _pairs(old_terms), _pairs(terms)
        if old_slot == slot:
            before, after = before - after, after - before
        for term, _ in before:
            changes.setdefault(term, {})[old_slot] = ""
        added.append((slot, after))
    for slot, pairs in added:  # last, as a document may take the slot that another one leaves
        for term, letter in pairs:
            changes.setdefault(term, {})[slot] = letter
    return changes


def _pairs(terms: str) -> set[tuple[str, str]]:
    return {(term, letter) for letter, alike in by_letter(terms) for term in alike}


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
        codes = [code_of(slot, gained) for slot, gained in sorted(postings.items())]
        line = f"{term}\t{first_posting(codes[0])}{other_postings(codes)}\n" if codes else ""
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

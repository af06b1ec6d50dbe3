"""Partial indexes: the postings of some documents of a segment, which are merged to its shards.

In:  the terms of documents; or the partial indexes of all documents of a segment.
Out: a partial index, as one text for each range of terms; or the texts of the shards of a range.
Must not: hold the postings of a whole segment at once, or depend on which documents are taken together.

A line of a partial index is a term, the code of its first posting, its last slot, and the text of the other postings.
Merging writes the first posting anew, as its gap is that to the partial index before, and copies the others.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from byeoru.index.document_terms import by_letter
from byeoru.index.postings import code_of, first_posting, impact, other_postings, slot_of
from byeoru.korean.jamo import order


def partial_index(documents: Iterable[tuple[int, str]], boundaries: Sequence[str]) -> list[str]:
    """Return the partial index of *documents*, slot and terms of each, by slot; the *boundaries* are of its ranges."""
    codes: defaultdict[str, list[int]] = defaultdict(list)
    for slot, terms in documents:
        for letter, alike in by_letter(terms):
            code = code_of(slot, impact(letter))
            # One look-up for each of the 500 postings of a document, and no other work.
            for gathered in map(codes.__getitem__, alike):
                gathered.append(code)
    ranges: list[list[str]] = [[] for _ in range(len(boundaries) + 1)]
    for term, found in codes.items():
        others = other_postings(found) if len(found) > 1 else ""  # two of three terms are in one document
        line = f"{term}\t{found[0]}\t{slot_of(found[-1])}\t{others}"
        ranges[bisect_right(boundaries, order(term))].append(line)
    return ["\n".join(lines) for lines in ranges]


def merged(partials: Iterable[str], boundaries: Sequence[str]) -> list[str]:
    """Return the shards of a range, divided at *boundaries*; *partials* are those of its documents, by slot."""
    lines: defaultdict[str, list[str]] = defaultdict(list)
    for text in partials:
        for line in text.split("\n") if text else ():
            term, _, postings = line.partition("\t")
            lines[term].append(postings)
    shards: list[list[str]] = [[] for _ in range(len(boundaries) + 1)]
    for key, term in sorted([(order(term), term) for term in lines]):
        shards[bisect_right(boundaries, key)].append(f"{term}\t{_joined(lines[term])}\n")
    return ["".join(lines) for lines in shards]


def _joined(lines: Iterable[str]) -> str:
    """Return all postings of a term."""
    last, joined = -1, ""
    for line in lines:
        first, end, rest = line.split("\t")
        joined += first_posting(int(first), last) + rest
        last = int(end)
    return joined


def shards_of(documents: Iterable[tuple[int, str]], boundaries: Sequence[str]) -> list[str]:
    """Return the shards of a few *documents* at once."""
    return merged(partial_index(documents, ()), boundaries)

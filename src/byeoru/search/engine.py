"""Find documents: the answer to a query.

In:  a reader of an index, and what was typed.
Out: ``Found``.
Must not: compute with fractions, or in the order of a set: the script of the theme gives the same answers in the same
order.
"""

from collections.abc import Iterable
from itertools import pairwise

from byeoru.index.titles import TitleRow
from byeoru.korean.jamo import order
from byeoru.search.match import match
from byeoru.search.query import read
from byeoru.search.reader import Found, IndexReader
from byeoru.search.shelf import Shelf
from byeoru.search.words import Match, keys_of, literal, sure

_TOGETHER = 30  # how much more a compound counts than a word of medium rarity

Ranked = list[tuple[int, int]]  # slots and scores


def search(reader: IndexReader, text: str, limit: int) -> Found:
    """Return the documents that *text* asks for, with the titles of the first *limit*."""
    words, filters = read(text)
    matches = [match(word, Shelf(reader)) for word in words]
    pairs = [_together(first + second, Shelf(reader)) for first, second in pairwise(words)]
    shelf = Shelf(reader)
    shelf.load([order(name) for name in filters])
    ranked = rank(
        matches, pairs, [{slot for slot, _ in shelf.postings(name)} for name in filters], reader.root.documents
    )
    return Found(
        tuple(titled(ranked[:limit], reader)),
        len(ranked),
        apart(word for found in matches for word in found.words),
        tuple((word, found.used) for word, found in zip(words, matches, strict=True) if found.used),
        filters,
    )


def _together(compound: str, shelf: Shelf) -> Match:
    """Return the documents that have two neighbours of a query side by side."""
    found = Match(shelf)
    shelf.load(keys_of(compound))
    found.add(sure(literal(compound, shelf)))
    return found


def apart(words: Iterable[str]) -> tuple[str, ...]:
    """Return *words*, of those that begin with each other only the first, which is the most certain.

    So an ending is not marked (좀비다), nor a stem that only looks like one (이미지).

    >>> apart(["좀비", "좀비다", "이미지", "이미", "gpu", "좀비"])
    ('좀비', '이미지', 'gpu')
    """
    kept: list[str] = []
    for word in words:
        if not any(_begin_alike(word, one) for one in kept):
            kept.append(word)
    return tuple(kept)


def _begin_alike(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    return one == other or (length > 1 and one[:length] == other[:length])


def rank(matches: list[Match], pairs: list[Match], filters: list[set[int]], documents: int) -> Ranked:
    """Return the documents that match most words, best first; the newest, of equals."""
    scores: dict[int, int] = {}
    counts: dict[int, int] = {}
    for found in matches:
        rarity = max(1, documents.bit_length() - len(found.scores).bit_length() + 1)
        for slot, score in found.scores.items():
            scores[slot] = scores.get(slot, 0) + score * rarity
            counts[slot] = counts.get(slot, 0) + 1
    for found in pairs:
        for slot, score in found.scores.items():
            if slot in scores:
                scores[slot] += score * _TOGETHER
    if not matches and filters:
        scores = counts = dict.fromkeys(filters[0], 1)
    most = max(counts.values(), default=0)
    ranked = [
        (slot, score)
        for slot, score in scores.items()
        if counts[slot] == most and all(slot in slots for slots in filters)
    ]
    return sorted(ranked, key=lambda pair: (-pair[1], -pair[0]))


def titled(ranked: Ranked, reader: IndexReader) -> list[TitleRow]:
    """Return the rows of documents; those whose chunk is missing are left out."""
    chunks = dict.fromkeys(slot >> reader.root.chunk for slot, _ in ranked)
    rows = {row.slot: row for chunk in chunks for row in reader.titles(chunk)}
    return [rows[slot] for slot, _ in ranked if slot in rows]

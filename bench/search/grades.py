"""Judge results: how relevant a text is to a query, and how well a ranking puts the relevant ones first.

In:  the visible texts, a query with its meanings, the addresses that an engine returned.
Out: grades, and the measures of one query.
Must not: know an engine, or share a rule with one.

A meaning is a pattern of occurrences (`meanings`). A query may have several: the grade is that of the worst.

| grade | |
|---|---|
| 3 | in the title |
| 2 | in a heading, or eight times in the text |
| 1 | in the text |

Code counts as text, since readers look for code; written-out addresses do not count (`texts`).
"""

import re
from collections.abc import Mapping, Sequence
from math import log2
from typing import NamedTuple

from search.meanings import pattern_of
from search.texts import Text

OFTEN = 8
DEEP = 50  # results that a reader can scroll through


class Query(NamedTuple):
    """What is typed, and what is meant."""

    kind: str
    text: str
    meanings: tuple[str, ...]


class Scores(NamedTuple):
    """The measures of one query, or the mean of several."""

    ndcg: float
    recall: float
    zero: float


class Judge:
    """Grades the texts of one site."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._texts = [Text(text.address, *(field.lower() for field in text[1:])) for text in texts]

    def grades(self, query: Query) -> dict[str, int]:
        """Return the grades of the relevant texts by address."""
        patterns = [pattern_of(meaning) for meaning in query.meanings]
        graded = ((text.address, min(_grade(text, pattern) for pattern in patterns)) for text in self._texts)
        return {address: grade for address, grade in graded if grade}


def _grade(text: Text, pattern: re.Pattern[str]) -> int:
    if pattern.search(text.title):
        return 3
    if pattern.search(text.headings):
        return 2
    found = 0
    for _ in pattern.finditer(text.body):
        found += 1
        if found == OFTEN:
            return 2
    return min(found, 1)


def scored(found: Sequence[str], grades: Mapping[str, int]) -> Scores:
    """Measure one ranking: nDCG of the first ten with gains of 2^grade - 1, recall in the first fifty.

    >>> scored(["/a/", "/b/"], {"/a/": 3, "/b/": 1}), scored([], {"/a/": 3})
    (Scores(ndcg=1.0, recall=1.0, zero=0.0), Scores(ndcg=0.0, recall=0.0, zero=1.0))
    """
    best = sorted(grades.values(), reverse=True)
    reached = len(set(found[:DEEP]) & grades.keys())
    return Scores(
        _gain([grades.get(address, 0) for address in found]) / _gain(best),
        reached / min(DEEP, len(grades)),
        float(not found),
    )


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades[:10]))


def mean(scores: Sequence[Scores]) -> Scores:
    """Return the mean of each measure."""
    return Scores(*(sum(column) / len(scores) for column in zip(*scores, strict=True)))

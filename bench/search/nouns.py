"""Find the nouns and the code identifiers of a corpus without a dictionary.

In:  visible texts.
Out: nouns, compounds, Latin words and identifiers, with the number of texts that have them.
Must not: import Byeoru, or share a rule with it.

A run of Hangul is taken as a noun when it stands bare and with at least five different particles in the corpus. That
misses nouns and is meant to: what it finds is nearly always one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from search.texts import Text

_PARTICLES = (
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("에",),
    ("의",),
    ("도",),
    ("에서",),
    ("으로", "로"),
    ("만",),
)
_KINDS = {particle: number for number, pair in enumerate(_PARTICLES) for particle in pair}
_RUN = re.compile(r"[가-힣]+")
_BESIDE = re.compile(r"(?<![가-힣])([가-힣]{2,7}) (?=([가-힣]{2,9}))")
_LATIN = re.compile(r"(?<![A-Za-z0-9_$.@#/-])[A-Za-z][A-Za-z0-9]{2,}(?![A-Za-z0-9_$@/-])")
_IDENTIFIER = re.compile(
    r"(?<![A-Za-z0-9_$])(?:[a-z]+(?:[A-Z][a-z0-9]+)+|[A-Z][a-z]+(?:[A-Z][a-z0-9]+)+|[a-z]+(?:_[a-z0-9]+)+)(?![A-Za-z0-9_$])"
)
_COMMON = frozenset(
    str.split("""
    the and for that this with from are not you can was has have will use all new one get set http https com www org
    html let var int const true false null string return function class public void import def print div span href src
""")
)


class Words(NamedTuple):
    """The words of a corpus, each with the number of texts that have it."""

    nouns: dict[str, int]
    pairs: dict[tuple[str, str], int]  # two nouns side by side with a space
    inside: dict[str, int]  # nouns by the number of longer runs that end with them
    latin: dict[str, int]
    identifiers: dict[str, int]
    named: frozenset[str]  # those in a title or heading


def words_of(texts: Sequence[Text]) -> Words:
    """Find the words of *texts*."""
    runs, particles = Counter[str](), dict[str, set[int]]()
    for text in texts:
        runs.update(_RUN.findall(text.body))
    for run in runs:
        for length in (1, 2):
            kind = _KINDS.get(run[-length:])
            if kind is not None and 2 <= len(run) - length <= 7 and run[:-length] not in _KINDS:
                particles.setdefault(run[:-length], set()).add(kind)
    known = {noun for noun, kinds in particles.items() if len(kinds) >= 5 and runs[noun] >= 3}
    nouns, pairs, latin, identifiers = Counter[str](), Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    named = set[str]()
    for text in texts:
        in_text = {_bare(run, known) for run in _RUN.findall(text.body + " " + text.title)} & known
        nouns.update(in_text)
        beside = {(first, _bare(run, known)) for first, run in _BESIDE.findall(text.body) if first in known}
        pairs.update(pair for pair in beside if pair[1] in known)
        latin.update({word.lower() for word in _LATIN.findall(text.body)} - _COMMON)
        identifiers.update(set(_IDENTIFIER.findall(text.code)))
        shown = text.title + "\n" + text.headings
        named |= {_bare(run, known) for run in _RUN.findall(shown)} | {word.lower() for word in _LATIN.findall(shown)}
    inside = Counter(
        noun
        for run in {_bare(run, known) for run in runs}
        for size in (2, 3, 4)
        if len(run) >= size + 2 and (noun := run[-size:]) in known
    )
    return Words(nouns, pairs, inside, latin, identifiers, frozenset(named))


def _bare(run: str, known: set[str]) -> str:
    """Return the noun at the beginning of a run, or the run."""
    if run in known:
        return run
    return next((run[:-length] for length in (1, 2) if run[-length:] in _KINDS and run[:-length] in known), run)

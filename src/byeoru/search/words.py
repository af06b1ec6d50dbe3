"""The terms that a typed word may stand for, each with a weight of 1 to 100.

In:  a word, and the shards that were read for it.
Out: the keys of shards to read, and terms with weights; ``Match``, the documents of terms.
Must not: read a shard.
"""

from byeoru.korean.jamo import order
from byeoru.search.query import follows
from byeoru.search.shelf import Shelf, decoded

SURE = 60  # the weight from which a term is the word that was typed, in some form
_COMPLETIONS = 300  # terms that are looked at for a word that is being typed

Terms = dict[str, int]  # a term and its weight


class Match:
    """The documents that a word matches."""

    def __init__(self, shelf: Shelf) -> None:
        """Match nothing yet."""
        self.shelf = shelf
        self.scores: dict[int, int] = {}  # by slot
        self.words: list[str] = []  # that were found
        self.used = ""  # what was taken in place of the word

    def raise_to(self, slot: int, score: int) -> None:
        """Give a document at least this score."""
        self.scores[slot] = max(self.scores.get(slot, 0), score)

    def add(self, terms: Terms, percent: int = 100) -> None:
        """Add the documents of *terms*; of each document, the best term counts."""
        for term, weight in terms.items():
            for slot, impact in self.shelf.postings(term):
                self.raise_to(slot, weight * impact * percent // 100)
        self.words += sure(terms)


def is_korean(word: str) -> bool:
    """Tell whether *word* is of Hangul.

    >>> is_korean("클ㄹ"), is_korean("日本"), is_korean("gpu")
    (True, False, False)
    """
    return "ㄱ" <= word <= "ㆎ" or word >= "가"


def is_term(term: str) -> bool:
    """Tell whether *term* is a word, and not a key or a filter."""
    return "=" not in term and term[0] not in "#@/"


def exactly(term: str) -> str:
    """Return the key of one term: of the shard that has it, and not of those with longer ones."""
    return order(term) + "\t"


def keys_of(word: str) -> list[str]:
    """Return the keys of the terms that *word* is, begins with, or begins."""
    lengths = range(2, len(word)) if is_korean(word) else ()
    return [order(word), *[exactly(word[:length]) for length in lengths]]


def keys_of_forms(word: str) -> list[str]:
    """Return the keys of *word* and of the words that it may be with a suffix."""
    return [exactly(word), *[exactly(word[:length]) for length in range(2, len(word)) if follows(word[length:])]]


def forms(word: str, shelf: Shelf) -> Terms:
    """Return *word* and the words that it may be with a suffix."""
    return {word: 100, **stems(word, shelf, 95)}


def literal(word: str, shelf: Shelf) -> Terms:
    """Return the terms that *word* is, begins with, or begins.

    A word that is being typed is completed; of `클로저에서` the stem is found, and of `클로저`, `클로저란`.
    """
    key = order(word)
    found: Terms = {}
    for term in list(shelf.starting(key))[:_COMPLETIONS] if len(key) > 1 else [word]:
        other = order(term)
        if term == word:
            found[term] = 100
        elif not is_term(term):
            continue
        elif other == key:
            found[term] = 90
        elif len(term) == len(word) and is_korean(word):  # its last syllable is being typed
            found[term] = 88
        else:
            # A Latin word that is complete seldom means a longer one; a Korean one begins its compounds.
            found[term] = (15 + 65 * len(key) // len(other)) // (4 if word in found and not is_korean(word) else 1)
    if is_korean(word):
        found.update(stems(word, shelf, 60 if found else 95))
    return found


def stems(word: str, shelf: Shelf, weight: int) -> Terms:
    """Return the words that *word* may be with a suffix, the longest with *weight*."""
    found: Terms = {}
    for length in range(len(word) - 1, 1, -1):
        stem = word[:length]
        if follows(word[length:]) and shelf.postings(stem):
            found[stem] = SURE if found else weight
    return found


def sure(terms: Terms) -> Terms:
    """Return those of *terms* that are the word that was typed, in some form."""
    return {term: weight for term, weight in terms.items() if weight >= SURE}


def targets(key: str, shelf: Shelf, most: int) -> Terms:
    """Return the words that the keys beginning with *key* lead to: *most* of them, those that weigh most in the index.

    Rare words get a higher weight, as a common one would hide them.
    """
    found = {
        term.partition("=")[2]: [impact for _, impact in decoded(postings)]
        for term, postings in shelf.starting(key).items()
        if "=" in term
    }
    best = sorted(found, key=lambda word: (-sum(found[word]), word))[:most]
    return {word: max(20, 100 - 10 * len(found[word]).bit_length()) for word in best}


def halves(word: str, shelf: Shelf) -> tuple[str, str] | None:
    """Return the longest word of the index that *word* begins with, and the rest, if both may be words."""
    for length in range(len(word) - 2, 1, -1) if is_korean(word) else ():
        if shelf.postings(word[:length]):
            return word[:length], word[length:]
    return None

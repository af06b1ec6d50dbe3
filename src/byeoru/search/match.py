"""The documents that a typed word matches.

In:  a word, and a shelf of its own, which reads shards.
Out: ``Match``: scores by document, the words that were found, and what was taken in place of the word.
Must not: know the other words of a query; in a browser all of them are matched at the same time.
"""

from byeoru.search.shelf import Shelf
from byeoru.search.widen import by_initials, is_initials, widen
from byeoru.search.words import Match, keys_of, literal

_COMMON = 50  # documents; a word that so many have is not searched in other ways


def match(word: str, shelf: Shelf) -> Match:
    """Return the documents that *word* matches."""
    found = Match(shelf)
    if is_initials(word):
        by_initials(found, word)
        return found
    shelf.load(keys_of(word))
    terms = literal(word, shelf)
    found.add(terms)
    if len(found.scores) < _COMMON:
        widen(found, word, terms)
    return found

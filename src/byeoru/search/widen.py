"""Other ways to search a word that few documents have, or none.

In:  the match of a word, which is added to.
Out: its translation, the halves of a compound, what the keys write on another keyboard, words that are spelled alike.
Must not: read shards one after the other that can be read together: a round of requests takes longer than the rest.
"""

import re

from byeoru.korean.jamo import order
from byeoru.korean.keyboard import to_hangul, to_latin
from byeoru.search.typos import NEAREST, keys_near, typos
from byeoru.search.verbs import verbs
from byeoru.search.words import (
    SURE,
    Match,
    Terms,
    exactly,
    forms,
    halves,
    is_korean,
    keys_of,
    keys_of_forms,
    literal,
    stems,
    targets,
)

_FEW = 8  # documents, as many as a reader sees at once
_INITIALS = 10  # words that initials are taken for
_TARGETS = 6  # words that a translation or a slip is taken for
_LONE = re.compile("[ㄱ-ㅣ]")
_MOST = 1500  # score of a document for one word: the full weight with the highest impact


def is_initials(word: str) -> bool:
    """Tell whether *word* is written with first consonants only.

    >>> is_initials("ㅋㄹㅈ"), is_initials("ㅋ"), is_initials("클ㄹ")
    (True, False, False)
    """
    return len(word) > 1 and all("ㄱ" <= letter <= "ㅎ" for letter in word)


def by_initials(found: Match, word: str) -> None:
    """Add the documents of the words whose syllables begin with the consonants of *word*."""
    key = order(word)
    found.shelf.load([key])
    words = targets(key + "=", found.shelf, _INITIALS) or targets(key, found.shelf, _INITIALS // 2)
    found.add({f"{key}={name}": weight for name, weight in words.items()})
    first = dict(list(words.items())[:_TARGETS])
    found.shelf.load(map(exactly, first))
    found.add(first)
    found.words = list(words)


def widen(found: Match, word: str, terms: Terms) -> None:
    """Add the documents that *word* finds in other ways than by its own *terms*."""
    shelf = found.shelf
    if is_korean(word):
        _add_forms(found, verbs(word, shelf), 25 if word in terms else 90)
    few = len(found.scores) < _FEW
    if found.scores and is_korean(word) and len(word) > 2:
        found.add(_more_common(found, word))
    if not few:
        return
    other = "" if found.scores else on_other_keyboard(word)
    translations = targets(order(word) + "=", shelf, _TARGETS)
    cut = halves(word, shelf)
    keys = [*map(exactly, translations), *(keys_of_forms(cut[1]) if cut else ())]
    shelf.load([*keys, *(keys_of(other) if other else ())])
    found.add(translations, 50)
    if cut:
        _add_compound(found, *cut)
    for stem in list(stems(word, shelf, 95))[:1]:
        found.add(literal(stem, shelf), 50)
    if other:
        _add_keyboard(found, other)
    if not found.scores:
        _add_typos(found, word)
    if not found.scores and other and is_korean(word):
        _add_typos(found, other)
    if not found.scores:
        _add_beginning(found, word)


def on_other_keyboard(word: str) -> str:
    """Return what the keys of *word* write on the other keyboard, "" if it is no word there.

    What a reader meant for the other keyboard seldom makes whole syllables of one and never lone jamo of the other.

    >>> on_other_keyboard("zmffhwj"), on_other_keyboard("closuer"), on_other_keyboard("컴퍼넌트")
    ('클로저', '', '')
    """
    if is_korean(word):
        return to_latin(word) if len(word) < 3 or _LONE.search(word) else ""
    other = to_hangul(word)
    return "" if len(other) < 2 or _LONE.search(other) else other


def _add_forms(found: Match, forms: Terms, percent: int) -> None:
    """Add the documents of the forms of a verb; of each document, all of them count together."""
    sums: dict[int, int] = {}
    for term, weight in forms.items():
        for slot, impact in found.shelf.postings(term):
            sums[slot] = sums.get(slot, 0) + weight * impact * percent // 100
    for slot, score in sums.items():
        found.raise_to(slot, min(_MOST, score))
    found.words += forms


def _more_common(found: Match, word: str) -> Terms:
    """Return the spelling that far more documents have, if it is one letter away and in the same shards."""
    least = len(found.scores)
    near = typos(word, found.shelf).items()
    return {name: 6 for name, weight in near if weight > NEAREST and len(found.shelf.postings(name)) > least}


def _add_compound(found: Match, first: str, second: str) -> None:
    """Add the documents that have both halves of a word."""
    one, other = Match(found.shelf), Match(found.shelf)
    one.add({first: 100})
    other.add(forms(second, found.shelf))
    for slot in one.scores:
        if slot in other.scores:
            found.raise_to(slot, min(one.scores[slot], other.scores[slot]) // 10)
            found.words += [first, second]


def _add_keyboard(found: Match, other: str) -> None:
    """Add the documents of what the same keys write on the other keyboard."""
    found.add(literal(other, found.shelf))
    if found.scores:
        found.used = other


def _add_typos(found: Match, word: str) -> None:
    """Add the documents of the words near a mistyped one."""
    found.shelf.load(keys_near(word))
    near = typos(word, found.shelf)
    found.shelf.load(map(exactly, near))
    found.add(near)
    found.words += near
    found.used = max(near, key=lambda name: near[name], default="")


def _add_beginning(found: Match, word: str) -> None:
    """Add the documents of the longest word that *word* begins with."""
    for length in range(len(word) - 1, 1, -1) if is_korean(word) else ():
        found.add({word[:length]: SURE}, 50)
        if found.scores:
            found.used = word[:length]
            return

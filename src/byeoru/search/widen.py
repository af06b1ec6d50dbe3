"""Other ways to search a word that few documents have, or none.

In:  the match of a word, which is added to.
Out: its translation, the halves of a compound, what the keys write on another keyboard, words that are spelled alike.
Must not: read shards one after the other that can be read together: a round of requests takes longer than the rest.
"""

from byeoru.korean.jamo import order
from byeoru.korean.keyboard import to_hangul, to_latin
from byeoru.search.typos import NEAREST, keys_near, typos
from byeoru.search.verbs import verbs
from byeoru.search.words import Match, Terms, halves, is_korean, keys_of, literal, stems, sure, targets

_FEW = 8  # documents, as many as a reader sees at once
_INITIALS = 8  # words that initials are taken for
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
    found.shelf.load([order(name) for name in words])
    found.add(words)


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
    other = "" if found.scores else to_latin(word) if is_korean(word) else to_hangul(word)
    translations = targets(order(word) + "=", shelf, 3)
    keys = [order(name) for name in translations]
    for one in (word, other):
        keys += [key for _, second in halves(one) for key in keys_of(second)]
    shelf.load([*keys, *(keys_of(other) if other else ())])
    found.add(translations, 50)
    _add_compounds(found, word)
    for stem in list(stems(word, shelf, 95))[:1]:
        found.add(literal(stem, shelf), 50)
    if other:
        _add_keyboard(found, other)
    if not found.scores:
        _add_typos(found, [word, other] if other else [word])
    if not found.scores:
        _add_beginning(found, word)


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


def _add_compounds(found: Match, word: str) -> None:
    """Add the documents that have both halves of *word*."""
    for first, second in halves(word):
        one, other = Match(found.shelf), Match(found.shelf)
        one.add(sure(literal(first, found.shelf)))
        other.add(sure(literal(second, found.shelf)))
        for slot in one.scores:
            if slot in other.scores:
                found.raise_to(slot, min(one.scores[slot], other.scores[slot]) // 10)
                found.words += [first, second]


def _add_keyboard(found: Match, other: str) -> None:
    """Add the documents of what the same keys write on the other keyboard."""
    found.add(literal(other, found.shelf))
    _add_compounds(found, other)
    if found.scores:
        found.used = other


def _add_typos(found: Match, words: list[str]) -> None:
    """Add the documents of the words near a mistyped one."""
    found.shelf.load([key for word in words for key in keys_near(word)])
    near: Terms = {}
    for word in words:
        near = near or typos(word, found.shelf)
    found.shelf.load([order(name) for name in near])
    found.add(near)
    found.words += near
    found.used = next(iter(near), "")


def _add_beginning(found: Match, word: str) -> None:
    """Add the documents of the longest word that *word* begins with."""
    for length in range(len(word) - 1, 1, -1) if is_korean(word) else ():
        found.add(sure(literal(word[:length], found.shelf)), 50)
        if found.scores:
            found.used = word[:length]
            return

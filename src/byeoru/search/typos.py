"""The terms near a mistyped word.

In:  a word, and the shards that were read for it.
Out: the keys of shards to read, and terms with weights.
Must not: read a shard.
"""

from byeoru.korean.jamo import initials, order, skeleton
from byeoru.search.shelf import Shelf, decoded
from byeoru.search.words import Terms, is_korean

_ALIKE = dict(zip("ㄱㄷㅂㅈㅋㅌㅍㅊㄲㄸㅃㅉ", "ㅋㅌㅍㅊㄱㄷㅂㅈㅋㅌㅍㅊ", strict=True))
_SHORTEST = 4  # letters of a word that may be mistyped
_LONG = 8  # letters from which a word may have two slips
NEAREST = 40  # terms with one slip weigh more


def keys_near(word: str) -> list[str]:
    """Return the keys of the terms near *word*: those that begin alike, and those with its consonants.

    >>> keys_near("스래드"), keys_near("closuer")
    (['ㅅㅡㄹ', 'ㅅㄹㄷ=', 'ㅅㄹㅌ='], ['clos', '~c'])
    """
    key = order(word)
    near = [key[: (len(key) + 1) // 2]]
    if not is_korean(word):
        return [*near, "~" + skeleton(word)[:1]]
    first = initials(word)
    near.append(order(first) + "=")
    for at, letter in enumerate(first):
        if letter in _ALIKE:
            near.append(order(first[:at] + _ALIKE[letter] + first[at + 1 :]) + "=")
    return near


def typos(word: str, shelf: Shelf) -> Terms:
    """Return the terms that differ from *word* in a letter or two: the nearest ones, rather those of many documents."""
    key = order(word)
    most = 1 if len(key) < _LONG else 2
    found: Terms = {}
    for near in keys_near(word) if len(key) >= _SHORTEST else []:
        for term, postings in shelf.starting(near).items():
            left, _, target = term.partition("=")
            is_key = near[-1] == "=" or near[0] == "~"
            name = target if is_key else left
            if name[0] in "#@/~" or name == word or (target and not is_key):
                continue
            other = order(name)
            far = distance(key, other, most)
            if far <= most:
                weight = 60 - 20 * far + min(9, len(decoded(postings)).bit_length()) + 3 * (len(other) == len(key))
                found[name] = max(found.get(name, 0), weight)
    top = max(found.values(), default=0)
    return {name: weight for name, weight in found.items() if weight > top - 8}


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters must be added, removed, replaced or swapped; more than *most* if it is not near.

    >>> distance("closuer", "closure", 1), distance("closuer", "close", 1)
    (1, 2)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        before, last, row = row, before, [at + 1]
        for to, wanted in enumerate(other):
            cost = min(before[to] + (letter != wanted), before[to + 1] + 1, row[to] + 1)
            if at and to and letter == other[to - 1] and one[at - 1] == wanted:
                cost = min(cost, last[to - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]

"""The keys of a document's terms: what is typed in place of a word, and filters.

In:  terms with their impacts, the text, the metadata.
Out: keys with impacts: `ㅋㄹㅈ=클로저`, `~clsr=closure`, `closure=클로저`, `#태그`.
Must not: know another document.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from unicodedata import normalize

from byeoru.korean.jamo import initials, skeleton
from byeoru.model.content import Document
from byeoru.model.taxonomies import with_ancestors
from byeoru.parse.term_words import analyses

_LEAST = 4  # impact of a word that has a key: it is in a title or heading, or occurs eight times
_IN_BRACKETS = re.compile(r"\((?:([A-Za-z][a-z]+(?: [A-Za-z][a-z]+){0,2})|([가-힣]{2,12}(?: [가-힣]{2,8})?))\)")
_KOREAN_BEFORE = re.compile("(?:([가-힣]{2,8}) )?([가-힣]{2,12}) ?$")
_ENGLISH_BEFORE = re.compile("([A-Za-z][a-z]+(?: [A-Za-z][a-z]+){0,2}) ?$")
_BEFORE = 30  # characters


def sounds(impacts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the keys of consonants that lead to words, for initials that are typed, and for words that are mistyped."""
    for term, impact in impacts.items():
        if impact >= _LEAST and (key := _key_of(term)):
            yield key, impact


@lru_cache(maxsize=1 << 14)
def _key_of(term: str) -> str:
    """Return the key of a word, "" if it has none.

    >>> _key_of("클로저"), _key_of("closure"), _key_of("2024")
    ('ㅋㄹㅈ=클로저', '~clsr=closure', '')
    """
    if "가" <= term <= "힣":
        return f"{initials(term)}={term}" if 2 <= len(term) <= 8 else ""
    is_word = 4 <= len(term) <= 16 and term.isascii() and term.isalnum() and term[0].isalpha()
    return f"~{skeleton(term)}={term}" if is_word else ""


def translations(html: str, known: Collection[str]) -> Iterator[tuple[str, int]]:
    """Yield the keys of *known* words that stand beside their translation, both ways.

    >>> [key for key, _ in translations("가비지 컬렉션(garbage collection)", {"컬렉션"})]
    ['가비지컬렉션=garbagecollection', 'garbagecollection=가비지컬렉션']
    >>> [key for key, _ in translations("closure(클로저)", {"클로저"})]
    ['클로저=closure', 'closure=클로저']
    """
    pairs = set()
    for match in _IN_BRACKETS.finditer(html):
        english, korean = match.groups()
        before = html[max(0, match.start() - _BEFORE) : match.start()]
        if english and (beside := _KOREAN_BEFORE.search(before)):
            first, last = beside.groups("")
            stem = analyses()[last][0]
            if stem not in known:  # in an attribute
                continue
            # Of two English words, the Korean ones are two as well, or one compound.
            pairs.add((first + stem if " " in english and len(last) < 4 else stem, english))
        elif korean and korean.split()[-1] in known and (beside := _ENGLISH_BEFORE.search(before)):
            pairs.add((korean, beside[1]))
    for pair in {(korean.replace(" ", ""), english.replace(" ", "").lower()) for korean, english in pairs}:
        yield "=".join(pair), 1
        yield "=".join(pair[::-1]), 1


def filters(document: Document) -> Iterator[tuple[str, int]]:
    """Yield the keys that a query can be limited by: `#a` finds what has the tag `a/b` too."""
    tags, categories = with_ancestors(document.tags), with_ancestors(document.categories)
    signs = (("#", tags), ("/", categories), ("@", (document.meta.section,)))
    for sign, names in signs:
        for name in names:
            yield sign + "".join(normalize("NFC", name).lower().split()), 1

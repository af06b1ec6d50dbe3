"""The terms of one document, for the search index.

In:  a document and its body.
Out: a text with a line for each term: the term, a tab, and its impact on the document as a letter, a = 1 to o = 15.
Must not: know another document; another person's text changes no impact.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from unicodedata import normalize

from byeoru.korean.jamo import agrees, initials, order, skeleton
from byeoru.korean.suffixes import WEAK, suffixes
from byeoru.model.body import Body, Heading, Piece
from byeoru.model.content import Document

TITLE, TAG, HEADING = 7, 5, 3  # what a place adds to the impact of how often a term occurs, which is 1 to 4
MOST = 15
_KEYED = 3  # impact from which a word has a key of its initials
_LONGEST = 30

_UNSEEN = re.compile(
    r"<(script|style|math|svg|template)\b(?:.*?</\1\s*>|.*)|<!--(?:.*?-->|.*)", re.DOTALL | re.IGNORECASE
)
_CODE = re.compile(r"<pre\b|</pre>")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(
    "[가-힣]+|[a-zA-Z]{0,12}[0-9]+(?:[.][0-9]+)+|[a-zA-Z](?:[+][+]|#)(?![0-9a-zA-Z_])"
    "|[0-9a-zA-Z_À-ÖØ-öø-ɏͰ-ӿ]+|[ぁ-ヿ々㐀-鿿]+"
)
_PARTS = re.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_PAIR = re.compile("(?<![가-힣])([가-힣]{2,8}) (?=([가-힣]{2,}))")
_KOREAN_ENGLISH = re.compile(r"(?:([가-힣]{2,8}) )?([가-힣]{2,12}) ?\(([A-Za-z][a-z]+(?: [A-Za-z][a-z]+){0,2})\)")
_ENGLISH_KOREAN = re.compile(r"\b([A-Za-z][a-z]+(?: [A-Za-z][a-z]+){0,2}) ?\(([가-힣]{2,12}(?: [가-힣]{2,8})?)\)")


class IndexedWord(NamedTuple):
    """What a written word is taken for."""

    term: str  # without a strong suffix; "" if it is only a suffix
    stem: str = ""  # of a term that may end in a weak suffix
    parts: tuple[str, ...] = ()


def terms_of(document: Document, body: Body) -> str:
    """Return the terms of *document*, in the order of the index."""
    prose, code = _texts(body.pieces)
    words = Counter(_WORD.findall(prose))
    for word in _WORD.findall(code):
        if len(word) > 2:
            words[word] += 1
    title = normalize("NFC", document.meta.title)
    tags = normalize("NFC", " . ".join((*document.tags, *document.categories)))
    headings = normalize("NFC", " . ".join([piece.text for piece in body.pieces if type(piece) is Heading]))
    places = ((title, TITLE), (tags, TAG), (headings, HEADING))
    for text, _ in places[:2]:
        words.update(_WORD.findall(text))
    read = {word: analysed(word) for word in words}
    certain = {word.term for word in read.values() if not word.stem}
    counts: dict[str, int] = {}
    parts: dict[str, int] = {}
    for word, count in words.items():
        for term in _chosen(read[word], certain):
            counts[term] = counts.get(term, 0) + count
        for part in read[word].parts:
            parts[part] = 1
    counts.update(_joined(prose, counts, certain))
    impacts = dict.fromkeys(parts, 1)
    impacts |= {term: min(4, count.bit_length()) for term, count in counts.items()}
    for text, gain in places:
        _raise(impacts, text, gain, certain)
    return _written(impacts, [*_keys(impacts), *_translations(prose), *_filters(document)])


def _raise(impacts: dict[str, int], text: str, gain: int, certain: set[str]) -> None:
    """Add to the impacts of what stands in a title, a tag or a heading."""
    words = [analysed(word) for word in _WORD.findall(text)]
    terms = {term for word in words for term in _chosen(word, certain)}
    terms.update(first + second for first, second in _pairs(text, certain))
    for part in {part for word in words for part in word.parts} - terms:
        impacts[part] = impacts.get(part, 1) + (gain + 1) // 2
    for term in terms:
        impacts[term] = impacts.get(term, 1) + gain


def _texts(pieces: Iterable[Piece]) -> tuple[str, str]:
    """Return the visible text of a body: prose, and blocks of code."""
    html = _UNSEEN.sub(" ", "".join([piece for piece in pieces if type(piece) is str]))
    texts = _CODE.split(html)
    prose, code = (unescape(_TAG.sub("", "\n".join(part))) for part in (texts[::2], texts[1::2]))
    return normalize("NFC", prose), normalize("NFC", code)


@lru_cache(maxsize=1 << 15)
def analysed(word: str) -> IndexedWord:
    """Return what is indexed of a written word.

    >>> analysed("클로저에서는"), analysed("텐서플로")
    (IndexedWord(term='클로저', stem='', parts=()), IndexedWord(term='텐서플로', stem='텐서플', parts=()))
    >>> analysed("재귀호출을").parts, analysed("useEffect").parts
    (('호출',), ('use', 'effect'))
    """
    if len(word) > _LONGEST:
        return IndexedWord("")
    if word >= "가" and word[0] <= "힣":
        return _korean(word)
    if word > "ぁ":
        return (
            IndexedWord(word, "", tuple([word[at : at + 2] for at in range(len(word) - 1)]))
            if len(word) > 2
            else IndexedWord(word)
        )
    term = word.lower()
    parts = [part.lower() for part in _PARTS.findall(word) if len(part) > 2]
    return IndexedWord(term.strip("_"), "", tuple(parts) if len(parts) > 1 else ())


def _korean(word: str) -> IndexedWord:
    known = suffixes()
    if word in known and word not in WEAK:
        return IndexedWord("")
    for length in range(min(8, len(word) - 2), 0, -1):
        suffix = word[-length:]
        stem = word[:-length]
        if suffix in known and agrees(stem, suffix):
            if suffix in WEAK:
                return IndexedWord(word, stem, _parts(stem))
            return IndexedWord(stem, "", _parts(stem))
    return IndexedWord(word, "", _parts(word))


def _parts(stem: str) -> tuple[str, ...]:
    """Return the endings of a compound that may be words: 호출 of 재귀호출."""
    return tuple([stem[at:] for at in range(max(2, len(stem) - 4), len(stem) - 1)])


def _chosen(word: IndexedWord, certain: set[str]) -> tuple[str, ...]:
    """Return the terms of a word; of one that may end in a weak suffix, those that the document has elsewhere."""
    if not word.term:
        return ()
    if not word.stem:
        return (word.term,)
    chosen = tuple([term for term in (word.term, word.stem) if term in certain])
    return chosen or (word.term, word.stem)


def _pairs(text: str, certain: set[str]) -> list[tuple[str, str]]:
    """Return neighbours that may be a compound written apart."""
    pairs = []
    for first, second in _PAIR.findall(text):
        one, other = analysed(first), analysed(second)
        if one.term == first and (not one.stem or first in certain) and other.term:
            pairs.append((first, other.term if not other.stem or other.term in certain else other.stem))
    return pairs


def _joined(prose: str, counts: Mapping[str, int], certain: set[str]) -> dict[str, int]:
    """Return the compounds that are written apart: twice, or of words that are frequent."""
    pairs = Counter(_pairs(prose, certain))
    return {
        first + second: count + counts.get(first + second, 0)
        for (first, second), count in pairs.items()
        if count > 1 or (counts.get(first, 0) > 2 and counts.get(second, 0) > 2)
    }


def _keys(impacts: Mapping[str, int]) -> list[str]:
    """Return the keys of initials that lead to words: `ㅋㄹㅈ=클로저`."""
    return [
        f"{initials(term)}={term}\t{chr(96 + min(MOST, impact))}"
        for term, impact in impacts.items()
        if impact >= _KEYED and "가" <= term <= "힣" and 2 <= len(term) <= 8
    ] + [
        f"~{skeleton(term)}={term}\t{chr(96 + min(MOST, impact))}"
        for term, impact in impacts.items()
        if impact >= _KEYED and term.isascii() and term[0].isalpha() and term.isalnum() and 3 < len(term) <= 16
    ]


def _translations(prose: str) -> list[str]:
    """Return the keys of words that stand beside their translation: `closure=클로저`, and back."""
    if "(" not in prose:
        return []
    pairs = set()
    for before, last, english in _KOREAN_ENGLISH.findall(prose):
        stem = analysed(last).term
        korean = before + stem if " " in english and len(last) < 4 else stem
        pairs.add((korean, english.replace(" ", "").lower()))
    for english, korean in _ENGLISH_KOREAN.findall(prose):
        pairs.add((korean.replace(" ", ""), english.replace(" ", "").lower()))
    return [
        line for korean, english in pairs if korean for line in (f"{english}={korean}\ta", f"{korean}={english}\ta")
    ]


def _filters(document: Document) -> list[str]:
    names = (
        *("#" + tag for tag in document.tags),
        *("/" + category for category in document.categories),
        "@" + document.meta.section,
    )
    return ["".join(normalize("NFC", name).lower().split()) + "\ta" for name in names]


def _written(impacts: Mapping[str, int], others: Iterable[str]) -> str:
    lines = {f"{term}\t{chr(96 + min(MOST, impact))}" for term, impact in impacts.items()}
    return "\n".join(sorted(lines.union(others), key=lambda line: (order(line[:-2]), line)))

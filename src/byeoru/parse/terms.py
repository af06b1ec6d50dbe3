"""The terms of one document, for the search index.

In:  a document and its body.
Out: a text with a line for each term: the term, a tab, and its impact on the document as a letter, a = 1 to o = 15.
Must not: know another document; another person's text changes no impact.
"""

import re
from collections.abc import Iterable
from html import unescape
from unicodedata import normalize

from byeoru.korean.jamo import order
from byeoru.model.body import Body, Heading
from byeoru.model.content import Document

_UNSEEN = re.compile(r"<(script|style|math|svg|template)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[가-힣]+|[0-9a-z]+|[぀-ヿ㐀-鿿]+")
_TITLE, _HEADING = 7, 4


def terms_of(document: Document, body: Body) -> str:
    """Return the terms of *document*, in the order of the index."""
    text = " ".join([piece for piece in body.pieces if type(piece) is str])
    impacts = {word: min(4, count.bit_length()) for word, count in _counts([_TAG.sub(" ", _UNSEEN.sub(" ", text))])}
    names = (document.meta.title, *document.tags, *document.categories)
    headings = [piece.text for piece in body.pieces if type(piece) is Heading]
    for texts, gain in ((names, _TITLE), (headings, _HEADING)):
        for word, _ in _counts(texts):
            impacts[word] = impacts.get(word, 0) + gain
    for key in (*[f"#{tag}" for tag in document.tags], f"@{document.meta.section}"):
        impacts[key.lower()] = 1
    terms = sorted(impacts, key=lambda term: (order(term), term))
    return "\n".join([f"{term}\t{chr(96 + min(15, impacts[term]))}" for term in terms])


def _counts(texts: Iterable[str]) -> Iterable[tuple[str, int]]:
    counts: dict[str, int] = {}
    for word in _WORD.findall(normalize("NFC", unescape(" ".join(texts))).lower()):
        counts[word] = counts.get(word, 0) + 1
    return counts.items()

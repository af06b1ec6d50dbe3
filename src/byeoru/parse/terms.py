"""The terms of one document, for the search index.

In:  a document and its body.
Out: a line for each impact on the document: its letter, a = 1 to o = 15, a tab, and the terms that have it.
Must not: know another document; another person's text changes no impact.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from unicodedata import normalize

from byeoru.base.escaping import escaped
from byeoru.model.body import Body, Heading, Media, Piece, Wikilink
from byeoru.model.content import Document, Slot
from byeoru.parse.markup.wikilink import shown_name
from byeoru.parse.term_keys import filters, sounds, translations
from byeoru.parse.term_words import WORD, WORD_OF_HTML, analyses

_TITLE, _TAG_GAIN, _HEADING = 7, 5, 3  # what a place adds to the impact of how often a term occurs, which is 1 to 4
_MOST = 15
_OFTEN = 8  # times, from which more do not count
_LETTERS = " abcdefghijklmno"  # by impact
_SHORTEST_IN_CODE = 3  # letters of a name that is not the author's own word

# Letters are written in both cases, as a pattern that ignores case takes twice as long. Other tags are left at their
# first letter, which takes a third of the time; most are the `span` of highlighted code.
_NAMES = "|".join(
    "".join(f"[{letter}{letter.upper()}]" for letter in name) for name in ("script", "style", "math", "svg", "template")
)
_UNSEEN = re.compile(rf"<(?=[!sSmMtT])(?!span)(?:({_NAMES})\b(?:.*?</\1\s*>|.*)|!--(?:.*?-->|.*))", re.DOTALL)
# Two words of which the first does not end as words with a particle do. A search for a pattern that begins with one
# character of a class, and not with several, skips other characters at once.
_PAIR = re.compile("([가-힣][가-힣]{1,7}+)(?<![을를은는에다며]) (?=([가-힣]{2,}+))")


def terms_of(document: Document, body: Body, slots: Sequence[Slot] = ()) -> str:
    """Return the terms of *document*; *slots* are the references of its body."""
    prose, code = _texts(body.pieces, slots)
    title = normalize("NFC", document.meta.title)
    tags = normalize("NFC", " . ".join((*document.tags, *document.categories)))
    headings = normalize("NFC", " . ".join([piece.text for piece in body.pieces if type(piece) is Heading]))
    words = WORD_OF_HTML.findall(prose) + WORD.findall(title) + WORD.findall(tags)
    words += [word for word in WORD_OF_HTML.findall(code) if len(word) >= _SHORTEST_IN_CODE or word >= "가"]
    counts, parts = _counted(Counter(words))
    _join(prose, counts)
    impacts = dict.fromkeys(parts, 1)
    impacts |= {term: count.bit_length() if count < _OFTEN else 4 for term, count in counts.items()}
    for text, gain in ((title, _TITLE), (tags, _TAG_GAIN), (headings, _HEADING)):
        _raise(impacts, text, gain, counts)
    impacts |= [*sounds(impacts), *translations(prose, counts), *filters(document)]
    impacts.pop("", None)
    return _written(impacts)


def _written(impacts: Mapping[str, int]) -> str:
    alike: list[list[str]] = [[] for _ in _LETTERS]
    for term, impact in impacts.items():
        alike[impact].append(term)
    return "\n".join([f"{letter}\t{' '.join(terms)}" for letter, terms in zip(_LETTERS, alike, strict=True) if terms])


def _texts(pieces: Iterable[Piece], slots: Sequence[Slot]) -> tuple[str, str]:
    """Return the HTML of what is seen of a body: prose, and blocks of code."""
    parts = [piece if type(piece) is str else _name(piece, slots) for piece in pieces]
    html = _UNSEEN.sub(" ", normalize("NFC", "".join(parts)))
    first, *blocks = html.split("<pre>")
    pairs = [block.partition("</pre>") for block in blocks]
    return "\n".join([first, *[prose for _, _, prose in pairs]]), "\n".join([code for code, _, _ in pairs])


def _name(piece: Piece, slots: Sequence[Slot]) -> str:
    """Return what a wikilink or the link to a file shows as far as the author wrote it; else what divides words."""
    if isinstance(piece, Heading):
        return " "
    if isinstance(piece, Media):
        return piece.label
    if not isinstance(piece, Wikilink):
        return ""
    return piece.label or escaped(shown_name(slots[piece.slot].target) if slots else "")


def _counted(words: Mapping[str, int]) -> tuple[dict[str, int], set[str]]:
    """Return how often each term occurs, and the parts of terms."""
    counts: dict[str, int] = {}
    parts: set[str] = set()
    unclear = []
    known = analyses()
    for written, count in words.items():
        term, stem, more = known[written]
        if stem:
            unclear.append((term, stem, count))
        elif term in counts:
            counts[term] += count
        else:
            counts[term] = count
        if more:
            parts.update(more)
    certain = frozenset(counts)
    for term, stem, count in unclear:
        for chosen in _chosen(term, stem, certain):
            counts[chosen] = counts.get(chosen, 0) + count
    return counts, parts


def _chosen(term: str, stem: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the readings of a word that may end in a weak suffix: those that the document has elsewhere, else both."""
    if stem and stem in known:
        return (term, stem) if term in known else (stem,)
    return (term,) if not stem or term in known else (term, stem)


def _join(prose: str, counts: dict[str, int]) -> None:
    """Add the compounds that are written apart: twice, or of words that are frequent."""
    joined: dict[str, int] = {}
    frequent: set[str] = set()
    for (first, second), count in Counter(_PAIR.findall(prose)).items():
        if counts.get(first, 0) > 1 and (compound := _compound(first, second, counts)):
            joined[compound] = joined.get(compound, 0) + count
            if counts[first] > 2 and counts.get(compound[len(first) :], 0) > 2:
                frequent.add(compound)
    for compound, count in joined.items():
        if count > 1 or compound in frequent:
            counts[compound] = counts.get(compound, 0) + count


def _compound(first: str, second: str, known: Collection[str]) -> str:
    """Return what two neighbours are as one word, "" if the first has a suffix."""
    term, stem, _ = analyses()[first]
    if term != first or (stem and first not in known):
        return ""
    term, stem, _ = analyses()[second]
    return first + (term if term in known or not stem else stem) if term else ""


def _raise(impacts: dict[str, int], text: str, gain: int, known: Collection[str]) -> None:
    """Add to the impacts of what stands in a title, a tag or a heading."""
    words = [analyses()[word] for word in WORD.findall(text)]
    terms = {term for word in words for term in _chosen(word[0], word[1], known)}
    terms.update(_compound(first, second, known) for first, second in _PAIR.findall(text))
    for part in {part for word in words for part in word[2]} - terms:
        impacts[part] = min(_MOST, impacts.get(part, 1) + (gain + 1) // 2)
    for term in terms:
        impacts[term] = min(_MOST, impacts.get(term, 1) + gain)

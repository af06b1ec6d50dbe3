"""What hidden pages must not reveal, and where a text reveals it.

In:  the texts of hidden pages with their titles and aliases, the names of their attachments.
Out: ``PrivateFacts``, which finds their names and any run of eight of their words in the words of another text.
Must not: judge whether a visible author wrote the same.

A name is a run of words; the last may have a Korean particle behind it. Numbers and dates, single syllables and Latin
words of fewer than four letters name too much else; such pages are recognized by their addresses.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from byeoru.audit.words import Words, words_of_markdown

Phrase = tuple[str, ...]  # words, as `words` returns them

RUN = 8  # words in a row that nobody writes twice by chance
_TELLING = 5  # different words of a run that are neither numbers nor single letters
_SHORTEST, _SHORTEST_LATIN = 2, 4  # letters of a name
_LONGEST_PARTICLE = 4  # syllables
# Quotations and blocks of code: texts of others, which many notes share.
_BORROWED = re.compile(r"^ {0,3}(?:>[^\n]*|(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z))", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)


class PrivateFact(NamedTuple):
    """Something that a hidden page must not reveal."""

    kind: str  # "name", "title", "alias", "heading", "attachment", "text"
    path: str  # of the page or attachment
    line: int = 0  # 1-based; 0 for the file itself


class HiddenText(NamedTuple):
    """A hidden page."""

    path: str
    text: str  # of its file
    title: str
    names: tuple[tuple[str, str], ...]  # kind and text: its name, aliases, tags


class PrivateFacts:
    """The names and runs of words of hidden pages."""

    def __init__(self, texts: Iterable[HiddenText], attachments: Iterable[str]) -> None:
        """Take the hidden pages, and the paths of files that only they show."""
        self._phrases: dict[Phrase, PrivateFact] = {}
        self._runs: dict[int, HiddenText] = {}  # by number, which takes a fifth of the memory
        self._own: dict[str, set[int]] = {}  # runs of the author's own words, by the path of the page
        for text in texts:
            self._add_page(text)
        for path in attachments:
            self._add("attachment", path.rpartition("/")[2].rpartition(".")[0], path, 0)
        self._by_first: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in self._phrases:
            self._by_first[phrase[0]].append(phrase)
        lengths = {len(phrase[0]) for phrase in self._phrases if len(phrase) == 1}
        self._lengths = tuple(sorted(lengths))
        self._known: dict[str, tuple[Phrase, ...]] = {}  # candidates by word

    def _add_page(self, page: HiddenText) -> None:
        for kind, name in (("title", page.title), *page.names):
            self._add(kind, name, page.path, _line_of(page.text, name))
        for heading in _HEADING.finditer(page.text):
            self._add("heading", heading[1], page.path, page.text.count("\n", 0, heading.start()) + 1)
        for run in _windows(words_of_markdown(page.text)):
            if not _is_filler(run):
                self._runs.setdefault(hash(run), page)
        own = {hash(run) for run in _windows(words_of_markdown(_BORROWED.sub("\n", page.text)))}
        self._own[page.path] = own & self._runs.keys()

    def _add(self, kind: str, name: str, path: str, line: int) -> None:
        phrase = tuple(words_of_markdown(name))
        if is_distinctive(phrase):
            self._phrases.setdefault(phrase, PrivateFact(kind, path, line))

    def find(self, text: Words, is_wanted: Callable[[Phrase], bool] = bool) -> dict[Phrase, PrivateFact]:
        """Return the facts in *text* by the words that reveal them; names only if they are wanted."""
        found = {phrase: self._phrases[phrase] for phrase in self._names_in(text, is_wanted)}
        if self._runs and not self._runs.keys().isdisjoint(map(hash, _windows(text))):
            for run in _windows(text):
                if (page := self._runs.get(hash(run))) is not None:
                    found[run] = PrivateFact("text", page.path)
        return found

    def is_own(self, phrase: Phrase, fact: PrivateFact) -> bool:
        """Tell whether a run stands in the hidden author's own words, not in a quotation or in code."""
        return fact.kind == "text" and hash(phrase) in self._own[fact.path]

    def own_runs(self, path: str) -> int:
        """Return how many such runs the hidden page at *path* has."""
        return len(self._own[path])

    def line_of(self, phrase: Phrase, fact: PrivateFact) -> int:
        """Return the line of the hidden page that has *phrase*; for runs it is not known before."""
        page = self._runs.get(hash(phrase)) if fact.kind == "text" else None
        return place_in(page.text, phrase)[0] if page else fact.line

    def _names_in(self, text: Words, is_wanted: Callable[[Phrase], bool]) -> Iterator[Phrase]:
        places: dict[str, list[int]] | None = None
        for word in set(text):
            candidates = self._known.get(word)
            if candidates is None:
                candidates = self._known[word] = tuple(self._candidates(word))
            for phrase in candidates:
                if not is_wanted(phrase):
                    continue
                if len(phrase) > 1:
                    places = _places(text) if places is None else places
                    if not any(_continues(phrase, text, at) for at in places[word]):
                        continue
                yield phrase

    def _candidates(self, word: str) -> Iterator[Phrase]:
        """Yield the names that may begin with *word*, which may have a particle if it is a whole name."""
        yield from (phrase for phrase in self._by_first.get(word, ()) if len(phrase) > 1)
        for length in self._lengths:
            if (phrase := (word[:length],)) in self._phrases and is_word_with_particle(word, word[:length]):
                yield phrase


def is_distinctive(phrase: Phrase) -> bool:
    """Tell whether a name is long enough to mean one thing.

    >>> from byeoru.audit.words import words
    >>> [is_distinctive(tuple(words(name))) for name in ("2024-01-03", "가", "회의", "a b", "plan", "2024 계획")]
    [False, False, True, False, True, True]
    """
    letters = "".join(word for word in phrase if not word.isdecimal())
    return len(letters) >= (_SHORTEST_LATIN if letters.isascii() else _SHORTEST)


def is_word_with_particle(word: str, name: str) -> bool:
    """Tell whether *word* is *name*, with or without a Korean particle.

    >>> [is_word_with_particle(word, "plan") for word in ("plan", "plan을", "planet")]
    [True, True, False]
    """
    rest = word.removeprefix(name)
    return word.startswith(name) and len(rest) <= _LONGEST_PARTICLE and all("가" <= letter <= "힣" for letter in rest)


def place_in(text: str, phrase: Phrase) -> tuple[int, int]:
    """Return the line of *text* with most words of *phrase*, and the column of one; (1, 1) if no line has any."""
    best, place = 0, (1, 1)
    folded = [word.casefold() for word in phrase]
    for number, line in enumerate(text.split("\n"), 1):
        shown = unquote(unescape(line)).casefold()
        count = sum(word in shown for word in folded)
        if count > best:
            at = max(line.casefold().find(next(word for word in folded if word in shown)), 0)  # encoded words: 0
            best, place = count, (number, at + 1)
    return place


def _windows(text: Words) -> Iterator[Phrase]:
    return zip(*(text[at:] for at in range(RUN)), strict=False)


def _is_filler(run: Phrase) -> bool:
    """Tell whether a run says nothing: mostly numbers and signs of formulas, or a few words again and again."""
    different = set(run)
    return len([word for word in different if len(word) > 1 and not word.isdecimal()]) < _TELLING


def _places(text: Words) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(text):
        places[word].append(at)
    return places


def _continues(phrase: Phrase, text: Words, at: int) -> bool:
    end = at + len(phrase) - 1
    if end >= len(text) or not text[end].startswith(phrase[-1]):
        return False
    return tuple(text[at:end]) == phrase[:-1] and is_word_with_particle(text[end], phrase[-1])


def _line_of(text: str, name: str) -> int:
    at = text.casefold().find(name.casefold())
    return text.count("\n", 0, at) + 1 if at >= 0 else 1

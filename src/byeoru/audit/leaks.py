"""Compare what the files of a site contain with what hidden pages must not reveal.

In:  the rendered files of the site, the facts, the addresses of hidden pages, and what visible authors wrote.
Out: ``Leak`` values: which file reveals which fact, and where.
Must not: report a name that a visible page's author wrote: that is published on purpose.

A sentence is another matter: eight words of a hidden page that stand in one visible text were copied there. They are
a leak, unless several visible texts have them, as of a template, or the hidden page is another version of this one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from byeoru.audit.private_facts import Phrase, PrivateFact, PrivateFacts, place_in
from byeoru.audit.words import (
    Words,
    words,
    words_of_html,
    words_of_json,
    words_of_markdown,
    words_of_shard,
    words_of_xml,
)

_PATH = re.compile(r"/[^\s\"'<>()\\,;?#]*")
_SHOWN = 3  # places of one fact
_READERS: dict[str, Callable[[str], Words]] = {
    "html": words_of_html,
    "xml": words_of_xml,
    "json": words_of_json,
    "shard": words_of_shard,
}


class SiteText(NamedTuple):
    """A file of the site that was rendered from texts."""

    path: str
    form: str  # "html", "xml", "json", "shard"; else plain text
    text: str


class Leak(NamedTuple):
    """A place in a file of the site that reveals a fact."""

    fact: PrivateFact
    path: str  # of the file of the site
    line: int = 0  # 1-based; 0 for the file as a whole
    column: int = 0


def same_bytes(hidden: Mapping[str, str], published: Iterable[str], files: Mapping[str, str]) -> Iterator[Leak]:
    """Yield the files of the site with the bytes of a *hidden* attachment, unless another is *published* with them.

    All are digests; *hidden* and *files* have them by path.
    """
    known = set(published)
    hidden_paths = {digest: path for path, digest in hidden.items() if digest not in known}
    for path, digest in files.items():
        if digest in hidden_paths:
            yield Leak(PrivateFact("bytes", hidden_paths[digest]), path)


class Audit:
    """An audit of one site."""

    def __init__(
        self, facts: PrivateFacts, addresses: Mapping[str, PrivateFact], base_url: str, base_path: str
    ) -> None:
        """Take the facts, those about site paths without a slash at the end, and the address of the site."""
        self._facts, self._addresses = facts, addresses
        self._base_url, self._base_path = base_url, base_path
        self._found: dict[Phrase, tuple[PrivateFact, list[str]]] = {}  # paths, by the words that were found
        self._decoded: dict[str, str] = {}  # paths by how they are written: most pages share theirs
        self.references: set[str] = set()  # all site paths that files of the site mention

    def read(self, file: SiteText) -> None:
        """Search one file."""
        found = self._facts.find(_READERS.get(file.form, words)(file.text), self._is_rare)
        found |= self._facts.find(words(file.path), self._is_rare)
        for phrase, fact in found.items():
            self._add(phrase, fact, file.path)
        mentioned = self._paths_in(file.text)
        self.references |= mentioned
        for address in mentioned & self._addresses.keys():
            self._add((address,), self._addresses[address], file.path)

    def _is_rare(self, phrase: Phrase) -> bool:
        """Tell whether more places of a phrase are needed."""
        return phrase not in self._found or len(self._found[phrase][1]) < _SHOWN

    def _add(self, phrase: Phrase, fact: PrivateFact, path: str) -> None:
        paths = self._found.setdefault(phrase, (fact, []))[1]
        if len(paths) < _SHOWN:
            paths.append(path)

    def _paths_in(self, text: str) -> set[str]:
        """Return the site paths in *text*, decoded, without a slash at the end."""
        text = text.replace(self._base_url, " ") if self._base_url else text
        paths = {path for path in _PATH.findall(text) if len(path) > 1}
        for path in paths - self._decoded.keys():
            decoded = normalize("NFC", unquote(unescape(path))).rstrip("/")
            base = f"{self._base_path}/"
            self._decoded[path] = "/" + decoded.removeprefix(base) if decoded.startswith(base) else decoded
        return {self._decoded[path] for path in paths}

    def leaks(self, given: Iterable[str], written: Iterable[str], text_of: Callable[[str], str]) -> Iterator[Leak]:
        """Yield the leaks that nothing explains.

        *given* are texts of the program, of themes and settings, *written* those of visible pages; *text_of* returns
        the text of a file of the site again.
        """
        left = set(self._found)
        for text in given:
            left -= self._explained(text, left)
        copied = {phrase for phrase in left if self._facts.is_own(phrase, self._found[phrase][0])}
        texts: dict[Phrase, list[int]] = {phrase: [] for phrase in copied}  # in which visible texts a run stands
        for number, text in enumerate(written if left else ()):
            explained = self._explained(text, left)
            for phrase in explained & copied:
                texts[phrase].append(number)
            left -= explained - copied
            if not left:
                return
        by_line: dict[tuple[PrivateFact, str, int], Leak] = {}  # a sentence has as many runs as words
        for phrase in sorted(left - self._shared(texts)):
            fact, paths = self._found[phrase]
            fact = fact._replace(line=self._facts.line_of(phrase, fact))
            for path in paths:
                line, column = place_in(text_of(path), phrase)
                by_line.setdefault((fact, path, line), Leak(fact, path, line, column))
        yield from by_line.values()

    def _explained(self, text: str, left: set[Phrase]) -> set[Phrase]:
        """Return what of *left* stands in a text that is published on purpose."""
        found = self._facts.find(words_of_markdown(text), left.__contains__)
        found |= self._facts.find(words(text), left.__contains__)
        addresses = [phrase for phrase in left if phrase[0].startswith("/")]
        decoded = unquote(text) if addresses else ""
        return (found.keys() & left) | {one for one in addresses if one[0] in decoded}

    def _shared(self, texts: Mapping[Phrase, list[int]]) -> set[Phrase]:
        """Return the runs that several visible texts have, or one that is another version of their hidden page."""
        counts: Counter[tuple[str, int]] = Counter()
        for phrase, numbers in texts.items():
            counts.update((self._found[phrase][0].path, number) for number in numbers)
        versions = {pair for pair, count in counts.items() if 2 * count >= self._facts.own_runs(pair[0])}
        return {
            phrase
            for phrase, numbers in texts.items()
            if len(numbers) > 1 or any((self._found[phrase][0].path, number) in versions for number in numbers)
        }

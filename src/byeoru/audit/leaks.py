"""Compare what the files of a site contain with what hidden pages must not reveal.

In:  the rendered files of the site, the facts, the addresses of hidden pages, and what visible authors wrote.
Out: ``Leak`` values: which file reveals which fact, and where.
Must not: report what a visible page's author wrote: that is published on purpose.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple
from unicodedata import normalize
from urllib.parse import unquote

from byeoru.audit.private_facts import PrivateFact, PrivateFacts, place_in
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
        self._found: dict[tuple[str, ...], list[Leak]] = {}
        self.references: set[str] = set()  # all site paths that files of the site mention

    def read(self, file: SiteText) -> None:
        """Search one file."""
        found = self._facts.find(_READERS.get(file.form, words)(file.text))
        found |= self._facts.find(words(file.path))
        for phrase, fact in found.items():
            self._add(phrase, fact, file)
        mentioned = self._paths_in(file.text)
        self.references |= mentioned
        for address in mentioned & self._addresses.keys():
            self._add((address,), self._addresses[address], file)

    def _add(self, phrase: tuple[str, ...], fact: PrivateFact, file: SiteText) -> None:
        leaks = self._found.setdefault(phrase, [])
        if len(leaks) < _SHOWN:
            leaks.append(Leak(fact, file.path, *place_in(file.text, phrase)))

    def _paths_in(self, text: str) -> set[str]:
        """Return the site paths in *text*, decoded, without a slash at the end."""
        text = text.replace(self._base_url, " ") if self._base_url else text
        paths = {path for path in _PATH.findall(text) if len(path) > 1}
        decoded = {normalize("NFC", unquote(unescape(path))).rstrip("/") for path in paths}
        base = f"{self._base_path}/"
        return {"/" + path.removeprefix(base) if path.startswith(base) else path for path in decoded}

    def leaks(self, written: Iterable[str]) -> Iterator[Leak]:
        """Yield the leaks that no text of *written* explains: what authors of visible pages wrote themselves."""
        if not self._found:
            return
        left = dict(self._found)
        for text in written:
            known = self._facts.find(words_of_markdown(text)).keys() | self._facts.find(words(text)).keys()
            left = {
                phrase: leaks
                for phrase, leaks in left.items()
                if phrase not in known and not (phrase[0].startswith("/") and phrase[0] in unquote(text))
            }
            if not left:
                return
        for leaks in left.values():
            yield from leaks

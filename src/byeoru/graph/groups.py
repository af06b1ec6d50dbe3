"""Group pages by the terms of all taxonomies, separately for each edition."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from byeoru.base.collation import sorting_key
from byeoru.base.digest import digest_text
from byeoru.base.paths import excessive_length, leaves_folder, nfc
from byeoru.model.content import Document
from byeoru.model.site import Group, Term, in_edition
from byeoru.model.taxonomies import BY_NAME, TAG, TAXONOMIES

# Characters that some file system forbids; "#" and "+" are kept, so that C, C++ and C# have three pages.
_FORBIDDEN = re.compile(r'[\\/<>:"|?*\x00-\x1f\x7f]+')
_CUT_LENGTH = 60  # characters of a name that is too long for file systems: 180 bytes in Hangul
_SPACES = re.compile(r"\s+")


class Terms:
    """The terms of all documents, each in its most common spelling."""

    def __init__(self, documents: Iterable[tuple[Document, str]], authors: Mapping[str, str]) -> None:
        """Count the spellings in each edition; `Docker` and `docker` share an address, so they are one tag.

        *documents* come with the codes of their editions; *authors* are the names of authors by their ids.
        """
        self.spellings: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
        self._keys: dict[str, list[tuple[str, str, str]]] = {}  # of the terms that list a document, by its path
        for document, edition in documents:
            named = _named(document)
            self._keys[document.path] = named
            for kind, key, name in named:
                self.spellings[edition, kind, key][name] += 1
        self._terms = {
            (edition, kind, key): Term(
                kind,
                authors.get(name, name) if BY_NAME[kind].has_profiles else name,
                in_edition(edition, f"/{BY_NAME[kind].folder}/{key}/"),
                edition,
            )
            for (edition, kind, key), counted in self.spellings.items()
            for name in [min(counted, key=lambda name: (-counted[name], name))]
        }

    def of(self, document: Document, edition: str) -> dict[str, tuple[Term, ...]]:
        """Return the terms that the page of one document shows, by taxonomy; a category after those above it."""
        by_taxonomy: dict[str, dict[Term, None]] = {taxonomy.name: {} for taxonomy in TAXONOMIES}
        shown = {taxonomy.name: taxonomy.shown(document) for taxonomy in TAXONOMIES}
        for kind, key, name in self._keys[document.path]:
            if name in shown[kind]:
                by_taxonomy[kind][self._terms[edition, kind, key]] = None
        return {kind: tuple(terms) for kind, terms in by_taxonomy.items()}

    def listing(self, document: Document, edition: str) -> tuple[Term, ...]:
        """Return all terms that list one document."""
        return tuple(dict.fromkeys([self._terms[edition, kind, key] for kind, key, _ in self._keys[document.path]]))


def _named(document: Document) -> list[tuple[str, str, str]]:
    """Return the taxonomy, the last part of the address and the written name of each term of a document."""
    return [
        (taxonomy.name, _nested_key(name) if taxonomy.is_nested else segment(name), name)
        for taxonomy in TAXONOMIES
        for name in taxonomy.names(document)
    ]


def tag_address(name: str, edition: str) -> str:
    """Return the address of the list of a tag.

    >>> tag_address("CI/Docker", "en")
    '/en/tags/ci/docker/'
    """
    return in_edition(edition, f"/{TAG.folder}/{_nested_key(name)}/")


def group(members: Mapping[str, Iterable[Term]], positions: Mapping[str, tuple[int, float]]) -> tuple[Group, ...]:
    """Return the groups of all terms: *members* maps addresses, newest first, to the terms of their pages.

    *positions* are those of pages in their series: a number, then the date.
    """
    by_term: dict[Term, list[str]] = defaultdict(list)
    for address, terms in members.items():
        for term in terms:
            by_term[term].append(address)
    order = sorted(by_term, key=lambda term: (term.edition, term.kind, sorting_key(term.name)))
    for term, addresses in by_term.items():
        if BY_NAME[term.kind].is_ordered:
            addresses.sort(key=positions.__getitem__)
    return tuple(
        Group(term, tuple(by_term[term]), term.name.count("/") if BY_NAME[term.kind].is_nested else 0) for term in order
    )


@lru_cache(maxsize=1 << 14)
def segment(name: str) -> str:
    """Return the name of a term, or of one level of it, as one segment of an address.

    >>> segment("C++"), segment("Learning Rate"), segment("CI/CD")
    ('c++', 'learning-rate', 'ci-cd')
    """
    plain = _FORBIDDEN.sub("-", nfc(name).strip().casefold()).strip("-. ")
    plain = _SPACES.sub("-", plain)
    if excessive_length(plain):
        plain = f"{plain[:_CUT_LENGTH]}-{digest_text(name)[:8]}"
    return digest_text(name)[:8] if not plain or leaves_folder(plain) or plain == "index.html" else plain


@lru_cache(maxsize=1 << 14)
def _nested_key(name: str) -> str:
    """Return a nested name as segments of an address; the feed of a term is a file beside the folders below it."""
    first, *lower = map(segment, name.split("/"))
    return "/".join([first, *(digest_text(one)[:8] if one == "feed.xml" else one for one in lower)])

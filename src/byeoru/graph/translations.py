"""Find the translations of each document, and the edition that it belongs to.

In:  the documents and their addresses.
Out: the paths of the translations and the code of the edition, by path.
"""

import posixpath
from collections import Counter, defaultdict
from collections.abc import Iterable

from byeoru.base.diagnostic import Diagnostic, Location, Outcome, warning
from byeoru.base.paths import decode
from byeoru.base.text import primary_language
from byeoru.model.content import Document


def translations(documents: Iterable[Document], addresses: dict[str, str]) -> Outcome[dict[str, tuple[str, ...]]]:
    """Return the paths of the translations of each document that has any.

    Two documents are translations if their paths differ only in the language (`a.md`, `a.en.md`, `en/a.md`), if
    `translation_of` of one names the other, or has the same value as that of the other, or if they have one permalink.
    Of two in one language, the first by path counts.
    """
    all_documents = tuple(documents)
    permalinks = Counter(document.permalink for document in all_documents if document.permalink)
    is_shared = any(count > 1 for count in permalinks.values())
    if not is_shared and not any(document.edition or document.translation_of for document in all_documents):
        return Outcome({})
    sets = _TranslationSets()
    names = {
        name: document.path for document in reversed(all_documents) for name in (document.name, document.slug) if name
    }
    by_address = {address: path for path, address in addresses.items()}
    problems: list[Diagnostic] = []
    for document in all_documents:
        sets.join(document.path, f"{document.meta.section}\n{document.folder}\n{document.name}")
        if permalinks[document.permalink] > 1:
            sets.join(document.path, f"\n\n{document.permalink}")
        if not document.translation_of:
            continue
        path = _original_of(document, by_address, addresses, names)
        if path is None and _is_reference(document.translation_of):
            problems.append(warning("no-original", Location(document.path), target=document.translation_of))
        sets.join(document.path, path or f"\n{document.translation_of}")
    return Outcome(sets.in_languages(all_documents), tuple(problems))


def edition_of(document: Document, others: tuple[str, ...], languages: dict[str, str], main: str) -> str:
    """Return the code of the edition that lists a document, "" for that in the *main* language.

    That is the language in its path. Without one, a document in another language is listed in the main edition
    unless it is a translation of one there, so that no list shows a post twice.
    """
    if document.edition or is_same_language(document, main):
        return document.edition
    has_main = any(primary_language(languages[other]) == primary_language(main) for other in others)
    return document.meta.language if has_main else ""


class _TranslationSets:
    """Disjoint sets of paths that are translations of each other."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}

    def root(self, key: str) -> str:
        """Return the representative of the set of *key*."""
        while (parent := self._parents.setdefault(key, key)) != key:
            # Path halving: without it, a chain of translations would take quadratic time.
            key = self._parents[key] = self._parents[parent]
        return key

    def join(self, key: str, other: str) -> None:
        """Merge the sets of two keys."""
        self._parents[self.root(key)] = self.root(other)

    def in_languages(self, documents: tuple[Document, ...]) -> dict[str, tuple[str, ...]]:
        """Return for each path the other paths of its set, one per language, in the order of languages."""
        sets: dict[str, dict[str, str]] = defaultdict(dict)
        for document in documents:
            sets[self.root(document.path)].setdefault(document.meta.language, document.path)
        return {
            path: tuple(other for _, other in sorted(versions.items()) if other != path)
            for versions in sets.values()
            if len(versions) > 1
            for path in versions.values()
        }


def _original_of(
    document: Document, by_address: dict[str, str], addresses: dict[str, str], names: dict[str, str]
) -> str | None:
    """Return the path of the document that `translation_of` refers to by address, path or name."""
    written = decode(document.translation_of)
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), written))
    path = by_address.get(f"/{written.strip('/')}/") or next(
        (path for path in (beside, written) if path in addresses), None
    )
    path = path or names.get(written)
    return path if path != document.path else None


def _is_reference(written: str) -> bool:
    """Tell an address or a path from a shared key of Hugo or Jekyll, which needs no counterpart."""
    return written.startswith("/") or written.endswith((".md", ".markdown"))


def is_same_language(document: Document, language: str) -> bool:
    """Tell whether a document is in *language*, wherever that is spoken."""
    return primary_language(document.meta.language) == primary_language(language)

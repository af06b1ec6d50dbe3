"""Find the translations of each document, and the edition that it belongs to.

In:  the documents and their addresses.
Out: the paths of the translations and the code of the edition, by path.
"""

import posixpath
from collections import defaultdict
from collections.abc import Iterable

from byeoru.base.diagnostic import Diagnostic, Location, Outcome, warning
from byeoru.base.paths import decode
from byeoru.model.content import Document


def translations(documents: Iterable[Document], placed: dict[str, str]) -> Outcome[dict[str, tuple[str, ...]]]:
    """Return the paths of the translations of each document that has any.

    Two documents are translations if their paths differ only in the language (`a.md`, `a.en.md`, `en/a.md`), or if
    `translation_of` of one names the other, or has the same value as that of the other. Of two in one language, the
    first by path counts.
    """
    all_of_them = tuple(documents)
    if not any(one.edition or one.translation_of for one in all_of_them):
        return Outcome({})
    works = _Works()
    names = {name: one.path for one in reversed(all_of_them) for name in (one.name, one.slug) if name}
    by_address = {address: path for path, address in placed.items()}
    problems: list[Diagnostic] = []
    for one in all_of_them:
        works.join(one.path, f"{one.meta.section}\n{one.folder}\n{one.name}")
        if not one.translation_of:
            continue
        path = _meant(one, by_address, placed, names)
        if path is None and _is_reference(one.translation_of):
            problems.append(warning("no-original", Location(one.path), target=one.translation_of))
        works.join(one.path, path or f"\n{one.translation_of}")
    return Outcome(works.in_languages(all_of_them), tuple(problems))


def edition_of(document: Document, others: tuple[str, ...], languages: dict[str, str], main: str) -> str:
    """Return the code of the edition that lists a document, "" for that in the *main* language.

    That is the language in its path. Without one, a document in another language is listed in the main edition
    unless it is a translation of one there, so that no list shows a post twice.
    """
    if document.edition or _primary(document.meta.language) == _primary(main):
        return document.edition
    has_main = any(_primary(languages[other]) == _primary(main) for other in others)
    return document.meta.language if has_main else ""


class _Works:
    """Disjoint sets of paths that are translations of each other."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def root(self, key: str) -> str:
        """Return the representative of the set of *key*."""
        while (above := self._above.setdefault(key, key)) != key:
            # Path halving: without it, a chain of translations would take quadratic time.
            key = self._above[key] = self._above[above]
        return key

    def join(self, one: str, other: str) -> None:
        """Merge the sets of two keys."""
        self._above[self.root(one)] = self.root(other)

    def in_languages(self, documents: tuple[Document, ...]) -> dict[str, tuple[str, ...]]:
        """Return for each path the other paths of its set, one per language, in the order of languages."""
        found: dict[str, dict[str, str]] = defaultdict(dict)
        for one in documents:
            found[self.root(one.path)].setdefault(one.meta.language, one.path)
        return {
            path: tuple(other for _, other in sorted(versions.items()) if other != path)
            for versions in found.values()
            if len(versions) > 1
            for path in versions.values()
        }


def _meant(document: Document, by_address: dict[str, str], placed: dict[str, str], names: dict[str, str]) -> str | None:
    """Return the path of the document that `translation_of` refers to by address, path or name."""
    written = decode(document.translation_of)
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), written))
    found = by_address.get(f"/{written.strip('/')}/") or next((one for one in (beside, written) if one in placed), None)
    found = found or names.get(written)
    return found if found != document.path else None


def _is_reference(written: str) -> bool:
    """Tell an address or a path from a shared key of Hugo or Jekyll, which needs no counterpart."""
    return written.startswith("/") or written.endswith((".md", ".markdown"))


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()

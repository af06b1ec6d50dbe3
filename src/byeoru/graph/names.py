"""Find what a name in double brackets means: a note or a file, by its file name, path, alias or title.

In:  documents and files with their addresses, and the text of a link.
Out: ``NamedFile``: the file that is meant, and the others of that name.
Must not: read texts, or know where in a page a link leads.

The rules are those of Obsidian 1.13, observed: the path from the root of the vault first, then a file in the folder of
the link, then the shortest path. Aliases and titles come after all file names, which Obsidian does not look at.
"""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from byeoru.base.frozen import freezable
from byeoru.base.paths import case_folded
from byeoru.graph.spellings import Spelling, Spellings, hyphenated, last_of, normal, other_spellings
from byeoru.model.content import Document

_PAGE_ENDINGS = (".md", ".markdown", ".mdx", ".mkd", ".mkdn", ".mkdown", ".mdown")

_OTHERS = 3  # how many files of the same name an answer lists

# Kinds of questions, the first part of a key.
_NAME, _ALIAS, _TITLE, _SLUG = "name", "alias", "title", "slug"


class Place(NamedTuple):
    """Where a link stands."""

    folder: str  # of its file
    edition: str = ""  # the language that its path names
    roots: tuple[str, ...] = ("",)  # folders from whose root a path may be written, the nearest first


class NamedFile(NamedTuple):
    """The file that a name means."""

    path: str
    others: tuple[str, ...] = ()  # the first of the same name, if nothing tells which of them is meant
    more: int = 0  # how many there are besides
    by_file: bool = True  # it was called by the name of its file
    anywhere: bool = False  # it is the only one of that name, so that the name means it in every place


class _Ranking(NamedTuple):
    """The files of one name: those that come first by path, and those in each folder."""

    first: tuple[str, ...]
    by_folder: Mapping[str, list[str]]
    total: int


class _Named(NamedTuple):
    """What a document is called."""

    title: str
    name: str  # of its file, without date
    others: tuple[str, ...]
    edition: str  # the language that its path names

    @classmethod
    def of(cls, document: Document) -> "_Named":
        return cls(document.meta.title, document.name, tuple(document.names), document.edition)


@freezable
class Names:
    """The names of a set of documents and files.

    Each question has a key, and *answer* returns a text that changes if the answer to any link that asked does.
    """

    def __init__(
        self, documents: Iterable[Document], addresses: Mapping[str, str], files: Iterable[str] = (), scope: str = ""
    ) -> None:
        """Take the documents, the addresses of all by path, and the paths of the files; *scope* begins each key."""
        self._documents = {document.path: _Named.of(document) for document in documents}
        self.addresses, self._files, self._scope = addresses, tuple(files), scope
        self._rankings: dict[tuple[str, str, str], _Ranking] = {}

    def __contains__(self, path: str) -> bool:
        """Tell whether *path* is one of the documents."""
        return path in self._documents

    def title(self, path: str) -> str:
        """Return the title of a document, "" for a file."""
        named = self._documents.get(path)
        return named.title if named else ""

    def edition(self, path: str) -> str:
        """Return the language that the path of a document names."""
        named = self._documents.get(path)
        return named.edition if named else ""

    @cached_property
    def _files_by_name(self) -> Spellings:
        pages = [Spelling(case_folded(without_page_ending(path)), path) for path in self._documents]
        return Spellings([*pages, *(Spelling(case_folded(path), path) for path in self._files)])

    @cached_property
    def _by_other_name(self) -> Spellings:
        """Find documents by the name of their folder, without the date in their name, and as Logseq spells them."""
        return Spellings(
            [
                Spelling(spelled, path)
                for path, named in self._documents.items()
                for spelled in other_spellings(case_folded(without_page_ending(path)), case_folded(named.name))
            ]
        )

    @cached_property
    def _by_alias(self) -> dict[str, list[Spelling]]:
        return _table((name, path) for path, named in self._documents.items() for name in named.others)

    @cached_property
    def _by_title(self) -> dict[str, list[Spelling]]:
        return _table((named.title, path) for path, named in self._documents.items())

    @cached_property
    def _by_slug(self) -> dict[str, list[Spelling]]:
        """Find documents by name, with spaces as hyphens or underscores: `[[Home page]]` of GitHub's wikis."""
        by_slug: dict[str, list[Spelling]] = {}
        for path in self._documents:
            name = without_page_ending(path).rpartition("/")[2]
            by_slug.setdefault(hyphenated(name), []).append(Spelling(case_folded(name), path))
        return by_slug

    @cached_property
    def with_hash(self) -> str:
        """Return a text of all names that contain `#`, "" if there are none: elsewhere it begins a fragment."""
        names = [*self._files_by_name.by_name, *self._by_alias, *self._by_title]
        return "\n".join(sorted({name for name in names if "#" in name}))

    def spoken(self) -> Iterator[str]:
        """Yield all names as they are written in brackets: of pages, then their other names, then of files."""
        for path in self._documents:
            yield without_page_ending(path).rpartition("/")[2]
        for named in self._documents.values():
            yield from named.others
            yield named.title
        for path in self._files:
            yield path.rpartition("/")[2]

    def rows(self) -> Iterator[str]:
        """Yield a text of everything that an answer depends on, for a digest."""
        for path, named in self._documents.items():
            aliases = "\t".join(named.others)
            address = self.addresses.get(path, "")
            yield f"{path}\t{address}\t{named.title}\t{named.name}\t{named.edition}\t{aliases}"
        yield from self._files

    def answer(self, key: str) -> str:
        """Return the answer to a question; its *key* is given without the scope."""
        kind, _, name = key.partition(":")
        rows = [
            f"{path}\t{self.addresses.get(path, '')}\t{self.title(path)}\t{self.edition(path)}"
            for _, path in self._asked(kind, name)
        ]
        return "\n".join(rows)

    def retitled(self, documents: Collection[Document]) -> set[str]:
        """Take *documents* with other titles; return the keys of the questions whose answers can be others."""
        asked: dict[str, None] = {}
        for document in documents:
            path = without_page_ending(document.path)
            spelled = case_folded(path)
            for one in (spelled, *other_spellings(spelled, case_folded(document.name))):
                self._ask(_NAME, last_of(one), asked)
                self._ask(_NAME, one.rpartition("/")[2], asked)
            for name in document.names:
                self._ask(_ALIAS, case_folded(name).strip(), asked)
            for title in (self.title(document.path), document.meta.title):
                self._ask(_TITLE, case_folded(title).strip(), asked)
            self._ask(_SLUG, hyphenated(path.rpartition("/")[2]), asked)
            self._documents[document.path] = _Named.of(document)
        self._rankings.clear()
        for table in ("_by_title", "with_hash"):
            vars(self).pop(table, None)
        return {*asked}

    def _asked(self, kind: str, name: str) -> list[Spelling]:
        match kind:
            case "name":
                return self._files_by_name.near(name) + self._by_other_name.near(name)
            case "alias":
                return self._by_alias.get(name, [])
            case "title":
                return self._by_title.get(name, [])
            case _:
                return self._by_slug.get(name, [])

    def find(self, written: str, place: Place, asked: dict[str, None]) -> NamedFile | None:
        """Return what *written* means in *place*; the questions that this took are added to *asked*."""
        name = case_folded(without_page_ending(written.strip()))
        if name.startswith("/"):
            spelled = normal("", name[1:])
            return self._at([root + spelled for root in place.roots], place, asked) if spelled else None
        if name.startswith(("./", "../")):
            spelled = normal(case_folded(place.folder), name)
            return self._at([spelled], place, asked) if spelled else None
        name = normal("", name)
        return (
            self._by_path(name, place, asked)
            or self._by_words(_ALIAS, name, place, asked)
            or self._by_words(_TITLE, name, place, asked)
            or self._by_words(_SLUG, hyphenated(name), place, asked)
            if name
            else None
        )

    def _at(self, spellings: list[str], place: Place, asked: dict[str, None]) -> NamedFile | None:
        """Return the file at the first of some paths."""
        for spelled in spellings:
            self._ask(_NAME, last_of(spelled), asked)
        for table in (self._files_by_name, self._by_other_name):
            for spelled in spellings:
                if rows := table.by_path.get(spelled):
                    return self._chosen(("path", spelled), rows, place)
        return None

    def _by_path(self, name: str, place: Place, asked: dict[str, None]) -> NamedFile | None:
        """Return the file at the path *name* from the root, or whose path ends with it."""
        self._ask(_NAME, last_of(name), asked)
        for table in (self._files_by_name, self._by_other_name):
            rows = table.ending_with(name)
            if len(rows) == 1:
                return NamedFile(rows[0].path, anywhere=True)
            for spelled in [root + name for root in place.roots] if rows else ():
                if spelled in table.by_path:
                    return self._chosen(("path", spelled), table.by_path[spelled], place)
            if rows:
                return self._chosen(("end", name), rows, place)
        return None

    def _by_words(self, kind: str, name: str, place: Place, asked: dict[str, None]) -> NamedFile | None:
        self._ask(kind, name, asked)
        rows = self._asked(kind, name)
        if not rows:
            return None
        return self._chosen((kind, name), rows, place)._replace(by_file=kind == _SLUG, anywhere=len(rows) == 1)

    def _ask(self, kind: str, name: str, asked: dict[str, None]) -> None:
        asked[f"{self._scope}{kind}:{name}"] = None

    def _chosen(self, key: tuple[str, str], rows: list[Spelling], place: Place) -> NamedFile:
        """Return one of the files that *key* names: of its language, in its folder, or with the shortest path."""
        if len(rows) == 1:
            return NamedFile(rows[0].path)
        ranking = self._rankings.get((*key, place.edition))
        if ranking is None:
            ranking = self._rankings[(*key, place.edition)] = self._ranking(rows, place.edition)
        here = ranking.by_folder.get(place.folder, [])
        if len(here) == 1 or ranking.total == 1:
            return NamedFile((here or ranking.first)[0])
        first, *others = dict.fromkeys((*here[: _OTHERS + 1], *ranking.first))
        return NamedFile(first, tuple(others[:_OTHERS]), max(0, ranking.total - 1 - _OTHERS))

    def _ranking(self, rows: list[Spelling], edition: str) -> _Ranking:
        paths = list(dict.fromkeys([row.path for row in rows]))
        paths = [path for path in paths if self.edition(path) == edition] or paths
        paths.sort(key=lambda path: (len(path), path))
        by_folder: dict[str, list[str]] = {}
        for path in paths:
            by_folder.setdefault(posixpath.dirname(path), []).append(path)
        return _Ranking(tuple(paths[: _OTHERS + 1]), by_folder, len(paths))

    def shortest(self, path: str, asked: dict[str, None]) -> str:
        """Return the shortest end of *path* that no other file has, as it is written in brackets."""
        written = without_page_ending(path) if path in self else path
        parts = written.split("/")
        for count in range(1, len(parts) + 1):
            end = "/".join(parts[-count:])
            self._ask(_NAME, last_of(case_folded(end)), asked)
            if all(row.path == path for row in self._files_by_name.ending_with(case_folded(end))):
                return end
        return f"/{written}"


def without_page_ending(path: str) -> str:
    """Return *path* without the ending of a page; a dot in a name is no ending.

    >>> without_page_ending("v1.2 메모"), without_page_ending("클로저.md")
    ('v1.2 메모', '클로저')
    """
    stem, dot, ending = path.rpartition(".")
    return stem if dot and stem and f".{ending.lower()}" in _PAGE_ENDINGS else path


def _table(rows: Iterable[tuple[str, str]]) -> dict[str, list[Spelling]]:
    table: dict[str, list[Spelling]] = {}
    for words, path in rows:
        name = case_folded(words).strip()
        table.setdefault(name, []).append(Spelling(name, path))
    return table

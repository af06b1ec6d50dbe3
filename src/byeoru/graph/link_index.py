"""Everything in the site that a reference can mean, by its path in the project, its address and its names.

In:  the addresses of documents, files and generated pages.
Out: ``LinkIndex``, and ``Lookups``: the lookups of one document, which a cache compares with those of another index.
Must not: interpret a reference; `links` and `wikilinks` do.
"""

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from byeoru.base.digest import digest_text
from byeoru.base.frozen import Later, freezable
from byeoru.base.paths import case_folded
from byeoru.base.text import slug
from byeoru.graph.names import NamedFile, Names, Place
from byeoru.graph.similar_names import SimilarNames
from byeoru.model.content import Document, Outline

_ENDINGS = (
    *("", ".md", ".markdown", ".mdx", ".mkd", ".mkdn", ".mkdown", ".mdown", ".html"),
    *("/index.md", "/README.md", "/_index.md", "/index.mdx", "/readme.md", "/index.html"),
)
_OURS = ("content/posts/", "content/notes/", "content/pages/")
_LONGEST_NAME = 255  # bytes, of any file system
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-")
_OF_TITLES = ("title:", "names:", "hash:", "similar:")  # what lookups begin with whose answers contain titles
_NOTHING = Names((), {})


@freezable
class LinkIndex:
    """Everything in the site that a reference can mean."""

    def __init__(
        self,
        pages: dict[str, str],
        files: dict[str, str],
        others: Iterable[str],
        folders: dict[str, str],
        moved: Mapping[str, str] = MappingProxyType({}),
        sites: tuple[str, ...] = (),
        program: str = "",
        names: Names = _NOTHING,
        hidden: Names = _NOTHING,
    ) -> None:
        """Take the addresses of pages, files and folders by path, and those of generated pages.

        *moved* are addresses by old ones that redirect there; *sites* are hosts and paths of this site; *program* is
        what the folder was written for, "" for ours; *names* are those of pages and files, *hidden* those of pages
        that are not published.
        """
        self.moved, self.sites, self.program = moved, sites, program
        self.sections = _OURS
        self.strict = () if program else _OURS  # folders whose references mean nothing else than in Markdown
        self.base_paths = tuple("/" + path for site in sites if (path := site.partition("/")[2]))
        self.by_path = pages | files
        self._endings = _endings_of(self.by_path)
        self.pages = pages
        self.folders = folders
        self.addresses = {*pages.values(), *files.values(), *others}
        self._all_names, self.hidden = Later(names), hidden
        self._answers: dict[str, str] = {}
        # What resolved references lead to and asked, by the folder of their document ("/" for absolute ones).
        self.resolved: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
        # What names in brackets mean and asked, by their kind, their text and where they stand; None: anywhere.
        self.found: dict[tuple[str, str, Place | None], tuple[NamedFile | None, tuple[str, ...]]] = {}

    def __getstate__(self) -> dict[str, object]:
        """Return what another process can use: what was looked up here is found again as fast."""
        return vars(self) | {"_answers": {}, "resolved": {}, "found": {}}

    def forget_lookups(self) -> None:
        """Forget what was looked up here: it is found again as fast, and ten thousand posts leave 9 MB."""
        self._answers.clear()
        self.resolved.clear()
        self.found.clear()

    @property
    def names(self) -> Names:
        """Return the names of pages and files; an edit of a text without names in brackets needs none of them."""
        return self._all_names.get()

    @cached_property
    def digest(self) -> str:
        """Return a digest that changes whenever the target of any reference could change."""
        rows = sorted(f"{path}\n{address}" for path, address in (*self.by_path.items(), *self.folders.items()))
        rows += ["", *sorted(f"{old}\n{address}" for old, address in self.moved.items()), *self.sites, *self.strict]
        rows += ["", *sorted(self.names.rows()), "", *sorted(self.hidden.rows())]
        return digest_text("\n".join([*rows, "", *sorted(self.addresses)]))

    @cached_property
    def page_at(self) -> dict[str, str]:
        """Find the path of a document by its address."""
        return {address: path for path, address in self.pages.items()}

    @cached_property
    def _names(self) -> dict[str, str]:
        """Find a path by its file name."""
        return {posixpath.basename(path): path for path in reversed(self.by_path)}

    @cached_property
    def _ends(self) -> dict[str, str]:
        """Find a path by its last parts; "" if several paths end with them."""
        paths: dict[str, str] = {}
        for path in self.by_path:
            end = ""
            for name in reversed(path.split("/")):
                end = f"{name}/{end}" if end else name
                paths[end] = "" if end in paths else path
        return paths

    @cached_property
    def _stems(self) -> dict[str, str]:
        """Find a page by its name without extension, with and without date; the first by path, whole names first."""
        stems = {stem_of(path): path for path in reversed(self.pages)}
        return {_DATE.sub("", stem, count=1): path for stem, path in reversed(stems.items())} | stems

    @cached_property
    def _folded(self) -> dict[str, str]:
        """Find a path by its case-folded name, or by its slug without date."""
        names = {case_folded(name): path for name, path in reversed(self._names.items())}
        return {_spelled(stem): path for stem, path in self._stems.items()} | names

    @cached_property
    def _misspelt(self) -> dict[str, str]:
        """Find a name by any of its forms with one character removed."""
        return {short: name for name in reversed(self._names) for short in _shorter(name)}

    @cached_property
    def _hidden_addresses(self) -> dict[str, str]:
        return {address: path for path, address in self.hidden.addresses.items()}

    @cached_property
    def _similar(self) -> SimilarNames:
        return SimilarNames(self.names)

    def answers(self, keys: Collection[str]) -> list[str]:
        """Return what lookups find; a key is a kind and a text."""
        return [self.answer(key) for key in keys]

    def answer(self, key: str) -> str:
        """Return what one lookup finds."""
        answer = self._answers.get(key)
        if answer is None:
            kind, _, text = key.partition(":")
            answer = self._answers[key] = _ANSWERS[kind](self, text)
        return answer

    def retitled(self, documents: Collection[Document], asked: Collection[str]) -> set[str]:
        """Take *documents* with other titles; return the lookups, of all *asked*, whose answers can be others."""
        keys = {f"title:{document.path}" for document in documents} | self.names.retitled(documents)
        keys |= {key for key in asked if key.startswith(("hash:", "similar:"))}
        self.forget_lookups()
        vars(self).pop("_similar", None)
        return keys

    def sees_titles(self, key: str) -> bool:
        """Tell whether the answer to a lookup can be another one for another title."""
        return key.startswith(_OF_TITLES)

    def from_path(self, path: str) -> str:
        """Return the address of the file at *path* in the project, with or without extension; "" if there is none.

        `x.html` is also the page that a program makes of `x.md`.
        """
        by_path, bare = self.by_path, path.rstrip("/")
        for spelled in _spellings(bare, self._endings):
            if spelled in by_path:
                return by_path[spelled]
        return self.folders.get(bare, "")

    def from_name(self, name: str) -> str:
        """Return the address of the page with the file name *name*, with or without date and extension."""
        stem = stem_of(name)
        path = self._stems.get(stem) or self._stems.get(_DATE.sub("", stem, count=1))
        return self.pages[path] if path else ""

    def from_end(self, path: str) -> str:
        """Return the address of the only file whose path ends with *path*, "" if there are none or several."""
        match = self._ends.get(path.removeprefix("./"))
        return self.by_path[match] if match else ""

    def from_address(self, address: str) -> str:
        """Return the existing spelling of *address*, with or without a final slash or `index.html`."""
        bare = address.removesuffix("index.html")
        for spelling in (address, bare, bare.rstrip("/") + "/", address + ".html"):
            if spelling in self.addresses:
                return spelling
            if spelling in self.moved:
                return self.moved[spelling]
        return ""

    def hidden_at(self, path: str) -> str:
        """Return the path of the page at *path* in the project that is not published, "" if there is none."""
        return next(filter(self.hidden.__contains__, _spellings(path.rstrip("/"), _ENDINGS)), "")

    def hidden_from_address(self, address: str) -> str:
        """Return the path of the page that would have *address* if it was published, "" if there is none."""
        bare = address.removesuffix("index.html").rstrip("/")
        return self._hidden_addresses.get(f"{bare}/") or self._hidden_addresses.get(bare, "")

    def near(self, path: str) -> str:
        """Return the path that *path* was probably meant to be, "" if none is similar.

        A name is similar if it exists in another folder, or with one character missing, added, replaced or swapped.
        A folder that was moved here can have thousands of broken links: comparing each with all names would take
        10 ms, with these tables it takes a few lookups.
        """
        name = posixpath.basename(path)
        for spelling in (name, *_shorter(name)):
            if (existing := spelling if spelling in self._names else self._misspelt.get(spelling)) is not None:
                return self._names[existing]
        return self._folded.get(case_folded(name)) or self._folded.get(_spelled(stem_of(name)), "")

    def similar(self, name: str) -> str:
        """Return the name in brackets that *name* was probably meant to be, "" if none is similar."""
        return self._similar.to(name)


_ANSWERS: dict[str, Callable[[LinkIndex, str], str]] = {
    "path": LinkIndex.from_path,
    "page": LinkIndex.from_name,
    "end": LinkIndex.from_end,
    "address": LinkIndex.from_address,
    "page-at": lambda index, text: index.page_at.get(text, ""),
    "near": LinkIndex.near,
    "similar": LinkIndex.similar,
    "hidden-any": lambda index, _: "yes" if index.hidden.addresses else "",
    "hidden-path": LinkIndex.hidden_at,
    "hidden-address": LinkIndex.hidden_from_address,
    "title": lambda index, text: index.names.title(text),
    "hash": lambda index, _: index.names.with_hash,
    "names": lambda index, text: index.names.answer(text),
    "hidden-names": lambda index, text: index.hidden.answer(text),
}


class Lookups:
    """The lookups of one document: what its references lead to depends on their answers."""

    def __init__(self, index: LinkIndex, outline_of: Callable[[str], Outline]) -> None:
        """Take the function that returns the outline of the document at a path."""
        self.index, self._outline_of = index, outline_of
        self.keys: dict[str, None] = {}
        self.outlines: dict[str, Outline] = {}  # by path

    def __call__(self, kind: str, text: str = "") -> str:
        """Return the answer of a lookup, and record it."""
        key = f"{kind}:{text}"
        self.keys[key] = None
        return self.index.answer(key)

    def outline(self, path: str) -> Outline:
        """Return the outline of the document at *path*, and record that."""
        if path not in self.outlines:
            self.outlines[path] = self._outline_of(path)
        return self.outlines[path]


def stem_of(path: str) -> str:
    """Return the name of a file without the extension of a page.

    >>> stem_of("_posts/2016-01-08-v1.2.md"), stem_of("v1.2")
    ('2016-01-08-v1.2', 'v1.2')
    """
    stem, ending = posixpath.splitext(posixpath.basename(path))
    return stem if ending.lower() in {*_ENDINGS[1:9]} else stem + ending


def _spellings(path: str, endings: Sequence[str]) -> list[str]:
    spellings = [path + ending for ending in endings]
    return (
        spellings + _spellings(path.removesuffix(".html").rstrip("/"), endings) if path.endswith(".html") else spellings
    )


def _endings_of(paths: Iterable[str]) -> tuple[str, ...]:
    """Return those endings that any of *paths* has: two or three, where a folder of another program may have all.

    >>> _endings_of(["a.md", "b/index.md", "c.png"])
    ('', '.md', '/index.md')
    """
    found = {path[path.rfind(mark) :] for path in paths for mark in "./"}
    return tuple([ending for ending in _ENDINGS if not ending or ending in found])


def _spelled(stem: str) -> str:
    """Return the form that a page name has in the addresses of most programs."""
    return slug(_DATE.sub("", stem, count=1)).replace("_", "-")


def _shorter(name: str) -> Iterator[str]:
    """Yield *name* without each of its characters; too short and too long names yield nothing."""
    if 3 < len(name) <= _LONGEST_NAME:
        yield from (name[:at] + name[at + 1 :] for at in range(len(name)))

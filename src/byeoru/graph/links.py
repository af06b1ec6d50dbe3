"""Resolve what the slots of a document refer to.

In:  a document in its place, and an index of everything that can be referred to.
Out: one target a slot, a site path with query and fragment, percent-encoded; and warnings for what leads nowhere.
Must not: let a decoded path be read as a reference again, or `javascript%3A…` would become what it decodes to.
"""

import posixpath
from collections.abc import Iterable
from functools import cached_property

from byeoru.base.diagnostic import Diagnostic, Outcome, Place, warning
from byeoru.base.paths import cut, decode, encode
from byeoru.base.text import nearest
from byeoru.model.content import Document, Slot

SEARCHES = 30  # for names that are nearly right, in one build
_ENDINGS = ("", ".md", ".markdown", "/index.md", "/README.md")


class Places:
    """Everything in the site that a reference can mean, by its path in the project and by its address."""

    def __init__(self, pages: dict[str, str], files: dict[str, str], others: Iterable[str]) -> None:
        """Take the addresses of pages and files by their paths, and the addresses of what the program adds."""
        self.by_path = pages | files
        self.addresses = {*pages.values(), *files.values(), *others}
        # What references lead to, by the folder that they are written in ("/" for those from the root).
        self.seen: dict[tuple[str, str], str] = {}
        self._searches = 0

    @cached_property
    def _names(self) -> dict[str, str]:
        """Find a path by its last name."""
        return {posixpath.basename(path): path for path in reversed(self.by_path)}

    def from_path(self, path: str) -> str | None:
        """Return the address of what lies at *path* in the project, with or without its ending."""
        for ending in _ENDINGS:
            if (found := self.by_path.get(path.rstrip("/") + ending)) is not None:
                return found
        return None

    def from_address(self, address: str) -> str | None:
        """Return *address* as the site has it, with or without the slash or `index.html` at its end."""
        bare = address.removesuffix("index.html")
        for spelling in (address, bare, bare.rstrip("/") + "/", address + ".html"):
            if spelling in self.addresses:
                return spelling
        return None

    def near(self, path: str) -> str:
        """Return the path of the project that *path* was probably meant to be, "" if none is near.

        Names are compared with those that begin alike, for a few dozen references a build: a folder that was moved
        from elsewhere can have thousands of broken ones, and each comparison with all names would take 10 ms.
        """
        name = posixpath.basename(path)
        if name in self._names:
            return self._names[name]
        self._searches += 1
        if self._searches > SEARCHES:
            return ""
        return self._names.get(nearest(name, [known for known in self._names if known[:1] == name[:1]]), "")


def resolve(document: Document, address: str, places: Places) -> Outcome[tuple[str, ...]]:
    """Return the target of each slot of *document*, which is published at *address*."""
    targets = []
    problems: list[Diagnostic] = []
    folder = posixpath.dirname(document.path)
    for slot in document.slots:
        seen_from = "/" if slot.target.startswith("/") else folder
        found = places.seen.get((seen_from, slot.target))
        if found is None:
            path, rest = cut(slot.target)
            there = _from_folder(path, folder, places) if path else None
            if there is not None:
                found = places.seen[seen_from, slot.target] = encode(there) + rest
            else:
                there = places.from_address(_beside(address, path)) if path else address
                if there is None:
                    problems.append(_broken(slot, path, document, places))
                found = encode(there or _beside(address, path)) + rest
        targets.append(found)
    return Outcome(tuple(targets), tuple(problems))


def _from_folder(path: str, folder: str, places: Places) -> str | None:
    """Find what *path* means in any file of *folder*, wherever that is published."""
    if path.startswith("/"):
        whole = _beside("/", path)
        return places.from_address(whole) or places.from_path("content" + whole) or places.from_path(whole[1:])
    return places.from_path(_joined(folder, path))


def _beside(address: str, path: str) -> str:
    """Return the site path that *path* names on the page at *address*; it never leaves the site.

    >>> _beside("/posts/a/", "../b/"), _beside("/posts/a/", "//x.com/y"), _beside("/", "javascript:x")
    ('/posts/b/', '/x.com/y', '/javascript:x')
    """
    folder = "" if path.startswith("/") else address[1:].rpartition("/")[0]
    end = "/" if path.endswith(("/", "/..", "/.")) else ""
    return f"/{_joined(folder, path)}{end}".replace("//", "/")


def _joined(folder: str, path: str) -> str:
    """Return *path* seen from *folder*; four times faster than ``normpath(join(…))``, and done for every link.

    >>> _joined("content/posts/os", "../a/./b.md")
    'content/posts/a/b.md'
    """
    parts = folder.split("/") if folder else []
    for part in path.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _broken(slot: Slot, path: str, document: Document, places: Places) -> Diagnostic:
    """Say that a reference leads nowhere, and what it may have meant, as it would be written in this file."""
    folder = posixpath.dirname(document.path)
    near = places.near(posixpath.normpath(posixpath.join(folder, path)).lstrip("/"))
    written = posixpath.relpath(near, folder) if near else ""
    place = Place(document.path, slot.line, slot.column, slot.width)
    code = "broken-link" if slot.kind == "link" else "missing-picture"
    return warning(code, place, "did-you-mean" if written else "", target=decode(slot.target), near=written)

"""Resolve what the slots of a document refer to.

In:  a document in its place, and an index of everything that can be referred to.
Out: one target a slot (a site path with its fragment, decoded), and warnings for what leads nowhere.
"""

import posixpath
from collections.abc import Iterable
from urllib.parse import urljoin

from byeoru.base.diagnostic import Diagnostic, Outcome, Place, warning
from byeoru.base.paths import decode
from byeoru.base.text import nearest
from byeoru.model.content import Document, Slot

_ENDINGS = ("", ".md", ".markdown", "/index.md", "/README.md")


class Places:
    """Everything in the site that a reference can mean, by its path in the project and by its address."""

    def __init__(self, pages: dict[str, str], files: dict[str, str], others: Iterable[str]) -> None:
        """Take the addresses of pages and files by their paths, and the addresses of what the program adds."""
        self.by_path = pages | files
        self.addresses = {*pages.values(), *files.values(), *others}

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
        """Return the path of the project that *path* was probably meant to be, "" if none is near."""
        name = posixpath.basename(path)
        names: dict[str, str] = {}
        for known in self.by_path:
            names.setdefault(posixpath.basename(known), known)
        return names.get(name) or names.get(nearest(name, names), "")


def resolve(document: Document, address: str, places: Places) -> Outcome[tuple[str, ...]]:
    """Return the target of each slot of *document*, which is published at *address*."""
    targets = []
    problems: list[Diagnostic] = []
    for slot in document.slots:
        path, rest = _cut(slot.target)
        found = _find(path, document, address, places)
        if found is None:
            problems.append(_broken(slot, path, document, places))
            found = urljoin(address, path)
        targets.append(found + rest)
    return Outcome(tuple(targets), tuple(problems))


def _cut(target: str) -> tuple[str, str]:
    """Divide a reference into its decoded path and the query and fragment behind it."""
    if "#" not in target and "?" not in target:
        return decode(target), ""
    at = min(index for mark in "?#" if (index := target.find(mark)) >= 0)
    return decode(target[:at]), target[at:]


def _find(path: str, document: Document, address: str, places: Places) -> str | None:
    if not path:
        return address
    if path.startswith("/"):
        return places.from_address(posixpath.normpath(path) + ("/" if path.endswith("/") and path != "/" else "")) or (
            places.from_path("content" + posixpath.normpath(path)) or places.from_path(posixpath.normpath(path)[1:])
        )
    beside = _joined(posixpath.dirname(document.path), path)
    return places.from_path(beside) or places.from_address(urljoin(address, path))


def _joined(folder: str, path: str) -> str:
    """Return *path* seen from *folder*; four times faster than ``normpath(join(…))``, and done for every link.

    >>> _joined("content/posts/os", "../a/./b.md")
    'content/posts/a/b.md'
    """
    parts = folder.split("/")
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
    return warning(code, place, "did-you-mean" if written else "", target=slot.target, near=written)

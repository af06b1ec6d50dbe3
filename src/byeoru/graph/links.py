"""Resolve what the slots of a document refer to.

In:  the slots of a document in its place, and an index of everything that can be referred to.
Out: one target a slot, a site path with query and fragment, percent-encoded; and warnings for what leads nowhere.
Must not: let a decoded path be read as a reference again, or `javascript%3A…` would become what it decodes to.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from byeoru.base.diagnostic import Diagnostic, Outcome, Place, warning
from byeoru.base.digest import digest_text
from byeoru.base.paths import cut, decode, encode
from byeoru.model.content import Document, Slot

_ENDINGS = ("", ".md", ".markdown", "/index.md", "/README.md")


class Places:
    """Everything in the site that a reference can mean, by its path in the project and by its address."""

    def __init__(self, pages: dict[str, str], files: dict[str, str], others: Iterable[str]) -> None:
        """Take the addresses of pages and files by their paths, and the addresses of what the program adds."""
        self.by_path = pages | files
        self.addresses = {*pages.values(), *files.values(), *others}
        # What references lead to, by the folder that they are written in ("/" for those from the root).
        self.seen: dict[tuple[str, str], str] = {}

    @cached_property
    def digest(self) -> str:
        """Return a digest that differs whenever any reference could lead elsewhere."""
        rows = sorted(f"{path}\n{address}" for path, address in self.by_path.items())
        return digest_text("\n".join([*rows, "", *sorted(self.addresses)]))

    @cached_property
    def _names(self) -> dict[str, str]:
        """Find a path by its last name."""
        return {posixpath.basename(path): path for path in reversed(self.by_path)}

    @cached_property
    def _misspelt(self) -> dict[str, str]:
        """Find a name by what is left of it when any one character is taken out."""
        return {short: name for name in reversed(self._names) for short in _shorter(name)}

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

        A name is near if it is the same in another folder, or if one character is missing, too many, another or
        changed places with its neighbour. A folder that was moved from elsewhere can have thousands of broken
        references: to compare each with all names would take 10 ms, by these tables it is some lookups.
        """
        name = posixpath.basename(path)
        for spelling in (name, *_shorter(name)):
            if (found := spelling if spelling in self._names else self._misspelt.get(spelling)) is not None:
                return self._names[found]
        return ""


def _shorter(name: str) -> Iterator[str]:
    """Yield *name* without each of its characters; one letter alone says nothing."""
    if len(name) > 3:
        yield from (name[:at] + name[at + 1 :] for at in range(len(name)))


Resolve = Callable[[Document, str, Places], Outcome[tuple[str, ...]]]


def resolve(slots: tuple[Slot, ...], path: str, address: str, places: Places) -> Outcome[tuple[str, ...]]:
    """Return the target of each of *slots*, which stand in the file *path* that is published at *address*."""
    targets = []
    problems: list[Diagnostic] = []
    folder = posixpath.dirname(path)
    for slot in slots:
        seen_from = "/" if slot.target.startswith("/") else folder
        found = places.seen.get((seen_from, slot.target))
        if found is None:
            written, rest = cut(slot.target)
            there = _from_folder(written, folder, places) if written else None
            if there is not None:
                found = places.seen[seen_from, slot.target] = encode(there) + rest
            else:
                there = places.from_address(_beside(address, written)) if written else address
                if there is None:
                    problems.append(_broken(slot, written, path, places))
                found = encode(there or _beside(address, written)) + rest
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


def _broken(slot: Slot, written: str, path: str, places: Places) -> Diagnostic:
    """Say that a reference leads nowhere, and what it may have meant, as it would be written in the file *path*."""
    folder = posixpath.dirname(path)
    near = places.near(posixpath.normpath(posixpath.join(folder, written)).lstrip("/"))
    meant = posixpath.relpath(near, folder) if near else ""
    place = Place(path, slot.line, slot.column, slot.width)
    code = "broken-link" if slot.kind == "link" else "missing-picture"
    return warning(code, place, "did-you-mean" if meant else "", target=decode(slot.target), near=meant)

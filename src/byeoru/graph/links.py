"""Resolve what the slots of a document refer to.

In:  the slots of a document, and an index of everything that can be referred to.
Out: one target per slot, a percent-encoded site path with query and fragment; and warnings for broken links.
Must not: interpret a decoded path as a reference, or `javascript%3A…` would become a script.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from byeoru.base.diagnostic import Diagnostic, Location, Outcome, warning
from byeoru.base.digest import digest_text
from byeoru.base.paths import case_folded, decode, encode, is_external, own_path, relative_path, split_reference
from byeoru.base.text import slug
from byeoru.model.content import Document, Slot
from byeoru.model.site import NO_TARGET, Resolved

NAMED = "@name:"  # before the name of a document in any folder, as for Jekyll's `post_url`

_ENDINGS = (
    *("", ".md", ".markdown", ".mdx", ".mkd", ".mkdn", ".mkdown", ".mdown", ".html"),
    *("/index.md", "/README.md", "/_index.md", "/index.mdx", "/readme.md", "/index.html"),
)
# Folders that other programs treat as the root of the site.
_ROOTS = ("content/", "source/", "", "src/content/", "_", "posts/", "_posts/", "content/posts/", "content/blog/")
_OURS = ("content/posts/", "content/notes/", "content/pages/")
_LONGEST_NAME = 255  # bytes, of any file system
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-")


class LinkIndex:
    """Everything in the site that a reference can mean, by its path in the project and by its address."""

    def __init__(
        self,
        pages: dict[str, str],
        files: dict[str, str],
        others: Iterable[str],
        folders: dict[str, str],
        moved: Mapping[str, str] = MappingProxyType({}),
        sites: tuple[str, ...] = (),
        program: str = "",
    ) -> None:
        """Take the addresses of pages, files and folders by path, and those of generated pages.

        *moved* are addresses by old ones that redirect there; *sites* are hosts and paths of this site; *program* is
        what the folder was written for, "" for ours.
        """
        self.moved, self.sites = moved, sites
        self.strict = () if program else _OURS  # folders whose references mean nothing else than in Markdown
        self.base_paths = tuple("/" + path for site in sites if (path := site.partition("/")[2]))
        self.by_path = pages | files
        self.pages = pages
        self.folders = folders
        self.addresses = {*pages.values(), *files.values(), *others}
        # Targets of resolved references, by the folder of their document ("/" for absolute ones).
        self.resolved: dict[tuple[str, str], str] = {}

    @cached_property
    def digest(self) -> str:
        """Return a digest that changes whenever the target of any reference could change."""
        rows = sorted(f"{path}\n{address}" for path, address in (*self.by_path.items(), *self.folders.items()))
        rows += ["", *sorted(f"{old}\n{address}" for old, address in self.moved.items()), *self.sites, *self.strict]
        return digest_text("\n".join([*rows, "", *sorted(self.addresses)]))

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

    def from_path(self, path: str) -> str | None:
        """Return the address of the file at *path* in the project, with or without extension.

        `x.html` is also the page that a program makes of `x.md`.
        """
        bare = path.rstrip("/")
        for stem in (bare, bare.removesuffix(".html")) if bare.endswith(".html") else (bare,):
            for ending in _ENDINGS:
                if (address := self.by_path.get(stem + ending)) is not None:
                    return address
        return self.folders.get(bare)

    def from_name(self, name: str) -> str | None:
        """Return the address of the page with the file name *name*, with or without date and extension."""
        stem = stem_of(name)
        path = self._stems.get(stem) or self._stems.get(_DATE.sub("", stem, count=1))
        return self.pages[path] if path else None

    def from_end(self, path: str) -> str | None:
        """Return the address of the only file whose path ends with *path*, None if there are none or several."""
        match = self._ends.get(path.removeprefix("./"))
        return self.by_path[match] if match else None

    def from_address(self, address: str) -> str | None:
        """Return the existing spelling of *address*, with or without a final slash or `index.html`."""
        bare = address.removesuffix("index.html")
        for spelling in (address, bare, bare.rstrip("/") + "/", address + ".html"):
            if spelling in self.addresses:
                return spelling
            if spelling in self.moved:
                return self.moved[spelling]
        return None

    def near(self, path: str) -> str:
        """Return the path that *path* was probably meant to be, "" if none is similar.

        A name is similar if it exists in another folder, or with one character missing, added, replaced or swapped.
        A folder that was moved here can have thousands of broken links, so each takes a few lookups.
        """
        name = posixpath.basename(path)
        for spelling in (name, *_shorter(name)):
            if (existing := spelling if spelling in self._names else self._misspelt.get(spelling)) is not None:
                return self._names[existing]
        return self._folded.get(case_folded(name)) or self._folded.get(_spelled(stem_of(name)), "")


def stem_of(path: str) -> str:
    """Return the name of a file without the extension of a page.

    >>> stem_of("_posts/2016-01-08-v1.2.md")
    '2016-01-08-v1.2'
    """
    stem, ending = posixpath.splitext(posixpath.basename(path))
    return stem if ending.lower() in {*_ENDINGS[1:9]} else stem + ending


def _spelled(stem: str) -> str:
    """Return the form that a page name has in the addresses of most programs."""
    return slug(_DATE.sub("", stem, count=1)).replace("_", "-")


def _shorter(name: str) -> Iterator[str]:
    """Yield *name* without each of its characters; too short and too long names yield nothing."""
    if 3 < len(name) <= _LONGEST_NAME:
        yield from (name[:at] + name[at + 1 :] for at in range(len(name)))


Resolve = Callable[[Document, str, LinkIndex], Outcome[Resolved]]


def resolve(slots: tuple[Slot, ...], path: str, address: str, index: LinkIndex) -> Outcome[Resolved]:
    """Return the target of each of *slots* of the file *path*, which is published at *address*."""
    targets: list[str] = []
    labels: list[tuple[int, str]] = []
    problems: list[Diagnostic] = []
    folder, is_ours = posixpath.dirname(path), path.startswith(index.strict)
    for at, slot in enumerate(slots):
        if slot.kind in {"wiki", "embed"}:
            targets.append(_from_wiki(slot, address, index))
            problems += [_broken(slot, slot.target, path, index)] if targets[-1] == NO_TARGET else []
            labels.append((at, slot.target))
            continue
        if is_ours and ("%5C" in slot.target or "\\" in slot.target):
            problems += _windows_path(slot, path, address, index)
        base_folder = "/" if slot.target.startswith("/") or is_external(slot.target) else folder
        target = index.resolved.get((base_folder, slot.target))
        if target is None and is_external(slot.target):
            target = index.resolved["/", slot.target] = _from_url(slot.target, index)
        if target is None:
            written, rest = split_reference(slot.target)
            written = written.replace("\\", "/")  # of Windows
            site_path = _from_folder(written, folder, index) if written else None
            if site_path is not None:
                target = index.resolved[base_folder, slot.target] = encode(site_path) + rest
            else:
                site_path = _from_page(written, slot, path, address, index)
                if site_path is None:
                    problems.append(_broken(slot, written, path, index))
                target = encode(site_path or _beside(address, written.removeprefix(NAMED))) + rest
        targets.append(target)
    return Outcome(Resolved(tuple(targets), tuple(labels)), tuple(problems))


def _from_wiki(slot: Slot, address: str, index: LinkIndex) -> str:
    """Return the target of a wikilink."""
    name, sign, fragment = slot.target.partition("#")
    site_path = index.from_name(name) if name else address
    return NO_TARGET if site_path is None else encode(site_path) + sign + encode(fragment)


def _windows_path(slot: Slot, path: str, address: str, index: LinkIndex) -> Iterator[Diagnostic]:
    """Yield a warning about a path with backslashes that leads somewhere; a browser would not follow it."""
    written = decode(slot.target).replace("\\", "/")
    folder = posixpath.dirname(path)
    if _from_folder(written, folder, index) or _from_page(written, slot, path, address, index):
        location = Location(path, slot.line, slot.column, slot.width)
        yield warning("windows-path", location, "write-slashes", target=decode(slot.target), written=written)


def _from_page(written: str, slot: Slot, path: str, address: str, index: LinkIndex) -> str | None:
    """Resolve *written* relative to the page at *address*: beside it, or in the folder of the same name.

    An image may be relative to the root of the site, as in Hugo, and in an Obsidian vault it may be in any folder if
    its name is unique.
    """
    if not written:
        return address
    target = index.from_address(_beside(address, written))
    if target is None and not written.startswith("/"):
        target = index.from_path(_joined(path.rpartition(".")[0], written))
        if target is None and slot.kind == "image" and not path.startswith(index.strict):
            target = index.from_address(_beside("/", written)) or index.from_end(written)
    return target


def _from_folder(path: str, folder: str, index: LinkIndex) -> str | None:
    """Resolve *path* relative to *folder*, independent of addresses."""
    if path.startswith("/"):
        from_root = _beside("/", path)
        candidates = (
            from_root,
            *(from_root[len(base) :] for base in index.base_paths if from_root.startswith(base + "/")),
        )
        return next((target for one in candidates if (target := _from_root(one, index)) is not None), None)
    if path.startswith(NAMED):
        return index.from_name(path.removeprefix(NAMED))
    return index.from_path(_joined(folder, path))


def _from_root(path: str, index: LinkIndex) -> str | None:
    return index.from_address(path) or next(
        (target for root in _ROOTS if (target := index.from_path(root + path[1:])) is not None), None
    )


def _from_url(url: str, index: LinkIndex) -> str:
    """Resolve a URL of this site; one at which nothing is published stays as it is."""
    written, rest = split_reference(own_path(url, index.sites) or "")
    site_path = _from_folder(written, "", index) if written else None
    return url if site_path is None else encode(site_path) + rest


def _beside(address: str, path: str) -> str:
    """Return the site path of *path* relative to the page at *address*; it never leads out of the site.

    >>> _beside("/posts/a/", "../b/"), _beside("/posts/a/", "//x.com/y"), _beside("/", "javascript:x")
    ('/posts/b/', '/x.com/y', '/javascript:x')
    """
    folder = "" if path.startswith("/") else address[1:].rpartition("/")[0]
    end = "/" if path.endswith(("/", "/..", "/.")) else ""
    return f"/{_joined(folder, path)}{end}".replace("//", "/")


def _joined(folder: str, path: str) -> str:
    """Return *path* relative to *folder*; four times faster than ``normpath(join(…))``, as it runs for every link.

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


def _broken(slot: Slot, written: str, path: str, index: LinkIndex) -> Diagnostic:
    """Report a broken link with a suggestion, spelled as in the file *path*."""
    folder = posixpath.dirname(path)
    written = written.removeprefix(NAMED)
    near = index.near(posixpath.normpath(posixpath.join(folder, written)).lstrip("/"))
    suggestion = relative_path(near, folder) if near else ""
    location = Location(path, slot.line, slot.column, slot.width)
    code = "missing-picture" if slot.kind == "image" else "broken-link"
    target = decode(slot.target.removeprefix(NAMED))
    return warning(code, location, "did-you-mean" if suggestion else "link-to-a-file", target=target, near=suggestion)

"""Find the source files of a site by their names and stats.

In:  a project folder.
Out: ``Scan``: each file under its path in NFC, and the problems of skipped ones.
Must not: open a file (a fifo would hang), follow a symlink out of the project, or follow a loop of symlinks.

Nothing heavy is imported, as a build without changes runs this.
"""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error, warning
from byeoru.base.paths import nfc
from byeoru.discover.entries import FolderEntry, Named
from byeoru.discover.layout import MANIFEST, layout_of
from byeoru.discover.readable import Keeps
from byeoru.model.project import Project, Stat

SETTINGS = "blog.yml"
BUILTIN = "byeoru:themes"  # the path of the built-in themes

_WITH_HIDDEN = {"static", "public"}  # folders whose hidden files are published: `.well-known`
DEPTH_LIMIT = 60  # nested folders
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_JUNK = {".DS_Store", "Thumbs.db", "desktop.ini", "4913", ".git"}
_JUNK_ENDINGS = ("~", ".swp", ".swx", ".swo")


class Scan(NamedTuple):
    """The files of a project at one moment."""

    files: dict[str, Stat]  # by path: forward slashes, NFC, sorted
    disk_paths: dict[str, str]  # absolute paths of files that are not simply below the root
    problems: tuple[Diagnostic, ...]

    def below(self, folder: str) -> list[str]:
        """Return the paths below *folder*, in order."""
        start = folder + "/"
        return [path for path in self.files if path.startswith(start)]


def in_order(files: Mapping[str, Stat]) -> dict[str, Stat]:
    """Return *files* in the order of their paths; sorting them with their stats takes five times as long."""
    return {path: files[path] for path in sorted(files)}


def find_sources(project: Project, output: str) -> Scan:
    """Walk the source folders of *project*, and the built-in themes.

    Symlinks into *output*, the state directory and `.git` are not followed.
    """
    walk = Walk(project.root, (output, project.state_directory, project.file(".git")))
    layout = layout_of(project.root)
    for folder, keeps in layout.folders:
        walk.keeps = keeps
        walk.top(folder)
    for path in (SETTINGS, *layout.configuration):  # after the folders, because some are in one of them
        walk.single(path)
    walk.builtin()
    return Scan(in_order(walk.files), walk.disk_paths, tuple(walk.problems))


def find_themes(project: Project | None) -> Scan:
    """Walk only the folders of themes and of the site's own templates; without a project, the built-in themes."""
    root = project.root if project else builtin_themes()
    walk = Walk(root, ())
    for folder, keeps in layout_of(root).folders if project else ():
        if folder in {"templates", "themes"}:
            walk.keeps = keeps
            walk.top(folder)
    walk.builtin()
    return Scan(in_order(walk.files), walk.disk_paths, tuple(walk.problems))


def builtin_themes() -> str:
    """Return the folder of the built-in themes: next to `src` in a checkout, otherwise in the package."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "themes")
    return inside if os.path.isdir(inside) else os.path.join(package, "..", "..", "themes")


def is_ignored(name: str, folder: str) -> bool:
    """Tell whether an entry of *folder* never belongs to a site: files of editors and systems, and hidden files.

    >>> is_ignored("a.md~", "content"), is_ignored(".x", "content"), is_ignored(".x", "static")
    (True, True, False)
    """
    if name in _JUNK or name.endswith(_JUNK_ENDINGS) or (name.startswith("#") and name.endswith("#")):
        return True
    return name.startswith(".") and folder.partition("/")[0] not in _WITH_HIDDEN


def _stat_of(result: os.stat_result) -> Stat:
    return Stat(result.st_size, result.st_mtime_ns, result.st_ino, result.st_ctime_ns)


class Walk:
    """A walk through folders: its files and problems so far."""

    def __init__(self, root: str, closed: tuple[str, ...]) -> None:
        """Start in *root*; symlinks that lead out of it or into *closed* folders are not followed."""
        self.base = root  # the root as given, before symlinks are resolved
        self.root = os.path.realpath(root)
        self.closed = tuple(os.path.realpath(folder) + os.sep for folder in closed)
        self.keeps: Keeps | None = None  # which files of the current folder are read; None for all
        self.files: dict[str, Stat] = {}
        self.disk_paths: dict[str, str] = {}
        self.problems: list[Diagnostic] = []

    def single(self, path: str) -> None:
        """Add the file *path* of the project, even if its folder is not read."""
        entry = Named(os.path.join(self.base, *path.split("/")))
        self.keeps = None
        if not entry.is_dir() and path not in self.files:
            self.entry(entry, path.rpartition("/")[0], ())

    def top(self, path: str) -> None:
        """Add the files in the folder *path* of the project, "" for the project itself."""
        full_path = os.path.join(self.base, *path.split("/"))
        if not path or not os.path.islink(full_path):
            self.folder(full_path, path, ())
        elif self.may_follow(Named(full_path), path, ()):
            self.folder(self.resolved(full_path, path), path, ())

    def builtin(self) -> None:
        """Add the built-in themes."""
        self.keeps, self.base = None, builtin_themes()
        self.root = os.path.realpath(self.base)
        self.folder(self.base, BUILTIN, ())

    def folder(self, full_path: str, path: str, above: tuple[str, ...]) -> None:
        """Add the entries of the folder *full_path*, known as *path*, entered through the folders *above*."""
        if path.count("/") > DEPTH_LIMIT:
            self.problems.append(warning("folder-too-deep", Location(path)))
            return
        try:
            entries = list(os.scandir(full_path))
        except OSError as problem:
            self._refuse(path, problem)
            return
        if self.keeps and any(entry.name == MANIFEST for entry in entries):
            return  # a site that Byeoru has built
        for entry in entries:
            self.entry(entry, path, above)

    def entry(self, entry: FolderEntry, folder: str, above: tuple[str, ...]) -> None:
        """Add an entry of *folder*, unless it does not belong to a site."""
        path = "" if is_ignored(entry.name, folder) else self._path(entry, folder)
        if not path or (self.keeps and not self._is_kept(entry, path)):
            return
        full_path = entry.path
        if entry.is_symlink():
            if not self.may_follow(entry, path, above):
                return
            full_path = self.resolved(full_path, path)
        try:
            if entry.is_dir():
                self.folder(full_path, path, (*above, full_path))
                return
            result = entry.stat()
        except FileNotFoundError:  # deleted since the folder was listed
            return
        except PermissionError as problem:  # only the names in the folder can be read; its pages would disappear
            self._refuse(folder, problem)
            return
        except OSError as problem:
            self.problems.append(warning("unreadable-file", Location(path), reason=problem.strerror or ""))
            return
        if not stat.S_ISREG(result.st_mode):
            self.problems.append(warning("not-a-file", Location(path), "remove-or-ignore"))
        elif path in self.files:
            self.problems.append(error("same-name", Location(path), "rename-one", other=path))
        else:
            self.files[path] = _stat_of(result)

    def _refuse(self, folder: str, reason: OSError) -> None:
        """Report once that *folder* cannot be read."""
        location = Location(folder)
        problem = error("unreadable-folder", location, "allow-reading", reason=reason.strerror or "", path=folder)
        if problem not in self.problems:
            self.problems.append(problem)

    def named(self, full_path: str, folder: str) -> None:
        """Add the entry *full_path* of *folder*, which may be a symlink's target; nothing outside of the project."""
        parent = os.path.realpath(os.path.dirname(full_path))
        if parent != os.path.join(self.root, *folder.split("/")) and not folder.startswith(BUILTIN):
            if self.leads_out(parent):
                return
            full_path = os.path.join(self.resolved(parent, folder), os.path.basename(full_path))
        self.entry(Named(full_path), folder, ())

    def _is_kept(self, entry: FolderEntry, path: str) -> bool:
        """Tell whether an entry of a folder that is read only partly is read; the output folder never is."""
        is_folder = entry.is_dir()
        if is_folder and os.path.join(self.root, *path.split("/"), "") in self.closed:
            return False
        return self.keeps is None or self.keeps(f"{path}/" if is_folder else path)

    def _path(self, entry: FolderEntry, folder: str) -> str:
        """Return the path of an entry in NFC, "" if its name is invalid.

        If its name on disk differs, its path on disk is recorded.
        """
        name = entry.name
        if not name.isascii():
            try:
                name.encode()
            except UnicodeEncodeError:
                shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
                self.problems.append(warning("undecodable-name", Location(f"{folder}/{shown}"), "rename-it"))
                return ""
            name = nfc(name)
        if _CONTROL.search(name):
            location = Location(f"{folder}/{_CONTROL.sub('?', name)}")
            self.problems.append(warning("control-in-name", location, "rename-it"))
            return ""
        path = f"{folder}/{name}" if folder else name
        if name != entry.name or folder in self.disk_paths or folder.startswith(BUILTIN):
            self.disk_paths.setdefault(path, entry.path)
        return path

    def resolved(self, full_path: str, path: str) -> str:
        """Return the target of the symlink *full_path*, below the root as given, and record it for *path*.

        The file is then read from there without following a symlink, even if this one is changed meanwhile.
        """
        real = os.path.join(self.base, os.path.relpath(os.path.realpath(full_path), self.root))
        self.disk_paths[path] = real
        return real

    def leads_out(self, target: str) -> bool:
        """Tell whether a real path is outside of the project, in a closed folder, or hidden."""
        if not (target + os.sep).startswith(self.root + os.sep) or (target + os.sep).startswith(self.closed):
            return True
        top, *below = os.path.relpath(target, self.root).split(os.sep)
        hidden = any(part.startswith(".") and part != "." for part in (top, *below))
        return hidden and top not in _WITH_HIDDEN

    def may_follow(self, entry: FolderEntry, path: str, above: tuple[str, ...]) -> bool:
        """Tell whether a symlink leads to a file or folder inside of the project, and is not a loop."""
        target = os.path.realpath(entry.path)
        if not os.path.exists(target):
            code = "link-loop" if _is_loop(entry.path) else "dangling-link"
        elif self.leads_out(target):
            code = "link-outside"
        elif any((folder + os.sep).startswith(target + os.sep) for folder in self._entered(entry, above)):
            code = "link-loop"
        else:
            return True
        hint = "copy-it-here" if code == "link-outside" else "remove-or-ignore"
        self.problems.append(warning(code, Location(path), hint, target=os.readlink(entry.path)))
        return False

    def _entered(self, entry: FolderEntry, above: tuple[str, ...]) -> Iterator[str]:
        yield from (os.path.realpath(folder) for folder in above)
        yield os.path.realpath(os.path.dirname(entry.path))


def _is_loop(full_path: str) -> bool:
    try:
        os.stat(full_path)
    except OSError as problem:
        return "levels" in (problem.strerror or "")
    return False

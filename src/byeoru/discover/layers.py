"""Find the themes of a project, and the layers of each: its folders and those of its parents.

In:  a scan, and the name of a theme.
Out: the folders of its layers, the nearest first, and the declarations of each theme in its `theme.yml`.
Must not: read templates, or know the values that the site has set for options.
"""

from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.fields import Reader
from byeoru.base.text import decode_utf8, nearest
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, YamlProblem, read_mapping
from byeoru.base.yaml_repair import syntax_errors
from byeoru.discover.read import opened
from byeoru.discover.sources import BUILTIN, Scan
from byeoru.model.project import Project
from byeoru.model.theme import Words

DEFAULT = "hanji"
FIELDS = ("name", "description", "extends", "options", "author", "license", "url", "version")
_PARTS = {"theme.yml", "templates", "static", "i18n"}  # a theme contains at least one of these
_EMPTY = Mapping((), 1, 1)


class About(NamedTuple):
    """The declarations of a theme."""

    path: str  # of its `theme.yml`
    description: Words
    extends: str
    location: Location  # of the name that it extends
    options: Mapping  # as written


class Layers(NamedTuple):
    """The folders of a theme and its parents, the nearest first."""

    own: tuple[str, ...]  # of the theme and its parents
    all: tuple[str, ...]  # with the built-in theme, whose templates and texts every theme can use


class ThemeFiles:
    """The files of themes, read and decoded once, with their problems."""

    def __init__(self, project: Project, scan: Scan) -> None:
        """Take the project and the scan."""
        self.project, self.scan = project, scan
        self.problems: list[Diagnostic] = []
        self._abouts: dict[str, About] = {}

    def text(self, path: str) -> tuple[str, bytes]:
        """Return the text of a file and its bytes; both are empty if it cannot be read."""
        try:
            with opened(self.project, self.scan, path) as file:
                data = file.read()
        except OSError as problem:
            self.problems.append(error("unreadable-file", Location(path), reason=problem.strerror or ""))
            return "", b""
        text, problems = decode_utf8(data, path)
        self.problems.extend(problems)
        return text or "", data

    def mapping(self, path: str) -> Mapping:
        """Read a file of YAML; an empty mapping if there is none or it cannot be read."""
        if path not in self.scan.files:
            return _EMPTY
        try:
            return read_mapping(self.text(path)[0])
        except YamlProblem as problem:
            location = Location(path, problem.line, problem.column)
            code = "theme-unreadable" if problem.code == "yaml-syntax" else problem.code
            hint = "quote-the-value" if problem.code == "yaml-syntax" else "make-it-simpler"
            problems = syntax_errors(self.text(path)[0], path, ()) or (
                error(code, location, hint, detail=problem.detail),
            )
            self.problems.extend(problems)
            return _EMPTY

    def reader(self, path: str) -> Reader:
        """Return a reader of the nodes of a file, whose problems are collected here."""
        return Reader(path, 1, self.problems)

    def about(self, folder: str) -> About:
        """Return what the theme in *folder* declares."""
        if folder not in self._abouts:
            path = f"{folder}/theme.yml"
            reader = self.reader(path)
            fields = reader.pairs(self.mapping(path), FIELDS)
            _, extends = fields.get("extends", (None, None))
            _, description = fields.get("description", (None, None))
            _, options = fields.get("options", (None, None))
            self._abouts[folder] = About(
                path,
                words(reader, "description", description) if description else (),
                (reader.text("extends", extends) or "") if extends else "",
                reader.location(extends) if extends else Location(path),
                (reader.mapping("options", options) or _EMPTY) if options else _EMPTY,
            )
        return self._abouts[folder]


def words(reader: Reader, name: str, node: Node) -> Words:
    """Read a text, or one text per language."""
    if isinstance(node, Scalar):
        text = reader.text(name, node)
        return (("", text),) if text else ()
    mapping = reader.mapping(name, node)
    return tuple((key.text, reader.text(key.text, value) or "") for key, value in mapping.pairs) if mapping else ()


def themes_of(scan: Scan) -> dict[str, str]:
    """Return the folder of each theme by its name; a theme of the project overrides a built-in one."""
    folders = {}
    for root in (BUILTIN, "themes"):
        for path in scan.below(root):
            name, _, rest = path.removeprefix(f"{root}/").partition("/")
            if rest and rest.partition("/")[0] in _PARTS:
                folders[name] = f"{root}/{name}"
    return folders


def layers_of(files: ThemeFiles, name: str, location: Location) -> Layers:
    """Return the layers of the theme *name*; *location* is that of its name in the settings."""
    themes = themes_of(files.scan)
    folders: list[str] = []
    while name:
        folder = themes.get(name)
        if folder is None:
            near = nearest(name, themes) or DEFAULT
            files.problems.append(error("no-such-theme", location, "did-you-mean", name=name, near=near))
            break
        if folder in folders:
            files.problems.append(error("theme-loop", location, name=name))
            break
        builtin = f"{BUILTIN}/{name}"
        # A theme of the project with the name of a built-in one is a layer above it.
        folders += [folder, builtin] if folder != builtin and files.scan.below(builtin) else [folder]
        about = files.about(folder)
        name, location = about.extends, about.location
    last = f"{BUILTIN}/{DEFAULT}"
    return Layers(tuple(folders), tuple(dict.fromkeys((*folders, last))))

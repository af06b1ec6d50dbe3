"""Find the theme: the site's own templates over the theme's, over its parents', over the built-in one's.

In:  a scan and the settings.
Out: ``Theme`` with the texts of its templates, and what is wrong with it.
"""

from byeoru.base.diagnostic import Diagnostic, Outcome, Place, error, warning
from byeoru.base.digest import digest
from byeoru.base.fields import Reader
from byeoru.base.text import decode_utf8, nearest
from byeoru.base.yaml_nodes import Mapping, YamlProblem, read_mapping
from byeoru.discover.read import file_of
from byeoru.discover.sources import BUILTIN, Scan
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.model.theme import Static, Template, Theme

DEFAULT = "hanji"


def find_theme(project: Project, scan: Scan, settings: Settings, digests: dict[str, str]) -> Outcome[Theme]:
    """Lay the templates, static files, texts and options of the chain of themes over each other."""
    problems: list[Diagnostic] = []
    declared = _chain(project, scan, settings.theme, problems)
    builtin = f"{BUILTIN}/{DEFAULT}"
    folders = declared if builtin in declared else [*declared, builtin]
    read = _Texts(project, scan, problems)
    templates: dict[str, Template] = {}
    statics: dict[str, Static] = {}
    texts: dict[str, dict[str, str]] = {}
    options: dict[str, str] = {}
    for folder in reversed(folders):
        # The built-in theme lends its templates and words to all, its files only to those that extend it.
        for path in scan.below(f"{folder}/static") if folder in declared else ():
            name = path.removeprefix(f"{folder}/static/")
            if path in digests:  # else it cannot be read, which has been said
                statics[name] = Static(name, path, digests[path])
        for path in scan.below(f"{folder}/i18n"):
            if not path.endswith((".yml", ".yaml")):
                continue
            language = path.rpartition("/")[2].partition(".")[0]
            texts.setdefault(language, {}).update(_flat(read.mapping(path), path, problems))
        options |= _options(read.mapping(f"{folder}/theme.yml"))
        templates |= _templates(scan, f"{folder}/templates", read)
    templates |= _templates(scan, "templates", read)
    for name, value in settings.theme_options:
        if name not in options:
            near = nearest(name, options)
            hint = "did-you-mean" if near else ""
            problems.append(
                warning("unknown-option", Place("blog.yml"), hint, name=name, near=near, theme=settings.theme)
            )
        options[name] = value
    theme = Theme(
        name=settings.theme,
        templates=tuple(templates.values()),
        statics=tuple(statics.values()),
        options=tuple(sorted(options.items())),
        texts=tuple((language, tuple(sorted(found.items()))) for language, found in sorted(texts.items())),
    )
    return Outcome(theme, tuple(problems))


class _Texts:
    """Texts of theme files, read and decoded, with their problems kept."""

    def __init__(self, project: Project, scan: Scan, problems: list[Diagnostic]) -> None:
        self.project, self.scan, self.problems = project, scan, problems

    def text(self, path: str) -> tuple[str, bytes]:
        try:
            with open(file_of(self.project, self.scan, path), "rb") as file:
                data = file.read()
        except OSError as problem:
            self.problems.append(error("unreadable-file", Place(path), reason=problem.strerror or ""))
            return "", b""
        text, problems = decode_utf8(data, path)
        self.problems.extend(problems)
        return text or "", data

    def mapping(self, path: str) -> Mapping:
        if path not in self.scan.files:
            return Mapping((), 1, 1)
        try:
            return read_mapping(self.text(path)[0])
        except YamlProblem as problem:
            place = Place(path, problem.line, problem.column)
            code = "theme-unreadable" if problem.code == "yaml-syntax" else problem.code
            self.problems.append(error(code, place, "quote-the-value" if problem.detail else "", detail=problem.detail))
            return Mapping((), 1, 1)


def _chain(project: Project, scan: Scan, name: str, problems: list[Diagnostic]) -> list[str]:
    """Return the folders of a theme and its parents, nearest first."""
    themes = {path.split("/")[1]: "/".join(path.split("/")[:2]) for path in scan.below(BUILTIN)}
    themes |= {path.split("/")[1]: "/".join(path.split("/")[:2]) for path in scan.below("themes")}
    read = _Texts(project, scan, problems)
    folders: list[str] = []
    while name:
        if name not in themes:
            near = nearest(name, themes) or DEFAULT
            problems.append(error("no-such-theme", Place("blog.yml"), "did-you-mean", name=name, near=near))
            break
        if themes[name] in folders:
            problems.append(error("theme-loop", Place(f"{themes[name]}/theme.yml"), name=name))
            break
        folders.append(themes[name])
        if themes[name] != f"{BUILTIN}/{name}" and scan.below(f"{BUILTIN}/{name}"):
            folders.append(f"{BUILTIN}/{name}")  # a theme of the same name is laid over the program's own
        fields = {key.text: value for key, value in read.mapping(f"{themes[name]}/theme.yml").pairs}
        parent = fields.get("extends")
        name = getattr(parent, "text", "")
    return folders


def _templates(scan: Scan, folder: str, read: _Texts) -> dict[str, Template]:
    found = {}
    for path in scan.below(folder):
        text, data = read.text(path)
        name = path.removeprefix(f"{folder}/")
        found[name] = Template(name, path, digest(data), text)
    return found


def _flat(mapping: Mapping, path: str, problems: list[Diagnostic]) -> dict[str, str]:
    reader = Reader(path, 1, problems)
    return {key.text: reader.text(key.text, value) or "" for key, value in mapping.pairs}


def _options(mapping: Mapping) -> dict[str, str]:
    """Return the options that a theme declares, with their defaults."""
    fields = {key.text: value for key, value in mapping.pairs}
    declared = fields.get("options")
    if not isinstance(declared, Mapping):
        return {}
    options = {}
    for key, value in declared.pairs:
        inner = {name.text: node for name, node in value.pairs} if isinstance(value, Mapping) else {}
        options[key.text] = str(getattr(inner.get("default"), "text", ""))
    return options

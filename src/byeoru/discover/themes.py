"""Find the theme: the site's own templates override the theme's, these its parents', and these the built-in theme's.

In:  a scan and the settings.
Out: ``Theme`` with the texts of its templates, and its problems.
"""

from byeoru.base.diagnostic import Outcome
from byeoru.base.digest import digest
from byeoru.discover.layers import ThemeFiles, layers_of
from byeoru.discover.options import chosen_options, declared_options
from byeoru.discover.sources import Scan
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.model.theme import Static, Template, Theme

OWN = "templates"  # the folder of the site's own templates


def find_theme(project: Project, scan: Scan, settings: Settings, digests: dict[str, str]) -> Outcome[Theme]:
    """Merge the templates, static files, texts and options of a theme, its parents and the site."""
    files = ThemeFiles(project, scan)
    layers = layers_of(files, settings.theme, settings.theme_location)
    folders = (OWN, *(f"{folder}/templates" for folder in layers.all))
    templates = [template for layer, folder in enumerate(folders) for template in _templates(files, folder, layer)]
    options, problems = chosen_options(declared_options(files, layers.all), settings)
    theme = Theme(
        name=settings.theme,
        templates=tuple(templates),
        # All themes can use the templates and texts of the built-in theme, but its files only if they extend it.
        statics=_statics(scan, layers.own, digests),
        options=options,
        texts=_texts(files, layers.all),
    )
    return Outcome(theme, (*files.problems, *problems))


def _templates(files: ThemeFiles, folder: str, layer: int) -> list[Template]:
    templates = []
    for path in files.scan.below(folder):
        text, data = files.text(path)
        templates.append(Template(path.removeprefix(f"{folder}/"), path, digest(data), text, layer))
    return templates


def _statics(scan: Scan, folders: tuple[str, ...], digests: dict[str, str]) -> tuple[Static, ...]:
    statics = {}
    for folder in reversed(folders):
        for path in scan.below(f"{folder}/static"):
            name = path.removeprefix(f"{folder}/static/")
            if path in digests:  # otherwise it cannot be read, which is already reported
                statics[name] = Static(name, path, digests[path])
    return tuple(statics.values())


def _texts(files: ThemeFiles, folders: tuple[str, ...]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the texts of all layers by language; those of a nearer layer come first."""
    by_language: dict[str, dict[str, str]] = {}
    for folder in reversed(folders):
        for path in files.scan.below(f"{folder}/i18n"):
            if path.endswith((".yml", ".yaml")):
                language = path.rpartition("/")[2].partition(".")[0]
                reader = files.reader(path)
                pairs = files.mapping(path).pairs
                texts = {key.text: reader.text(key.text, value) or "" for key, value in pairs}
                by_language.setdefault(language, {}).update(texts)
    return tuple((language, tuple(sorted(texts.items()))) for language, texts in sorted(by_language.items()))

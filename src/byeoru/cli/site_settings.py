"""Read and write the settings of a project. Not part of `project`, because a no-op build must not import YAML."""

from byeoru.base.catalogue import Language, localize
from byeoru.base.source_file import edit_source
from byeoru.base.yaml_splice import set_key
from byeoru.cli.localized import CommandError
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.publish.targets import target_options
from byeoru.settings import read_settings


def settings_of(project: Project) -> Settings:
    """Return the valid settings; invalid ones are reported by `blog build`."""
    return read_settings(settings_text(project), target_options).value


def settings_text(project: Project) -> str:
    """Return `blog.yml` as text; invalid UTF-8 is replaced, and reported by `blog build`."""
    with open(project.file("blog.yml"), encoding="utf-8-sig", errors="replace") as file:
        return file.read()


def with_base_url(project: Project, url: str, language: Language) -> bool:
    """Write `base_url` to `blog.yml`; return whether the file changed."""
    is_changed = edit_source(project.root, project.file("blog.yml"), lambda text: set_key(text, "base_url", url))
    if is_changed is None:
        raise CommandError(
            localize("domain.not-spliced", language), localize("domain.write-yourself", language, url=url)
        )
    return is_changed

"""Read the settings of a project for commands that only look; not in `place`, as a build need not load YAML."""

from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.settings import read_settings


def settings_of(project: Project) -> Settings:
    """Return the settings as far as they can be read; `blog build` says what is wrong with them."""
    with open(project.file("blog.yml"), encoding="utf-8-sig", errors="replace") as file:
        return read_settings(file.read()).value

"""Find the project that a command is about: this folder or the nearest one above with a `blog.yml`."""

import os

from byeoru.base.catalogue import Language, localize
from byeoru.cli.localized import CommandError
from byeoru.model.project import Project


def find_project() -> Project | None:
    """Return the project that the working folder lies in, None if it lies in none."""
    folder = os.getcwd()
    while not os.path.isfile(os.path.join(folder, "blog.yml")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return Project(folder)


def require_project(language: Language) -> Project:
    """Return the project; raises a usage error outside of one."""
    project = find_project()
    if project is None:
        raise CommandError(localize("outside", language), localize("outside.hint", language))
    return project

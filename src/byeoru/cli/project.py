"""Find the project: the working directory or its nearest parent that contains `blog.yml`."""

import os

from byeoru.base.catalogue import Language, localize
from byeoru.cli.localized import CommandError
from byeoru.model.project import Project


def find_project() -> Project | None:
    """Return the project that contains the working directory, None if there is none."""
    folder = os.getcwd()
    while not os.path.isfile(os.path.join(folder, "blog.yml")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return None
        folder = parent
    return Project(folder)


def require_project(language: Language) -> Project:
    """Return the project; raise a CommandError outside of one."""
    project = find_project()
    if project is None:
        raise CommandError(localize("outside", language), localize("outside.hint", language))
    return project

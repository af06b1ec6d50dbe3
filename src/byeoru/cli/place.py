"""Find the project that a command is about: this folder or the nearest one above with a `blog.yml`."""

import os

from byeoru.base.catalogue import Language, say
from byeoru.cli.worded import Mistake
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


def need_project(language: Language) -> Project:
    """Return the project; raises a usage error outside of one."""
    project = find_project()
    if project is None:
        raise Mistake(say("outside", language), say("outside.hint", language))
    return project

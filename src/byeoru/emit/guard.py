"""Refuse output folders whose contents a build must not touch."""

import os

from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.model.project import Project

# Our own folders, also before they are made; what else is read depends on the project.
_SOURCES = ("content", "static", "templates", "themes", ".blog", ".git")


def refused(project: Project, output: str, sources: tuple[str, ...]) -> Diagnostic | None:
    """Return the problem with writing to *output*: the project, its *sources*, root or home, or above or in them."""
    place = os.path.realpath(output)
    home = os.path.realpath(os.path.expanduser("~"))
    root = os.path.realpath(project.root)
    forbidden = [os.path.realpath(os.path.join(root, name)) for name in (*_SOURCES, *sources)]
    inside = any(_is_within(place, source) for source in forbidden)
    above = any(_is_within(one, place) for one in (home, root, *forbidden))
    if inside or above:
        return error("output-refused", Place(""), "choose-another-output", output=output)
    if os.path.exists(place) and not os.path.isdir(place):
        return error("output-not-a-folder", Place(""), "choose-another-output", output=output)
    return None


def _is_within(place: str, folder: str) -> bool:
    return os.path.commonpath([place, folder]) == folder

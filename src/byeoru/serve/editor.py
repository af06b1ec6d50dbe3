"""Write the address that opens a place of a source in the author's editor."""

import os
from urllib.parse import quote

from byeoru.base.diagnostic import Place
from byeoru.discover.disk_path import disk_path
from byeoru.discover.sources import SETTINGS
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.settings import read_settings


def pattern_of(project: Project) -> str:
    """Return how addresses of the editor are written; settings that cannot be read do not keep an author from them."""
    try:
        with open(project.file(SETTINGS), encoding="utf-8-sig", errors="replace") as file:
            return read_settings(file.read()).value.editor
    except OSError:
        return Settings().editor


def link(pattern: str, project: Project, place: Place) -> str:
    """Return the address that opens *place*, "" for what is no file of the project.

    >>> link("vscode://file/{file}:{line}:{column}", Project("/home/me"), Place("content/한 글.md", 3))
    'vscode://file//home/me/content/%ED%95%9C%20%EA%B8%80.md:3:1'
    """
    if not place.path or ":" in place.path or os.path.isabs(place.path):
        return ""
    file = quote(disk_path(project, place.path).replace(os.sep, "/"), safe="/:")
    values = {"{file}": file, "{line}": str(place.line or 1), "{column}": str(place.column or 1)}
    for name, value in values.items():
        pattern = pattern.replace(name, value)
    return pattern

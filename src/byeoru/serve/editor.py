"""Write the address that opens a location of a source file in the author's editor."""

import os
from urllib.parse import quote

from byeoru.base.diagnostic import Location
from byeoru.discover.disk_path import disk_path
from byeoru.discover.sources import SETTINGS
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.settings import read_settings


def editor_pattern(project: Project) -> str:
    """Return how addresses of the editor are written; settings that cannot be read do not keep an author from them."""
    try:
        with open(project.file(SETTINGS), encoding="utf-8-sig", errors="replace") as file:
            return read_settings(file.read()).value.editor
    except OSError:
        return Settings().editor


def link(pattern: str, project: Project, location: Location) -> str:
    """Return the address that opens *location*, "" for what is not a file of the project.

    >>> link("vscode://file/{file}:{line}:{column}", Project("/home/me"), Location("content/한 글.md", 3))
    'vscode://file//home/me/content/%ED%95%9C%20%EA%B8%80.md:3:1'
    """
    if not location.path or ":" in location.path or os.path.isabs(location.path):
        return ""
    file = quote(disk_path(project, location.path).replace(os.sep, "/"), safe="/:")
    values = {"{file}": file, "{line}": str(location.line or 1), "{column}": str(location.column or 1)}
    for name, value in values.items():
        pattern = pattern.replace(name, value)
    return pattern

"""Build the URL that opens a source file at a location in the author's editor."""

import os
from urllib.parse import quote

from byeoru.base.diagnostic import Location
from byeoru.discover.disk_path import disk_path
from byeoru.discover.sources import SETTINGS
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.settings import read_settings


def editor_pattern(project: Project) -> str:
    """Return the URL pattern of the editor from the settings; the default if they cannot be read."""
    try:
        with open(project.file(SETTINGS), encoding="utf-8-sig", errors="replace") as file:
            return read_settings(file.read()).value.editor
    except OSError:
        return Settings().editor


def editor_url(pattern: str, project: Project, location: Location) -> str:
    """Return the URL that opens *location*, "" if it is not in a file of the project.

    >>> editor_url("vscode://file/{file}:{line}:{column}", Project("/home/me"), Location("content/한 글.md", 3))
    'vscode://file//home/me/content/%ED%95%9C%20%EA%B8%80.md:3:1'
    """
    if not location.path or ":" in location.path or os.path.isabs(location.path):
        return ""
    file = quote(disk_path(project, location.path).replace(os.sep, "/"), safe="/:")
    values = {"{file}": file, "{line}": str(location.line or 1), "{column}": str(location.column or 1)}
    for placeholder, value in values.items():
        pattern = pattern.replace(placeholder, value)
    return pattern

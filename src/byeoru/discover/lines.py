"""Show the line of a source that a problem is about."""

import os

from byeoru.base.diagnostic import Place
from byeoru.base.secrets import masked
from byeoru.discover.disk_path import disk_path
from byeoru.model.project import Project

_LONGEST = 300  # characters that are shown, from the location on


def line_at(project: Project, place: Place) -> str:
    """Return the source line at *place* as far as it is of use, secrets masked; "" where it cannot be shown."""
    if not place.line or ":" in place.path or os.path.isabs(place.path):
        return ""
    try:
        with open(disk_path(project, place.path), encoding="utf-8", errors="replace") as file:
            for number, line in enumerate(file, 1):
                if number == place.line:
                    return masked(line.rstrip("\n").expandtabs(1))[: place.column + _LONGEST]
    except OSError:
        return ""
    return ""

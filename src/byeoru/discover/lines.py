"""Return the source line of a problem."""

import os

from byeoru.base.diagnostic import Location
from byeoru.base.secrets import masked
from byeoru.discover.disk_path import disk_path
from byeoru.model.project import Project

_LONGEST = 300  # characters that are shown, from the location on


def line_at(project: Project, location: Location) -> str:
    """Return the source line at *location*, shortened and with secrets masked; "" if it cannot be shown."""
    if not location.line or ":" in location.path or os.path.isabs(location.path):
        return ""
    try:
        with open(disk_path(project, location.path), encoding="utf-8", errors="replace") as file:
            for number, line in enumerate(file, 1):
                if number == location.line:
                    return masked(line.rstrip("\n").expandtabs(1))[: location.column + _LONGEST]
    except OSError:
        return ""
    return ""

"""Find a source on disk by its path, whatever the normal form of its name there.

In:  a project and a path in NFC.
Out: where the file lies: macOS and archives made there decompose Hangul, and Linux keeps both forms apart.
Must not: open a file.
"""

import os
from contextlib import suppress

from byeoru.base.paths import nfc
from byeoru.model.project import Project


def disk_path(project: Project, path: str) -> str:
    """Return the absolute path on disk of the source *path*; where nothing has that name, the path it would have."""
    place = project.file(path)
    if path.isascii() or os.path.lexists(place):
        return place
    here = project.root
    for name in path.split("/"):
        here = os.path.join(here, _spelled(here, name))
    return here


def _spelled(folder: str, name: str) -> str:
    with suppress(OSError):
        if not os.path.lexists(os.path.join(folder, name)):
            return next((found for found in os.listdir(folder) if nfc(found) == name), name)
    return name

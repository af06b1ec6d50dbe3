"""Find a source on disk by its path; the name on disk may have another Unicode normal form.

In:  a project and a path in NFC.
Out: the path on disk: macOS, and archives created there, decompose Hangul, and Linux distinguishes the two forms.
Must not: open a file.
"""

import os
from contextlib import suppress

from byeoru.base.paths import nfc
from byeoru.model.project import Project


def disk_path(project: Project, path: str) -> str:
    """Return the absolute path on disk of the source *path*; if it does not exist, the path that it would have."""
    full_path = project.file(path)
    if path.isascii() or os.path.lexists(full_path):
        return full_path
    spelled = project.root
    for name in path.split("/"):
        spelled = os.path.join(spelled, _spelled(spelled, name))
    return spelled


def _spelled(folder: str, name: str) -> str:
    with suppress(OSError):
        if not os.path.lexists(os.path.join(folder, name)):
            return next((entry for entry in os.listdir(folder) if nfc(entry) == name), name)
    return name

"""Folders of the program's own are used only where they claim to lie: a symlink may not lead them out of the project.

In:  the root of a project, and an absolute path.
Out: the real path, or the open folder; raises ``SymlinkError`` for one that claims to lie inside and does not.
Must not: judge a path outside of the project. Who names one has chosen it, wherever it leads.
"""

import os

from byeoru.base.rooted import Rooted, SymlinkError


def real_inside(root: str, place: str) -> str:
    """Return the real path of *place*; raises ``SymlinkError`` if it claims to lie in *root* and leads out of it."""
    real = os.path.realpath(place)
    if is_within(os.path.abspath(place), os.path.abspath(root)) and not is_within(real, os.path.realpath(root)):
        raise SymlinkError(_symlink_in(root, place))
    return real


def open_inside(root: str, place: str) -> Rooted:
    """Open the folder *place*, and make it where it is missing; raises as ``real_inside`` does.

    Below *root* it is reached component by component, so a symlink that is put there after the check is not followed.
    """
    top, real = os.path.realpath(root), real_inside(root, place)
    if real == top or not is_within(real, top):
        os.makedirs(real, exist_ok=True)
        return Rooted(real)
    path = os.path.relpath(real, top).replace(os.sep, "/")
    with Rooted(top) as tree:
        tree.make_folder(path)
        return tree.below(path)


def is_within(place: str, folder: str) -> bool:
    """Tell whether the absolute path *place* is *folder*, or lies in it, by their words alone."""
    try:
        return os.path.commonpath([place, folder]) == folder
    except ValueError:  # two drives of Windows
        return False


def _symlink_in(root: str, place: str) -> str:
    """Return the first component of *place* below *root* that is a symlink, for the message."""
    here = os.path.abspath(root)
    for part in os.path.relpath(os.path.abspath(place), here).split(os.sep):
        here = os.path.join(here, part)
        if os.path.islink(here):
            return here
    return place

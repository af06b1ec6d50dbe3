"""Keep the program's own folders inside the project: a symlink must not lead them out of it.

In:  the root of a project, and an absolute path.
Out: the real path, or the open folder; raises ``SymlinkError`` if the path is in the project and its target is not.
Must not: reject a path outside of the project. A user who specifies one has chosen it, wherever it leads.
"""

import os

from byeoru.base.rooted import Rooted, SymlinkError


def real_inside(root: str, path: str) -> str:
    """Return the real path of *path*; raises ``SymlinkError`` if *path* is in *root* and its real path is not."""
    real = os.path.realpath(path)
    if is_within(os.path.abspath(path), os.path.abspath(root)) and not is_within(real, os.path.realpath(root)):
        raise SymlinkError(_symlink_in(root, path))
    return real


def open_inside(root: str, path: str) -> Rooted:
    """Open the folder *path*, creating it if it is missing; raises as ``real_inside`` does.

    Below *root* it is opened component by component, so a symlink that is created after the check is not followed.
    """
    top, real = os.path.realpath(root), real_inside(root, path)
    if real == top or not is_within(real, top):
        os.makedirs(real, exist_ok=True)
        return Rooted(real)
    relative = os.path.relpath(real, top).replace(os.sep, "/")
    with Rooted(top) as tree:
        tree.make_folder(relative)
        return tree.below(relative)


def is_within(path: str, folder: str) -> bool:
    """Tell whether the absolute path *path* is *folder* or is in it, without reading the disk."""
    try:
        return os.path.commonpath([path, folder]) == folder
    except ValueError:  # different drives on Windows
        return False


def _symlink_in(root: str, path: str) -> str:
    """Return the first component of *path* below *root* that is a symlink, for the message."""
    current = os.path.abspath(root)
    for part in os.path.relpath(os.path.abspath(path), current).split(os.sep):
        current = os.path.join(current, part)
        if os.path.islink(current):
            return current
    return path

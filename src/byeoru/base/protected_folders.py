"""Recognize folders that must not be overwritten with a site.

In:  the path of an output folder, and the protected folders.
Out: whether the path is one of them, contains one of them, or is in one that must not change.
Must not: know what the folders are for.
"""

import os
from collections.abc import Iterable

from byeoru.base.containment import is_within


def is_protected(path: str, root: str, folders: Iterable[str]) -> bool:
    """Tell whether *path* is or contains *root*, the home folder or one of *folders* in *root*, or is in such a folder.

    >>> is_protected("/", "/srv/blog", ()), is_protected("/srv/blog/content/x", "/srv/blog", ("content",))
    (True, True)
    >>> is_protected("/srv/html", "/srv/blog", ("content",)), is_protected("/srv/blog/out", "/srv/blog", ("content",))
    (False, False)
    """
    real = os.path.realpath(path)
    home = os.path.realpath(os.path.expanduser("~"))
    top = os.path.realpath(root)
    forbidden = [os.path.realpath(os.path.join(top, name)) for name in folders]
    is_inside = any(is_within(real, folder) for folder in forbidden)
    return is_inside or any(is_within(folder, real) for folder in (home, top, *forbidden))

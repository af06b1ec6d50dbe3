"""Folders that nothing may be written to.

In:  a place, and the folders that matter.
Out: whether it is one of them, holds one of them, or lies in one that must stay as it is.
Must not: know whose folders they are.
"""

import os
from collections.abc import Iterable

from byeoru.base.containment import is_within


def is_protected(place: str, root: str, kept: Iterable[str]) -> bool:
    """Tell whether *place* is the folder *root*, home, the top, or above them; or above or in one of *kept* in *root*.

    >>> is_protected("/", "/srv/blog", ()), is_protected("/srv/blog/content/x", "/srv/blog", ("content",))
    (True, True)
    >>> is_protected("/srv/html", "/srv/blog", ("content",)), is_protected("/srv/blog/out", "/srv/blog", ("content",))
    (False, False)
    """
    real = os.path.realpath(place)
    home = os.path.realpath(os.path.expanduser("~"))
    above = os.path.realpath(root)
    forbidden = [os.path.realpath(os.path.join(above, name)) for name in kept]
    is_inside = any(is_within(real, one) for one in forbidden)
    return is_inside or any(is_within(one, real) for one in (home, above, *forbidden))

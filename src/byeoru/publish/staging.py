"""A private folder with copies of the files that a deployment sends, so that later builds cannot change them.

In:  a ``Look`` at the target, while the lock of the build is held.
Out: the same ``Look``, whose site is in the folder.
Must not: create links: the bytes of a linked file can change after the check.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from byeoru.base.rooted import Rooted
from byeoru.publish.disk_errors import disk_errors
from byeoru.publish.target import Look

_FOLDER = ".blog/deploy"
_PREFIX = "site-"


@contextmanager
def staging_folder(root: str) -> Iterator[str]:
    """Yield an empty folder in the state directory of the project *root*, and remove it afterwards."""
    with Rooted(root) as rooted:
        rooted.make_folder(_FOLDER)
        for name in rooted.names(_FOLDER):
            if name.startswith(_PREFIX):  # left by a killed deployment, as only one runs at a time
                rooted.remove_all(f"{_FOLDER}/{name}")
        path = f"{_FOLDER}/{_PREFIX}{os.urandom(8).hex()}"
        rooted.make_folder(path, 0o700)
        try:
            yield rooted.full_path(path)
        finally:
            rooted.remove_all(path)


def staged(look: Look, folder: str) -> Look:
    """Copy the files that the target will read into *folder*, and check each; builds may change the site afterwards."""
    if look.is_same or not look.copies:
        return look
    with disk_errors(), Rooted(folder) as rooted:
        for path in look.copies:
            if parent := os.path.dirname(path):
                rooted.make_folder(parent)
            rooted.create(path, look.site.read(path))
    return look._replace(site=look.site._replace(folder=folder))

"""A private room with copies of what a deployment sends, so that later builds cannot change it.

In:  the site of a build that still holds its lock, and paths.
Out: the same site, lying in the room; a problem where the disk has no place for it.
Must not: link. The bytes of a linked file can be changed after they were checked.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.rooted import Rooted
from byeoru.publish.deployment import Site
from byeoru.publish.disk_errors import disk_problem

_FOLDER = ".blog/deploy"
_PREFIX = "site-"


@contextmanager
def private_room(root: str) -> Iterator[str]:
    """Yield an empty folder in the workroom of the project *root*, and remove it; one deployment at a time has one."""
    with Rooted(root) as rooted:
        rooted.make_folder(_FOLDER)
        for name in rooted.names(_FOLDER):
            if name.startswith(_PREFIX):  # a killed deployment left it
                rooted.remove_all(f"{_FOLDER}/{name}")
        path = f"{_FOLDER}/{_PREFIX}{os.urandom(8).hex()}"
        rooted.make_folder(path, 0o700)
        try:
            yield rooted.place(path)
        finally:
            rooted.remove_all(path)


def gathered(site: Site, paths: Iterable[str], room: str) -> Site | Diagnostic:
    """Copy the files *paths* of *site* into *room*, each checked; return the site that lies there."""
    try:
        with Rooted(room) as rooted:
            for path in paths:
                if folder := os.path.dirname(path):
                    rooted.make_folder(folder)
                rooted.create(path, site.read(path))
    except OSError as failed:
        return disk_problem(failed)
    return site._replace(folder=room)

"""List the folders that a build compares with what it wrote, in another process.

Listing 18,000 files takes 0.15 s of system calls, and an edit needs the list of two folders.
"""

import marshal
import os
from collections.abc import Mapping
from functools import partial

from byeoru.base.ahead import Ahead, Tasks
from byeoru.emit import spare
from byeoru.emit.folders import output_of, state_directory
from byeoru.emit.tree import files_on_disk
from byeoru.model.project import Profile, Project, Stat


def listings(project: Project, profile: Profile) -> Tasks:
    """Return the tasks that list the output and its spare tree, by the path of the folder; none without an output."""
    if not os.path.isdir(profile.output):
        return {}
    with output_of(project, profile) as output, state_directory(project) as state:
        twin = state.full_path(spare.name_of(output, profile))
    return {root: partial(_packed, root) for root in (profile.output, twin)}


def listed(ahead: Ahead, root: str) -> Mapping[str, Stat]:
    """Return the files below *root*, which may have been listed *ahead*."""
    data = ahead.take(root)
    return files_on_disk(root) if data is None else _unpacked(data)


def _packed(root: str) -> bytes:
    return marshal.dumps({path: tuple(stat) for path, stat in files_on_disk(root).items()})


def _unpacked(data: bytes) -> dict[str, Stat]:
    files = marshal.loads(data)  # noqa: S302  (from our own process)
    return dict(
        zip(files, map(partial(tuple.__new__, Stat), files.values()), strict=True)
    )  # `_make` takes twice as long

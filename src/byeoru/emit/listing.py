"""List the folders that a build compares with what it wrote, in another process.

Listing 18,000 files takes 0.15 s of system calls, and an edit needs the list of two folders.
"""

import marshal
import os
from collections.abc import Collection, Mapping
from functools import cache, partial

from byeoru.base.ahead import Ahead, Tasks
from byeoru.emit import spare
from byeoru.emit.folders import output_of, state_directory
from byeoru.emit.tree import files_on_disk, unlike
from byeoru.model.project import Profile, Project


def listings(project: Project, profile: Profile) -> Tasks:
    """Return the tasks by the path of the folder: list the output, compare its spare tree; none without an output."""
    if not os.path.isdir(profile.output):
        return {}
    with output_of(project, profile) as output, state_directory(project) as state:
        twin = state.full_path(spare.name_of(output, profile))
    live = cache(partial(files_on_disk, profile.output))  # listed once for both
    return {
        profile.output: lambda: marshal.dumps(live()),
        twin: lambda: marshal.dumps(unlike(files_on_disk(twin), live())),
    }


class ListedAhead:
    """The results of these tasks; what there is no result of is listed here."""

    def __init__(self, ahead: Ahead) -> None:
        """Take the process."""
        self._ahead = ahead

    def files(self, root: str) -> Mapping[str, str]:
        """Return the files below the output."""
        data = self._ahead.take(root)
        if data is None:
            return files_on_disk(root)
        files: dict[str, str] = marshal.loads(data)  # noqa: S302  (from our own process)
        return files

    def unlike(self, root: str, live: Mapping[str, str]) -> Collection[str]:
        """Return the paths at which the spare tree has not the same files as the *live* one."""
        data = self._ahead.take(root)
        if data is None:
            return unlike(files_on_disk(root), live)
        paths: list[str] = marshal.loads(data)  # noqa: S302  (from our own process)
        return paths

"""Open the folders that a build writes to: the state directory and the output.

In:  a project and a profile.
Out: open folders; raises ``SymlinkError`` if a symlink would lead out of the project.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from byeoru.base.containment import open_inside, real_inside
from byeoru.base.rooted import Rooted
from byeoru.model.project import Profile, Project


class OutputFolder(NamedTuple):
    """The folder that a site is written to, by its name in its parent, as it is exchanged with another as a whole."""

    parent: Rooted
    name: str

    @property
    def path(self) -> str:
        """Return its real path."""
        return self.parent.full_path(self.name)

    def opened(self) -> Rooted | None:
        """Open the folder; None if there is none."""
        status = self.parent.lstat(self.name)
        return self.parent.below(self.name) if status is not None and stat.S_ISDIR(status.st_mode) else None


@contextmanager
def output_of(project: Project, profile: Profile) -> Iterator[OutputFolder]:
    """Yield the output of *profile*, which need not exist; its parent is created."""
    real = real_inside(project.root, profile.output)
    with open_inside(project.root, os.path.dirname(real)) as parent:
        yield OutputFolder(parent, os.path.basename(real))


def state_directory(project: Project) -> Rooted:
    """Open the state directory; create it if it does not exist."""
    return open_inside(project.root, project.state_directory)

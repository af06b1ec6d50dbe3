"""Entries of folders, as they are listed or given by name."""

import os
from typing import Protocol


class FolderEntry(Protocol):
    """An entry of a folder, as ``os.scandir`` has them."""

    @property
    def name(self) -> str:
        """Return its name."""

    @property
    def path(self) -> str:
        """Return its absolute path."""

    def is_dir(self) -> bool:
        """Tell whether it is a folder, or a link to one."""

    def is_symlink(self) -> bool:
        """Tell whether it is a link."""

    def stat(self) -> os.stat_result:
        """Return its stat, or that of the target of a symlink."""


class Named:
    """An entry that was given by name and not listed."""

    def __init__(self, full_path: str) -> None:
        """Take its absolute path."""
        self.path, self.name = full_path, os.path.basename(full_path)

    def is_dir(self) -> bool:
        """Tell whether it is a folder, or a link to one."""
        return os.path.isdir(self.path)

    def is_symlink(self) -> bool:
        """Tell whether it is a link."""
        return os.path.islink(self.path)

    def stat(self) -> os.stat_result:
        """Return the stat of what it is or leads to."""
        return os.stat(self.path)

"""The targets that the user has agreed to publish to, stored in the user's state folder, outside of all projects.

In:  the user's state folder, and the project folder.
Out: whether a target is trusted, and the key that seals the private repository in `.blog/`.
Must not: trust anything that comes with a project; a cloned folder may contain anything.
"""

import os
from typing import NamedTuple

from byeoru.base.containment import is_within
from byeoru.base.digest import digest_of
from byeoru.base.rooted import Rooted

_TARGETS, _KEYS = "deployed", "keys"
_KEY_BYTES = 32


class TrustStore(NamedTuple):
    """The user's consent for one project; without a folder, there is none."""

    folder: str  # absolute; "" for none
    root: str  # of the project

    def trusts(self, target: str) -> bool:
        """Tell whether the user has agreed to publish the project in this folder to *target*."""
        return self._read(self._path(_TARGETS, target)) == self._note(target)

    def trust(self, target: str) -> bool:
        """Store that the user has agreed to *target*; tell whether this succeeded."""
        return self._write(self._path(_TARGETS, target), self._note(target))

    def key_for(self, folder: str) -> bytes:
        """Return the secret key of the repository *folder*, a new one the first time; b"" if it cannot be stored."""
        path = self._path(_KEYS, os.path.realpath(folder))
        if len(key := self._read(path)) == _KEY_BYTES:
            return key
        key = os.urandom(_KEY_BYTES)
        return key if self._write(path, key) else b""

    def _path(self, kind: str, name: str) -> str:
        return f"{kind}/{digest_of([os.path.realpath(self.root), name])}"

    def _note(self, target: str) -> bytes:
        return f"{os.path.realpath(self.root)}\n{target}\n".encode("utf-8", "surrogateescape")

    def _read(self, path: str) -> bytes:
        try:
            with Rooted(self._trusted()) as folder:
                return folder.read(path)
        except OSError:
            return b""

    def _write(self, path: str, data: bytes) -> bool:
        try:
            os.makedirs(self._trusted(), 0o700, exist_ok=True)
            with Rooted(self.folder) as folder:
                folder.make_folder(os.path.dirname(path), 0o700)
                folder.write(path, data, 0o600)
        except OSError:
            return False
        return True

    def _trusted(self) -> str:
        """Return the folder; raise ``FileNotFoundError`` if there is none, or if it is inside of the project."""
        if not self.folder or is_within(os.path.realpath(self.folder), os.path.realpath(self.root)):
            raise FileNotFoundError(self.folder)
        return self.folder

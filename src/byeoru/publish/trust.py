"""What this machine remembers of a project's deployments, in a folder of the user's own outside of every project.

In:  the user's state folder, and the project's.
Out: whether a place was published to before, and the key that vouches for what lies below `.blog/`.
Must not: believe anything that a project brings along; a cloned folder may hold whatever its author liked.
"""

import os
import secrets
from typing import NamedTuple

from byeoru.base.containment import is_within
from byeoru.base.digest import digest_of
from byeoru.base.rooted import Rooted

_PLACES, _KEYS = "deployed", "keys"
_KEY_BYTES = 32


class Memory(NamedTuple):
    """What is remembered of one project; without a folder nothing is."""

    folder: str  # absolute; "" for none
    root: str  # of the project

    def knows(self, place: str) -> bool:
        """Tell whether the site was published to *place* from this folder of this machine."""
        return self._read(self._path(_PLACES, place)) == self._note(place)

    def learn(self, place: str) -> bool:
        """Remember *place*; tell whether that could be done."""
        return self._write(self._path(_PLACES, place), self._note(place))

    def key_for(self, folder: str) -> bytes:
        """Return the secret that goes with *folder*, a new one the first time; b"" where none can be kept."""
        path = self._path(_KEYS, os.path.realpath(folder))
        if len(found := self._read(path)) == _KEY_BYTES:
            return found
        made = secrets.token_bytes(_KEY_BYTES)
        return made if self._write(path, made) else b""

    def _path(self, kind: str, name: str) -> str:
        return f"{kind}/{digest_of([os.path.realpath(self.root), name])}"

    def _note(self, place: str) -> bytes:
        return f"{os.path.realpath(self.root)}\n{place}\n".encode("utf-8", "surrogateescape")

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
        """Return the folder; raises ``FileNotFoundError`` where there is none, or where the project could hold it."""
        if not self.folder or is_within(os.path.realpath(self.folder), os.path.realpath(self.root)):
            raise FileNotFoundError(self.folder)
        return self.folder

"""Distinguish a private repository that Byeoru created from one that came with a cloned project.

In:  the folder, and a key that is stored outside of the project.
Out: whether everything in it that controls git is unmodified; the names of its blobs by Byeoru's digests.
Must not: run git, as the result decides whether that is safe.

The configuration, hooks and alternates of a repository can make git run programs. So the configuration must be equal to
Byeoru's byte for byte, there must be no other files and no symlinks, and the list of blobs has a seal (keyed BLAKE2)
that only the holder of the key can create.
"""

import hmac
import json
import os
from collections.abc import Mapping
from hashlib import blake2b

from byeoru.base.rooted import Rooted

_CONFIG = b"[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n"
_BLOBS = "byeoru-blobs.json"
INDEX = "byeoru-index"  # git's index file, for writing trees
_FILES = {"HEAD", "config", _BLOBS}
# Locks of git are not allowed: a killed process has left them, and the state of its work is unknown.
_KNOWN = {*_FILES, "objects", "refs", "logs", "shallow", "packed-refs", INDEX}
_ALTERNATES = {"alternates", "http-alternates"}


def is_ours(rooted: Rooted, path: str, key: bytes) -> bool:
    """Tell whether the repository *path* was sealed by ``seal_repository`` with the same *key*."""
    try:
        names = set(rooted.names(path))
        if not key or not names <= _KNOWN or not all(rooted.is_file(f"{path}/{name}") for name in _FILES):
            return False
        if rooted.read(f"{path}/config") != _CONFIG or _has_links_or_locks(rooted.full_path(path)):
            return False
        if _ALTERNATES & set(rooted.names(f"{path}/objects/info")):
            return False
        return _unsealed(rooted.read(f"{path}/{_BLOBS}"), key) is not None
    except (FileNotFoundError, NotADirectoryError):
        return False


def seal_repository(rooted: Rooted, path: str, key: bytes) -> None:
    """Write the configuration and the empty sealed list of blobs into a new repository."""
    rooted.write(f"{path}/config", _CONFIG)
    record_blobs(rooted, path, key, {})


def blobs_of(rooted: Rooted, path: str, key: bytes) -> dict[str, str]:
    """Return the names of the blobs by Byeoru's digests of their bytes."""
    try:
        return _unsealed(rooted.read(f"{path}/{_BLOBS}"), key) or {}
    except FileNotFoundError:
        return {}


def record_blobs(rooted: Rooted, path: str, key: bytes, blobs: Mapping[str, str]) -> None:
    """Store the names of *blobs*, sealed with *key*."""
    body = json.dumps(blobs).encode()
    rooted.write(f"{path}/{_BLOBS}", _seal(body, key) + b"\n" + body)


def _unsealed(data: bytes, key: bytes) -> dict[str, str] | None:
    """Return the list if its seal is valid, else None."""
    seal, _, body = data.partition(b"\n")
    return json.loads(body) if hmac.compare_digest(seal, _seal(body, key)) else None


def _seal(body: bytes, key: bytes) -> bytes:
    return blake2b(body, key=key, digest_size=32).hexdigest().encode()


def _has_links_or_locks(path: str) -> bool:
    """Tell whether the folder contains a symlink or a lock."""
    for folder, folders, names in os.walk(path):
        everything = (*folders, *names)
        if any(name.endswith(".lock") or os.path.islink(os.path.join(folder, name)) for name in everything):
            return True
    return False

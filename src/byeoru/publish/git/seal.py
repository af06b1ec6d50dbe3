"""Distinguish a private repository that this program made from one that came with a project.

In:  the folder, and a key that is kept outside of the project.
Out: whether all in it that git acts upon is as we left it; the digests of ours whose blobs it holds.
Must not: run git: the answer decides whether that is safe.

A repository runs what its configuration, its hooks and the repositories behind its alternates say. So the configuration
has to be ours to the byte, nothing may lie beside it that we do not make, nothing may be a symlink, and the list of
blobs carries a seal (keyed BLAKE2) that only the holder of the key can make.
"""

import hmac
import json
import os
from collections.abc import Mapping
from hashlib import blake2b

from byeoru.base.rooted import Rooted

_CONFIG = b"[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n"
_BLOBS = "byeoru-blobs.json"
INDEX = "byeoru-index"  # where trees are put together
_FILES = {"HEAD", "config", _BLOBS}
# A lock of git's is not among them: a process that was killed left it, and what it was doing is unknown.
_KNOWN = {*_FILES, "objects", "refs", "logs", "shallow", "packed-refs", INDEX}
_ALTERNATES = {"alternates", "http-alternates"}


def is_ours(rooted: Rooted, path: str, key: bytes) -> bool:
    """Tell whether the repository *path* is one that ``vouch`` was called for with the same *key*."""
    try:
        names = set(rooted.names(path))
        if not key or not names <= _KNOWN or not all(rooted.is_file(f"{path}/{name}") for name in _FILES):
            return False
        if rooted.read(f"{path}/config") != _CONFIG or _is_odd(rooted.full_path(path)):
            return False
        if _ALTERNATES & set(rooted.names(f"{path}/objects/info")):
            return False
        return _opened(rooted.read(f"{path}/{_BLOBS}"), key) is not None
    except (FileNotFoundError, NotADirectoryError):
        return False


def vouch(rooted: Rooted, path: str, key: bytes) -> None:
    """Give a repository that was just made the configuration and the list that say that it is ours."""
    rooted.write(f"{path}/config", _CONFIG)
    remember(rooted, path, key, {})


def blobs_of(rooted: Rooted, path: str, key: bytes) -> dict[str, str]:
    """Return the names of the blobs by our digests of their bytes."""
    try:
        return _opened(rooted.read(f"{path}/{_BLOBS}"), key) or {}
    except FileNotFoundError:
        return {}


def remember(rooted: Rooted, path: str, key: bytes, blobs: Mapping[str, str]) -> None:
    """Keep the names of *blobs*, for as long as the key is kept."""
    body = json.dumps(blobs).encode()
    rooted.write(f"{path}/{_BLOBS}", _seal(body, key) + b"\n" + body)


def _opened(data: bytes, key: bytes) -> dict[str, str] | None:
    """Return the list if its seal is ours, else None."""
    seal, _, body = data.partition(b"\n")
    return json.loads(body) if hmac.compare_digest(seal, _seal(body, key)) else None


def _seal(body: bytes, key: bytes) -> bytes:
    return blake2b(body, key=key, digest_size=32).hexdigest().encode()


def _is_odd(place: str) -> bool:
    """Tell whether a symlink is in the folder, or a lock."""
    for folder, folders, names in os.walk(place):
        everything = (*folders, *names)
        if any(name.endswith(".lock") or os.path.islink(os.path.join(folder, name)) for name in everything):
            return True
    return False

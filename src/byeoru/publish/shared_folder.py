"""A folder in which our files lie among those of others.

In:  the folder, and paths in it.
Out: their bytes; new files beside the old, then in their place.
Must not: follow a link that somebody put there, or open a published file for writing.
"""

import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress

from byeoru.base.digest import digest
from byeoru.base.paths import folded

_WAITING = "byeoru/.new"  # where new files lie until all of them are there
_FILE, _FOLDER = 0o644, 0o755  # the server that reads them is another user


def read(folder: str, path: str) -> bytes:
    """Return the bytes of a file, none for one that is not there."""
    if not is_file(folder, path):
        return b""
    with open(os.path.join(folder, path), "rb") as file:
        return file.read()


def is_file(folder: str, path: str) -> bool:
    """Tell whether *path* is a file, in folders that are folders: no link is among them."""
    return not _blocked(folder, path) and stat.S_ISREG(_mode(os.path.join(folder, path)))


def stranger_in_the_way(folder: str, wanted: Mapping[str, str], ours: Collection[str]) -> str:
    """Return the first of the *wanted* paths that holds something else than *ours* or the same bytes; "" for none."""
    for path, name in wanted.items():
        if blocking := _blocked(folder, path):
            return blocking
        if path not in ours and os.path.lexists(os.path.join(folder, path)):
            if not is_file(folder, path) or digest(read(folder, path)) != name:
                return path
        elif stat.S_ISDIR(_mode(os.path.join(folder, path))):
            return path
    return ""


@contextmanager
def brought(folder: str, paths: Iterable[str], bytes_of: Callable[[str], bytes]) -> Iterator[dict[str, str]]:
    """Write the new bytes of *paths* beside what is published; give each with the file that waits for its turn.

    What could fail, fails here, before anything is replaced: a full disk, a folder that is not ours to write.
    """
    room = os.path.join(folder, _WAITING)
    shutil.rmtree(room, ignore_errors=True)
    _make(room)
    try:
        waiting = {}
        for number, path in enumerate(paths):
            place = os.path.join(room, str(number))
            _write(place, bytes_of(path))
            _make(os.path.dirname(os.path.join(folder, path)))
            may_write(folder, path)
            waiting[path] = place
        yield waiting
    finally:
        shutil.rmtree(room, ignore_errors=True)


def may_write(folder: str, path: str) -> None:
    """Raise what replacing *path* would."""
    parent = os.path.dirname(os.path.join(folder, path))
    if not os.access(parent, os.W_OK | os.X_OK):
        raise PermissionError(13, os.strerror(13), parent)


def swap(folder: str, path: str, data: bytes) -> None:
    """Replace one file in one step."""
    place = os.path.join(folder, path)
    _write(f"{place}.new", data)
    os.replace(f"{place}.new", place)


def remove(folder: str, paths: Iterable[str], kept: Iterable[str]) -> None:
    """Delete files of ours, and the folders that they leave empty.

    A file system without letter case may hold one of the *kept* under the name of one that goes.
    """
    twins = {folded(path): path for path in kept}
    for path in paths:
        place = os.path.join(folder, path)
        twin = twins.get(folded(path))
        if not is_file(folder, path) or (
            twin and is_file(folder, twin) and _is_same(place, os.path.join(folder, twin))
        ):
            continue
        os.remove(place)
        parent = os.path.dirname(path)
        with suppress(OSError):  # it is not empty
            while parent:
                os.rmdir(os.path.join(folder, parent))
                parent = os.path.dirname(parent)


def _blocked(folder: str, path: str) -> str:
    """Return the first folder of *path* that is something else than a folder, "" for none."""
    parts = path.split("/")[:-1]
    for depth in range(1, len(parts) + 1):
        parent = "/".join(parts[:depth])
        mode = _mode(os.path.join(folder, parent))
        if not mode:
            return ""
        if not stat.S_ISDIR(mode):
            return parent
    return ""


def _mode(place: str) -> int:
    """Return what the place is, 0 for nothing."""
    try:
        return os.lstat(place).st_mode
    except FileNotFoundError:
        return 0


def _make(place: str) -> None:
    if not os.path.isdir(place):
        _make(os.path.dirname(place))
        os.mkdir(place)
        os.chmod(place, _FOLDER)


def _write(place: str, data: bytes) -> None:
    with open(place, "wb") as file:
        file.write(data)
    os.chmod(place, _FILE)


def _is_same(place: str, other: str) -> bool:
    return os.path.samestat(os.lstat(place), os.lstat(other)) and os.path.basename(place) != os.path.basename(other)

"""The identity of the program: results that another version has cached are never used."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache

from byeoru.base.digest import digest, digest_of, digest_text
from byeoru.base.user_cache import UserCache
from byeoru.base.user_folders import user_cache_directory

# Prefixes of the metadata folders of libraries whose version can change the output of a build.
_LIBRARIES = ("jinja2-", "markupsafe-", "markdown_it_py-", "pillow-", "pygments-", "pyyaml-")
_MANY = 40  # installed programs of one user whose digest is kept
_RACY_NS = 2_000_000_000  # a file can be written twice within one tick of its file system; FAT's take two seconds


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return the digest of the program's files, the versions of its libraries, and the version of Python.

    The versions are read from the names of metadata folders: importlib.metadata, or importing the libraries, costs
    more than a build without changes.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    sources = digest_of_sources(package, UserCache(user_cache_directory(), "program", _MANY))
    return digest_of([*sys.version_info[:2], sources, *sorted(_libraries())])


def digest_of_sources(package: str, known: UserCache) -> str:
    """Return the digest of all modules below *package*, as an earlier process has *known* it if no stat has changed.

    Reading the files takes a tenth of the CPU time of a build without changes.
    """
    paths = sorted(_modules(package))
    stats = [os.stat(path) for path in paths]
    rows = (
        f"{path} {stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino}"
        for path, stat in zip(paths, stats, strict=True)
    )
    seen, name = digest_text("\n".join(rows)), digest_text(package)
    kept = known.get(name)
    last_edit = max(stat.st_mtime_ns for stat in stats)
    if kept is not None and kept.time_ns > last_edit + _RACY_NS:
        before, _, sources = kept.data.decode().partition(" ")
        if before == seen:
            return sources
    sources = digest(b"\0".join(_contents(paths)))
    known.put(name, f"{seen} {sources}".encode())
    return sources


def _modules(folder: str) -> Iterator[str]:
    """Yield the paths of all modules; those of a theme are read with its templates."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry.path
            elif entry.name not in {"__pycache__", "themes"} and entry.is_dir():
                yield from _modules(entry.path)


def _contents(paths: Iterable[str]) -> Iterator[bytes]:
    for path in paths:
        with open(path, "rb") as file:
            yield file.read()


def _libraries() -> set[str]:
    names: set[str] = set()
    for folder in sys.path:
        if os.path.isdir(folder):
            names.update(name.lower() for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    return {name for name in names if name.startswith(_LIBRARIES)}

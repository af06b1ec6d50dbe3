"""The identity of the program: what is cached under another one is never used."""

import os
import sys
from functools import lru_cache
from hashlib import blake2b

from byeoru.base.digest import SIZE

# Libraries whose version can change what a build writes, as their folders of metadata are named.
_LIBRARIES = ("jinja2-", "markupsafe-", "markdown_it_py-", "pillow-", "pygments-", "pyyaml-")


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return the digest of the program's own files, its libraries' versions and Python's.

    The versions are read off the names of the folders of metadata: asking importlib.metadata, or the libraries,
    costs more than a build that has nothing to do.
    """
    found = blake2b(repr(sys.version_info[:2]).encode(), digest_size=SIZE)
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name not in {"__pycache__", "themes"})
        for name in sorted(names):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), "rb") as file:
                    found.update(file.read())
    for library in sorted(_libraries()):
        found.update(library.encode())
    return found.hexdigest()


def _libraries() -> set[str]:
    names: set[str] = set()
    for folder in sys.path:
        if os.path.isdir(folder):
            names.update(name.lower() for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    return {name for name in names if name.startswith(_LIBRARIES)}

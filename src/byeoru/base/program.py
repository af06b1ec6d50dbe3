"""The identity of the program: results that another version has cached are never used."""

import os
import sys
from functools import lru_cache
from hashlib import blake2b

from byeoru.base.digest import SIZE

# Prefixes of the metadata folders of libraries whose version can change the output of a build.
_LIBRARIES = ("jinja2-", "markupsafe-", "markdown_it_py-", "pillow-", "pygments-", "pyyaml-")


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Return the digest of the program's files, the versions of its libraries, and the version of Python.

    The versions are read from the names of metadata folders: importlib.metadata, or importing the libraries, costs
    more than a build without changes.
    """
    state = blake2b(repr(sys.version_info[:2]).encode(), digest_size=SIZE)
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name not in {"__pycache__", "themes"})
        for name in sorted(names):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), "rb") as file:
                    state.update(file.read())
    for library in sorted(_libraries()):
        state.update(library.encode())
    return state.hexdigest()


def _libraries() -> set[str]:
    names: set[str] = set()
    for folder in sys.path:
        if os.path.isdir(folder):
            names.update(name.lower() for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info")))
    return {name for name in names if name.startswith(_LIBRARIES)}

"""Templates that earlier processes of this user have compiled: Jinja takes 10 ms for one, and an edit needs six.

In:  the text of a template with its names.
Out: its code, as ``marshal`` writes it; None for one that this program and this Python have not compiled.
Must not: lie in a project. Code is run, and a project may be somebody else's; so it is in a folder of the user, which
     nobody else can write to, and is found by everything that it depends on.
"""

import marshal
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from types import CodeType

import jinja2

from byeoru.base.digest import digest, digest_of
from byeoru.base.program import program_digest
from byeoru.base.rooted import Rooted
from byeoru.base.user_folders import user_cache_directory

_MANY = 400  # files; a theme has some twenty, and each version of the program compiles its own
_DIGEST = 32  # characters before the code: damaged code could do anything


class CompiledTemplates:
    """The compiled templates of one user."""

    def __init__(self, parent: str) -> None:
        """Take the cache directory of the user, "" for none."""
        self._folder = os.path.join(parent, "templates") if parent else ""
        self._program = [program_digest(), sys.version, jinja2.__version__]

    def get(self, texts: Iterable[str]) -> CodeType | None:
        """Return the code of a template that is made from these *texts*."""
        with suppress(OSError, ValueError, EOFError, TypeError), self._opened() as folder:
            data = folder.read(self._name(texts))
            code = data[_DIGEST:]
            if data[:_DIGEST] == digest(code).encode():
                read = marshal.loads(code)  # noqa: S302  (what this user has compiled)
                return read if isinstance(read, CodeType) else None
        return None

    def put(self, texts: Iterable[str], code: CodeType) -> None:
        """Keep the code of a template, if the user has a folder for it."""
        data = marshal.dumps(code)
        with suppress(OSError):
            if self._folder:
                os.makedirs(self._folder, 0o700, exist_ok=True)
            with self._opened() as folder:
                folder.write(self._name(texts), digest(data).encode() + data)
                self._remove_old(folder)

    def _opened(self) -> Rooted:
        """Open the folder; raises ``OSError`` if somebody else could have written what is in it."""
        folder = Rooted(self._folder)
        status = folder.status
        if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
            folder.close()
            raise PermissionError(self._folder)
        return folder

    def _name(self, texts: Iterable[str]) -> str:
        return digest_of([*self._program, *texts])

    def _remove_old(self, folder: Rooted) -> None:
        """Remove the older half of too many files."""
        names = os.listdir(self._folder)
        if len(names) > _MANY:
            by_age = sorted((status.st_mtime, name) for name in names if (status := folder.lstat(name)) is not None)
            for _, name in by_age[: _MANY // 2]:
                folder.remove(name)


@cache
def compiled_templates() -> CompiledTemplates:
    """Return those of the user of this process."""
    return CompiledTemplates(user_cache_directory())

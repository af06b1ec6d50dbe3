"""Templates that earlier processes of this user have compiled: Jinja takes 10 ms for one, and an edit needs six.

In:  the text of a template with its names.
Out: its code, as ``marshal`` writes it; None for one that this program and this Python have not compiled.
Must not: lie in a project. Code is run, and a project may be somebody else's; so it is in a folder of the user
     (`base/user_cache`), and is found by everything that it depends on.
"""

import marshal
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from types import CodeType

import jinja2

from byeoru.base.digest import digest_of
from byeoru.base.program import program_digest
from byeoru.base.user_cache import UserCache
from byeoru.base.user_folders import user_cache_directory

_MANY = 400  # files; a theme has some twenty, and each version of the program compiles its own


class CompiledTemplates:
    """The compiled templates of one user."""

    def __init__(self, parent: str) -> None:
        """Take the cache directory of the user, "" for none."""
        self._files = UserCache(parent, "templates", _MANY)
        self._program = [program_digest(), sys.version, jinja2.__version__]

    def get(self, texts: Iterable[str]) -> CodeType | None:
        """Return the code of a template that is made from these *texts*."""
        kept = self._files.get(self._name(texts))
        if kept is not None:
            with suppress(ValueError, EOFError, TypeError):
                read = marshal.loads(kept.data)  # noqa: S302  (what this user has compiled)
                return read if isinstance(read, CodeType) else None
        return None

    def put(self, texts: Iterable[str], code: CodeType) -> None:
        """Keep the code of a template, if the user has a folder for it."""
        self._files.put(self._name(texts), marshal.dumps(code))

    def _name(self, texts: Iterable[str]) -> str:
        return digest_of([*self._program, *texts])


@cache
def compiled_templates() -> CompiledTemplates:
    """Return those of the user of this process."""
    return CompiledTemplates(user_cache_directory())

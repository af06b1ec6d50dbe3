"""Patterns that are compiled by need.

The modules that an edit of a text imports have 277 patterns, and a plain text uses 62 of them. Most of the others
are compiled by need: at the import they took 17 ms, a twentieth of the edit at 1,000 posts. What nearly
every text uses is compiled with ``re.compile``, as calling a method here takes some 20 ns more.
"""

import re
from typing import TYPE_CHECKING, AnyStr

_METHODS = ("fullmatch", "match", "search", "findall", "finditer", "split", "sub", "subn")


class _LazyPattern:
    """Stands for a pattern; with its first use it gets the methods of the compiled one."""

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> object:
        """Return what is still missing: until the first use all methods, later only what is rarely asked for."""
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


if TYPE_CHECKING:

    def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """Return a pattern; functions like ``re.sub``, which take a pattern as an argument, do not accept it."""
else:
    lazy_pattern = _LazyPattern

"""Match paths with globs of the settings.

In:  a glob and a path, both with forward slashes.
Out: whether the glob matches.
Must not: take exponential time, whatever the glob; so a glob is matched step by step, and not as a regular expression.
"""

from collections.abc import Callable, Sequence


def covers(glob: str, path: str) -> bool:
    """Tell whether *glob* matches a path or a folder above it, from the first folder on.

    `**` is any number of folders, `*` any number of characters in a name, and `?` one.

    >>> covers("공개/**", "공개/글.md"), covers("공개", "공개/a/글.md"), covers("공개/**", "일기/공개/글.md")
    (True, True, False)
    >>> covers("**/2026-*.md", "일기/2026-01-01.md"), covers("*", "일기/a.md"), covers("a?.md", "a.md")
    (True, True, False)
    """
    names, parts = glob.strip("/").split("/"), path.split("/")
    return any(_reaches(names, parts[:depth], "**", _matches_name) for depth in range(1, len(parts) + 1))


def _matches_name(glob: str, name: str) -> bool:
    return _reaches(glob, name, "*", lambda sign, character: sign in {"?", character})


def _reaches(glob: Sequence[str], items: Sequence[str], any_number: str, matches: Callable[[str, str], bool]) -> bool:
    """Tell whether *glob* matches all *items*; *any_number* in it stands for any number of them."""
    reached = {0}  # numbers of items that the glob so far can match
    for sign in glob:
        if sign == any_number:
            reached = set(range(min(reached), len(items) + 1)) if reached else reached
        else:
            reached = {at + 1 for at in reached if at < len(items) and matches(sign, items[at])}
    return len(items) in reached

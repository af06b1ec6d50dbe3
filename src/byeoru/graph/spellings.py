"""Tables of files by what their paths end with.

In:  folded paths, of pages without their ending, with the paths of the files.
Out: the files at a path, and those whose path ends with one.
Must not: take longer for a link if many files have one name, such as `index`.
"""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from byeoru.base.frozen import freezable
from byeoru.base.paths import case_folded

_FOLDER_PAGES = frozenset({"index", "_index", "readme"})  # they are also called by the name of their folder

Rows = dict[str, list["Spelling"]]


class Spelling(NamedTuple):
    """A file by one of its names."""

    spelled: str  # folded path
    path: str


@freezable
class Spellings:
    """Files by their paths, by the last part of these, and by the last two."""

    def __init__(self, rows: Iterable[Spelling]) -> None:
        """Take all files."""
        self._rows = tuple(rows)

    @cached_property
    def by_path(self) -> Rows:
        """Find files by their whole path."""
        return _table((row.spelled, row) for row in self._rows)

    @cached_property
    def by_name(self) -> Rows:
        """Find files by the last part of their path."""
        return _table((row.spelled.rpartition("/")[2], row) for row in self._rows)

    @cached_property
    def _by_pair(self) -> Rows:
        return _table((last_of(row.spelled), row) for row in self._rows)

    def near(self, name: str) -> list[Spelling]:
        """Return the files that agree with the path *name* in its last two parts, or in its only one."""
        return self._by_pair.get(last_of(name), []) if "/" in name else self.by_name.get(name, [])

    def ending_with(self, name: str) -> list[Spelling]:
        """Return the files whose path ends with *name*."""
        rows = self.near(name)
        return rows if name.count("/") <= 1 else [row for row in rows if f"/{row.spelled}".endswith(f"/{name}")]


def last_of(path: str) -> str:
    """Return the last two parts of a path.

    >>> last_of("a/b/c"), last_of("a")
    ('b/c', 'a')
    """
    return "/".join(path.rsplit("/", 2)[-2:])


def other_spellings(spelled: str, undated: str) -> set[str]:
    """Return the other folded paths by which a page may be called; *undated* is its name without the date."""
    folder, _, name = spelled.rpartition("/")
    spellings = set()
    if name in _FOLDER_PAGES:
        spellings.add(folder)
        folder, _, name = folder.rpartition("/")
    if undated not in {name, ""}:
        spellings.add(f"{folder}/{undated}".lstrip("/"))
    if "___" in name or "%2f" in name:  # Logseq's names for `a/b`
        spellings.add(f"{folder}/{name}".lstrip("/").replace("___", "/").replace("%2f", "/"))
    return spellings - {""}


def hyphenated(name: str) -> str:
    """Return a name, folded, with hyphens in place of spaces and underscores."""
    return case_folded(name).replace(" ", "-").replace("_", "-")


def normal(folder: str, written: str) -> str:
    """Return the path that *written* means in *folder*, "" if it leads out of the root.

    >>> normal("a/b", "../c"), normal("", "a//./b/"), normal("a", "../../c")
    ('a/c', 'a/b', '')
    """
    parts = folder.split("/") if folder else []
    for part in written.split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _table(rows: Iterable[tuple[str, Spelling]]) -> Rows:
    table: Rows = {}
    for key, row in rows:
        table.setdefault(key, []).append(row)
    return table

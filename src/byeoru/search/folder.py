"""The index of a built site, read from its folder.

In:  the open output folder, and the code of an edition.
Out: a ``Reader``: the root, the texts of shards, the rows of titles; and the pages of results.
Raises: ``DamagedIndexError`` for a file that is missing, or that a build would not have written.
Must not: open a file outside of the folder; every name in an index is data that another program may have written.
"""

import re
from collections.abc import Callable
from typing import TypeVar

from byeoru.base.paths import decode
from byeoru.base.rooted import Rooted
from byeoru.index import root, titles
from byeoru.index.postings import DIGITS

_SHARD = re.compile(rf"(?:[^\t\n]+\t(?:[a-o][{re.escape(DIGITS)}]*)+\n)*")
_Value = TypeVar("_Value")


class DamagedIndexError(Exception):
    """A file of the index cannot be read; its path is the argument."""


class FolderReader:
    """The index of one edition."""

    def __init__(self, site: Rooted, edition: str) -> None:
        """Read the root of the index of *edition* in the folder *site*."""
        self._site, self._folder = site, f"search/{edition}/"
        self._shards: dict[tuple[int, int], str] = {}
        self.root = self._read("index.json", _root)

    def shard(self, segment: int, number: int) -> str:
        """Return the text of a shard."""
        if (segment, number) not in self._shards:
            self._shards[segment, number] = self._read(self.root.shard_file(segment, number), _shard)
        return self._shards[segment, number]

    def titles(self, chunk: int) -> tuple[titles.TitleRow, ...]:
        """Return the rows of a chunk of titles."""
        return self._read(self.root.titles_file(chunk), _titles)

    def _read(self, path: str, read: Callable[[bytes], _Value]) -> _Value:
        try:
            return read(self._site.read(self._folder + path))
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise DamagedIndexError(self._folder + path) from None


def editions(site: Rooted) -> list[str]:
    """Return the codes of the editions that can be searched."""
    try:
        return [name for name in site.names("search") if site.is_file(f"search/{name}/index.json")]
    except OSError:
        return []


def page_at(site: Rooted, address: str) -> str:
    """Return the HTML of the page at *address*, a percent-encoded site path; "" if the folder has none."""
    path = decode(address).strip("/")
    for name in (f"{path}/index.html".lstrip("/"), path):
        try:
            return site.read(name).decode("utf-8", "replace")
        except (OSError, ValueError):
            continue
    return ""


def _root(data: bytes) -> root.Root:
    """Return the root of these bytes, after checking what the paths and numbers of shards are computed from."""
    found = root.read(data)
    most = len(found.boundaries) + 1
    for name, shards in found.segments:
        if not isinstance(name, str) or type(shards) is not int or shards < 1 or most % shards:
            raise ValueError(name, shards)
    if not (type(found.documents) is type(found.bits) is type(found.chunk) is int and 0 <= found.chunk <= found.bits):
        raise ValueError(found.documents, found.bits, found.chunk)
    return found


def _shard(data: bytes) -> str:
    text = data.decode()
    if not _SHARD.fullmatch(text):
        raise ValueError(text)
    return text


def _titles(data: bytes) -> tuple[titles.TitleRow, ...]:
    rows = titles.read(data)
    if not all(type(row.slot) is int and all(type(value) is str for value in row[1:]) for row in rows):
        raise ValueError(rows)
    return rows

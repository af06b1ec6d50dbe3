"""The releases on a server: which is shown, what it holds, which came before it.

In:  what the scripts of ``scripts`` wrote.
Out: ``Releases``, ``Deployment`` values.
Must not: ask the server.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

from byeoru.publish import file_list
from byeoru.publish.addresses import PUBLISHED, from_text
from byeoru.publish.deployment import Authorship, Deployment, deployment_of

ASKED = (file_list.FILES, PUBLISHED)
_MARK = b"byeoru:\n"  # behind whatever a server greets with
_LINK = re.compile(r"releases/([^/\s]+)/?")
_TOKEN = re.compile(r"^Token: (\S+)$", re.MULTILINE)
_DIGITS = 18  # of the length of a file
_TIME = re.compile(r"\d{8}-\d{6}")


class Releases(NamedTuple):
    """What lies on the server."""

    current: str = ""  # the release that is shown, "" for none
    is_taken: bool = False  # there is something else where the link belongs
    files: Mapping[str, str] = MappingProxyType({})
    published: frozenset[str] = frozenset()
    past: tuple[Deployment, ...] = ()  # the newest first
    token: str = ""  # by which the last to publish knows that it was himself


class _Answer:
    """Bytes that are read from the front."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = data.find(_MARK) + len(_MARK) if _MARK in data else len(data)

    def line(self) -> str:
        end = self.data.find(b"\n", self.at)
        found = self.data[self.at :] if end < 0 else self.data[self.at : end]
        self.at = len(self.data) if end < 0 else end + 1
        return found.decode("utf-8", "replace").strip()

    def file(self) -> bytes:
        length = self.line()
        if not length.isdecimal() or len(length) > _DIGITS:
            return b""
        start = self.at
        self.at += int(length)
        return self.data[start : self.at]

    def is_at_end(self) -> bool:
        return self.at >= len(self.data)


def name_in(data: bytes) -> str:
    """Return the one word of an answer."""
    return _Answer(data).line()


def files_in(data: bytes, paths: tuple[str, ...]) -> dict[str, bytes]:
    """Return the files of an answer to ``scripts.read``."""
    answer = _Answer(data)
    return {path: answer.file() for path in paths}


def releases_in(data: bytes) -> Releases:
    """Read the answer to ``scripts.look`` for the files ``ASKED``."""
    answer = _Answer(data)
    link = answer.line()
    if link in ("", "none"):
        return Releases()
    found = _LINK.fullmatch(link)
    if found is None:
        return Releases(is_taken=True)
    listed, published = (answer.file().decode("utf-8", "replace") for _ in ASKED)
    notes = {}
    while not answer.is_at_end():
        name = answer.line()
        notes[name] = answer.file().decode("utf-8", "replace")
    current = found[1]
    others = sorted(notes.keys() - {current}, reverse=True)
    past = tuple(deployment_of(name, _seconds(name), notes.get(name, "")) for name in (current, *others))
    token = _TOKEN.search(notes.get(current, ""))
    return Releases(
        current,
        files=file_list.from_text(listed),
        published=from_text(published),
        past=past,
        token=token[1] if token else "",
    )


def note_of(authorship: Authorship, token: str) -> str:
    """Return what is noted of a deployment."""
    return f"{authorship.message}\nToken: {token}\n"


def _seconds(name: str) -> int:
    """Return when a release was made, as its name says.

    >>> _seconds("20260314-121000-0a1b2c3d"), _seconds("by hand")
    (1773490200, 0)
    """
    found = _TIME.match(name)
    try:
        return int(datetime.strptime(found[0], "%Y%m%d-%H%M%S").replace(tzinfo=UTC).timestamp()) if found else 0
    except ValueError:
        return 0

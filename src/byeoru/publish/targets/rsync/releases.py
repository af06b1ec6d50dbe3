"""Parse the state of the releases on a server: the current release, its files, and the earlier ones.

In:  the output of the scripts in ``scripts``.
Out: ``Releases`` and ``Deployment`` values.
Must not: contact the server.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import NamedTuple

from byeoru.publish import file_list
from byeoru.publish.addresses import PUBLISHED, from_text
from byeoru.publish.deployment import Authorship, Deployment, deployment_of

REQUESTED_FILES = (file_list.FILES, PUBLISHED)
_MARK = b"byeoru:\n"  # the output begins after it; a server may print a greeting before
_LINK = re.compile(r"releases/([^/\s]+)/?")
_TOKEN = re.compile(r"^Token: (\S+)$", re.MULTILINE)
_DIGITS = 18  # of a file size
_TIME = re.compile(r"\d{8}-\d{6}")


class Releases(NamedTuple):
    """The state of the releases on the server."""

    current: str = ""  # the release that is live, "" for none
    is_blocked: bool = False  # `current` exists and is not a symlink to a release
    files: Mapping[str, str] = MappingProxyType({})
    published: frozenset[str] = frozenset()
    past: tuple[Deployment, ...] = ()  # newest first
    token: str = ""  # of the last deployment, so that a process can recognise its own


class _OutputReader:
    """Read the output of a script: lines, and files preceded by their length."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = data.find(_MARK) + len(_MARK) if _MARK in data else len(data)

    def line(self) -> str:
        end = self.data.find(b"\n", self.at)
        line_ = self.data[self.at :] if end < 0 else self.data[self.at : end]
        self.at = len(self.data) if end < 0 else end + 1
        return line_.decode("utf-8", "replace").strip()

    def file(self) -> bytes:
        length = self.line()
        if not length.isdecimal() or len(length) > _DIGITS:
            return b""
        start = self.at
        self.at += int(length)
        return self.data[start : self.at]

    def is_at_end(self) -> bool:
        return self.at >= len(self.data)


def parse_name(data: bytes) -> str:
    """Return the name that a script has printed."""
    return _OutputReader(data).line()


def parse_files(data: bytes, paths: tuple[str, ...]) -> dict[str, bytes]:
    """Return the files in the output of ``scripts.read``."""
    reader = _OutputReader(data)
    return {path: reader.file() for path in paths}


def parse_releases(data: bytes) -> Releases:
    """Parse the output of ``scripts.look`` for ``REQUESTED_FILES``."""
    reader = _OutputReader(data)
    link = reader.line()
    if link in ("", "none"):
        return Releases()
    match = _LINK.fullmatch(link)
    if match is None:
        return Releases(is_blocked=True)
    listed, published = (reader.file().decode("utf-8", "replace") for _ in REQUESTED_FILES)
    notes = {}
    while not reader.is_at_end():
        name = reader.line()
        notes[name] = reader.file().decode("utf-8", "replace")
    current = match[1]
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


def note_text(authorship: Authorship, token: str) -> str:
    """Return the text that is stored with a deployment."""
    return f"{authorship.message}\nToken: {token}\n"


def _seconds(name: str) -> int:
    """Return the Unix time in the name of a release, 0 if there is none.

    >>> _seconds("20260314-121000-0a1b2c3d"), _seconds("by hand")
    (1773490200, 0)
    """
    match = _TIME.match(name)
    try:
        return int(datetime.strptime(match[0], "%Y%m%d-%H%M%S").replace(tzinfo=UTC).timestamp()) if match else 0
    except ValueError:
        return 0

"""One deployment: its record as text, and how this is parsed.

In:  what was published, or the message that a target has stored.
Out: ``Published``, ``Authorship`` and ``Deployment``.
Must not: depend on a particular target.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from byeoru.publish.changes import Count, from_words

_DIGEST = re.compile(r"[0-9a-f]{32,64}")
_NO_TIME = "????-??-?? ??:??"  # for a time that is out of range


class Published(NamedTuple):
    """A deployment that has just been carried out."""

    name: str  # its identifier at the target
    stamp: str

    @property
    def short_name(self) -> str:
        """Return the abbreviated name."""
        return _short(self.name)


class Authorship(NamedTuple):
    """The record of a deployment."""

    title: str
    changes: str  # see `changes.as_words`
    source: str  # the commit that the site was built from; "" for none
    people: Mapping[str, str]  # git's variables for author and committer
    again: str = ""  # the earlier deployment that this one restores

    @property
    def message(self) -> str:
        """Return the record as the message of a commit."""
        lines = [self.title, "", f"Changes: {self.changes}"]
        lines += [f"{name}: {text}" for name, text in (("Source-Commit", self.source), ("Again", self.again)) if text]
        return "\n".join(lines)


class Deployment(NamedTuple):
    """A past deployment."""

    name: str  # its identifier at the target
    seconds: int  # since 1970
    title: str
    changes: tuple[Count, ...]
    source: str  # the commit that the site was built from; "" for none
    again: str = ""  # the earlier deployment that this one restored

    @property
    def short_name(self) -> str:
        """Return the abbreviated name: eight digits of a digest.

        >>> Deployment("0a1b2c3d4e5f60718293a4b5c6d7e8f901234567", 0, "", (), "").short_name
        '0a1b2c3d'
        >>> Deployment("20260314-121000-0a1b2c3d", 0, "", (), "").short_name
        '20260314-121000-0a1b2c3d'
        """
        return _short(self.name)

    @property
    def time(self) -> str:
        """Return the local time; a remote may contain any number.

        >>> Deployment("", 99999999999999, "", (), "").time
        '????-??-?? ??:??'
        """
        try:
            return datetime.fromtimestamp(self.seconds, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        except (OverflowError, ValueError, OSError):
            return _NO_TIME


def deployment_of(name: str, seconds: int, message: str) -> Deployment:
    """Parse the message of a deployment; a message that Byeoru did not write has only a title."""
    title, *lines = message.splitlines() or [""]
    pairs = (line.partition(": ") for line in reversed(lines))
    fields = {key: text.strip() for key, _, text in pairs if text}
    changes = from_words(fields.get("Changes", ""))
    return Deployment(name, seconds, title, changes, fields.get("Source-Commit", ""), fields.get("Again", ""))


def _short(name: str) -> str:
    return name[:8] if _DIGEST.fullmatch(name) else name

"""One deployment: what it is recorded as, and how the record is read back.

In:  what was published, or the message that a target keeps.
Out: ``Published``, ``Authorship`` and ``Deployment``.
Must not: know any one target.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from byeoru.publish.changes import Count, from_words

_DIGEST = re.compile(r"[0-9a-f]{32,64}")
_NO_TIME = "????-??-?? ??:??"  # of a date that no calendar has


class Published(NamedTuple):
    """A deployment that has just happened."""

    name: str  # as the target calls it
    stamp: str

    @property
    def short_name(self) -> str:
        """Return the name as people use it."""
        return _short(self.name)


class Authorship(NamedTuple):
    """What a deployment records of itself."""

    title: str
    changes: str  # as words, see `changes.as_words`
    source: str  # the commit that the site was built from; "" for none
    people: Mapping[str, str]  # git's variables for author and committer
    again: str = ""  # the deployment whose site this one publishes again

    @property
    def message(self) -> str:
        """Return the record as the message of a commit."""
        lines = [self.title, "", f"Changes: {self.changes}"]
        lines += [f"{name}: {text}" for name, text in (("Source-Commit", self.source), ("Again", self.again)) if text]
        return "\n".join(lines)


class Deployment(NamedTuple):
    """One deployment of the past."""

    name: str  # as the target calls it
    seconds: int  # since 1970
    title: str
    changes: tuple[Count, ...]
    source: str  # the commit that the site was built from; "" for none
    again: str = ""  # the deployment whose site was published again

    @property
    def short_name(self) -> str:
        """Return the name as people use it: eight digits of a digest.

        >>> Deployment("0a1b2c3d4e5f60718293a4b5c6d7e8f901234567", 0, "", (), "").short_name
        '0a1b2c3d'
        >>> Deployment("20260314-121000-0a1b2c3d", 0, "", (), "").short_name
        '20260314-121000-0a1b2c3d'
        """
        return _short(self.name)

    @property
    def time(self) -> str:
        """Return the time as it is here; a remote may have any number.

        >>> Deployment("", 99999999999999, "", (), "").time
        '????-??-?? ??:??'
        """
        try:
            return datetime.fromtimestamp(self.seconds, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
        except (OverflowError, ValueError, OSError):
            return _NO_TIME


def deployment_of(name: str, seconds: int, message: str) -> Deployment:
    """Return what a message records of its deployment; one by somebody else has its title alone."""
    title, *lines = message.splitlines() or [""]
    rows = (line.partition(": ") for line in reversed(lines))
    fields = {key: text.strip() for key, _, text in rows if text}
    changes = from_words(fields.get("Changes", ""))
    return Deployment(name, seconds, title, changes, fields.get("Source-Commit", ""), fields.get("Again", ""))


def _short(name: str) -> str:
    return name[:8] if _DIGEST.fullmatch(name) else name

"""What a target is, and what it finds.

In:  a built site.
Out: ``Look`` (what the target holds, and what it would hold), then ``Published``.
Raises: ``PublishError`` where the target, or the way to it, fails.
Must not: know any one target.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol, runtime_checkable

from byeoru.base.diagnostic import Diagnostic
from byeoru.publish.changes import Changes
from byeoru.publish.deployment import Authorship, Deployment, Published
from byeoru.publish.progress import Tell
from byeoru.publish.site import BuiltSite

Files = Mapping[str, str]  # path of each file, and the name that the target has for its bytes


class Look(NamedTuple):
    """What a target holds, and what it would hold with another site."""

    old: str  # the deployment that is live, as the target calls it; "" for none
    new: str  # what is to be published, as the target calls it; "" where that has no name yet
    stamp: str  # of the site that is to be published
    before: Files
    after: Files
    addresses: frozenset[str]  # of pages that the live site lists; none where it has no list
    is_ours: bool  # the live site was published by this program
    is_same: bool  # the very site that is to be published is live
    read: Callable[[Iterable[str]], Mapping[str, bytes]]  # bytes of live files, by path
    diff: Callable[[Changes], str]  # how the texts of the two sites differ
    copies: tuple[str, ...] = ()  # files that `send` reads; they are copied first, so that builds can go on
    problems: tuple[Diagnostic, ...] = ()  # reasons to stop that only this target knows
    site: BuiltSite = BuiltSite("", {}, "")  # that `send` reads; none where an earlier one is published again


class Target(Protocol):
    """A place to publish to."""

    @property
    def where(self) -> str:
        """Return the place, as the author may see it."""

    @property
    def address(self) -> str:
        """Return the base address that the place gives a site, "" where only the author knows it."""

    @property
    def patience(self) -> int:
        """Return how many seconds the place may take to show a new site."""

    def look(self, site: BuiltSite) -> Look:
        """Return what is published, and what would be with *site*."""

    def send(self, look: Look, authorship: Authorship, tell: Tell) -> Published:
        """Publish what a look was for, wholly or not at all, if the place still is as it was; *tell* the progress."""


@runtime_checkable
class History(Protocol):
    """A target that keeps earlier deployments."""

    def past(self, count: int) -> tuple[Deployment, ...]:
        """Return the last deployments, the newest first."""

    def earlier(self, past: tuple[Deployment, ...], steps: int) -> Look:
        """Look at the site that was live *steps* deployments before the newest of the *past*."""

"""The interface of targets.

In:  a built site.
Out: ``Look`` (the live site of the target, and what would replace it), then ``Published``.
Raises: ``PublishError`` if the target or the connection fails.
Must not: depend on a particular target.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, Protocol, runtime_checkable

from byeoru.base.diagnostic import Diagnostic
from byeoru.publish.changes import Changes
from byeoru.publish.deployment import Authorship, Deployment, Published
from byeoru.publish.progress import OnProgress
from byeoru.publish.site import BuiltSite

Files = Mapping[str, str]  # the path of each file, and the target's identifier of its bytes


class Look(NamedTuple):
    """The live site of a target, and the site that would replace it."""

    old: str  # the target's name of the live deployment; "" for none
    new: str  # the target's name of the new site; "" if it has none yet
    stamp: str  # of the new site
    before: Files
    after: Files
    addresses: frozenset[str]  # of pages, as listed in the live site; empty if it has no list
    is_ours: bool  # Byeoru published the live site
    is_same: bool  # the new site is live already
    read: Callable[[Iterable[str]], Mapping[str, bytes]]  # bytes of live files, by path
    diff: Callable[[Changes], str]  # the text diff of the two sites
    copies: tuple[str, ...] = ()  # files that `send` reads; they are copied first, so that builds cannot change them
    problems: tuple[Diagnostic, ...] = ()  # reasons to stop that are specific to the target
    site: BuiltSite = BuiltSite("", {}, "")  # that `send` reads; empty if an earlier deployment is restored


class Target(Protocol):
    """What a site is deployed to."""

    @property
    def where(self) -> str:
        """Return the target's location for messages, without passwords."""

    @property
    def address(self) -> str:
        """Return the base address that the target gives a site, "" if only the author knows it."""

    @property
    def live_timeout(self) -> int:
        """Return how many seconds the target may need until a new site is live."""

    def look(self, site: BuiltSite) -> Look:
        """Compare the live site with *site*."""

    def send(self, look: Look, authorship: Authorship, on_progress: OnProgress) -> Published:
        """Publish the site of a look completely or not at all, and only if the target has not changed since."""


@runtime_checkable
class History(Protocol):
    """A target that keeps earlier deployments."""

    def past(self, count: int) -> tuple[Deployment, ...]:
        """Return the last deployments, the newest first."""

    def earlier(self, past: tuple[Deployment, ...], steps: int) -> Look:
        """Compare the live site with the one that was live *steps* deployments before the newest of the *past*."""

"""What a target is.

In:  an emitted folder with its manifest.
Out: ``Prepared`` (what would change, and reasons to stop), then ``Published``; past ``Deployment`` values.
Must not: know any one target.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.fields import ReadOption
from byeoru.model.deploy import Deploy
from byeoru.model.project import Project
from byeoru.publish.deployment import Authorship, Deployment, Moves, Prepared, Published, Site
from byeoru.publish.hosting import Hosting
from byeoru.publish.progress import Tell
from byeoru.publish.trust import TrustStore


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

    def prepare(self, site: Site) -> Prepared | Diagnostic:
        """Compare *site* with what is published."""

    def take(self, prepared: Prepared, room: str) -> Prepared | Diagnostic:
        """Copy into *room* what is still to be read of the site; from then on its folder may change."""

    def differences(self, prepared: Prepared) -> str | Diagnostic:
        """Return how the texts of the two sites differ."""

    def moved(self, site: Site, prepared: Prepared) -> Moves | Diagnostic:
        """Return old and new address of the pages whose published address would break, though they are still there."""

    def publish(self, prepared: Prepared, authorship: Authorship, tell: Tell) -> Published | Diagnostic:
        """Put what was *prepared* in its place, wholly or not at all; *tell* how far that is, where it takes long."""

    def deployments(self, count: int) -> tuple[Deployment, ...] | Diagnostic:
        """Return the last deployments, the newest first."""

    def earlier(self, past: tuple[Deployment, ...], steps: int) -> Prepared | Diagnostic:
        """Prepare the publication of the site that stood *steps* deployments before the newest of the *past*."""


Connect = Callable[[Deploy, Project, tuple[str, ...], TrustStore], Target | Diagnostic]


def _nothing_known(_deploy: Deploy, _root: str) -> Hosting:
    return Hosting()


def _no_folder(_deploy: Deploy, _root: str) -> str:
    return ""


class TargetType(NamedTuple):
    """A kind of target, as its module declares it."""

    name: str  # as `deploy.target` has it
    options: Mapping[str, ReadOption]  # the keys of `deploy` that it reads
    # From the options, the project, the folders that builds read, and what this machine trusts. None: the site is
    # published by somebody else's run, which a push of the sources starts.
    connect: Connect | None
    hosting: Callable[[Deploy, str], Hosting] = _nothing_known  # for `blog domain`; the text is the project's folder
    web_root: Callable[[Deploy, str], str] = _no_folder  # for `--setup`: the folder that a web server shows

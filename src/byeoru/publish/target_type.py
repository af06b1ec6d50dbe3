"""The declaration of a kind of target.

In:  the values that a module in ``targets/`` declares.
Out: ``TargetType``.
Must not: import what a target needs to publish, as a build reads the options too.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from byeoru.base.fields import ReadOption
from byeoru.model.deploy import Deploy
from byeoru.publish.hosting import Hosting

if TYPE_CHECKING:
    from byeoru.base.diagnostic import Diagnostic
    from byeoru.model.project import Project
    from byeoru.publish.target import Target
    from byeoru.publish.trust import TrustStore

    Connect = Callable[[Deploy, Project, tuple[str, ...], TrustStore], Target | Diagnostic]


def _nothing_known(_deploy: Deploy, _root: str) -> Hosting:
    return Hosting()


def _no_folder(_deploy: Deploy, _root: str) -> str:
    return ""


class TargetType(NamedTuple):
    """A kind of target, as its module declares it."""

    name: str  # the value of `deploy.target`
    options: Mapping[str, ReadOption]  # the keys of `deploy` that it reads
    # From the options, the project, the folders that builds read, and what the user trusts. None: a push of the sources
    # starts a run on a server, which builds and publishes the site.
    connect: "Connect | None"
    hosting: Callable[[Deploy, str], Hosting] = _nothing_known  # for `blog domain`; from options and project folder
    web_root: Callable[[Deploy, str], str] = _no_folder  # for `--setup`: the folder that a web server serves

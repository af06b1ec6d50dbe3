"""The messages and prompts of a deployment.

In:  values of a deployment, or a code of the catalogue with its arguments.
Out: the choices of the user.
Must not: decide anything.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Protocol

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.progress import Progress
from byeoru.model.project import Report
from byeoru.model.settings import Settings
from byeoru.publish.changes import Changes
from byeoru.publish.compare.moved import Moves
from byeoru.publish.compare.plan import Plan
from byeoru.publish.deployment import Deployment, Published
from byeoru.publish.git.provenance import Provenance
from byeoru.publish.live import LiveResponse
from byeoru.publish.notify.indexnow import Announcement, Receipt
from byeoru.publish.progress import OnProgress
from byeoru.publish.target import Target


class Dialogue(Protocol):
    """The interface to the user, who reads messages and confirms prompts."""

    def confirm(self, code: str, *, default: bool = False, **arguments: object) -> bool | None:
        """Prompt with a message of the catalogue; None without a terminal."""

    def report(self, code: str, **arguments: object) -> None:
        """Report a result with a message of the catalogue."""

    def warn(self, code: str, **arguments: object) -> None:
        """Report a message of the catalogue that is not the result."""

    def interrupted(self, code: str) -> None:
        """Report what happens after the user presses Ctrl-C."""

    def stop(self, *problems: Diagnostic) -> None:
        """Report why nothing is published."""

    def building(self) -> AbstractContextManager[Progress]:
        """Show the progress of a build."""

    def built(self, report: Report) -> None:
        """Report the problems of a build."""

    def settings_with_address(self, url: str) -> Settings:
        """Write the address of the site into the settings, and return them."""

    def keep_addresses(self, settings: Settings, moves: Moves) -> None:
        """Write the old addresses of moved pages into their sources."""

    def moved(self, moves: Moves) -> None:
        """Report which pages have moved."""

    def target(self, target: Target) -> None:
        """Report the target of the deployment."""

    def plan(self, plan: Plan, provenance: Provenance) -> None:
        """Report the changes, and the published files that are not committed."""

    def diff(self, changes: Changes, text: str) -> None:
        """Show the changed files and the diff of their texts."""

    def sending(self) -> AbstractContextManager[OnProgress]:
        """Show the progress of a transfer."""

    def published(self, published: Published) -> None:
        """Report that the site has been published."""

    def waiting(self, response: LiveResponse, seconds: float) -> None:
        """Show the response of the address while it is not yet the new site."""

    def checked(self, response: LiveResponse, limit: float) -> None:
        """Report the last response of the address."""

    def notified(self, announcement: Announcement, receipts: Iterable[Receipt]) -> None:
        """Report the responses of search engines."""

    def address(self, base_url: str) -> None:
        """Show the address of the site."""

    def past(self, deployments: tuple[Deployment, ...]) -> None:
        """Show a list of deployments."""

"""What a deployment reports to the user, and asks.

In:  values of a deployment, or a code of the catalogue with its arguments.
Out: the answers.
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
from byeoru.publish.live import Seen
from byeoru.publish.notify.indexnow import Announcement, Receipt
from byeoru.publish.progress import Tell
from byeoru.publish.target import Target


class Dialogue(Protocol):
    """The user, who is told what happens and asked what to do."""

    def confirm(self, code: str, *, default: bool = False, **arguments: object) -> bool | None:
        """Ask a question of the catalogue; None where nobody can answer."""

    def say(self, code: str, **arguments: object) -> None:
        """Report a sentence of the catalogue."""

    def warn(self, code: str, **arguments: object) -> None:
        """Report a sentence of the catalogue that is not the result."""

    def interrupted(self, code: str) -> None:
        """Report what is done when the user presses Ctrl-C."""

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
        """Report where the site goes."""

    def plan(self, plan: Plan, provenance: Provenance) -> None:
        """Report what changes, and what of it is not committed."""

    def diff(self, changes: Changes, text: str) -> None:
        """Show how the files differ."""

    def sending(self) -> AbstractContextManager[Tell]:
        """Show the progress of a transfer."""

    def published(self, published: Published) -> None:
        """Report that the site has been sent."""

    def waiting(self, seen: Seen, seconds: float) -> None:
        """Show what the address returns while it is not the new site."""

    def checked(self, seen: Seen, limit: float) -> None:
        """Report what the address returned last."""

    def notified(self, announcement: Announcement, receipts: Iterable[Receipt]) -> None:
        """Report what search engines answered."""

    def address(self, base_url: str) -> None:
        """Show where the site is."""

    def past(self, deployments: tuple[Deployment, ...]) -> None:
        """Show a list of deployments."""

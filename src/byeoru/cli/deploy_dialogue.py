"""The dialogue of `blog deploy` in a terminal or a log: print progress and results, and prompt the user."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.base.control_characters import escape_controls
from byeoru.base.diagnostic import Diagnostic
from byeoru.cli.confirm import confirm
from byeoru.cli.progress import Listener
from byeoru.cli.redirects import keep_addresses
from byeoru.cli.report import print_github, print_problems
from byeoru.cli.site_settings import settings_of, with_base_url
from byeoru.cli.upload_progress import UploadProgress
from byeoru.deploy import PAUSE
from byeoru.model.project import Project, Report
from byeoru.model.settings import Settings
from byeoru.publish.changes import Changes, Count, counts
from byeoru.publish.compare.moved import Moves
from byeoru.publish.compare.plan import Plan
from byeoru.publish.deployment import Deployment, Published
from byeoru.publish.git.provenance import Provenance
from byeoru.publish.live import LiveResponse
from byeoru.publish.notify.indexnow import Announcement, Receipt
from byeoru.publish.progress import OnProgress
from byeoru.publish.target import Target

_TITLE_LIMIT = 200  # characters of a title, which anybody may have written
_SIGNS = ("+", "~", "-")
_LOG_INTERVAL = 30.0  # seconds between two lines of a log
_DOMAIN_PROBLEMS = frozenset({"no-name", "certificate", "other-site"})


class TerminalDialogue(NamedTuple):
    """A dialogue in one language."""

    language: Language
    project: Project
    verbose: bool
    is_sure: bool  # `--yes`: every prompt is confirmed

    def confirm(self, code: str, *, default: bool = False, **arguments: object) -> bool | None:
        """Prompt the user; None without a terminal."""
        if self.is_sure:
            return True
        if not os.isatty(0):
            return None
        return confirm(self._sentence(code, arguments), self.language, default=default)

    def report(self, code: str, **arguments: object) -> None:
        """Print a result."""
        print(self._sentence(code, arguments))

    def warn(self, code: str, **arguments: object) -> None:
        """Print a message that is not the result to the standard error."""
        print(self._sentence(code, arguments), file=sys.stderr)

    def interrupted(self, code: str) -> None:
        """Print what happens after Ctrl-C, on the line below the `^C` of the terminal."""
        print("\n" + localize(code, self.language), file=sys.stderr)

    def stop(self, *problems: Diagnostic) -> None:
        """Print the problems that stop the deployment."""
        print_problems(Report(problems), self.project, self.language, verbose=True)
        if self.verbose:
            print("\n".join(detail for problem in problems if (detail := problem.argument("detail"))), file=sys.stderr)
        self.warn("deploy.stopped")

    @contextmanager
    def building(self) -> Iterator[Listener]:
        """Draw the progress of a build."""
        listener = Listener(self.language, draws=True)
        try:
            yield listener
        finally:
            listener.close()

    def built(self, report: Report) -> None:
        """Print the problems of a build."""
        print_problems(report, self.project, self.language, verbose=self.verbose)

    def noted(self, problem: Diagnostic) -> None:
        """Print a problem; within a run of GitHub Actions so that its page shows it."""
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print_github(Report((problem,)), self.language)
        else:
            self.built(Report((problem,)))

    def settings_with_address(self, url: str) -> Settings:
        """Write the address of the site into `blog.yml`, and read that again."""
        with_base_url(self.project, url, self.language)
        return settings_of(self.project)

    def keep_addresses(self, settings: Settings, moves: Moves) -> None:
        """Write the old addresses of moved pages into their sources."""
        keep_addresses(self.project, settings, moves, self.language)

    def moved(self, moves: Moves) -> None:
        """Print which pages have moved."""
        for old, new in moves:
            self.warn("deploy.moved", old=old, new=new)

    def target(self, target: Target) -> None:
        """Print the target of the deployment."""
        print(escape_controls(target.where))

    def plan(self, plan: Plan, provenance: Provenance) -> None:
        """Print a summary of the changes, and the published files that are not committed."""
        print(change_summary(plan, self.language))
        self.uncommitted(provenance)

    def uncommitted(self, provenance: Provenance) -> None:
        """Print how many of the published files are not committed."""
        if provenance.commit and (files := provenance.uncommitted):
            self.warn("deploy.uncommitted", count=len(files), first=files[0], more="…" if len(files) > 1 else "")

    def diff(self, changes: Changes, text: str) -> None:
        """Print the paths of changed files, and the diff of their texts."""
        for sign, paths in zip(_SIGNS, changes, strict=True):
            print("".join(f"{sign} {escape_controls(path)}\n" for path in paths), end="")
        print(escape_controls(text))

    @contextmanager
    def sending(self) -> Iterator[OnProgress]:
        """Draw the progress of a transfer."""
        line = UploadProgress(self.language)
        try:
            yield line.update
        finally:
            line.close()

    def published(self, published: Published) -> None:
        """Print under which name the site was published."""
        print(localize("deploy.done", self.language, name=published.short_name))

    def waiting(self, response: LiveResponse, seconds: float) -> None:
        """Print the response of the address while it is not yet the new site; on one line of a terminal."""
        detail = self._sentence_of(response)
        sentence = localize("live.waiting", self.language, seconds=round(seconds), response=detail)
        if sys.stderr.isatty():
            print(f"\r\033[K{sentence}", end="", file=sys.stderr, flush=True)
        elif seconds % _LOG_INTERVAL < PAUSE:  # a log needs no line every few seconds
            print(sentence, file=sys.stderr, flush=True)

    def checked(self, response: LiveResponse, limit: float) -> None:
        """Print the last response of the address."""
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        detail = self._sentence_of(response)
        if response.is_live:
            print(detail)
            return
        print(localize("live.gave-up", self.language, seconds=round(limit), response=detail), file=sys.stderr)
        if response.code in _DOMAIN_PROBLEMS:
            self.warn("live.see-domain")

    def notified(self, announcement: Announcement, receipts: Iterable[Receipt]) -> None:
        """Print the responses of search engines."""
        names = {"key": announcement.key, "count": f"{len(announcement.addresses):,}"}
        for receipt in receipts:
            detail = escape_controls(receipt.detail)
            sentence = localize(f"indexnow.{receipt.code}", self.language, host=receipt.host, detail=detail, **names)
            print(sentence, file=sys.stdout if receipt.is_accepted else sys.stderr)

    def address(self, base_url: str) -> None:
        """Print the address of the site if it has one."""
        if base_url:
            print(f"{base_url}/")

    def past(self, deployments: tuple[Deployment, ...]) -> None:
        """Print a line for each deployment."""
        print("\n".join(rows(deployments, self.language)) or localize("deploy.none", self.language))

    def _sentence_of(self, response: LiveResponse) -> str:
        return localize(f"live.{response.code}", self.language, detail=escape_controls(response.detail))

    def _sentence(self, code: str, arguments: dict[str, object]) -> str:
        shown = {name: escape_controls(value) if isinstance(value, str) else value for name, value in arguments.items()}
        return localize(code, self.language, **shown)


def change_summary(plan: Plan, language: Language) -> str:
    """Return a summary of the changes: posts, lists, files, and the number of broken addresses."""
    parts = [] if plan.look.old else [localize("deploy.first", language)]
    parts += _change_phrases(counts(plan.changes), language)
    return " · ".join([*parts, localize("deploy.broken", language, count=len(plan.broken))])


def _change_phrases(changes: Iterable[Count], language: Language) -> list[str]:
    return [
        localize(
            f"deploy.{change.noun}.{change.verb}",
            language,
            count=f"{change.number:,}",
            folder=escape_controls(change.folder),
        )
        for change in changes
    ]


def rows(past: Iterable[Deployment], language: Language) -> list[str]:
    """Return a line for each deployment: the number for `--rollback`, its time, name, source commit and changes."""
    return [
        localize(
            "deploy.row",
            language,
            number=f"{number:>3}",
            time=deployment.time,
            name=escape_controls(deployment.short_name),
            source=escape_controls(deployment.source[:8]) or "-",
            changes=(
                " · ".join(_change_phrases(deployment.changes, language))
                or escape_controls(deployment.title[:_TITLE_LIMIT])
            )
            + (f" ← {escape_controls(deployment.again[:_TITLE_LIMIT])}" if deployment.again else ""),
        )
        for number, deployment in enumerate(past)
    ]

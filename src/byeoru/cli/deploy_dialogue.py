"""The user of `blog deploy` at a terminal, or a log: what happens is printed, what is asked is asked here."""

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
from byeoru.publish.live import Seen
from byeoru.publish.notify.indexnow import Announcement, Receipt
from byeoru.publish.progress import Tell
from byeoru.publish.target import Target

_TITLE = 200  # characters of what somebody else wrote
_SIGNS = ("+", "~", "-")
_EVERY = 30.0  # seconds between two lines of a log
_OF_THE_DOMAIN = frozenset({"no-name", "certificate", "other-site"})


class TerminalDialogue(NamedTuple):
    """A dialogue in one language."""

    language: Language
    project: Project
    verbose: bool
    is_sure: bool  # `--yes`: every question is answered

    def confirm(self, code: str, *, default: bool = False, **arguments: object) -> bool | None:
        """Ask; None without a terminal."""
        if self.is_sure:
            return True
        if not os.isatty(0):
            return None
        return confirm(self._sentence(code, arguments), self.language, default=default)

    def say(self, code: str, **arguments: object) -> None:
        """Print a result."""
        print(self._sentence(code, arguments))

    def warn(self, code: str, **arguments: object) -> None:
        """Print what is not the result."""
        print(self._sentence(code, arguments), file=sys.stderr)

    def interrupted(self, code: str) -> None:
        """Print what is done after Ctrl-C, behind the `^C` of the terminal."""
        print("\n" + localize(code, self.language), file=sys.stderr)

    def stop(self, *problems: Diagnostic) -> None:
        """Report why nothing is published."""
        print_problems(Report(problems), self.project, self.language, verbose=True)
        if self.verbose:
            print("\n".join(detail for one in problems if (detail := one.argument("detail"))), file=sys.stderr)
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
        """Print where the site goes."""
        print(escape_controls(target.where))

    def plan(self, plan: Plan, provenance: Provenance) -> None:
        """Print what changes, in nouns, and what is published before it is committed."""
        print(change_words(plan, self.language))
        self.uncommitted(provenance)

    def uncommitted(self, provenance: Provenance) -> None:
        """Print that there are files which no commit holds yet."""
        if provenance.commit and (files := provenance.uncommitted):
            self.warn("deploy.uncommitted", count=len(files), first=files[0], more="…" if len(files) > 1 else "")

    def diff(self, changes: Changes, text: str) -> None:
        """Print each file that changes, and how its text does."""
        for sign, paths in zip(_SIGNS, changes, strict=True):
            print("".join(f"{sign} {escape_controls(path)}\n" for path in paths), end="")
        print(escape_controls(text))

    @contextmanager
    def sending(self) -> Iterator[Tell]:
        """Draw the progress of a transfer."""
        line = UploadProgress(self.language)
        try:
            yield line.update
        finally:
            line.close()

    def published(self, published: Published) -> None:
        """Print under which name the site was published."""
        print(localize("deploy.done", self.language, name=published.short_name))

    def waiting(self, seen: Seen, seconds: float) -> None:
        """Print what the address returns while it is not the new site, on one line of a terminal."""
        sentence = localize("live.waiting", self.language, seconds=round(seconds), seen=self._seen(seen))
        if sys.stderr.isatty():
            print(f"\r\033[K{sentence}", end="", file=sys.stderr, flush=True)
        elif seconds % _EVERY < PAUSE:  # a log needs no line every few seconds
            print(sentence, file=sys.stderr, flush=True)

    def checked(self, seen: Seen, limit: float) -> None:
        """Print what the address returned last."""
        if sys.stderr.isatty():
            print("\r\033[K", end="", file=sys.stderr, flush=True)
        if seen.is_live:
            print(self._seen(seen))
            return
        print(localize("live.gave-up", self.language, seconds=round(limit), seen=self._seen(seen)), file=sys.stderr)
        if seen.code in _OF_THE_DOMAIN:
            self.warn("live.see-domain")

    def notified(self, announcement: Announcement, receipts: Iterable[Receipt]) -> None:
        """Print what search engines answered."""
        names = {"key": announcement.key, "count": f"{len(announcement.addresses):,}"}
        for receipt in receipts:
            detail = escape_controls(receipt.detail)
            sentence = localize(f"indexnow.{receipt.code}", self.language, host=receipt.host, detail=detail, **names)
            print(sentence, file=sys.stdout if receipt.is_accepted else sys.stderr)

    def address(self, base_url: str) -> None:
        """Print where the site is, if that is known."""
        if base_url:
            print(f"{base_url}/")

    def past(self, deployments: tuple[Deployment, ...]) -> None:
        """Print a line for each deployment."""
        print("\n".join(rows(deployments, self.language)) or localize("deploy.none", self.language))

    def _seen(self, seen: Seen) -> str:
        return localize(f"live.{seen.code}", self.language, detail=escape_controls(seen.detail))

    def _sentence(self, code: str, arguments: dict[str, object]) -> str:
        shown = {name: escape_controls(value) if isinstance(value, str) else value for name, value in arguments.items()}
        return localize(code, self.language, **shown)


def change_words(plan: Plan, language: Language) -> str:
    """Return what changes: posts, lists, files, and how many addresses break."""
    parts = [] if plan.look.old else [localize("deploy.first", language)]
    parts += _counted(counts(plan.changes), language)
    return " · ".join([*parts, localize("deploy.broken", language, count=len(plan.broken))])


def _counted(found: Iterable[Count], language: Language) -> list[str]:
    return [
        localize(f"deploy.{one.noun}.{one.verb}", language, count=f"{one.number:,}", folder=escape_controls(one.folder))
        for one in found
    ]


def rows(past: Iterable[Deployment], language: Language) -> list[str]:
    """Return a line for each deployment: how to come back to it, when, from what, and what changed."""
    return [
        localize(
            "deploy.row",
            language,
            number=f"{number:>3}",
            time=one.time,
            name=escape_controls(one.short_name),
            source=escape_controls(one.source[:8]) or "-",
            changes=(" · ".join(_counted(one.changes, language)) or escape_controls(one.title[:_TITLE]))
            + (f" ← {escape_controls(one.again[:_TITLE])}" if one.again else ""),
        )
        for number, one in enumerate(past)
    ]

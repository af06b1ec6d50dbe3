"""Set up a workflow of GitHub Actions, and report what the next push will do.

In:  a project with the report of a current build, and a ``SetupDialogue``.
Out: the workflow and the target in the settings, written if the author confirms.
Raises: ``PublishError`` with what is missing.
Must not: commit or push: that publishes the site, and is left to the author.
"""

import os
from typing import NamedTuple, Protocol

from byeoru import __version__
from byeoru.base.diagnostic import Diagnostic, Location, error, warning
from byeoru.base.source_file import create_source, edit_source, replace_source
from byeoru.base.yaml_splice import set_below, set_key
from byeoru.model.project import Project, Report
from byeoru.model.settings import Settings
from byeoru.publish.errors import PublishError
from byeoru.publish.git.checkout import Checkout, checkout_of, unpushed
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.provenance import Provenance, provenance_of
from byeoru.publish.git.remote import repository_url
from byeoru.publish.github import github_name
from byeoru.publish.site_address import cname_of
from byeoru.publish.targets.github_actions import EXAMPLE, TARGET
from byeoru.publish.targets.github_actions.workflow import PATH, crons_of, due_times, workflow

_UNKNOWN = "OWNER/REPO"  # if the clone has no remote at GitHub


class SetupDialogue(Protocol):
    """The messages and prompts of the set-up."""

    def confirm(self, code: str, *, default: bool = False, **arguments: object) -> bool | None:
        """Prompt with a message of the catalogue; None without a terminal."""

    def report(self, code: str, **arguments: object) -> None:
        """Report a result with a message of the catalogue."""

    def noted(self, problem: Diagnostic) -> None:
        """Report a warning."""

    def uncommitted(self, provenance: Provenance) -> None:
        """Report how many files of the project are not committed."""


class Actions(NamedTuple):
    """A project that GitHub Actions publish."""

    project: Project
    settings: Settings
    report: Report  # of a current build
    allowed: tuple[str, ...]  # reasons to stop that the author ignores with `--allow`, here and in each run

    @property
    def repository(self) -> str:
        """Return user and repository at GitHub."""
        return "/".join(github_name(remote_of(self.settings, self.project)) or ()) or _UNKNOWN

    @property
    def dates(self) -> tuple[str, ...]:
        """Return the dates of the scheduled posts."""
        return tuple(post.date for post in self.report.future)


def remote_of(settings: Settings, project: Project) -> str:
    """Return the URL of the repository to which the sources are pushed; "" if it is unknown."""
    try:
        return repository_url(settings.deploy.option("repository"), project.root)
    except GitError:
        return ""


def set_up(actions: Actions, dialogue: SetupDialogue) -> None:
    """Write the workflow, and the target into the settings."""
    checkout = _checkout(actions.project)
    archive = actions.settings.deploy.option("actions")
    if not archive:
        raise PublishError(error("actions-no-install", Location("blog.yml"), "write-install", example=EXAMPLE))
    uses_lfs = "filter=lfs" in _text_of(os.path.join(checkout.top, ".gitattributes"))
    text = workflow(checkout, __version__, archive, due_times(actions.dates), actions.allowed, uses_lfs=uses_lfs)
    file = os.path.join(checkout.top, *PATH.split("/"))
    old = _text_of(file)
    if old not in {"", text} and not dialogue.confirm("actions.ask-overwrite", path=PATH):
        raise PublishError(error("actions-differs", Location(""), "overwrite-with-yes", path=PATH))
    if old != text:
        _write(checkout.top, file, text)
    dialogue.report("actions.unchanged" if old == text else "actions.written", path=PATH)
    count = len(actions.dates)
    dialogue.report("actions.scheduled" if count else "actions.not-scheduled", count=count)
    if actions.settings.deploy.target != TARGET.name and dialogue.confirm("actions.ask-target"):
        is_written = _write_target(actions.project)
        dialogue.report("actions.target-written" if is_written else "actions.write-target")
    _report_next_steps(actions, checkout, dialogue)


def advise(actions: Actions, dialogue: SetupDialogue) -> None:
    """Report how the site is published, and what prevents it."""
    checkout = _checkout(actions.project)
    text = _text_of(os.path.join(checkout.top, *PATH.split("/")))
    if not text:
        raise PublishError(error("actions-no-workflow", Location(""), "set-up-actions", path=PATH))
    if missing := [due.date for due in due_times(actions.dates) if due.cron not in crons_of(text)]:
        dialogue.noted(warning("actions-not-scheduled", Location(""), "renew-actions", path=PATH, date=missing[0]))
    dialogue.uncommitted(provenance_of(actions.project.root))
    if count := unpushed(actions.project.root):
        dialogue.report("actions.unsent", count=count)
    dialogue.report("actions.by-push", branch=checkout.branch)
    dialogue.report("actions.runs", name=actions.repository)


def _checkout(project: Project) -> Checkout:
    checkout = checkout_of(project.root)
    if isinstance(checkout, Diagnostic):
        raise PublishError(checkout)
    return checkout


def _report_next_steps(actions: Actions, checkout: Checkout, dialogue: SetupDialogue) -> None:
    """Report what the author must do at GitHub and with git."""
    file = os.path.join(checkout.top, *PATH.split("/"))
    path = os.path.relpath(file, actions.project.root).replace(os.sep, "/")
    dialogue.report("actions.next", name=actions.repository, paths=f"{path} blog.yml")
    host = cname_of(actions.settings.base_url)
    if host:
        dialogue.report("actions.next-domain", name=actions.repository, host=host)
    dialogue.report("actions.next-push", number=4 if host else 3, branch=checkout.branch)


def _text_of(path: str) -> str:
    """Return the text of a file, "" if it does not exist."""
    try:
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def _write(top: str, path: str, text: str) -> None:
    try:
        with open(path, "rb") as file:
            replace_source(top, path, text.encode(), file.read())
    except FileNotFoundError:
        create_source(top, path, text.encode())


def _write_target(project: Project) -> bool:
    """Write the target into `blog.yml`; tell whether this was possible without guessing."""

    def changed(text: str) -> str | None:
        return set_below(text, "deploy", "target", TARGET.name) or set_key(text, "deploy", TARGET.name)

    return edit_source(project.root, project.file("blog.yml"), changed) is not None

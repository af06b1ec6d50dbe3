"""Publishing by GitHub Actions: write the workflow, and say what a push of the sources will do."""

import os
from typing import NamedTuple

from byeoru import __version__
from byeoru.base.catalogue import say
from byeoru.base.diagnostic import Diagnostic, Place, error, warning
from byeoru.base.source_file import create_source, replace_source
from byeoru.base.yaml_splice import set_below, set_key
from byeoru.cli.confirm import confirmed
from byeoru.cli.deploy_words import Talk
from byeoru.cli.report import print_github
from byeoru.model.project import Project, Report
from byeoru.model.settings import Settings
from byeoru.publish.git.checkout import Checkout, checkout_of, unsent
from byeoru.publish.git.errors import GitFailed
from byeoru.publish.git.provenance import provenance_of
from byeoru.publish.git.remote import repository_url
from byeoru.publish.github import github_name
from byeoru.publish.site_address import cname_of
from byeoru.publish.targets.github_actions import EXAMPLE
from byeoru.publish.targets.github_actions.workflow import PATH, crons_of, due_times, workflow

TARGET = "github-actions"
_SOMEBODY = "OWNER/REPO"  # where the clone does not tell


class Errand(NamedTuple):
    """What both commands need to know."""

    project: Project
    settings: Settings
    report: Report  # of a build of today
    talk: Talk
    allowed: tuple[str, ...]  # reasons to stop that the author lets pass, here and in each run

    @property
    def repository(self) -> str:
        """Return user and repository at GitHub."""
        return "/".join(github_name(remote_of(self.settings, self.project)) or ()) or _SOMEBODY

    @property
    def dates(self) -> tuple[str, ...]:
        """Return the dates of the posts that wait for them."""
        return tuple(one.date for one in self.report.future)


def remote_of(settings: Settings, project: Project) -> str:
    """Return the address of the repository that the sources are pushed to; "" where only the author knows it."""
    try:
        return repository_url(settings.deploy.option("repository"), project.root)
    except GitFailed:
        return ""


def set_up(errand: Errand, *, is_sure: bool) -> int:
    """Write the workflow and the target; *is_sure* takes each question for answered. Return the exit code."""
    talk, language = errand.talk, errand.talk.language
    checkout = checkout_of(errand.project.root)
    if isinstance(checkout, Diagnostic):
        return talk.stop(checkout)
    archive = errand.settings.deploy.option("actions")
    if not archive:
        return talk.stop(error("actions-no-install", Place("blog.yml"), "write-install", example=EXAMPLE))
    text = workflow(checkout, __version__, archive, due_times(errand.dates), errand.allowed)
    place = os.path.join(checkout.top, *PATH.split("/"))
    old = _text_of(place)
    if old not in {"", text} and not is_sure and not _agrees("actions.ask-overwrite", talk, path=PATH):
        return talk.stop(error("actions-differs", Place(""), "overwrite-with-yes", path=PATH))
    if old != text:
        _write(checkout.top, place, text)
    print(say("actions.unchanged" if old == text else "actions.written", language, path=PATH))
    count = len(errand.dates)
    print(say("actions.scheduled" if count else "actions.not-scheduled", language, count=count))
    if errand.settings.deploy.target != TARGET and (is_sure or _agrees("actions.ask-target", talk)):
        is_written = _write_target(errand.project)
        print(say("actions.target-written" if is_written else "actions.write-target", language))
    print(next_steps(errand, checkout))
    return 0


def next_steps(errand: Errand, checkout: Checkout) -> str:
    """Return what only the author can do."""
    language, name = errand.talk.language, errand.repository
    here = os.path.relpath(os.path.join(checkout.top, *PATH.split("/")), errand.project.root).replace(os.sep, "/")
    lines = [say("actions.next", language, name=name, paths=f"{here} blog.yml")]
    host = cname_of(errand.settings.base_url)
    lines += [say("actions.next-domain", language, name=name, host=host)] if host else []
    lines.append(say("actions.next-push", language, number=len(lines) + 2, branch=checkout.branch))
    return "\n".join(lines)


def advise(errand: Errand) -> int:
    """Say how the site gets published, and what keeps it from that; return the exit code."""
    talk, language = errand.talk, errand.talk.language
    checkout = checkout_of(errand.project.root)
    if isinstance(checkout, Diagnostic):
        return talk.stop(checkout)
    text = _text_of(os.path.join(checkout.top, *PATH.split("/")))
    if not text:
        return talk.stop(error("actions-no-workflow", Place(""), "set-up-actions", path=PATH))
    if missing := [one.date for one in due_times(errand.dates) if one.cron not in crons_of(text)]:
        _warn(talk, warning("actions-not-scheduled", Place(""), "renew-actions", path=PATH, date=missing[0]))
    talk.uncommitted(provenance_of(errand.project.root))
    if count := unsent(errand.project.root):
        print(say("actions.unsent", language, count=count))
    print(say("actions.by-push", language, branch=checkout.branch))
    print(say("actions.runs", language, name=errand.repository))
    return 0


def no_history(talk: Talk) -> int:
    """Say how to come back to an earlier site; return the exit code."""
    return talk.stop(error("actions-no-history", Place(""), "revert-or-rerun"))


def _warn(talk: Talk, problem: Diagnostic) -> None:
    """Tell of a problem; within a run of GitHub Actions so that its page shows it."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print_github(Report((problem,)), talk.language)
    else:
        talk.built(Report((problem,)))


def _agrees(code: str, talk: Talk, **names: object) -> bool:
    """Ask; nobody at the terminal has not agreed."""
    return os.isatty(0) and confirmed(say(code, talk.language, **names), talk.language, default=False)


def _text_of(place: str) -> str:
    """Return the text of a file, "" where there is none."""
    try:
        with open(place, encoding="utf-8", errors="replace", newline="") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def _write(top: str, place: str, text: str) -> None:
    try:
        with open(place, "rb") as file:
            replace_source(top, place, text.encode(), file.read())
    except FileNotFoundError:
        create_source(top, place, text.encode())


def _write_target(project: Project) -> bool:
    """Write the target into `blog.yml`; tell whether that could be done without a guess."""
    place = project.file("blog.yml")
    with open(place, "rb") as file:
        data = file.read()
    text = data.decode("utf-8", "surrogateescape")
    made = set_below(text, "deploy", "target", TARGET) or set_key(text, "deploy", TARGET)
    if made is None:
        return False
    replace_source(project.root, place, made.encode("utf-8", "surrogateescape"), data)
    return True

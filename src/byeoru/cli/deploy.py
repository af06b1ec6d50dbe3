"""`blog deploy`: build, look, publish, wait until it is live."""

import os
from datetime import UTC, datetime
from typing import NamedTuple

import click

from byeoru.base.diagnostic import Diagnostic, Place, error, has_errors
from byeoru.base.messages import Language, say
from byeoru.cache.lock import locked
from byeoru.cli.build import now
from byeoru.cli.deploy_words import PAUSE, Talk, rows
from byeoru.cli.place import need_project
from byeoru.cli.progress import Listener
from byeoru.cli.redirects import keep_addresses
from byeoru.cli.site_settings import settings_of, with_base_url
from byeoru.cli.worded import Mistake, WordedCommand
from byeoru.emit.manifest import read_manifest
from byeoru.front_door import enter
from byeoru.model.deploy import TARGETS
from byeoru.model.project import Profile, Project
from byeoru.model.settings import Settings
from byeoru.publish import github_pages
from byeoru.publish.changes import as_words, counts
from byeoru.publish.git import GitFailed
from byeoru.publish.github_pages import Authorship, Prepared, Site
from byeoru.publish.live import wait_until_live
from byeoru.publish.preflight import ALLOWED, denied
from byeoru.publish.provenance import Provenance, people_of, provenance_of
from byeoru.publish.repository import Remote, Repository
from byeoru.publish.target import pages_address, repository_url

_SHOWN = 20  # deployments in a list


class Errand(NamedTuple):
    """What a deployment needs to know."""

    project: Project
    settings: Settings
    repository: Repository
    talk: Talk
    choices: dict[str, object]


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""

    def option(name: str, *short: str, **kind: object) -> click.Option:
        return click.Option([*short, f"--{name}"], help=say(f"help.deploy.{name}", language), **kind)  # type: ignore[arg-type]

    made = WordedCommand(
        "deploy",
        help=say("help.deploy", language),
        options_metavar=say("option.metavar", language),
        params=[
            option("target", "-t", metavar="|".join(TARGETS)),
            option("dry-run", "-n", is_flag=True),
            option("diff", is_flag=True),
            option("redirect", is_flag=True),
            option("allow", multiple=True, type=click.Choice(ALLOWED)),
            option("rollback", is_flag=False, flag_value=1, type=click.IntRange(1, 1000), metavar="[N]"),
            option("list", is_flag=True),
            option("no-wait", is_flag=True),
            option("wait", type=click.IntRange(1, 86400), default=300, metavar="N"),
            option("yes", "-y", is_flag=True),
            option("verbose", "-v", is_flag=True),
            click.Option(["--lang"], type=click.Choice(["ko", "en"]), help=say("help.lang", language)),
        ],
        callback=lambda **choices: run(language, need_project(language), choices),
    )
    made.language = language
    return made


def run(language: Language, project: Project, choices: dict[str, object]) -> None:
    """Do what was asked for, and leave with its exit code."""
    talk = Talk(language, project, verbose=bool(choices["verbose"]))
    settings = settings_of(project)
    target = str(choices["target"] or settings.deploy.target)
    if target not in TARGETS:
        raise Mistake(
            say("problem.unknown-target", language, text=target),
            say("hint.one-of", language, choices=", ".join(TARGETS)),
        )
    try:
        url = repository_url(settings.deploy.repository, project.root)
    except GitFailed as failed:
        _leave(talk.stop(failed.problem))
    if not url:
        _leave(talk.stop(error("deploy-no-repository", Place("blog.yml"), "set-repository")))
    folder = os.path.join(project.workroom, "deploy", f"{target}.git")
    repository = Repository(folder, Remote(url, settings.deploy.branch))
    errand = Errand(project, settings, repository, talk, choices)
    with locked(f"{project.workroom}/deploy.lock", Listener(language, draws=False).waits_for):
        if choices["list"]:
            code = _list(errand)
        elif choices["rollback"]:
            code = _roll_back(errand)
        else:
            code = _deploy(_with_address(errand))
    _leave(code)


def _leave(code: int) -> None:
    click.get_current_context().exit(code)


def _with_address(errand: Errand) -> Errand:
    """Offer the address that the host gives the repository, if the settings have none."""
    guess = pages_address(errand.repository.remote.url)
    language = errand.talk.language
    if errand.settings.base_url or not guess:
        return errand
    if not errand.choices["yes"]:
        is_asked = os.isatty(0)
        if not is_asked or not click.confirm(say("deploy.ask-address", language, url=guess), default=True):
            return errand
    with_base_url(errand.project, guess, language)
    print(say("deploy.address-written", language, url=guess))
    return errand._replace(settings=settings_of(errand.project))


def _deploy(errand: Errand) -> int:
    talk, choices = errand.talk, errand.choices
    site = _built(errand)
    if site is None:
        return 1
    expected = pages_address(errand.repository.remote.url)
    prepared = github_pages.prepare(site, errand.repository, expected)
    if isinstance(prepared, Diagnostic):
        return talk.stop(prepared)
    if prepared.broken:
        pairs = github_pages.moved(site, errand.repository, prepared)
        if pairs and choices["redirect"]:
            keep_addresses(errand.project, errand.settings, pairs, talk.language)
            return _deploy(errand._replace(choices={**choices, "redirect": False}))
        talk.moved(pairs)
    return _finish(errand, prepared, "")


def _finish(errand: Errand, prepared: Prepared, what: str) -> int:
    """Show what was *prepared*, and publish it unless something speaks against that."""
    talk, choices = errand.talk, errand.choices
    talk.target(errand.repository.remote)
    if prepared.is_same:
        return talk.same(errand.settings.base_url)
    talk.changes(prepared)
    provenance = provenance_of(errand.project.root)
    talk.uncommitted(provenance)
    if choices["diff"]:
        talk.differences(prepared, errand.repository.diff(prepared.old, prepared.tree))
    stops = denied(prepared.problems, choices["allow"])  # type: ignore[arg-type]
    if stops:
        return talk.stop(*stops)
    if choices["dry_run"]:
        print(say("deploy.dry-run", talk.language))
        return 0
    return _send(errand, prepared, _authorship(errand, prepared, provenance, what))


def _authorship(errand: Errand, prepared: Prepared, provenance: Provenance, what: str) -> Authorship:
    """Return what the commit says: what it does, what that changes, and what it was made from."""
    source = provenance.commit + ("+" if provenance.commit and provenance.uncommitted else "")
    lines = [what or "Publish the site", "", f"Changes: {as_words(counts(prepared.changes))}"]
    lines += [f"Source-Commit: {source}"] if source else []
    people = people_of(errand.project.root, errand.settings.author.name)
    return Authorship("\n".join(lines), people, squash=errand.settings.deploy.history == "squash")


def _send(errand: Errand, prepared: Prepared, authorship: Authorship) -> int:
    """Publish what was *prepared*, and wait for it; somebody who stops that is told where things stand."""
    talk = errand.talk
    try:
        published = github_pages.publish(errand.repository, prepared, authorship)
    except KeyboardInterrupt:
        return talk.interrupted("deploy.interrupted")
    if isinstance(published, Diagnostic):
        return talk.stop(published)
    print(say("deploy.done", talk.language, commit=published.commit[:8]))
    try:
        return _wait(errand, published.stamp)
    except KeyboardInterrupt:
        return talk.interrupted("live.stopped")


def _wait(errand: Errand, stamp: str) -> int:
    """Wait until the address shows the new site, and print it."""
    base_url, talk = errand.settings.base_url, errand.talk
    if base_url and not errand.choices["no_wait"]:
        limit = float(str(errand.choices["wait"]))
        seen = wait_until_live(base_url, github_pages.STAMP, stamp, limit=limit, pause=PAUSE, tell=talk.waiting)
        talk.end(seen, limit)
    if base_url:
        print(f"{base_url}/")
    return 0


def _built(errand: Errand) -> Site | None:
    """Build the site as `blog build` does; None if it has errors."""
    project, talk = errand.project, errand.talk
    profile = Profile("site", project.file("site"))
    listener = Listener(talk.language, draws=True)
    try:
        report = enter(project, profile, now=now(), jobs=0, progress=listener)
    finally:
        listener.close()
    talk.built(report)
    if not report.is_written or has_errors(report.problems):
        talk.stop()
        return None
    manifest = read_manifest(profile.output)
    if manifest is None:
        talk.stop(error("deploy-no-manifest", Place("site"), "build-again"))
        return None
    return Site(profile.output, manifest, errand.settings.base_url)


def _list(errand: Errand) -> int:
    commits = github_pages.deployments(errand.repository, _SHOWN)
    if isinstance(commits, Diagnostic):
        return errand.talk.stop(commits)
    print("\n".join(rows(commits, errand.talk.language)) or say("deploy.none", errand.talk.language))
    return 0


def _roll_back(errand: Errand) -> int:
    steps = int(str(errand.choices["rollback"]))
    commits = github_pages.deployments(errand.repository, steps + 1)
    if isinstance(commits, Diagnostic):
        return errand.talk.stop(commits)
    if len(commits) <= steps:
        problem = error("deploy-no-earlier", Place(""), "try-smaller-step", steps=steps, count=len(commits))
        return errand.talk.stop(problem)
    prepared = github_pages.earlier(errand.repository, commits, steps)
    if isinstance(prepared, Diagnostic):
        return errand.talk.stop(prepared)
    then = datetime.fromtimestamp(commits[steps].seconds, UTC).isoformat(timespec="minutes")
    return _finish(errand, prepared, f"Publish the site of {then} again ({commits[steps].name[:8]})")

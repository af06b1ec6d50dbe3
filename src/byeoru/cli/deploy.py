"""`blog deploy`: build, look, publish, wait until it is live."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

import click

from byeoru.base.diagnostic import Diagnostic, Place, error, has_errors
from byeoru.base.messages import Language, say
from byeoru.base.rooted import Rooted
from byeoru.cache.lock import locked
from byeoru.cli import deploy_actions
from byeoru.cli.build import now
from byeoru.cli.deploy_words import PAUSE, Talk, rows, short
from byeoru.cli.place import need_project
from byeoru.cli.progress import Listener
from byeoru.cli.redirects import keep_addresses
from byeoru.cli.search_engines import announce
from byeoru.cli.sending import SendingLine
from byeoru.cli.site_settings import settings_of, with_base_url
from byeoru.cli.worded import Mistake, WordedCommand
from byeoru.discover.layout import sources_of
from byeoru.emit.manifest import read_manifest
from byeoru.front_door import enter
from byeoru.model.deploy import TARGETS
from byeoru.model.project import Profile, Project, Report
from byeoru.model.settings import Settings
from byeoru.publish.changes import as_words, counts
from byeoru.publish.deployment import STAMP, Authorship, Deployment, Prepared, Site, Target
from byeoru.publish.live import wait_until_live
from byeoru.publish.local_links import local_links
from byeoru.publish.preflight import ALLOWED, denied, reasons_of_build
from byeoru.publish.provenance import Provenance, people_of, provenance_of
from byeoru.publish.setup import SETUPS
from byeoru.publish.target import pages_address, repository_url
from byeoru.publish.targets import MAKERS

ACTIONS = "actions"  # of `--setup`; the others print, and this one writes
_SHOWN = 20  # deployments in a list


class Errand(NamedTuple):
    """What a deployment needs to know."""

    project: Project
    settings: Settings
    target: Target
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
            option("setup", type=click.Choice((ACTIONS, *SETUPS))),
            option("no-wait", is_flag=True),
            option("wait", type=click.IntRange(1, 86400), metavar="N"),
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
    if choices["setup"] and choices["setup"] != ACTIONS:
        _print_setup(language, project, settings, str(choices["setup"]))
        return
    name = str(choices["target"] or settings.deploy.target)
    if choices["setup"] or name == deploy_actions.TARGET:
        _leave(_by_actions(project, settings, talk, choices))
        return
    if name not in MAKERS:
        raise Mistake(
            say("problem.unknown-target", language, text=name),
            say("hint.one-of", language, choices=", ".join(TARGETS)),
        )
    target = MAKERS[name](settings.deploy, project, sources_of(project.root))
    if isinstance(target, Diagnostic):
        _leave(talk.stop(target))
        return
    errand = Errand(project, settings, target, talk, choices)
    with locked(f"{project.workroom}/deploy.lock", Listener(language, draws=False).waits_for):
        if choices["list"]:
            code = _list(errand)
        elif choices["rollback"]:
            code = _roll_back(errand)
        else:
            settings = _with_address(project, settings, target.address, talk, is_sure=bool(choices["yes"]))
            code = _deploy(errand._replace(settings=settings))
    _leave(code)


def _print_setup(language: Language, project: Project, settings: Settings, name: str) -> None:
    if not settings.base_url:
        raise Mistake(say("domain.none", language), say("domain.set-it", language))
    print(SETUPS[name](settings, project, language), end="")


def _leave(code: int) -> None:
    click.get_current_context().exit(code)


def _with_address(project: Project, settings: Settings, guess: str, talk: Talk, *, is_sure: bool) -> Settings:
    """Offer the address that the host gives the site, if the settings have none; return the settings of now."""
    if settings.base_url or not guess:
        return settings
    if not is_sure:
        is_asked = os.isatty(0)
        if not is_asked or not click.confirm(say("deploy.ask-address", talk.language, url=guess), default=True):
            return settings
    with_base_url(project, guess, talk.language)
    print(say("deploy.address-written", talk.language, url=guess))
    return settings_of(project)


def _by_actions(project: Project, settings: Settings, talk: Talk, choices: dict[str, object]) -> int:
    """Do what was asked for where GitHub Actions publishes the site; return the exit code."""
    if choices["list"] or choices["rollback"]:
        return deploy_actions.no_history(talk)
    is_sure = bool(choices["yes"])
    if choices["setup"]:
        guess = pages_address(repository_url(settings.deploy.repository, project.root))
        settings = _with_address(project, settings, guess, talk, is_sure=is_sure)
    report = _report(project, talk, ALLOWED if choices["setup"] else choices["allow"])  # type: ignore[arg-type]
    if report is None:
        return 1
    errand = deploy_actions.Errand(project, settings, report, talk)
    return deploy_actions.set_up(errand, is_sure=is_sure) if choices["setup"] else deploy_actions.advise(errand)


def _deploy(errand: Errand) -> int:
    talk, choices = errand.talk, errand.choices
    site = _built(errand)
    if site is None:
        return 1
    prepared = errand.target.prepare(site)
    if isinstance(prepared, Diagnostic):
        return talk.stop(prepared)
    links = local_links(site, prepared.changes.added + prepared.changes.changed)
    prepared = prepared._replace(problems=prepared.problems + links)
    if prepared.broken:
        pairs = errand.target.moved(site, prepared)
        if isinstance(pairs, Diagnostic):
            return talk.stop(pairs)
        if pairs and choices["redirect"]:
            keep_addresses(errand.project, errand.settings, pairs, talk.language)
            return _deploy(errand._replace(choices={**choices, "redirect": False}))
        talk.moved(pairs)
    return _finish(errand, prepared, None)


def _finish(errand: Errand, prepared: Prepared, again: Deployment | None) -> int:
    """Show what was *prepared*, and publish it unless something speaks against that."""
    talk, choices = errand.talk, errand.choices
    talk.target(errand.target)
    if prepared.is_same:
        return talk.same(errand.settings.base_url)
    talk.changes(prepared)
    provenance = provenance_of(errand.project.root)
    talk.uncommitted(provenance)
    if choices["diff"]:
        texts = errand.target.differences(prepared)
        if isinstance(texts, Diagnostic):
            return talk.stop(texts)
        talk.differences(prepared, texts)
    stops = denied(prepared.problems, choices["allow"])  # type: ignore[arg-type]
    if stops:
        return talk.stop(*stops)
    if choices["dry_run"]:
        print(say("deploy.dry-run", talk.language))
        return 0
    return _send(errand, prepared, _authorship(errand, prepared, provenance, again))


def _authorship(errand: Errand, prepared: Prepared, provenance: Provenance, again: Deployment | None) -> Authorship:
    """Return what the deployment says of itself: what it does, what that changes, and what it was made from."""
    source = provenance.commit + ("+" if provenance.commit and provenance.uncommitted else "")
    people = people_of(errand.project.root, errand.settings.author.name)
    changes = as_words(counts(prepared.changes))
    if again is None:
        return Authorship("Publish the site", changes, source, people)
    then = datetime.fromtimestamp(again.seconds, UTC).isoformat(timespec="minutes")
    name = short(again.name)
    return Authorship(f"Publish the site of {then} again ({name})", changes, again.source, people, name)


def _send(errand: Errand, prepared: Prepared, authorship: Authorship) -> int:
    """Publish what was *prepared*, and wait for it; somebody who stops that is told where things stand."""
    talk, line = errand.talk, SendingLine(errand.talk.language)
    try:
        published = errand.target.publish(prepared, authorship, line.tell)
    except KeyboardInterrupt:
        return talk.interrupted("deploy.interrupted")
    finally:
        line.close()
    if isinstance(published, Diagnostic):
        return talk.stop(published)
    talk.done(published)
    if errand.target.address and not prepared.has_old:
        print(say("deploy.choose-branch", talk.language))
    try:
        is_live = _wait(errand, published.stamp)
        announce(errand.settings, prepared.changes, talk.language, is_live=is_live)
    except KeyboardInterrupt:
        return talk.interrupted("live.stopped")
    if errand.settings.base_url:
        print(f"{errand.settings.base_url}/")
    return 0


def _wait(errand: Errand, stamp: str) -> bool:
    """Wait until the address shows the new site; tell whether it does."""
    base_url, talk = errand.settings.base_url, errand.talk
    if not base_url or errand.choices["no_wait"]:
        return False
    limit = float(str(errand.choices["wait"] or errand.target.patience))
    seen = wait_until_live(base_url, STAMP, stamp, limit=limit, pause=PAUSE, tell=talk.waiting)
    talk.end(seen, limit)
    return seen.is_live


def _report(project: Project, talk: Talk, allowed: Iterable[str]) -> Report | None:
    """Build the site as `blog build` does; None if it has errors, or warnings that stop a deployment."""
    listener = Listener(talk.language, draws=True)
    try:
        report = enter(project, Profile("site", project.file("site")), now=now(), jobs=0, progress=listener)
    finally:
        listener.close()
    stops = denied(reasons_of_build(report), allowed)
    stopping = {(one.code, one.place) for one in stops}
    told = tuple(one for one in report.problems if (one.code, one.place) not in stopping)
    talk.built(report._replace(problems=told))
    if report.is_written and not has_errors(report.problems) and not stops:
        return report
    talk.stop(*stops)
    return None


def _built(errand: Errand) -> Site | None:
    """Build the site, and return what is in its folder; None if that cannot be published."""
    folder = errand.project.file("site")
    if _report(errand.project, errand.talk, errand.choices["allow"]) is None:  # type: ignore[arg-type]
        return None
    with Rooted(folder) as site:
        manifest = read_manifest(site)
    if manifest is None:
        errand.talk.stop(error("deploy-no-manifest", Place("site"), "build-again"))
        return None
    return Site(folder, manifest, errand.settings.base_url)


def _list(errand: Errand) -> int:
    past = errand.target.deployments(_SHOWN)
    if isinstance(past, Diagnostic):
        return errand.talk.stop(past)
    print("\n".join(rows(past, errand.talk.language)) or say("deploy.none", errand.talk.language))
    return 0


def _roll_back(errand: Errand) -> int:
    steps = int(str(errand.choices["rollback"]))
    past = errand.target.deployments(steps + 1)
    if isinstance(past, Diagnostic):
        return errand.talk.stop(past)
    if len(past) <= steps:
        problem = error("deploy-no-earlier", Place(""), "try-smaller-step", steps=steps, count=len(past))
        return errand.talk.stop(problem)
    prepared = errand.target.earlier(past, steps)
    if isinstance(prepared, Diagnostic):
        return errand.talk.stop(prepared)
    return _finish(errand, prepared, past[steps])

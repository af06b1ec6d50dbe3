"""`blog deploy`: build, look, publish, wait until it is live."""

import os
from collections.abc import Callable
from functools import partial

import click

from byeoru.base.catalogue import Language, say
from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.cache.lock import locked
from byeoru.cli import deploy_actions
from byeoru.cli.confirm import confirmed
from byeoru.cli.deploy_actions import remote_of
from byeoru.cli.deploy_place import is_agreed
from byeoru.cli.deploy_send import Errand, authorship_of, send
from byeoru.cli.deploy_site import built_report, built_site
from byeoru.cli.deploy_words import Talk, rows
from byeoru.cli.place import need_project
from byeoru.cli.progress import Listener
from byeoru.cli.redirects import keep_addresses
from byeoru.cli.site_settings import settings_of, with_base_url
from byeoru.cli.user_state import state_folder
from byeoru.cli.worded import Mistake, worded, worded_option
from byeoru.discover.layout import sources_of
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.publish.compare.local_links import local_links
from byeoru.publish.compare.preflight import ALLOWED, denied
from byeoru.publish.deployment import Deployment, Moves, Prepared, SiteChanged
from byeoru.publish.git.provenance import provenance_of
from byeoru.publish.github import pages_address
from byeoru.publish.setup import SETUPS
from byeoru.publish.staging import private_room
from byeoru.publish.targets import target_types
from byeoru.publish.trust import TrustStore

ACTIONS = "actions"  # of `--setup`; the others print, and this one writes
_SHOWN = 20  # deployments in a list


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    option = partial(worded_option, language, "deploy")
    return worded(
        language,
        "deploy",
        lambda **choices: run(language, need_project(language), choices),
        option("target", "-t", metavar="|".join(target_types())),
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
    )


def run(language: Language, project: Project, choices: dict[str, object]) -> None:
    """Do what was asked for, and leave with its exit code."""
    talk = Talk(language, project, verbose=bool(choices["verbose"]))
    settings = settings_of(project)
    if choices["setup"] and choices["setup"] != ACTIONS:
        _print_setup(language, project, settings, str(choices["setup"]))
        return
    name = str(choices["target"] or settings.deploy.target)
    kind = target_types().get(name)
    if choices["setup"] or (kind and kind.connect is None):
        _leave(_by_actions(project, settings, talk, choices))
        return
    if kind is None or kind.connect is None:
        raise Mistake(
            say("problem.unknown-target", language, text=name),
            say("hint.one-of", language, choices=", ".join(target_types())),
        )
    memory = TrustStore(state_folder(), project.root)
    target = kind.connect(settings.deploy, project, sources_of(project.root), memory)
    if isinstance(target, Diagnostic):
        _leave(talk.stop(target))
        return
    errand = Errand(project, settings, target, talk, choices)
    with locked(f"{project.workroom}/deploy.lock", Listener(language, draws=False).waits_for):
        code = _do(errand, lambda: is_agreed(memory, name, target.where, talk, is_sure=bool(choices["yes"])))
    _leave(code)


def _do(errand: Errand, agrees: Callable[[], bool]) -> int:
    """Do what was asked for; what changes the place is done only if the author *agrees* to it."""
    choices = errand.choices
    if choices["list"]:
        return _list(errand)
    if not choices["dry_run"] and not agrees():
        return 1
    if choices["rollback"]:
        return _roll_back(errand)
    address, is_sure = errand.target.address, bool(choices["yes"])
    settings = _with_address(errand.project, errand.settings, address, errand.talk, is_sure=is_sure)
    try:
        with private_room(errand.project.root) as room:
            return _deploy(errand._replace(settings=settings), room)
    except SiteChanged as changed:
        return errand.talk.stop(error("deploy-site-changed", Place(f"site/{changed.path}"), "deploy-again"))


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
        question = say("deploy.ask-address", talk.language, url=guess)
        if not os.isatty(0) or not confirmed(question, talk.language, default=True):
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
        guess = pages_address(remote_of(settings, project))
        settings = _with_address(project, settings, guess, talk, is_sure=is_sure)
    allowed: tuple[str, ...] = choices["allow"]  # type: ignore[assignment]
    with built_report(project, talk, ALLOWED if choices["setup"] else allowed) as report:
        if report is None:
            return 1
    errand = deploy_actions.Errand(project, settings, report, talk, allowed)
    return deploy_actions.set_up(errand, is_sure=is_sure) if choices["setup"] else deploy_actions.advise(errand)


def _deploy(errand: Errand, room: str) -> int:
    """Build and publish; *room* takes what is to be sent, so that builds may go on meanwhile."""
    prepared = _prepared(errand, room)
    match prepared:
        case int():
            return prepared
        case Prepared():
            return _finish(errand, prepared, None)
    keep_addresses(errand.project, errand.settings, prepared, errand.talk.language)
    return _deploy(errand._replace(choices={**errand.choices, "redirect": False}), room)


def _prepared(errand: Errand, room: str) -> Prepared | Moves | int:
    """Return what this build would publish, all of it read; an exit code where nothing is, or the moves to keep."""
    talk, target = errand.talk, errand.target
    allowed = errand.choices["allow"]
    with built_site(errand.project, errand.settings.base_url, talk, allowed) as site:  # type: ignore[arg-type]
        if site is None:
            return 1
        prepared = target.prepare(site)
        if isinstance(prepared, Diagnostic):
            return talk.stop(prepared)
        links = local_links(site, prepared.changes.added + prepared.changes.changed)
        prepared = prepared._replace(problems=prepared.problems + links)
        pairs = target.moved(site, prepared) if prepared.broken else ()
        if isinstance(pairs, Diagnostic):
            return talk.stop(pairs)
        if pairs and errand.choices["redirect"] and not errand.choices["dry_run"]:
            return pairs
        talk.moved(pairs)
        taken = prepared if prepared.is_same else target.take(prepared, room)
        return talk.stop(taken) if isinstance(taken, Diagnostic) else taken


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
    return send(errand, prepared, authorship_of(errand, prepared, provenance, again))


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

"""`blog deploy`: read the options, and deploy."""

from functools import partial

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.user_folders import user_state_directory
from byeoru.cli.build import now
from byeoru.cli.deploy_dialogue import TerminalDialogue
from byeoru.cli.localized import CommandError, localized_command, localized_option
from byeoru.cli.project import require_project
from byeoru.cli.site_settings import settings_of
from byeoru.deploy import (
    DONE,
    STOPPED,
    Action,
    Order,
    built_report,
    carry_out,
    deploy,
    list_past,
    roll_back,
    with_address,
)
from byeoru.discover.layout import sources_of
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.publish.compare.preflight import ALLOWED
from byeoru.publish.errors import PublishError
from byeoru.publish.github import pages_address
from byeoru.publish.setup import SETUPS
from byeoru.publish.target import Target
from byeoru.publish.targets import target_types
from byeoru.publish.targets.github_actions.setup import Actions, advise, remote_of, set_up
from byeoru.publish.trust import TrustStore

ACTIONS = "actions"  # of `--setup`; the others print, and this one writes
_SHOWN = 20  # deployments in a list


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    option = partial(localized_option, language, "deploy")
    return localized_command(
        language,
        "deploy",
        lambda **choices: run(language, require_project(language), choices),
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
    """Do what the options ask for, and leave with its exit code."""
    dialogue = TerminalDialogue(language, project, verbose=bool(choices["verbose"]), is_sure=bool(choices["yes"]))
    settings = settings_of(project)
    if choices["setup"] and choices["setup"] != ACTIONS:
        _print_setup(language, project, settings, str(choices["setup"]))
        return
    name = str(choices["target"] or settings.deploy.target)
    kind = target_types().get(name)
    if kind is None and not choices["setup"]:
        names = ", ".join(target_types())
        raise CommandError(
            localize("problem.unknown-target", language, text=name), localize("hint.one-of", language, choices=names)
        )
    if choices["setup"] or kind is None or kind.connect is None:
        _leave(_by_actions(project, settings, dialogue, choices))
        return
    trust = TrustStore(user_state_directory(), project.root)
    target = kind.connect(settings.deploy, project, sources_of(project.root), trust)
    if isinstance(target, Diagnostic):
        dialogue.stop(target)
        _leave(STOPPED)
        return
    order = _order(project, settings, target, name, trust, choices)
    _leave(carry_out(_action(choices), order, dialogue))


def _order(
    project: Project, settings: Settings, target: Target, name: str, trust: TrustStore, choices: dict[str, object]
) -> Order:
    is_dry_run, wait = bool(choices["dry_run"]), choices["wait"]
    return Order(
        project,
        settings,
        target,
        name,
        trust,
        now(),
        allowed=choices["allow"],  # type: ignore[arg-type]
        is_dry_run=is_dry_run,
        shows_diff=bool(choices["diff"]),
        keeps_addresses=bool(choices["redirect"]) and not is_dry_run,
        wait=0.0 if choices["no_wait"] else float(str(wait)) if wait else None,
    )


def _action(choices: dict[str, object]) -> Action:
    if choices["list"]:
        return partial(list_past, count=_SHOWN)
    if choices["rollback"]:
        return partial(roll_back, steps=int(str(choices["rollback"])))
    return deploy


def _print_setup(language: Language, project: Project, settings: Settings, name: str) -> None:
    if not settings.base_url:
        raise CommandError(localize("domain.none", language), localize("domain.set-it", language))
    from byeoru.publish.setup.served import served_site
    from byeoru.render.kinds import MEDIA_TYPES  # imported late: it loads the templates' library

    print(SETUPS[name](served_site(settings, project, MEDIA_TYPES), language), end="")


def _leave(code: int) -> None:
    click.get_current_context().exit(code)


def _by_actions(project: Project, settings: Settings, dialogue: TerminalDialogue, choices: dict[str, object]) -> int:
    """Do what the options ask for where GitHub Actions publishes the site; return the exit code."""
    is_setup = bool(choices["setup"])
    try:
        if choices["list"] or choices["rollback"]:
            raise PublishError(error("actions-no-history", Location(""), "revert-or-rerun"))
        if is_setup:
            settings = with_address(settings, pages_address(remote_of(settings, project)), dialogue)
        allowed: tuple[str, ...] = choices["allow"]  # type: ignore[assignment]
        with built_report(project, now(), ALLOWED if is_setup else allowed, dialogue) as report:
            pass  # what follows does not read the site
        actions = Actions(project, settings, report, allowed)
        (set_up if is_setup else advise)(actions, dialogue)
    except PublishError as failed:
        dialogue.stop(*failed.problems)
        return STOPPED
    return DONE

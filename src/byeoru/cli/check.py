"""`blog check`: build the site, and show its problems and what it reveals of hidden pages."""

from functools import partial

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import has_errors
from byeoru.cli.build import now
from byeoru.cli.localized import localized_command, localized_option
from byeoru.cli.progress import Listener
from byeoru.cli.project import require_project
from byeoru.cli.report import as_json, print_github, print_problems
from byeoru.model.project import Job, Profile, Project, Report
from byeoru.session import Everything, session


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    option = partial(localized_option, language, "check")
    return localized_command(
        language,
        "check",
        lambda leaks, form: run(language, require_project(language), form, only_leaks=leaks),
        option("leaks", is_flag=True),
        click.Option(
            ["--format", "form"],
            type=click.Choice(["text", "json", "github"]),
            default="text",
            help=localize("help.check.format", language),
        ),
    )


def run(language: Language, project: Project, form: str, *, only_leaks: bool) -> None:
    """Build, print what is wrong, and exit with 1 if it must not be published."""
    listener = Listener(language, draws=form == "text")
    try:
        with session(project, Profile("site", project.file("site")), listener) as builds:
            builds.run(Job(now()), Everything())
            report = builds.flush()
            leaks = builds.leaks(Job(now())) if report.is_written else ()
    finally:
        listener.close()
    is_good = report.is_written and not has_errors((*report.problems, *leaks))
    problems = leaks if only_leaks and report.is_written else (*report.problems, *leaks)
    checked = report._replace(problems=problems)
    if form == "json":
        print(as_json(checked, language, listener.timings, 0.0))
    elif form == "github":
        print_github(checked, language)
    else:
        print_problems(checked, project, language, verbose=only_leaks)
        print(_result(checked, len(leaks), language))
    click.get_current_context().exit(0 if is_good else 1)


def _result(report: Report, leaks: int, language: Language) -> str:
    if not report.is_written:
        return localize("check.failed", language)
    hidden = len(report.waiting)
    return localize("check.leaks" if leaks else "check.no-leaks", language, count=leaks, hidden=hidden)

"""`blog build`."""

import os
import re
import sys
import time
from datetime import UTC, datetime
from functools import partial

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import has_errors
from byeoru.base.tasks import ExecutorError
from byeoru.cli.localized import localized_command, localized_option
from byeoru.cli.origin_box import origin_box
from byeoru.cli.progress import Listener
from byeoru.cli.project import require_project
from byeoru.cli.report import as_json, print_github, print_problems, reasons, summary, timetable
from byeoru.model.project import Job, Profile, Project, Report
from byeoru.session import Everything, session


class _Address(click.ParamType):  # type: ignore[type-arg]  # no generic type in older versions of click
    """The address of a cluster."""

    name = "address"

    def __init__(self, language: Language) -> None:
        """Set the language of the message about an invalid address."""
        self.language = language

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return *value* if it is an address."""
        if not re.fullmatch(r"dask://[^/\s]+:[0-9]+", value):
            self.fail(localize("usage.executor", self.language), param, ctx)
        return value


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    option = partial(localized_option, language, "build")
    return localized_command(
        language,
        "build",
        lambda **choices: run(language, require_project(language), choices),
        option("drafts", "-D", is_flag=True),
        option("future", "-F", is_flag=True),
        option("strict", is_flag=True),
        option("output", "-o", metavar="DIR"),
        option("jobs", "-j", type=click.IntRange(1, 256), metavar="N"),
        option("executor", type=_Address(language), metavar="dask://HOST:PORT"),
        option("base-url", metavar="URL"),
        option("explain", is_flag=True),
        option("timings", is_flag=True),
        option("format", type=click.Choice(["text", "json", "github"]), default="text"),
        option("quiet", "-q", is_flag=True),
        option("verbose", "-v", is_flag=True),
    )


def run(language: Language, project: Project, choices: dict[str, object]) -> None:
    """Build, print the report, and exit with its code."""
    began = time.perf_counter()
    output = os.path.abspath(str(choices["output"])) if choices["output"] else project.file("site")
    base_url = choices["base_url"]
    profile = Profile(
        "site",
        output,
        drafts=bool(choices["drafts"]),
        future=bool(choices["future"]),
        base_url=str(base_url) if base_url is not None else None,
        strict=bool(choices["strict"]),
    )
    is_text = choices["format"] == "text"
    listener = Listener(language, draws=is_text and not choices["quiet"])
    try:
        with session(project, profile, listener) as builds:
            job = Job(now(), int(str(choices["jobs"] or 0)), str(choices["executor"] or ""))
            builds.run(job, Everything())
            report = builds.flush()
    except OSError as problem:
        code = "failed.disk" if os.path.isdir(output) else "failed.first-disk"
        print(localize(code, language, detail=problem), file=sys.stderr)
        click.get_current_context().exit(1)
    except ExecutorError as problem:
        print(localize(problem.code, language, detail=problem.detail), file=sys.stderr)
        click.get_current_context().exit(1)
    finally:
        listener.close()
    seconds = time.perf_counter() - began
    folder = os.path.relpath(output) if is_text else output
    if choices["format"] == "json":
        print(as_json(report, language, listener.timings, seconds))
    elif choices["format"] == "github":
        print_github(report, language)
    else:
        print_problems(report, project, language, verbose=bool(choices["verbose"]))
        _print_text(report, language, listener.timings, folder, seconds, choices)
    is_good = report.is_written and not has_errors(report.problems)
    click.get_current_context().exit(0 if is_good else 1)


def _print_text(
    report: Report,
    language: Language,
    timings: dict[str, float],
    folder: str,
    seconds: float,
    choices: dict[str, object],
) -> None:
    is_verbose = bool(choices["verbose"])
    if choices["explain"] or is_verbose:
        print(reasons(report, language))
    if choices["timings"] or is_verbose:
        print(timetable({**timings, "total": seconds}, language))
    if not choices["quiet"]:
        if box := origin_box(report, language):
            print(box)
        print(summary(report, folder, language, seconds, is_verbose=is_verbose))


def now() -> datetime:
    """Return SOURCE_DATE_EPOCH if it is set (reproducible-builds.org), else the current time."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)

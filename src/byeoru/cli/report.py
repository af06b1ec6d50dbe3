"""Format the report of a build for terminals, editors and CI."""

import json
import os
import shutil
import sys

from byeoru.base.catalogue import Language, localize, template
from byeoru.base.control_characters import escape_controls
from byeoru.base.credentials import mask_credentials
from byeoru.base.diagnostic import Diagnostic
from byeoru.base.problem_text import HANDFUL, ProblemGroup, ProblemKind, group_problems, hint_of, kinds_of, message_of
from byeoru.cli.console import styled, width
from byeoru.discover.sources import SETTINGS
from byeoru.model.project import Project, Report, Waiting

_SENSITIVE = {"asks-for-privacy", "secret-in-text"}  # their source lines must not appear in a CI log
_OF_LEAKS = "leak-"  # likewise
MAX_WAITING = 5  # titles of drafts and of scheduled posts, likewise
_NARROWEST = 20  # minimum columns of a source line


def print_problems(report: Report, project: Project, language: Language, *, verbose: bool) -> None:
    """Print problems with their lines, carets and hints to standard error: each one, or examples of each kind."""
    groups = group_problems(report.problems)
    if verbose or len(groups) <= HANDFUL:
        texts = [_render(group, f"{_label(group.problem, language)}: ", project, language) for group in groups]
    else:
        texts = _render_kinds(kinds_of(groups), project, language)
    for text in texts:
        print(text, file=sys.stderr)


def _render_kinds(kinds: list[ProblemKind], project: Project, language: Language) -> list[str]:
    texts = [_render_kind(kind, project, language) for kind in kinds]
    are_counted = any(not kind.examples for kind in kinds)
    return [*texts, localize("more.warnings", language) + "\n"] if are_counted else texts


def _render_kind(kind: ProblemKind, project: Project, language: Language) -> str:
    """Return a kind of problem: its count in one line, examples, and how to see the others; or the few there are."""
    label = _label(kind.problem, language)
    if not kind.hidden:
        return "\n".join(_render(group, f"{label}: ", project, language) for group in kind.examples)
    head = f"{label}: {localize('more.count', language, count=f'{kind.total:,}')}"
    if not kind.examples:
        return head
    examples = "\n".join(_render(group, "", project, language) for group in kind.examples)
    more = localize("more.kind", language, count=f"{kind.hidden:,}")
    return f"{head}\n{examples}{more}\n"


def _label(problem: Diagnostic, language: Language) -> str:
    severity = styled(localize(f"severity.{problem.severity}", language), problem.severity, sys.stderr)
    return f"{severity}[{problem.code}]"


def _render(group: ProblemGroup, label: str, project: Project, language: Language) -> str:
    """Return a problem with its line, after *label*, which says how severe it is."""
    problem = group.problem
    location = escape_controls(f"{problem.location}: ") if problem.location.path else ""
    more = localize("more.same", language, count=group.others) if group.others else ""
    lines = [f"{location}{label}{message_of(problem, language)}{more}"]
    margin = "     "
    if text := _line_of(problem, project):
        number = f"{problem.location.line:>5}"
        margin = " " * len(number)
        text = mask_credentials(text) if problem.location.path == SETTINGS else text
        room = shutil.get_terminal_size().columns - len(number) - 4
        text, start = excerpt(text, max(problem.location.column - 1, 0), room)
        lines.append(f"{number} {_bar()} {escape_controls(text)}")
        if problem.location.column:
            under = text[start:][: problem.location.width]
            caret = " " * width(escape_controls(text[:start])) + "^" * max(1, width(under))
            lines.append(f"{margin} {_bar()} {styled(caret, problem.severity, sys.stderr)}")
    if advice := hint_of(problem, language):
        lines.append(f"{margin} = {advice}")
    return "\n".join(lines) + "\n"


def _line_of(problem: Diagnostic, project: Project) -> str:
    """Return the source line of a problem; "" if it must not or cannot be shown."""
    if problem.code in _SENSITIVE or problem.code.startswith(_OF_LEAKS):
        return ""
    from byeoru.discover.lines import line_at  # imports the patterns of secrets, which a build without problems skips

    return line_at(project, problem.location)


def excerpt(text: str, start: int, room: int) -> tuple[str, int]:
    """Return the part of a line around character *start* that fits into *room* columns, and the index of *start* in it.

    >>> excerpt("가나다라마바사아자차카타파하", 7, 20)
    ('…마바사아자차카타파…', 4)
    >>> excerpt("a short line", 2, 20)
    ('a short line', 2)
    """
    room = max(room, _NARROWEST)
    if width(text) <= room:
        return text, start
    begin = min(start, len(text))
    while begin and width(text[begin - 1 : start]) <= room // 3:
        begin -= 1
    end = begin
    while end < len(text) and width(text[begin : end + 1]) <= room - 2:
        end += 1
    before, after = "…" * (begin > 0), "…" * (end < len(text))
    return f"{before}{text[begin:end]}{after}", start - begin + len(before)


def _bar() -> str:
    """Return the vertical bar beside a source line; ASCII if the terminal has no box-drawing characters."""
    try:
        "│".encode(sys.stderr.encoding or "ascii")
    except UnicodeEncodeError:
        return "|"
    return "│"


def print_github(report: Report, language: Language) -> None:
    """Print problems as workflow commands of GitHub Actions, which annotates the lines."""
    for problem in report.problems:
        location = problem.location
        where = (
            f"file={_property(location.path)},line={location.line or 1},col={location.column or 1},"
            if location.path
            else ""
        )
        advice = hint_of(problem, language)
        text = message_of(problem, language) + (f" ({advice})" if advice else "")
        escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::{problem.severity} {where}title={problem.code}::{escaped}")


def _property(text: str) -> str:
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(character, code)
    return text


def as_json(report: Report, language: Language, timings: dict[str, float], seconds: float) -> str:
    """Return the report as one JSON object; keys are stable."""
    return json.dumps(
        {
            "written": report.is_written,
            "pages": report.pages,
            "added": report.added,
            "changed": report.changed,
            "removed": report.removed,
            "seconds": round(seconds, 4),
            "timings": {name: round(spent, 4) for name, spent in timings.items()},
            "drafts": [page._asdict() for page in report.drafts],
            "future": [page._asdict() for page in report.future],
            "private": [page._asdict() for page in report.private],
            "expired": [page._asdict() for page in report.expired],
            "origin": report.moves._asdict() if report.moves.program else None,
            "reasons": {path: list(reason) for path, reason in report.reasons},
            "problems": [_as_object(problem, language) for problem in report.problems],
        }
    )


def _as_object(problem: Diagnostic, language: Language) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity,
        **problem.location._asdict(),
        "message": message_of(problem, language),
        "hint": hint_of(problem, language),
    }


def summary(report: Report, folder: str, language: Language, seconds: float, *, is_verbose: bool = False) -> str:
    """Return the last lines: drafts and scheduled posts, what was written, and how long it took."""
    limit = sys.maxsize if is_verbose else MAX_WAITING
    waiting = (("drafts", report.drafts), ("future", report.future), ("expired", report.expired))
    lines = [line for name, pages in waiting for line in _waiting(name, pages, limit, language)]
    lines += [localize("summary.private", language, count=len(report.private))] if report.private else []
    if not report.is_written:
        lines.append(
            localize("summary.failed" if os.path.isdir(folder) else "summary.failed-first", language, folder=folder)
        )
    parts = [folder + os.sep]
    if report.is_written:
        parts.append(localize("summary.pages", language, pages=f"{report.pages:,}"))
        counts = {"added": report.added, "changed": report.changed, "removed": report.removed}
        changes = [localize(f"summary.{name}", language, count=f"{count:,}") for name, count in counts.items() if count]
        parts += changes or [localize("summary.unchanged", language)]
    for severity in ("error", "warning"):
        if count := sum(same.problem.severity == severity for same in group_problems(report.problems)):
            parts.append(localize(f"summary.{severity}s", language, count=count))
    parts.append(localize("summary.seconds", language, seconds=f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"))
    return "\n".join([*lines, " · ".join(parts)])


def timetable(timings: dict[str, float], language: Language) -> str:
    """Return a table with the seconds of each stage."""
    names = {name: localize(f"stage.{name}", language) for name in timings}
    room = max(map(width, names.values())) + 2
    return "\n".join(
        f"{names[name]}{' ' * (room - width(names[name]))}{spent:8.3f} s" for name, spent in timings.items()
    )


def _waiting(name: str, pages: tuple[Waiting, ...], limit: int, language: Language) -> list[str]:
    if not pages:
        return []
    lines = [localize(f"summary.{name}", language, count=len(pages))]
    lines += [f"  {page.title} — {page.date[:16].replace('T', ' ') or page.path}" for page in pages[:limit]]
    if len(pages) > limit:
        lines.append("  " + localize("summary.and-more", language, count=len(pages) - limit))
    return lines


def reasons(report: Report, language: Language) -> str:
    """Return why each output was rebuilt, one line each."""
    if not report.reasons:
        return localize("reasons.none", language)
    return "\n".join(f"{path}: {_reason(reason, language)}" for path, reason in report.reasons)


def _reason(reason: tuple[str | int, ...], language: Language) -> str:
    text = template(f"reason.{reason[0]}", language).format(*reason[1:])
    return " ".join(text.split())  # collapses spaces around an empty argument, as for the archive of all years

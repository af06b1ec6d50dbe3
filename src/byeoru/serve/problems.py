"""Convert the problems of a build for the overlay.

In:  a report, the project, a language, and the URL pattern of the editor.
Out: plain text values for JSON.
Must not: write HTML. The source line is split in three, so that the browser need not count columns of wide characters.
"""

from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import Diagnostic, has_errors
from byeoru.base.problem_text import group_problems, hint_of, message_of
from byeoru.discover.lines import line_at
from byeoru.model.project import Project, Report
from byeoru.serve.editor import editor_url

MAX_PROBLEMS = 200  # problems; the rest are only counted
_MAX_BEFORE = 200  # characters of a line before the marked part


class ProblemView(NamedTuple):
    """One problem, localized."""

    severity: str
    label: str  # the localized severity
    code: str
    path: str
    location: str  # as editors write it
    message: str
    hint: str
    line: str  # line number, "" if no source line is shown
    before: str
    marked: str
    after: str
    link: str  # URL that opens the editor, "" if there is no file


def views_of(report: Report, project: Project, language: Language, pattern: str) -> dict[str, object]:
    """Return all problems of *report*, errors first."""
    problems = sorted(group_problems(report.problems), key=lambda same: same.problem.severity != "error")
    return {
        "broken": has_errors(report.problems),
        "count": len(problems),
        "problems": [
            _view(same.problem, same.others, project, language, pattern)._asdict() for same in problems[:MAX_PROBLEMS]
        ],
        "more": localize("more.problems", language, count=len(problems) - MAX_PROBLEMS)
        if len(problems) > MAX_PROBLEMS
        else "",
    }


def _view(problem: Diagnostic, others: int, project: Project, language: Language, pattern: str) -> ProblemView:
    location = problem.location
    text = line_at(project, location)
    start = max(location.column - 1, 0)
    end = min(start + max(location.width, 1), len(text)) if location.column else start
    return ProblemView(
        severity=problem.severity,
        label=localize(f"severity.{problem.severity}", language),
        code=problem.code,
        path=location.path,
        location=str(location),
        message=message_of(problem, language) + (localize("more.same", language, count=others) if others else ""),
        hint=hint_of(problem, language),
        line=str(location.line) if text else "",
        before=text[:start] if start <= _MAX_BEFORE else f"…{text[start - _MAX_BEFORE : start]}",
        marked=text[start:end],
        after=text[end:],
        link=editor_url(pattern, project, location),
    )

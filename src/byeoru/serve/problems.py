"""Tell the problems of a build as the overlay shows them.

In:  a report, the project, a language, and how the editor is opened.
Out: plain values for JSON, all of them text.
Must not: write HTML. The source line comes in three parts, so that no browser has to count columns of wide letters.
"""

from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import Diagnostic, has_errors
from byeoru.base.problem_text import group_problems, hint_of, message_of
from byeoru.discover.lines import line_at
from byeoru.model.project import Project, Report
from byeoru.serve.editor import link

MOST = 200  # problems; who has more mends these first
_BEFORE = 200  # characters of a line before what is marked


class ProblemView(NamedTuple):
    """One problem in words."""

    severity: str
    label: str  # the severity in words
    code: str
    path: str
    location: str  # as editors write it
    message: str
    hint: str
    line: str  # its number, "" where no line is shown
    before: str
    marked: str
    after: str
    link: str  # opens the editor; "" for what is no file


def views_of(report: Report, project: Project, language: Language, pattern: str) -> dict[str, object]:
    """Return all problems of *report*, the errors first."""
    problems = sorted(group_problems(report.problems), key=lambda same: same.problem.severity != "error")
    return {
        "broken": has_errors(report.problems),
        "count": len(problems),
        "problems": [
            _view(same.problem, same.others, project, language, pattern)._asdict() for same in problems[:MOST]
        ],
        "more": localize("more.problems", language, count=len(problems) - MOST) if len(problems) > MOST else "",
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
        before=text[:start] if start <= _BEFORE else f"…{text[start - _BEFORE : start]}",
        marked=text[start:end],
        after=text[end:],
        link=link(pattern, project, location),
    )

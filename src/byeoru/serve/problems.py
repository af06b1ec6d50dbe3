"""Convert the problems of a build for the overlay.

In:  a report, the project, a language, the URL pattern of the editor, and the file whose page is open.
Out: plain text values for JSON.
Must not: write HTML. The source line is split in three, so that the browser need not count columns of wide characters.
"""

from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import Diagnostic, Location, has_errors
from byeoru.base.problem_text import HANDFUL, ProblemGroup, ProblemKind, group_problems, hint_of, kinds_of, message_of
from byeoru.discover.lines import line_at
from byeoru.model.project import Project, Report
from byeoru.serve.editor import editor_url

MAX_PROBLEMS = 200  # of the file that an author works on; the rest are shown by kind
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
    more: str = ""  # that there are others of the kind


def views_of(report: Report, project: Project, language: Language, pattern: str, path: str = "") -> dict[str, object]:
    """Return the problems of *report*, the gravest first; if there are many, all those of the file *path* and examples.

    An author works on one page: its problems come before those of others, which may be thousands of a few kinds.
    """
    groups = group_problems(report.problems)
    own = [group for group in groups if path and group.problem.location.path == path]
    others = [group for group in groups if not path or group.problem.location.path != path] + own[MAX_PROBLEMS:]
    views = [_view(group, project, language, pattern) for group in own[:MAX_PROBLEMS]]
    if len(others) <= HANDFUL:
        views += [_view(group, project, language, pattern) for group in others]
    else:
        views += [view for kind in kinds_of(others) for view in _views_of_kind(kind, project, language, pattern)]
    return {
        "broken": has_errors(report.problems),
        "count": len(groups),
        "problems": [view._asdict() for view in views],
    }


def _views_of_kind(kind: ProblemKind, project: Project, language: Language, pattern: str) -> list[ProblemView]:
    """Return the examples of a kind, the last with the number of the others; without examples, their number alone."""
    if not kind.examples:
        count = localize("more.count", language, count=f"{kind.total:,}")
        return [_located(kind.problem._replace(location=Location("")), count, "", project, language, pattern)]
    *views, last = [_view(group, project, language, pattern) for group in kind.examples]
    more = localize("more.kind", language, count=f"{kind.hidden:,}") if kind.hidden else ""
    return [*views, last._replace(more=more)]


def _view(group: ProblemGroup, project: Project, language: Language, pattern: str) -> ProblemView:
    problem = group.problem
    others = localize("more.same", language, count=group.others) if group.others else ""
    message = message_of(problem, language) + others
    return _located(problem, message, hint_of(problem, language), project, language, pattern)


def _located(
    problem: Diagnostic, message: str, hint: str, project: Project, language: Language, pattern: str
) -> ProblemView:
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
        message=message,
        hint=hint,
        line=str(location.line) if text else "",
        before=text[:start] if start <= _MAX_BEFORE else f"…{text[start - _MAX_BEFORE : start]}",
        marked=text[start:end],
        after=text[end:],
        link=editor_url(pattern, project, location),
    )

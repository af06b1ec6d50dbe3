"""Texts of problems: what is wrong, what the author can do, and which problems are the same.

In:  ``Diagnostic`` values and a language.
Out: sentences from the catalogue.
Must not: know where they are displayed.
"""

from collections.abc import Iterable
from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import Diagnostic

# Reported once for each value of this argument, not once per file.
_GROUPED_BY = {
    "unknown-key": "key",
    "unknown-language": "name",
    "unknown-tag": "name",
    "template-error": "detail",
    "template-forbidden": "name",
    "empty-in-template": "name",
    "unknown-in-template": "name",
}


class ProblemGroup(NamedTuple):
    """A problem, and the number of other locations with the same one."""

    problem: Diagnostic
    others: int


def group_problems(problems: Iterable[Diagnostic]) -> list[ProblemGroup]:
    """Group problems that are the same; errors come last, because the end of the output is read first."""
    groups: dict[object, ProblemGroup] = {}
    for problem in problems:
        argument = _GROUPED_BY.get(problem.code)
        key = (problem.code, problem.argument(argument)) if argument else problem
        first = groups.get(key)
        groups[key] = ProblemGroup(first.problem, first.others + 1) if first and argument else ProblemGroup(problem, 0)
    return sorted(groups.values(), key=lambda group: group.problem.severity == "error")


def message_of(problem: Diagnostic, language: Language) -> str:
    """Return the message of *problem*: what is wrong."""
    return localize(f"problem.{problem.code}", language, **dict(problem.arguments))


def hint_of(problem: Diagnostic, language: Language) -> str:
    """Return the hint of *problem*: what the author can do; "" if there is none."""
    return localize(f"hint.{problem.hint}", language, **dict(problem.arguments)) if problem.hint else ""

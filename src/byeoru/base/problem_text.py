"""Texts of problems: what is wrong, what the author can do, which problems are the same, and which to show of many.

In:  ``Diagnostic`` values and a language.
Out: sentences from the catalogue; groups and kinds of problems, the gravest first.
Must not: know where they are displayed.
"""

from collections.abc import Iterable
from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import Diagnostic
from byeoru.base.gravity import gravity

HANDFUL = 10  # problems that are shown one by one; more are shown by kind
EXAMPLES = 2  # shown of each kind

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


class ProblemKind(NamedTuple):
    """All problems with one code."""

    problem: Diagnostic  # the first
    total: int  # of groups
    examples: tuple[ProblemGroup, ...]

    @property
    def hidden(self) -> int:
        """Return how many are not among the examples."""
        return self.total - len(self.examples)


def group_problems(problems: Iterable[Diagnostic]) -> list[ProblemGroup]:
    """Group problems that are the same, the gravest first."""
    groups: dict[object, ProblemGroup] = {}
    for problem in problems:
        argument = _GROUPED_BY.get(problem.code)
        key = (problem.code, problem.argument(argument)) if argument else problem
        first = groups.get(key)
        groups[key] = ProblemGroup(first.problem, first.others + 1) if first and argument else ProblemGroup(problem, 0)
    return sorted(groups.values(), key=lambda group: gravity(group.problem))


def kinds_of(groups: Iterable[ProblemGroup]) -> list[ProblemKind]:
    """Return the kinds of problems with examples, the gravest first, of these the most frequent first.

    If there are errors, warnings are only counted: they can be read when the site is built.
    """
    by_code: dict[tuple[str, str], list[ProblemGroup]] = {}
    for group in groups:
        by_code.setdefault((group.problem.severity, group.problem.code), []).append(group)
    order = sorted(by_code.values(), key=lambda kind: (gravity(kind[0].problem), -len(kind)))
    has_errors = any(severity == "error" for severity, _ in by_code)
    return [
        ProblemKind(kind[0].problem, len(kind), () if has_errors and severity == "warning" else _examples(kind))
        for kind in order
        for severity in [kind[0].problem.severity]
    ]


def _examples(kind: list[ProblemGroup]) -> tuple[ProblemGroup, ...]:
    return tuple(sorted(kind, key=lambda group: -group.others)[:EXAMPLES])


def message_of(problem: Diagnostic, language: Language) -> str:
    """Return the message of *problem*: what is wrong."""
    return localize(f"problem.{problem.code}", language, **dict(problem.arguments))


def hint_of(problem: Diagnostic, language: Language) -> str:
    """Return the hint of *problem*: what the author can do; "" if there is none."""
    return localize(f"hint.{problem.hint}", language, **dict(problem.arguments)) if problem.hint else ""

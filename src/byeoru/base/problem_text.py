"""Word problems for people: what is wrong, what can be done, and which of them say the same.

In:  ``Diagnostic`` values and a language.
Out: sentences of the catalogue.
Must not: know where they are shown.
"""

from collections.abc import Iterable
from typing import NamedTuple

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import Diagnostic

# Said once for each value of the argument, not once a file.
_GROUPED = {
    "unknown-key": "key",
    "unknown-language": "name",
    "unknown-tag": "name",
    "template-error": "detail",
    "template-forbidden": "name",
    "empty-in-template": "name",
    "unknown-in-template": "name",
}


class ProblemGroup(NamedTuple):
    """A problem, and how many more places have the same one."""

    problem: Diagnostic
    others: int


def group_problems(problems: Iterable[Diagnostic]) -> list[ProblemGroup]:
    """Put problems that say the same thing together; errors come last, where the eye is."""
    found: dict[object, ProblemGroup] = {}
    for problem in problems:
        argument = _GROUPED.get(problem.code)
        key = (problem.code, problem.argument(argument)) if argument else problem
        first = found.get(key)
        found[key] = ProblemGroup(first.problem, first.others + 1) if first and argument else ProblemGroup(problem, 0)
    return sorted(found.values(), key=lambda same: same.problem.severity == "error")


def message_of(problem: Diagnostic, language: Language) -> str:
    """Return what is wrong, in words."""
    return localize(f"problem.{problem.code}", language, **dict(problem.arguments))


def hint_of(problem: Diagnostic, language: Language) -> str:
    """Return what can be done about it, in words; "" where nothing is known."""
    return localize(f"hint.{problem.hint}", language, **dict(problem.arguments)) if problem.hint else ""

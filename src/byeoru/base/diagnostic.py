"""Problems as values: what is wrong, where, and what the author can do next.

In:  a problem that a stage has detected.
Out: ``Diagnostic`` values, which are stored with the result they belong to.
Must not: contain sentences; ``problem_text`` takes them from the catalogue, in Korean or English.

These are named tuples and not dataclasses, because a build without changes imports this module too.
"""

from collections.abc import Iterable
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from byeoru.base.control_characters import escape_controls

T = TypeVar("T")

Severity = Literal["error", "warning"]


class Location(NamedTuple):
    """A span in a file of the project."""

    path: str  # relative to the project's root, with forward slashes; "" for no file at all
    line: int = 0  # 1-based, counted from the top of the file; 0 for the file as a whole
    column: int = 0  # 1-based, in characters
    width: int = 1  # how many characters to underline

    def __str__(self) -> str:
        """Format the location in the way that editors understand.

        >>> str(Location("posts/a.md", 3, 1))
        'posts/a.md:3:1'
        >>> str(Location("posts/a.md"))
        'posts/a.md'
        """
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"


class Diagnostic(NamedTuple):
    """One problem at one location."""

    code: str  # stable and searchable, e.g. "broken-link"; the catalogue has its sentence
    location: Location
    severity: Severity = "warning"
    arguments: tuple[tuple[str, str], ...] = ()  # the placeholders in the texts of code and hint
    hint: str = ""  # code of one thing that the author can do next

    def argument(self, name: str) -> str:
        """Return one argument; "" if there is none."""
        return dict(self.arguments).get(name, "")


class Outcome(NamedTuple, Generic[T]):
    """The result of a stage, and its problems."""

    value: T
    problems: tuple[Diagnostic, ...] = ()


def warning(code: str, location: Location, hint: str = "", **arguments: object) -> Diagnostic:
    """Return a problem that does not prevent the build."""
    return Diagnostic(code, location, "warning", _texts(arguments), hint)


def error(code: str, location: Location, hint: str = "", **arguments: object) -> Diagnostic:
    """Return a problem that would make the site unsafe or ambiguous, so that nothing is written."""
    return Diagnostic(code, location, "error", _texts(arguments), hint)


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Tell whether one of *problems* prevents writing the site."""
    return any(problem.severity == "error" for problem in problems)


def stored(problems: Iterable[Diagnostic]) -> list[list[Any]]:
    """Convert problems to plain lists for the cache; ``restored`` is the inverse."""
    return [list(problem) for problem in problems]


def restored(rows: Iterable[list[Any]]) -> tuple[Diagnostic, ...]:
    """Convert the plain lists that ``stored`` returned to problems."""
    return tuple(
        Diagnostic(code, Location(*location), severity, tuple((name, text) for name, text in arguments), hint)
        for code, location, severity, arguments, hint in rows
    )


def _texts(arguments: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, escape_controls(str(value))) for name, value in arguments.items())

"""Report errors in templates: their location, and what was probably meant.

In:  the exception that was raised while an output was rendered.
Out: a ``Diagnostic`` with the file and line of the template; None if no template caused it.
Must not: show the names of internal classes. Authors know `page`, not `PageView`.
"""

import re
import traceback
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NoReturn

import jinja2
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.utils import Namespace, missing

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.text import nearest
from byeoru.model.theme import Theme
from byeoru.render.budget import Overrun
from byeoru.render.reachable import NAMES, VIEWS
from byeoru.render.site_view import ThemeView, options_of

# Variables of all templates, variables of some, and those that Jinja adds.
_VARIABLES = (
    *("_", "absolute", "asset", "canonical", "lang", "listing", "page", "site", "target", "target_absolute"),
    *("theme", "versions", "cycler", "dict", "joiner", "loop", "namespace", "range", "super"),
)
_UNKNOWN = re.compile(r"No (filter|test) named '([^']*)'")


class UnknownNameError(jinja2.UndefinedError):
    """A template uses an unknown name."""

    def __init__(self, name: str, near: str = "") -> None:
        """Take the name in the template and the one that was probably meant."""
        super().__init__(name)
        self.name, self.near = name, near


class EmptyValueError(jinja2.UndefinedError):
    """A template reads an attribute of a value that is empty on this page."""


class UnprintableError(jinja2.TemplateRuntimeError):
    """A template prints an object without a text form: Python prints its memory address, which changes every time."""


_CODES: dict[type[Exception], tuple[str, str]] = {
    SecurityError: ("template-forbidden", ""),
    EmptyValueError: ("empty-in-template", "ask-before"),
    UnprintableError: ("unprintable-in-template", "print-a-field"),
}


class Missing(jinja2.StrictUndefined):
    """The value of an unknown name; any use but a test raises an error."""

    __slots__ = ()

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,  # noqa: ANN401
        name: Any = None,  # noqa: ANN401
        exc: Callable[[str], Exception] = jinja2.UndefinedError,
    ) -> None:
        """Take the arguments of Jinja; without a *hint*, the error will suggest a known name."""
        if exc is jinja2.UndefinedError and hint is None:
            exc = partial(_unknown, obj, name)
        super().__init__(hint, obj, name, exc)  # type: ignore[arg-type]


def _unknown(obj: object, name: object, _: str) -> jinja2.UndefinedError:
    if obj is None:
        return EmptyValueError(str(name))
    owner = VIEWS.get(type(obj), "")
    near = nearest(name, {*_known(obj)} - {name}) if isinstance(name, str) else ""
    return UnknownNameError(_below(owner, str(name)), _below(owner, near) if near else "")


def _below(owner: str, name: str) -> str:
    return f"{owner}.{name}" if owner else name


def _known(obj: object) -> Iterable[str]:
    """Return the attribute names of a value; for ``missing``, the names of variables."""
    if obj is missing:
        return _VARIABLES
    if isinstance(obj, ThemeView):
        return options_of(obj)
    if isinstance(obj, Namespace):
        return [str(name) for name in Namespace.__getattribute__(obj, "_Namespace__attrs")]
    if isinstance(obj, TemplateModule):
        return [name for name in vars(obj) if not name.startswith("_")]
    keys = [str(key) for key in obj] if isinstance(obj, dict) else []
    return [*NAMES.get(type(obj), ()), *keys]


def unknown_word(key: str, words: Iterable[str]) -> NoReturn:
    """Raise the error that the theme has no text of that name."""
    near = nearest(key, words)
    raise UnknownNameError(f"_('{key}')", f"_('{near}')" if near else "")


def problem_of(
    problem: Exception, shown: str, theme: Theme, known: Callable[[str], Iterable[str]]
) -> Diagnostic | None:
    """Return the problem with the file and line of the template; None if no template caused it.

    *shown* is the page that was rendered; *known* returns the names of all filters or tests.
    """
    steps = _steps(problem, theme)
    if isinstance(problem, jinja2.TemplateSyntaxError):
        location = Location(problem.filename or problem.name or "", problem.lineno, 0)
        return _unknown_piece(problem, location, shown, known) or _failed(problem, location, shown)
    if isinstance(problem, jinja2.TemplateNotFound):
        location = Location(*steps[-1]) if steps else Location(shown)
        return error("no-such-template", location, name=problem.name or "", page=shown)
    return _while_rendering(problem, steps, shown, theme, known) if steps else None


def _while_rendering(
    problem: Exception,
    steps: list[tuple[str, int]],
    shown: str,
    theme: Theme,
    known: Callable[[str], Iterable[str]],
) -> Diagnostic:
    location = Location(*steps[-1])
    match problem:
        case RecursionError() if step := _recursion(steps):
            name = next(template.name for template in theme.templates if template.path == step[0])
            return error("template-loop", Location(*step), "extend-the-theme", name=name, page=shown)
        case Overrun() | MemoryError():
            return error("template-limit", location, "loop-less", page=shown)
        case SecurityError() | EmptyValueError() | UnprintableError():
            code, hint = _CODES[type(problem)]
            return error(code, location, hint, name=problem, page=shown)
        case UnknownNameError():
            hint = "did-you-mean" if problem.near else ""
            return error("unknown-in-template", location, hint, name=problem.name, near=problem.near, page=shown)
        case _:
            return _unknown_piece(problem, location, shown, known) or _failed(problem, location, shown)


def _unknown_piece(
    problem: Exception, location: Location, shown: str, known: Callable[[str], Iterable[str]]
) -> Diagnostic | None:
    """Return the problem of an unknown filter or test."""
    match = _UNKNOWN.match(str(problem)) if isinstance(problem, jinja2.TemplateError) else None
    if match is None:
        return None
    near = nearest(match[2], known(match[1]))
    sign = {"filter": "|", "test": "is "}[match[1]]
    hint = "did-you-mean" if near else ""
    return error("unknown-in-template", location, hint, name=sign + match[2], near=sign + near, page=shown)


def _failed(problem: Exception, location: Location, shown: str) -> Diagnostic:
    message = (problem.message if isinstance(problem, jinja2.TemplateError) else str(problem)) or ""
    detail = message.partition("\n")[0]
    if not isinstance(problem, jinja2.TemplateError):  # of Python: the type is more informative than the message
        detail = f"{type(problem).__name__}: {detail}"
    return error("template-error", location, page=shown, detail=detail)


def _steps(problem: Exception, theme: Theme) -> list[tuple[str, int]]:
    """Return the files and lines of templates in the traceback, outermost first."""
    paths = {template.path for template in theme.templates}
    frames = ((frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(problem.__traceback__))
    return [(path, line) for path, line in frames if path in paths]


def _recursion(steps: list[tuple[str, int]]) -> tuple[str, int] | None:
    """Return where a recursion begins; where it was cut off depends on the depth of the stack before it."""
    seen = set()
    for step in steps:
        if step in seen:
            return step
        seen.add(step)
    return None

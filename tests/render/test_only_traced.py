"""A renderer reaches the site only through its trace, so that every dependency is recorded."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from byeoru.model.facts import Facts
from byeoru.model.queries import QUERIES, settings
from byeoru.model.query import Query
from byeoru.model.results import Results
from byeoru.model.settings import Settings
from byeoru.model.site import Edition, Page, Site
from byeoru.model.theme import Theme
from byeoru.model.trace import Trace
from byeoru.render.kind import RenderContext, context_of
from byeoru.render.kinds import KINDS

RENDER = Path(__file__).parents[2] / "src/byeoru/render"
_WHOLE = re.compile(r"\b(Site|Facts|Results|SiteContext)\b")  # types of what holds the whole site
_TRACED = re.compile(r"\b(Trace|RenderContext)\b")  # of what records each look at it
SITE = Site(Settings(title="t"), {}, (Edition("", "ko", ()),), (), (), ())


def violations(text: str) -> list[str]:
    """Return where a module bypasses a trace: by private names, or with the site as another argument."""
    lines = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and node.attr in {"_results", "_queried"}:
            lines.append(f"{node.lineno}: {ast.unparse(node)}")
        if isinstance(node, ast.FunctionDef):
            types = [ast.unparse(one.annotation) for one in arguments(node.args) if one.annotation]
            if any(_TRACED.search(one) for one in types) and any(_WHOLE.search(one) for one in types):
                lines.append(f"{node.lineno}: {node.name}")
    return lines


def arguments(all_of: ast.arguments) -> list[ast.arg]:
    """Return every argument of a function."""
    return [*all_of.posonlyargs, *all_of.args, *all_of.kwonlyargs, *filter(None, (all_of.vararg, all_of.kwarg))]


@pytest.mark.parametrize("path", sorted(RENDER.rglob("*.py")), ids=lambda path: path.relative_to(RENDER).as_posix())
def test_no_renderer_gets_around_its_trace(path: Path) -> None:
    """A function that queries through a trace is given no site beside it, and reads no private part of the trace."""
    assert violations(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted",
    [
        "def number(trace: Trace) -> int:\n    return len(trace._results.site.pages)\n",
        "def number(trace: Trace, site: Site) -> int:\n    return len(site.pages)\n",
        "def _render(task: Task, context: RenderContext, *, facts: Facts | None = None) -> bytes:\n    return b''\n",
        "class View:\n    def __init__(self, trace: 'Trace', results: Results) -> None:\n        pass\n",
    ],
)
def test_a_planted_violation_is_caught(planted: str) -> None:
    """The check finds a planted violation."""
    assert len(violations(planted)) == 1


def reached(value: object, path: str = "", seen: set[int] | None = None) -> Iterator[tuple[str, object]]:
    """Yield all values that public names lead to from a value, with the names."""
    seen = set() if seen is None else seen
    if id(value) in seen or isinstance(value, str | bytes | int | Query | type) or callable(value):
        return
    seen.add(id(value))
    yield path, value
    if isinstance(value, dict):
        parts = [(f"{path}[{key!r}]", part) for key, part in value.items()]
    elif isinstance(value, list | tuple | set | frozenset) and not hasattr(value, "_fields"):
        parts = [(f"{path}[…]", part) for part in value]
    else:
        names = [name for name in dir(value) if not name.startswith("_")]
        parts = [(f"{path}.{name}", getattr(value, name, None)) for name in names]
    for name, part in parts:
        yield from reached(part, name, seen)


def whole_sites(context: object) -> list[str]:
    """Return the names by which a context leads to the site."""
    return [path for path, value in reached(context) if isinstance(value, Site | Facts | Page)]


def test_what_a_renderer_is_given_does_not_lead_to_the_site() -> None:
    """No public name of a context, its trace or its templates holds a site or its tables."""
    context = context_of(Results(SITE, Theme("t", (), (), (), ()), QUERIES), KINDS).for_output()
    context.trace.query(settings.title, "")

    assert whole_sites(context) == []


class Leaky(NamedTuple):
    """A context with a shortcut."""

    context: RenderContext
    results: Results


def test_a_planted_shortcut_is_caught() -> None:
    """The check finds a public name that leads to the whole site."""
    results = Results(SITE, Theme("t", (), (), (), ()), QUERIES)

    assert ".results" in whole_sites(Leaky(context_of(results, KINDS).for_output(), results))


def test_a_key_is_given_by_position() -> None:
    """Query arguments are positional, as a named one would not be part of the key of the result."""
    trace = Trace(Results(SITE, Theme("t", (), (), (), ()), QUERIES))

    with pytest.raises(TypeError, match="by position"):
        trace.query(settings.title, edition="en")

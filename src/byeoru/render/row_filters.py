"""Filters of Jinja for the rows of a list, by an attribute: the same results without ten calls for each row.

In:  a list, the name of an attribute, and a test for it.
Out: the rows that pass the test or fail it, or their attributes; like Jinja's, read only when they are needed.
Must not: read an attribute that ``reachable`` does not list. What is not plain, such as "author.name", is left to
    Jinja's own filter; `tests/render/test_row_filters.py` compares both.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import filterfalse
from operator import attrgetter
from typing import Any

from jinja2 import pass_context
from jinja2.filters import do_map, do_rejectattr, do_selectattr
from jinja2.runtime import Context

from byeoru.render.reachable import READABLE, VIEWS


def _reader(context: Context, name: str) -> Callable[[Any], Any]:
    """Return the function that reads the attribute *name*; only of views it is read directly: others can have items."""
    views, getitem, read = READABLE[name] & VIEWS.keys(), context.environment.getitem, attrgetter(name)
    return lambda row: read(row) if type(row) in views else getitem(row, name)


def _passes(context: Context, arguments: tuple[Any, ...], more: dict[str, Any]) -> Any:  # noqa: ANN401
    """Return the function that tests an attribute of a row; None if it is not plain."""
    name, *tested = arguments or ("",)
    if more or type(name) is not str or name not in READABLE:
        return None
    read = _reader(context, name)
    if not tested:
        return read
    test: Any = context.environment.tests.get(tested[0]) if type(tested[0]) is str else None
    if test is None or hasattr(test, "jinja_pass_arg"):
        return None
    others = tested[1:]
    return lambda row: test(read(row), *others)


def _rows(value: Iterable[Any]) -> Iterator[Any]:
    if value:
        yield from value


@pass_context
def selectattr(context: Context, value: Iterable[Any], *arguments: Any, **more: Any) -> Iterable[Any]:  # noqa: ANN401
    """Return the rows of which an attribute passes a test."""
    passes = _passes(context, arguments, more)
    return filter(passes, _rows(value)) if passes else do_selectattr(context, value, *arguments, **more)


@pass_context
def rejectattr(context: Context, value: Iterable[Any], *arguments: Any, **more: Any) -> Iterable[Any]:  # noqa: ANN401
    """Return the rows of which an attribute fails a test."""
    passes = _passes(context, arguments, more)
    return filterfalse(passes, _rows(value)) if passes else do_rejectattr(context, value, *arguments, **more)


@pass_context
def mapped(context: Context, value: Iterable[Any], *arguments: Any, **more: Any) -> Iterable[Any]:  # noqa: ANN401
    """Return an attribute of each row, or what another filter makes of it."""
    name = more.get("attribute")
    if arguments or len(more) > 1 or type(name) is not str or name not in READABLE:
        return do_map(context, value, *arguments, **more)
    return map(_reader(context, name), _rows(value))


ROW_FILTERS: dict[str, Callable[..., Any]] = {"selectattr": selectattr, "rejectattr": rejectattr, "map": mapped}

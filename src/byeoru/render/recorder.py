"""Values that many pages share, and that still become dependencies of each page that reads them.

In:  the queries of such a value.
Out: the value, computed once; its queries are recorded for each output that reads it.
Must not: outlive a build, within which a query always has the same result.
"""

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar, overload

from byeoru.model.output import QueryKey
from byeoru.model.query import Query
from byeoru.model.trace import Trace

P = ParamSpec("P")
T = TypeVar("T")
D = TypeVar("D")


class Recorded(NamedTuple, Generic[T]):
    """A value with the queries that were made for it."""

    value: T
    results: tuple[tuple[QueryKey, str], ...]


class Recorder:
    """Makes queries for the output that is being rendered, one after the other."""

    def __init__(self, trace: Trace) -> None:
        """Begin with the trace of one output."""
        self.trace = trace

    def query(self, query: Query[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """Make a query, as ``Trace.query`` does."""
        return self.trace.query(query, *arguments, **named)

    def derived(self, function: Callable[[T], D], query: Query[P, T], *arguments: P.args, **named: P.kwargs) -> D:
        """Make a query, as ``Trace.derived`` does."""
        return self.trace.derived(function, query, *arguments, **named)

    def apart(self, compute: Callable[[], T]) -> Recorded[T]:
        """Return what *compute* returns with the queries that it makes, which are not recorded for the output."""
        output, self.trace = self.trace, self.trace.fresh()
        try:
            return Recorded(compute(), self.trace.results)
        finally:
            self.trace = output


class once(Generic[T]):  # noqa: N801  (a decorator, like `property`)
    """An attribute of an object with a recorder, computed once; each page that reads it records its queries."""

    def __init__(self, function: Callable[[Any], T]) -> None:
        """Take the function that computes the attribute."""
        self._function, self._name, self.__doc__ = function, function.__name__, function.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "once[T]": ...
    @overload
    def __get__(self, owner: Any, kind: type) -> T: ...  # noqa: ANN401
    def __get__(self, owner: Any, kind: type) -> "once[T] | T":
        """Return the attribute."""
        if owner is None:
            return self
        recorder: Recorder = owner._recorder  # noqa: SLF001
        known: Recorded[T] | None = owner._known.get(self._name)  # noqa: SLF001
        if known is None:
            known = recorder.apart(lambda: self._function(owner))
            owner._known[self._name] = known  # noqa: SLF001
        recorder.trace.record(known.results)
        return known.value

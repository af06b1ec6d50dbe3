"""The record of what one output depends on, and its only way to the site.

In:  the queries that an output makes.
Out: their results; the keys of these with their digests, and the names of what they see.
Must not: be bypassed. An output is rebuilt exactly when the result of a query that it made has changed, so whatever
a renderer or a template can see of the whole site comes from here (`tests/render/test_only_traced.py`).
"""

from collections.abc import Callable, Iterable
from typing import Any, ParamSpec, TypeVar

from byeoru.model.output import Dependencies, QueryKey
from byeoru.model.query import Query
from byeoru.model.results import Results

P = ParamSpec("P")
T = TypeVar("T")
D = TypeVar("D")


class Trace:
    """The queries that one output has made so far."""

    def __init__(self, results: Results) -> None:
        """Begin without dependencies."""
        self._results = results
        self._queried: dict[QueryKey, str] = {}

    def query(self, query: Query[P, T], *arguments: P.args, **named: P.kwargs) -> T:
        """Return the result of a query, and record that the output depends on it.

        Arguments are given by position: they are the key of the result.
        """
        result: T = self._results.result(self._recorded(query, arguments, named))
        return result

    def derived(self, function: Callable[[T], D], query: Query[P, T], *arguments: P.args, **named: P.kwargs) -> D:
        """Make a query, and return what *function* computes from its result, once for all outputs that make it."""
        return self._results.derived(function, self._recorded(query, arguments, named))

    def _recorded(self, query: Query[P, T], arguments: tuple[Any, ...], named: dict[str, object]) -> QueryKey:
        if named:
            raise TypeError(f"arguments of {query.name} are given by position")
        key = (query.name, *arguments)
        if key not in self._queried:
            self._queried[key] = self._results.digest(key)
        return key

    def fresh(self) -> "Trace":
        """Return a trace of the same site without queries."""
        return Trace(self._results)

    def would_find(self, results: Iterable[tuple[QueryKey, str]]) -> bool:
        """Tell whether queries that were recorded earlier have the same results today."""
        return all(self._results.digest(key) == digest for key, digest in results)

    def record(self, results: Iterable[tuple[QueryKey, str]]) -> None:
        """Record queries that were made for this output earlier, and have the same results today."""
        self._queried.update(results)

    def summary_digest(self, address: str) -> str:
        """Return the digest of all that other pages can show of a page, except its text."""
        return self._results.summary_digests[address]

    @property
    def results(self) -> tuple[tuple[QueryKey, str], ...]:
        """Return the queries made, with the digests of the results."""
        return tuple(self._queried.items())

    @property
    def dependencies(self) -> Dependencies:
        """Return the queries made, with the digests of the results, and the names of what these see."""
        return Dependencies(self.results, self._results.names_of_all(self._queried))

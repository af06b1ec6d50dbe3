"""All queries: everything that one output can see of the whole site. A module per subject; one added here is found.

In:  the modules of this package.
Out: ``QUERIES`` by name, those that outputs share, and the messages that report them as reasons.
Must not: name a query; adding one touches the module of its subject alone.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from byeoru.model.query import Query


def _collected() -> Iterator[Query[Any, Any]]:
    for name in sorted(module.name for module in iter_modules(__path__)):
        values = vars(import_module(f"{__name__}.{name}")).values()
        yield from (value for value in values if isinstance(value, Query))


QUERIES: dict[str, Query[Any, Any]] = {query.name: query for query in _collected()}
SHARED = frozenset(name for name, query in QUERIES.items() if query.is_shared)
OF_TERMS = frozenset(name for name, query in QUERIES.items() if query.sees_terms)
SHARED_LISTS = frozenset(name for name in SHARED if QUERIES[name].sees_words)

MESSAGES = {f"reason.{name}": query.reason for name, query in QUERIES.items()}

"""All declared queries by name, and what follows from their declarations.

In:  the modules of `queries`.
Out: ``QUERIES``, those that outputs share, and the messages that report them as reasons.
Must not: name a query; adding one touches the file of its subject alone.
"""

from typing import Any

from byeoru.model.queries import addresses, files, lists, pages, settings, taxonomies, theme
from byeoru.model.queries.query import Query

_SUBJECTS = addresses, files, lists, pages, settings, taxonomies, theme

QUERIES: dict[str, Query[Any, Any]] = {
    declared.name: declared
    for subject in _SUBJECTS
    for declared in vars(subject).values()
    if isinstance(declared, Query)
}
SHARED = frozenset(name for name, declared in QUERIES.items() if declared.is_shared)

MESSAGES = {f"reason.{name}": declared.reason for name, declared in QUERIES.items()}

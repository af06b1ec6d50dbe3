"""The dependencies of an output, as they are recorded, and whether one of them has changed.

In:  the results of queries that an output was made from, each with its digest.
Out: an ``Artifact`` with these, packed by the process that rendered it; later, the first one that has another digest.
Must not: know which outputs there are.
"""

from collections.abc import Iterable
from functools import lru_cache

from byeoru.cache.packed import packed
from byeoru.cache.table import Table
from byeoru.cache.verified import NEW
from byeoru.model.output import Artifact, Dependencies, QueryKey
from byeoru.model.queries import SHARED
from byeoru.model.results import Results


def artifact_of(path: str, digest: str, made: Dependencies, source: tuple[QueryKey, str] | None = None) -> Artifact:
    """Return the artifact of an output that was *made* from these dependencies."""
    shared = tuple([result for result in made.results if result[0][0] in SHARED])
    unshared = [result for result in made.results if result[0][0] not in SHARED]
    return Artifact(path, digest, _packed(shared), packed(unshared), made.names, source)


_packed = lru_cache(maxsize=1 << 6)(packed)  # thousands of pages share one bundle


def changed_result(dependencies: Iterable[tuple[list[str | int], str]], results: Results) -> QueryKey | None:
    """Return the key of the first result that has another digest now, None if all have the same."""
    for key, recorded in dependencies:
        if results.digest(tuple(key)) != recorded:
            return tuple(key)
    return None


class Bundles(dict[str, QueryKey | None]):
    """The first changed result of each bundle, compared once."""

    def __init__(self, table: Table, results: Results) -> None:
        """Take the table of bundles, and the results of today."""
        super().__init__()
        self._table, self.results = table, results

    def __missing__(self, bundle: str) -> QueryKey | None:
        """Compare one."""
        dependencies = self._table.get(bundle)
        self[bundle] = NEW if dependencies is None else changed_result(dependencies, self.results)
        return self[bundle]

"""The memo table of links: the targets of the references of each document.

Targets depend on the document and on everything that a reference can resolve to. An edit of a text changes only the
former, for one document, so the references of all other documents are not even read.
"""

from collections.abc import Callable, Collection
from typing import Generic, Protocol, TypeVar

from byeoru.base.codec import from_plain, to_plain
from byeoru.base.diagnostic import Diagnostic, Outcome, restored, stored
from byeoru.base.digest import digest_of
from byeoru.cache.store import Store
from byeoru.cache.table import Table
from byeoru.model.content import Document, Slot
from byeoru.model.project import Profile
from byeoru.model.site import Resolved

Targets = Outcome[Resolved]


class _Digested(Protocol):
    @property
    def digest(self) -> str: ...


P = TypeVar("P", bound=_Digested)


class Links(Generic[P]):
    """Resolves the references of one site, and reuses what earlier builds resolved with the same index."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        program: str,
        slots: Callable[[str, str], tuple[Slot, ...]],
        resolve: Callable[[tuple[Slot, ...], str, str, P], Targets],
        before: "Links[P] | None" = None,
    ) -> None:
        """Take the functions that return and resolve the slots of a document, and the links of an earlier site."""
        self._store, self._name, self._program = store, f"links/{profile.name}", program
        self._slots, self._resolve, self._before = slots, resolve, before
        self._at: tuple[P, Table] | None = None
        self._problems: dict[str, tuple[Diagnostic, ...]] = {}  # of the documents that have any

    def __call__(self, document: Document, address: str, index: P) -> Targets:
        """Return the targets of the slots of *document*; raises what *slots* raises if they are missing."""
        if self._at is None:
            self._at = index, self._table_of(index)
        outcome = self._resolved(document, address, *self._at)
        if outcome.problems:
            self._problems[document.path] = outcome.problems
        return outcome

    @property
    def problems(self) -> dict[str, tuple[Diagnostic, ...]]:
        """Return the problems of the documents that have any, by path."""
        return dict(self._problems)

    def resolved(self, document: Document, address: str) -> Targets:
        """Return the targets that another text of *document* has in the site that was connected with these links."""
        if self._at is None:
            raise ValueError("no document of this site has been resolved")
        return self._resolved(document, address, *self._at)

    def _resolved(self, document: Document, address: str, index: P, table: Table) -> Targets:
        match table.get(document.path):
            case [str(key), list(resolved), list(problems)] if key == document.key:
                return Outcome(from_plain(Resolved)(resolved), restored(problems) if problems else ())
        slots = self._slots(document.path, document.key)
        outcome = self._resolve(slots, document.path, address, index)
        table.put(document.path, [document.key, to_plain(Resolved)(outcome.value), stored(outcome.problems)])
        return outcome

    def _table_of(self, index: P) -> Table:
        """Return the table for *index*: that of the earlier site if it has the same index, otherwise the stored one."""
        before, self._before = self._before, None
        if before is not None and before._at is not None and before._at[0].digest == index.digest:  # noqa: SLF001
            return before._at[1]  # noqa: SLF001  (of the same class)
        return Table(self._store, self._name, digest_of([self._program, index.digest]))

    def save(self, files: Collection[str]) -> None:
        """Remove the documents that are no longer among the *files*, and pass the rest to the store."""
        if self._at is not None:
            self._at[1].keep_only(set(files))
            self._at[1].save()

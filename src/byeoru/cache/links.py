"""The memo table of links: where the references of each document lead.

That depends on the document and on everything that a reference can mean. An edit of a text changes the first of one
document and leaves the second as it was, so the references of all others need not even be read.
"""

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from byeoru.base.diagnostic import Outcome, restored, stored
from byeoru.base.digest import digest_of, digest_text
from byeoru.cache.cache import Damaged
from byeoru.cache.shelf import Shelf
from byeoru.cache.store import Store
from byeoru.model.content import Document, Slot
from byeoru.model.project import Profile

Targets = Outcome[tuple[str, ...]]


class _Digested(Protocol):
    @property
    def digest(self) -> str: ...


P = TypeVar("P", bound=_Digested)


class Links(Generic[P]):
    """A function that resolves references, with what it found out in the last build of a profile."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        program: str,
        slots: Callable[[str, str], tuple[Slot, ...] | None],
        resolve: Callable[[tuple[Slot, ...], str, str, P], Targets],
    ) -> None:
        """Take where the slots of a path and a key are kept, and the function that resolves them."""
        self._store, self._name, self._program = store, f"links/{profile.name}", program
        self._slots, self._resolve = slots, resolve
        self._shelf: Shelf | None = None
        self._all: list[str] = []
        self.touched: set[str] = set()  # paths of documents that are not as they were in the last build

    def __call__(self, document: Document, address: str, places: P) -> Targets:
        """Return the targets of the slots of *document*; raises ``Damaged`` if its slots are lost."""
        if self._shelf is None:
            self._shelf = Shelf(self._store, self._name, digest_of([self._program, places.digest]))
        match self._shelf.get(document.path):
            case [str(key), list(targets), list(problems)] if key == document.key:
                self._all += targets
                return Outcome(tuple(targets), restored(problems) if problems else ())
        slots = self._slots(document.path, document.key)
        if slots is None:
            raise Damaged(document.path)
        found = self._resolve(slots, document.path, address, places)
        self.touched.add(document.path)
        self._all += found.value
        self._shelf.put(document.path, [document.key, list(found.value), stored(found.problems)])
        return found

    @property
    def signature(self) -> str:
        """Return a digest of all targets that were asked for."""
        return digest_text("\n".join(self._all))

    def finish(self, paths: set[str]) -> None:
        """Forget the documents that are gone, and hand the rest to the store."""
        if self._shelf is not None:
            self._shelf.keep_only(paths)
            self._shelf.save()

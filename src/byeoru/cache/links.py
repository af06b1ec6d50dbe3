"""The memo table of links: where the references of each document lead.

That depends on the document and on everything that a reference can mean. An edit of a text changes the first of one
document and leaves the second as it was, so the references of all others need not even be read.
"""

from collections.abc import Callable, Collection
from typing import Generic, Protocol, TypeVar

from byeoru.base.diagnostic import Outcome, restored, stored
from byeoru.base.digest import digest_of, digest_text
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
        slots: Callable[[str, str], tuple[Slot, ...]],
        resolve: Callable[[tuple[Slot, ...], str, str, P], Targets],
    ) -> None:
        """Take where the slots of a path and a key are kept, and the function that resolves them."""
        self._store, self._name, self._program = store, f"links/{profile.name}", program
        self._slots, self._resolve = slots, resolve
        self._shelf: Shelf | None = None
        self._all: list[str] = []
        self._places: P | None = None
        self.touched: set[str] = set()  # paths of documents that are not as they were in the last site that was written

    def begin(self) -> None:
        """Begin with another site."""
        self._all = []

    def __call__(self, document: Document, address: str, places: P) -> Targets:
        """Return the targets of the slots of *document*; raises what *slots* raises where they are lost."""
        if self._places is not places:
            self._open(places)
        assert self._shelf is not None
        match self._shelf.get(document.path):
            case [str(key), list(targets), list(problems)] if key == document.key:
                self._all += targets
                return Outcome(tuple(targets), restored(problems) if problems else ())
        slots = self._slots(document.path, document.key)
        found = self._resolve(slots, document.path, address, places)
        self.touched.add(document.path)
        self._all += found.value
        self._shelf.put(document.path, [document.key, list(found.value), stored(found.problems)])
        return found

    def leads_on(self, document: Document, address: str) -> bool:
        """Tell whether *document*, of which only the text is another, leads where it led, with the same problems."""
        if self._shelf is None or self._places is None:
            return False
        before = self._shelf.get(document.path)
        count = len(self._all)
        self(document, address, self._places)
        del self._all[count:]
        return before is not None and self._shelf.get(document.path)[1:] == before[1:]

    def _open(self, places: P) -> None:
        """Look at what is known for *places*; a table of the same places is kept, whoever made them."""
        if self._shelf is None or self._places is None or self._places.digest != places.digest:
            self._shelf = Shelf(self._store, self._name, digest_of([self._program, places.digest]))
        self._places = places

    @property
    def signature(self) -> str:
        """Return a digest of all targets that were asked for."""
        return digest_text("\n".join(self._all))

    def settle(self) -> None:
        """Take that the site is written: what was touched is so no more."""
        self.touched.clear()

    def finish(self, files: Collection[str]) -> None:
        """Forget the documents that are not among the *files* any more, and hand the rest to the store."""
        if self._shelf is not None:
            self._shelf.keep_only(set(files))
            self._shelf.save()

"""The memo table of links: what the references of each document lead to.

That depends on the document, on the answers to the lookups that its references took, and on the outlines of the pages
whose headings they name. A row contains these lookups and a digest of their answers: a new note is looked for again by
the documents that have asked for its name, and by no other.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from sys import intern
from typing import Generic, NamedTuple, Protocol, TypeVar

from byeoru.base.codec import to_plain
from byeoru.base.diagnostic import Diagnostic, Outcome, restored, stored
from byeoru.base.digest import digest_of, digest_text
from byeoru.cache.documents import Documents
from byeoru.cache.store import Store
from byeoru.cache.table import Table
from byeoru.model.content import Document, Outline, Slot
from byeoru.model.project import Profile
from byeoru.model.site import Resolved

Targets = Outcome[Resolved]
Lookups = tuple[str, ...]  # keys, or the paths of documents with an outline
_INDEX = ""  # the key of the row about all others: a digest of everything that lookups could find


class Index(Protocol):
    """What references are looked up in."""

    @property
    def digest(self) -> str:
        """Return a digest that changes whenever the answer to any lookup could change."""

    @property
    def pages(self) -> Mapping[str, str]:
        """Return the addresses of all pages by path."""

    def answers(self, keys: Collection[str]) -> list[str]:
        """Return the answers to lookups."""

    def retitled(self, documents: Collection[Document], asked: Collection[str]) -> Iterable[str]:
        """Take documents with other titles; return the lookups, of all *asked*, whose answers can be others."""

    def sees_titles(self, key: str) -> bool:
        """Tell whether the answer to a lookup can be another one for another title."""

    def forget_lookups(self) -> None:
        """Free what only makes the next lookups faster."""


P = TypeVar("P", bound=Index)
Resolve = Callable[
    [tuple[Slot, ...], str, str, P, Callable[[str], Outline]],
    tuple[Targets, Lookups, Lookups],
]


class LinksState(NamedTuple, Generic[P]):
    """What ``Links`` knows of one site, without the tables of the cache."""

    found_in: P | None = None  # what references are looked up in
    digest: str = ""  # of everything that lookups can find
    is_current: bool = False  # whether that is what the rows were made with
    outlines: Mapping[str, str] = {}  # digests of those that references to headings were resolved with
    referring: Mapping[str, set[str]] = {}  # documents with such references, by the other
    asking: Mapping[str, set[str]] = {}  # documents by those of their lookups that see titles
    problems: Mapping[str, tuple[Diagnostic, ...]] = {}  # of the documents that have any


class Links(Generic[P]):
    """Resolves the references of one site, and reuses what earlier builds resolved with the same answers."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        program: str,
        documents: Documents,
        resolve: Resolve[P],
        before: "Links[P] | None" = None,
        state: LinksState[P] = LinksState(),  # noqa: B008  (a value)
    ) -> None:
        """Take the documents with their slots, the function that resolves these, and the links of an earlier site.

        *state* is what an earlier process knew of this site.
        """
        self._store, self._documents, self._resolve = store, documents, resolve
        self._table: Table = before._table if before else Table(store, f"links/{profile.name}", program)  # noqa: SLF001
        self._index, self._digest, self._is_current = state.found_in, state.digest, state.is_current
        self._outlines, self._problems = dict(state.outlines), dict(state.problems)
        self._referring: defaultdict[str, set[str]] = defaultdict(set, state.referring)
        self._has_others = False  # whether there can be rows of documents that there are no longer
        self._asking: defaultdict[str, set[str]] = defaultdict(set, state.asking)

    def __call__(self, document: Document, address: str, index: P) -> Targets:
        """Return the targets of the slots of *document*; raises ``Overtaken`` if they are missing."""
        if self._index is None:
            self._index = index
            self._digest = digest_of([index.digest, *[self._documents.outline_digest(path) for path in index.pages]])
            self._is_current = self._table.get(_INDEX) == self._digest
        outcome = self._resolved(document, address, index, is_current=self._is_current)
        if outcome.problems:
            self._problems[document.path] = outcome.problems
        return outcome

    @property
    def state(self) -> LinksState[P]:
        """Return what is known of this site."""
        referring, asking = dict(self._referring), dict(self._asking)
        return LinksState(
            self._index, self._digest, self._is_current, self._outlines, referring, asking, self._problems
        )

    def complete(self) -> None:
        """Record that all documents were resolved: a build that finds the same need not look at their lookups."""
        self._table.put(_INDEX, self._digest)
        self._table.release()  # an edit reads few of these rows, and a first build none
        self._store.commit()
        self._has_others = True
        if self._index is not None:
            self._index.forget_lookups()

    @property
    def problems(self) -> dict[str, tuple[Diagnostic, ...]]:
        """Return the problems of the documents that have any, by path."""
        return dict(self._problems)

    def resolved(self, document: Document, address: str) -> Targets:
        """Return the targets that another text of *document* has in the site that was connected with these links."""
        if self._index is None:
            raise ValueError("no document of this site has been resolved")
        self._table.put(_INDEX, "")  # an outline may have changed
        return self._resolved(document, address, self._index, is_current=False)

    def with_changed_headings(self, edited: Iterable[str]) -> set[str]:
        """Return the documents with references to headings of the *edited* ones, if their outline has changed."""
        referring: set[str] = set()
        for path in edited:
            digest = self._documents.outline_digest(path)
            if self._outlines.get(path, digest) != digest:
                referring |= self._referring[path]
                self._outlines[path] = digest
        return referring

    def with_changed_titles(self, documents: Collection[Document]) -> set[str]:
        """Take *documents* with other titles; return those with references that asked for one of these by a name."""
        if self._index is None or not documents:
            return set()
        keys = self._index.retitled(documents, self._asking.keys())
        return {path for key in keys for path in self._asking.get(key, ())}

    def _asks(self, path: str, lookups: Iterable[str], index: P) -> None:
        for key in filter(index.sees_titles, lookups):
            self._asking[key].add(path)

    def _resolved(self, document: Document, address: str, index: P, *, is_current: bool) -> Targets:
        match self._table.get(document.path):
            case [str(key), str(at), list(lookups), list(outlines), str(digest), list(resolved), list(problems)] if (
                key == document.key and at == address
            ):
                if is_current or digest == self._answers(lookups, outlines, index):
                    self._refers(document.path, outlines)
                    self._asks(document.path, lookups, index)
                    targets, labels = resolved  # decoded by hand: ten thousand in each build
                    targets, labels = tuple(map(intern, targets)), tuple([(slot, label) for slot, label in labels])
                    return Outcome(Resolved(targets, labels), restored(problems) if problems else ())
        slots = self._documents.slots(document.path, document.key)
        outcome, asked, outlined = self._resolve(slots, document.path, address, index, self._documents.outline)
        digest = self._answers(asked, outlined, index)
        self._refers(document.path, outlined)
        self._asks(document.path, asked, index)
        row = [list(asked), list(outlined), digest, to_plain(Resolved)(outcome.value), stored(outcome.problems)]
        self._table.put(document.path, [document.key, address, *row])
        return outcome

    def _refers(self, path: str, outlines: Collection[str]) -> None:
        for other in outlines:
            self._outlines[other] = self._documents.outline_digest(other)
            self._referring[other].add(path)

    def _answers(self, lookups: Collection[str], outlines: Collection[str], index: P) -> str:
        """Return a digest of the answers to lookups."""
        if not lookups and not outlines:
            return ""
        outlined = [self._documents.outline_digest(path) for path in outlines]
        return digest_text("\n".join([*index.answers(lookups), *outlined]))

    def save(self, files: Collection[str]) -> None:
        """Remove the documents that are no longer among the *files*, and pass the rest to the store."""
        if self._has_others:
            self._table.keep_only({*files, _INDEX})
            self._has_others = False
        self._table.save()

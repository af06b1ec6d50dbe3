"""The memo table of the search index: the shards of each segment, and the documents that they were made from.

In:  the layout of an index, the keys of its documents, and their terms.
Out: ``SearchIndex``, and the texts of its shards.
Must not: be derived from itself more than it can check. The row of a segment names its documents with their keys, and
each shard by its digest; a row or a shard that is missing or another one costs making that segment again.

A document whose key or slot differs from the row's is compared with the version that was indexed, line by line, and the
differences are applied to the shards that have them. A segment with another number of shards, or another range of
documents, has another name, and is made as a whole.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from byeoru.base.digest import digest_text
from byeoru.base.parallel import Workers
from byeoru.cache.damage import Overtaken
from byeoru.cache.documents import Documents
from byeoru.cache.packed import unpacked
from byeoru.cache.segment_shards import Shard, parts_of, shards_of
from byeoru.cache.store import Store
from byeoru.index.boundaries import boundaries_for
from byeoru.index.document_terms import postings_of
from byeoru.index.segments import IndexLayout, shards_for
from byeoru.index.shards import Changes, Step, changes_of, edited, shard_of
from byeoru.model.project import Profile
from byeoru.model.search import IndexedEdition, IndexedSegment, SearchIndex

_LARGE = 1_000_000  # postings of a segment whose shards are not kept in memory until `save`

KeyOf = Callable[[str], str]
Members = dict[str, tuple[str, int]]  # key and slot of each document, by path


class _Row(NamedTuple):
    """A segment as it is indexed."""

    shards: int
    members: Members
    postings: dict[str, int]  # how many each document has, by path
    digests: tuple[str, ...]


class _Task(NamedTuple):
    """A segment to bring up to date."""

    name: str  # "ko/11/p0-992"
    members: Members  # in the order of their slots
    is_newest: bool


class SearchTable:
    """The index of one profile."""

    def __init__(self, store: Store, profile: Profile, program: str, documents: Documents) -> None:
        """Open the segments that the same *program* has made for *profile*."""
        self._store, self._program, self._documents = store, program, documents
        self._segments, self._shards = f"segments/{profile.name}/", f"shards/{profile.name}/"
        self._rows: dict[str, _Row] = {}  # by name of the segment
        self._new: dict[str, bytes] = {}  # shards that are not saved yet, packed, by name
        self._unsaved: set[str] = set()  # segments
        self._used: set[str] = set()  # segments of the latest index
        self.latest: SearchIndex | None = None  # whose texts the table has

    def updated(self, layouts: Iterable[IndexLayout], key_of: KeyOf, workers: Workers) -> SearchIndex:
        """Bring the index up to date with *layouts*, for documents of the keys that *key_of* returns by path."""
        self._used = set()
        self.latest = SearchIndex(tuple(self._edition(layout, key_of, workers) for layout in layouts))
        return self.latest

    def text(self, name: str) -> str:
        """Return the text of a shard; raises ``Overtaken`` if it is lost, and its segment will be made again."""
        segment, _, number = name.removeprefix("search:").rpartition("/")
        segment = segment.rpartition("-")[0]
        text = self._shard(segment, int(number, 16))
        if text is None:
            self._store.drop((self._segments + segment,))
            self._store.commit()
            raise Overtaken(name)
        return text

    def _edition(self, layout: IndexLayout, key_of: KeyOf, workers: Workers) -> IndexedEdition:
        segments = []
        for name, members, is_newest in layout.segments:
            wanted = {path: (key_of(path), slot) for slot, path in members}
            row = self._updated(_Task(f"{layout.language}/{layout.bits}/{name}", wanted, is_newest), workers)
            segments.append(IndexedSegment(f"{name}-{row.shards}", row.digests))
        return IndexedEdition(layout.code, layout.language, layout.bits, layout.slots, tuple(segments))

    def _updated(self, task: _Task, workers: Workers) -> _Row:
        """Return the row of a segment after bringing it up to date."""
        self._used.add(task.name)
        row = self._row(task.name)
        if row is None:
            return self._made(task, workers)
        if row.members == task.members:
            return row
        changed = [path for path, member in task.members.items() if row.members.get(path) != member]
        gone = row.members.keys() - task.members.keys()
        if 2 * (len(changed) + len(gone)) > len(task.members):
            return self._made(task, workers)
        return self._edited(task, row, changed, gone) or self._made(task, workers)

    def _made(self, task: _Task, workers: Workers) -> _Row:
        """Make a segment as a whole."""
        language = _language(task.name)
        members = [(path, key, slot) for path, (key, slot) in task.members.items()]
        parts = parts_of(members, language, self._documents, workers)
        postings = dict(zip(task.members, chain.from_iterable(part.postings for part in parts), strict=True))
        count = sum(postings.values())
        shards = shards_for(count, is_newest=task.is_newest)
        folder = f"{task.name}-{shards}/"
        self._forget_shards(task.name)
        digests = [""] * shards
        for number, shard in shards_of(parts, shards, language, workers):
            digests[number] = shard.digest
            if count > _LARGE:
                self._store.put_packed(f"{self._shards}{folder}{number:x}", shard.row)
            else:
                self._new[f"{folder}{number:x}"] = shard.row
        row = self._keep(task.name, _Row(shards, task.members, postings, tuple(digests)))
        if count > _LARGE:
            self._save_rows()
            self._store.commit()
        return row

    def _edited(self, task: _Task, row: _Row, changed: Iterable[str], gone: Iterable[str]) -> _Row | None:
        """Apply the changes of a few documents; return None if the segment has to be made as a whole."""
        postings = dict(row.postings)
        steps = []
        for path in gone:
            key, slot = row.members[path]
            steps.append(Step(slot, self._documents.terms.get(path, key), slot, ""))
            del postings[path]
        for path in changed:
            key, slot = task.members[path]
            terms = self._documents.terms_of(path, key)
            old_key, old_slot = row.members.get(path, ("", slot))
            old = self._documents.terms.get(path, old_key) if old_key else ""
            steps.append(Step(old_slot, old, slot, terms))
            postings[path] = postings_of(terms)
        changes = changes_of(steps)
        if changes is None or shards_for(sum(postings.values()), is_newest=task.is_newest) != row.shards:
            return None
        return self._applied(task.name, row._replace(members=task.members, postings=postings), changes)

    def _applied(self, name: str, row: _Row, changes: Changes) -> _Row | None:
        by_shard: dict[int, dict[str, Mapping[int, str]]] = defaultdict(dict)
        boundaries = boundaries_for(row.shards, _language(name))
        for term, letters in changes.items():
            by_shard[shard_of(term, boundaries)][term] = letters
        digests = list(row.digests)
        for number, terms in by_shard.items():
            old = self._shard(name, number)
            if old is None:
                return None
            digests[number], self._new[f"{name}-{row.shards}/{number:x}"] = Shard.of(edited(old, terms))
        return self._keep(name, row._replace(digests=tuple(digests)))

    def _keep(self, name: str, row: _Row) -> _Row:
        self._rows[name] = row
        self._unsaved.add(name)
        return row

    def _row(self, name: str) -> _Row | None:
        row = self._rows.get(name)
        if row is None and (row := _read(self._store.get(self._segments + name), self._program)) is not None:
            self._rows[name] = row
        return row

    def _shard(self, segment: str, number: int) -> str | None:
        """Return the text of a shard, None if it is lost or is not the one that the row of its segment names."""
        row = self._row(segment)
        if row is None or number >= row.shards:
            return None
        name = f"{segment}-{row.shards}/{number:x}"
        if name in self._new:
            text: str = unpacked(self._new[name])
            return text
        match self._store.get(self._shards + name):
            case str(saved) if digest_text(saved) == row.digests[number]:
                return saved
        return None

    def _forget_shards(self, segment: str) -> None:
        """Remove the shards of a segment, however many it had."""
        prefix = f"{segment}-"
        self._store.drop(self._store.names(self._shards + prefix))
        for name in [name for name in self._new if name.startswith(prefix)]:
            del self._new[name]

    def save(self) -> None:
        """Pass the index to the store, and remove what is no longer part of it; the caller commits."""
        self._save_rows()
        if self.latest is None:
            return
        for name in self._store.names(self._segments):
            segment = name.removeprefix(self._segments)
            if segment not in self._used:
                self._store.drop((name, *self._store.names(f"{self._shards}{segment}-")))
                self._rows.pop(segment, None)
        self._documents.terms.prune(self._all_members)

    def _save_rows(self) -> None:
        """Pass the changed segments with their shards to the store."""
        for segment in self._unsaved:
            shards, members, postings, digests = self._rows[segment]
            keys, slots = [key for key, _ in members.values()], [slot for _, slot in members.values()]
            values = [self._program, shards, list(members), keys, slots, [postings[path] for path in members], digests]
            self._store.put(self._segments + segment, values)
        for name, packed in self._new.items():
            self._store.put_packed(self._shards + name, packed)
        self._unsaved.clear()
        self._new.clear()

    def _all_members(self) -> list[Members]:
        """Return the documents of all segments of this profile, and of another one."""
        others = (name for name in self._store.names("segments/") if not name.startswith(self._segments))
        rows = (*self._rows.values(), *(_read(self._store.get(name), self._program) for name in others))
        return [row.members for row in rows if row is not None]


def _read(value: object, program: str) -> _Row | None:
    """Return the row of a segment, None if there is none or another program made it."""
    match value:
        case [str(made_by), int(shards), list(paths), list(keys), list(slots), list(counts), list(digests)] if (
            made_by == program
        ):
            members = dict(zip(paths, zip(keys, slots, strict=True), strict=True))
            return _Row(shards, members, dict(zip(paths, counts, strict=True)), tuple(digests))
    return None


def _language(name: str) -> str:
    """Return the language of a segment, "ko/11/p0-992"."""
    return name.partition("/")[0]

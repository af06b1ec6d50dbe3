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
from typing import NamedTuple

from byeoru.base.digest import digest_text
from byeoru.cache.damage import Overtaken
from byeoru.cache.documents import Documents
from byeoru.cache.store import Store
from byeoru.index.boundaries import boundaries_for
from byeoru.index.segments import IndexLayout, Segment, shards_for
from byeoru.index.shards import Changes, Gathered, Step, changes_of, edited, postings_of, shard_of
from byeoru.model.project import Profile
from byeoru.model.search import IndexedEdition, IndexedSegment, SearchIndex

_LARGE = 1_000_000  # postings of a segment whose shards are not kept in memory until `save`

KeyOf = Callable[[str], str]  # the key of a document by its path
Member = tuple[str, int, int]  # key, slot and number of postings of a document


class _Row(NamedTuple):
    """A segment as it is indexed."""

    shards: int
    members: dict[str, Member]  # by path
    digests: tuple[str, ...]


class _Task(NamedTuple):
    """A segment to bring up to date."""

    name: str  # "ko/11/p0-992"
    segment: Segment
    keys: dict[str, str]  # of its documents, by path


class SearchTable:
    """The index of one profile."""

    def __init__(self, store: Store, profile: Profile, program: str, documents: Documents) -> None:
        """Open the segments that the same *program* has made for *profile*."""
        self._store, self._program, self._documents = store, program, documents
        self._segments, self._shards = f"segments/{profile.name}/", f"shards/{profile.name}/"
        self._rows: dict[str, _Row] = {}  # by name of the segment
        self._texts: dict[str, str] = {}  # of shards that are not saved yet, by name
        self._unsaved: set[str] = set()  # segments
        self._used: set[str] = set()  # segments of the latest index
        self.latest: SearchIndex | None = None  # whose texts the table has

    def updated(self, layouts: Iterable[IndexLayout], key_of: KeyOf) -> SearchIndex:
        """Bring the index up to date with *layouts*."""
        self._used = set()
        self.latest = SearchIndex(tuple(self._edition(layout, key_of) for layout in layouts))
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

    def _edition(self, layout: IndexLayout, key_of: KeyOf) -> IndexedEdition:
        segments = []
        for segment in layout.segments:
            name = f"{layout.language}/{layout.bits}/{segment.name}"
            row = self._updated(_Task(name, segment, {path: key_of(path) for _, path in segment.members}))
            segments.append(IndexedSegment(f"{segment.name}-{row.shards}", row.digests))
        return IndexedEdition(layout.code, layout.language, layout.bits, layout.slots, tuple(segments))

    def _updated(self, task: _Task) -> _Row:
        """Return the row of a segment after bringing it up to date."""
        self._used.add(task.name)
        row, segment = self._row(task.name), task.segment
        if row is None:
            return self._made(task)
        members = row.members
        changed = [
            (slot, path)
            for slot, path in segment.members
            if (known := members.get(path)) is None or known[0] != task.keys[path] or known[1] != slot
        ]
        gone = members.keys() - task.keys.keys()
        if not changed and not gone:
            return row
        if 2 * (len(changed) + len(gone)) > len(segment.members):
            return self._made(task)
        return self._edited(task, row, changed, gone) or self._made(task)

    def _made(self, task: _Task) -> _Row:
        """Make a segment as a whole."""
        gathered, members = Gathered(), {}
        for slot, path in task.segment.members:
            terms = self._documents.terms_of(path, task.keys[path])
            members[path] = (task.keys[path], slot, gathered.add(slot, terms))
        postings = sum(member[2] for member in members.values())
        shards = shards_for(postings, is_newest=task.segment.is_newest)
        folder = f"{task.name}-{shards}/"
        self._forget_shards(task.name)
        digests = []
        for number, text in enumerate(gathered.texts(boundaries_for(shards))):
            digests.append(digest_text(text))
            if postings > _LARGE:
                self._store.put(f"{self._shards}{folder}{number:x}", text)
            else:
                self._texts[f"{folder}{number:x}"] = text
        row = self._keep(task.name, _Row(shards, members, tuple(digests)))
        if postings > _LARGE:
            self._save_rows()
            self._store.commit()
        return row

    def _edited(self, task: _Task, row: _Row, changed: list[tuple[int, str]], gone: Iterable[str]) -> _Row | None:
        """Apply the changes of a few documents; return None if the segment has to be made as a whole."""
        members = dict(row.members)
        steps = []
        for path in gone:
            key, slot, _ = members.pop(path)
            steps.append(Step(slot, self._documents.terms.get(path, key), slot, ""))
        for slot, path in changed:
            terms = self._documents.terms_of(path, task.keys[path])
            key, old_slot, _ = members.get(path, ("", slot, 0))
            old = self._documents.terms.get(path, key) if key else ""
            steps.append(Step(old_slot, old, slot, terms))
            members[path] = (task.keys[path], slot, postings_of(terms))
        postings = sum(member[2] for member in members.values())
        if shards_for(postings, is_newest=task.segment.is_newest) != row.shards:
            return None
        changes = changes_of(steps)
        return None if changes is None else self._applied(task.name, row._replace(members=members), changes)

    def _applied(self, name: str, row: _Row, changes: Changes) -> _Row | None:
        by_shard: dict[int, dict[str, Mapping[int, str]]] = defaultdict(dict)
        boundaries = boundaries_for(row.shards)
        for term, letters in changes.items():
            by_shard[shard_of(term, boundaries)][term] = letters
        digests = list(row.digests)
        for number, terms in by_shard.items():
            old = self._shard(name, number)
            if old is None:
                return None
            text = edited(old, terms)
            digests[number] = digest_text(text)
            self._texts[f"{name}-{row.shards}/{number:x}"] = text
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
        text = self._texts.get(name)
        if text is None:
            match self._store.get(self._shards + name):
                case str(saved) if digest_text(saved) == row.digests[number]:
                    text = saved
        return text

    def _forget_shards(self, segment: str) -> None:
        """Remove the shards of a segment, however many it had."""
        prefix = f"{segment}-"
        self._store.drop(self._store.names(self._shards + prefix))
        for name in [name for name in self._texts if name.startswith(prefix)]:
            del self._texts[name]

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
        self._documents.terms.prune(self._is_indexed)

    def _save_rows(self) -> None:
        """Pass the changed segments with their shards to the store."""
        for segment in self._unsaved:
            shards, members, digests = self._rows[segment]
            values = [self._program, shards, list(members), list(members.values()), digests]
            self._store.put(self._segments + segment, values)
        for name, text in self._texts.items():
            self._store.put(self._shards + name, text)
        self._unsaved.clear()
        self._texts.clear()

    def _is_indexed(self, path: str, key: str) -> bool:
        """Tell whether an index, of this profile or of another one, still contains this version of a document."""
        names = self._store.names("segments/")
        rows = (_read(self._store.get(name), self._program) for name in names)
        return any(row is not None and row.members.get(path, ("",))[0] == key for row in rows)


def _read(value: object, program: str) -> _Row | None:
    """Return the row of a segment, None if there is none or another program made it."""
    match value:
        case [str(made_by), int(shards), list(paths), list(members), list(digests)] if made_by == program:
            return _Row(shards, dict(zip(paths, map(tuple, members), strict=True)), tuple(digests))
    return None

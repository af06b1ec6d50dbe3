"""The memo table of parsing: the document of each source that was parsed before.

A document depends on its path, the bytes, the options and the program, and on nothing else. A copy of a file therefore
gets its own title and locations, and an upgrade never serves old HTML. Problems are stored with their document, so a
warning is repeated until its cause is fixed.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from sys import intern
from typing import Any, NamedTuple, NoReturn

from byeoru.base.codec import from_plain, to_plain
from byeoru.base.diagnostic import Outcome, restored, stored
from byeoru.base.digest import digest_of, digest_text
from byeoru.cache.bodies import body_of
from byeoru.cache.damage import Overtaken
from byeoru.cache.highlighted import blocks_at
from byeoru.cache.mentions import Mark, Mentions, MentionTable
from byeoru.cache.parsings import Parsing
from byeoru.cache.revisions import Revisions
from byeoru.cache.sources import Sources
from byeoru.cache.store import Store
from byeoru.cache.table import Table
from byeoru.cache.terms import TermTable
from byeoru.cache.text_table import TextTable
from byeoru.model.content import Code, Document, Mention, Outline, ParseOptions, Slot
from byeoru.model.metadata import WORDS, Metadata
from byeoru.model.project import Stat

Find = Callable[[str], Outcome[Document | None]]

_KEY, _META = Document._fields.index("key"), Document._fields.index("meta")
_WORDS = frozenset(Metadata._fields.index(name) for name in WORDS)
# Fields in which many documents have the same texts.
_REPEATED = [Document._fields.index(name) for name in ("collection", "folder", "tags", "categories")]
_REPEATED_IN_META = [Metadata._fields.index(name) for name in ("language", "section")]
RELEASE_EVERY = 300  # documents, so that short transactions let a second build write too


def stamp_of(options: ParseOptions, program: str) -> str:
    """Return a digest of everything that every document depends on besides its file."""
    return digest_of([*to_plain(ParseOptions)(options), program])


def key_of(path: str, digest_of_bytes: str, stamp: str) -> str:
    """Return the key of the document that is parsed from these bytes of *path* under the *stamp*."""
    return digest_of([path, digest_of_bytes, stamp])


class _Head(NamedTuple):
    """What a build compares of every document without reading it: one text, in which blanks separate the fields."""

    digest: str  # of the bytes; "" if the next build must parse the source again
    stamp: str
    key: str  # of the document, "" if there is none
    meaning: str  # a digest of the document without its key
    outline: str  # its digest


class Documents:
    """The documents of earlier builds, and of this one."""

    def __init__(self, store: Store, program: str) -> None:
        """Open the table for documents parsed by this *program*."""
        self._store = store
        self._heads = TextTable(store, "heads", program)
        self._changes = Revisions()  # of heads
        self._rows = Table(store, "documents", program)
        self._slots = Table(store, "slots", program)
        self.terms = TermTable(store)
        self._decoded: dict[str, Outcome[Document | None]] = {}
        self._left: Find = _nothing
        self.reshaped = 0  # the revision of the last change of a document that was more than other texts and words
        self._mentions = MentionTable(store, program)

    @property
    def revision(self) -> int:
        """Return a number that grows with each document that changes."""
        return self._changes.latest

    def changed_since(self, revision: int) -> list[str]:
        """Return the paths whose document was changed, added or removed after *revision*."""
        return self._changes.since(revision)

    def has(self, path: str, digest_of_bytes: str, stamp: str) -> bool:
        """Tell whether the document of *path* is cached and was parsed from these bytes, under the same *stamp*."""
        head = self._heads.get(path)
        return head is not None and head.startswith(f"{digest_of_bytes} {stamp} ")

    def unknown(self, paths: Iterable[str], files: Mapping[str, Stat], sources: Sources, stamp: str) -> list[str]:
        """Return those of *paths* whose bytes may differ from those that their document was parsed from."""
        return [
            path
            for path in paths
            if (known := sources.known(path, files[path])) is None or not self.has(path, known, stamp)
        ]

    def known(self, path: str) -> Outcome[Document | None]:
        """Return the document of *path*, and its problems; raises ``Overtaken`` if it is lost."""
        outcome = self._decoded.get(path)
        if outcome is None:
            outcome = self._decoded[path] = self._read(path)
        return outcome

    def _read(self, path: str) -> Outcome[Document | None]:
        head, left = self._head(path), self._left(path)
        if head is not None and left.value is not None and left.value.key == head.key:
            return left
        row = self._rows.get(path)
        if head is None or row is None or head.key != (row[0][_KEY] if row[0] else ""):
            return self._overtaken(path)
        document = from_plain(Document)(_with_shared_texts(row[0])) if row[0] else None
        return Outcome(document, restored(row[1]) if row[1] else ())

    def identities(self, paths: Iterable[str]) -> dict[str, str]:
        """Return a text by path that changes with the document; after a blank, with more than its text and words."""
        return {path: f"{head.key} {head.meaning}" for path in paths if (head := self._head(path)) is not None}

    def adopt(self, known: Mapping[str, str], find: Find) -> int:
        """Take what an earlier process knew: the ``identities`` of documents, and a function that finds one of these.

        Return the revision after which documents have changed.
        """
        self._left, revision, heads = find, self.revision, dict(self._heads.items())
        changed = [path for path, head in heads.items() if path not in known or f" {known[path]} " not in head]
        for path in sorted({*changed, *(known.keys() - heads.keys())}):
            self._changes.add(path)
            head = self._head(path)
            if head is None or path not in known or known[path].partition(" ")[2] != head.meaning:
                self.reshaped = self.revision
        return revision

    def record(self, parsing: Parsing, stamp: str) -> None:
        """Record the result of parsing a source; its body is passed to the store at once, to free the memory."""
        rows = parsing.rows
        self._decoded.pop(parsing.path, None)
        key = rows.document[_KEY] if rows else ""
        meaning = digest_of(_without_words(rows.document)) if rows else ""
        outline = [rows.anchors, rows.headings] if rows else []
        head = " ".join(_Head(parsing.digest, stamp, key, meaning, digest_of(outline)))
        old = self._head(parsing.path)
        if old is None or " ".join(old) != head:
            self._heads.put(parsing.path, head)
            self._changes.add(parsing.path)
            if old is None or old.meaning != meaning:
                self.reshaped = self.revision
        self._rows.put(parsing.path, [rows.document if rows else None, stored(parsing.problems)])
        if rows:
            self._slots.put(parsing.path, [key, rows.slots, outline])
            slots, mentions = [Slot(*row) for row in rows.slots], [Mention(*row) for row in rows.mentions]
            self._mentions.put(parsing.path, key, slots, mentions)
            self._store.put_packed(f"body/{parsing.path}", rows.body)
            self._store.put_packed(f"code/{parsing.path}", rows.code)
            self.terms.put(parsing.path, key, rows.terms)

    def signature(self, paths: Iterable[str]) -> tuple[str, str]:
        """Return digests of *paths*, and of the documents there without their keys and words; these can be edited."""
        meanings = {path: head.meaning for path in paths if (head := self._head(path)) is not None}
        return digest_text("\n".join(meanings)), digest_text("".join(meanings.values()))

    def body(self, path: str, key: str) -> list[Any]:
        """Return the body of a document as plain values; raises ``Overtaken`` if it is of another version.

        The worker that renders the body creates its pieces: sending a hundred pieces takes longer than creating them.
        """
        match self._store.get(f"body/{path}"):
            case [str(cached), *row] if cached == key:
                return body_of(row)
        return self._overtaken(path)

    def marks(self, path: str, key: str) -> dict[int, Mark]:
        """Return the marks of the slots of a document that have any; raises ``Overtaken`` like ``body``."""
        marks = self._mentions.marks(path, key)
        return self._overtaken(path) if marks is None else marks

    def mentions(self, path: str, key: str) -> Mentions:
        """Return the words of the links of a document by digest; raises ``Overtaken`` like ``body``."""
        words = self._mentions.words(path, key)
        return self._overtaken(path) if words is None else words

    def slots(self, path: str, key: str) -> tuple[Slot, ...]:
        """Return the slots of a document; raises ``Overtaken`` if there are none, or those of another version."""
        return tuple(Slot(*row) for row in self._references(path, key)[0])

    def outline(self, path: str) -> Outline:
        """Return the outline of the document at *path*, an empty one if there is none; raises ``Overtaken``."""
        document = self.known(path).value if self._head(path) is not None else None
        if document is None:
            return Outline()
        anchors, headings = self._references(path, document.key)[1]
        return Outline(tuple(anchors), tuple([(level, id_, text) for level, id_, text in headings]))

    def key(self, path: str) -> str:
        """Return the key of the document at *path*; raises ``Overtaken`` if there is none."""
        head = self._heads.get(path)
        return self._overtaken(path) if head is None else head.split(" ")[_Head._fields.index("key")]

    def outline_digest(self, path: str) -> str:
        """Return a digest of the outline of the document at *path*, "" if there is none."""
        return (self._heads.get(path) or "").rpartition(" ")[2]

    def _head(self, path: str) -> _Head | None:
        text = self._heads.get(path)
        return None if text is None else _Head(*text.split(" "))

    def _references(self, path: str, key: str) -> list[list[Any]]:
        match self._slots.get(path):
            case [str(cached), *rows] if cached == key:
                return rows
        return self._overtaken(path)

    def terms_of(self, path: str, key: str) -> str:
        """Return the terms of a document; raises ``Overtaken`` like ``slots``."""
        terms = self.terms.get(path, key)
        return self._overtaken(path) if terms is None else terms

    def _overtaken(self, path: str) -> NoReturn:
        """Remove the document of *path*, so that the next attempt parses it again.

        Other documents recorded by this build are committed too, with their slots: without that, each attempt would
        end at the next document.
        """
        self._heads.drop(path)
        self._changes.add(path)
        self._pass_to_store()
        self._store.commit()
        raise Overtaken(path)

    def code(self, path: str) -> Code:
        """Return the highlighted blocks of the last version of *path* that this program parsed."""
        head = self._head(path)
        match head and self._store.get(f"code/{path}"), head and self._store.get(f"body/{path}"):
            case [str(key), list(blocks)], [str(cached), *row] if head and key == cached == head.key:
                return blocks_at(blocks, body_of(row)[0])
        return ()

    def commit(self) -> None:
        """Make the recorded documents durable, even if this build fails later."""
        self._pass_to_store()
        self._store.commit()

    def release(self) -> None:
        """Commit all of the recorded documents but their heads, and keep no row in memory.

        Without a head, a document is parsed again. Each commit of heads writes all of them.
        """
        self._release_rows()
        self._store.commit()

    def save(self, files: Collection[str]) -> None:
        """Remove the documents that are no longer among the *files*, and pass the rest to the store."""
        for path in self._heads.keep_only(set(files)):
            self._changes.add(path)
            self._rows.drop(path)
            self._store.drop((f"body/{path}", f"code/{path}"))
            self.terms.drop(path)
            self._slots.drop(path)
            self._mentions.drop(path)
            self._decoded.pop(path, None)
        self._pass_to_store()

    def _pass_to_store(self) -> None:
        self._heads.save()
        self._release_rows()

    def _release_rows(self) -> None:
        self._rows.release()
        self._slots.release()
        self._mentions.release()


def _with_shared_texts(row: list[Any]) -> list[Any]:
    """Return a document in plain values, whose tags and the like are the same objects as in others.

    Without that, a document takes 1.4 times the memory, and the stored site has each of them again.
    """
    row[_META] = _interned(row[_META], _REPEATED_IN_META)
    return _interned(row, _REPEATED)


def _interned(row: list[Any], places: Iterable[int]) -> list[Any]:
    for at in places:
        row[at] = intern(row[at]) if isinstance(row[at], str) else list(map(intern, row[at]))
    return row


def _nothing(_: str) -> Outcome[Document | None]:
    """Find no document."""
    return Outcome(None)


def _without_words(row: list[Any]) -> list[Any]:
    """Return a document in plain values without its key and the words of its metadata."""
    meta = [value for at, value in enumerate(row[_META]) if at not in _WORDS]
    return [meta if at == _META else value for at, value in enumerate(row) if at != _KEY]

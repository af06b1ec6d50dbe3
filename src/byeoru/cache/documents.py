"""The memo table of parsing: the document of each source that was parsed before.

A document depends on its path, the bytes, the options and the program, and on nothing else. A copy of a file therefore
gets its own title and locations, and an upgrade never serves old HTML. Problems are stored with their document, so a
warning is repeated until its cause is fixed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, NoReturn

from byeoru.base.codec import from_plain, to_plain
from byeoru.base.crash import internal_error, traceback_of
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error, restored, stored
from byeoru.base.digest import digest_of, digest_text
from byeoru.base.parallel import Workers
from byeoru.base.tasks import Died
from byeoru.cache.damage import Overtaken
from byeoru.cache.mentions import Mark, Mentions, MentionTable
from byeoru.cache.sources import Sources
from byeoru.cache.store import Store
from byeoru.cache.table import Table
from byeoru.cache.terms import TermTable
from byeoru.model.body import Body
from byeoru.model.content import Code, Document, Mention, Outline, Parsed, ParseOptions, Slot, Source
from byeoru.model.metadata import WORDS, Metadata
from byeoru.model.project import Stat

BATCH_BYTES = 200_000  # of Markdown in one task: a little more than 0.1 s
ALONE_BYTES = 400_000  # below this a pool of processes costs more than it saves
_KEY, _META = Document._fields.index("key"), Document._fields.index("meta")
_WORDS = frozenset(Metadata._fields.index(name) for name in WORDS)
COMMIT_EVERY = 500  # documents; short transactions let a second build write too


class Rows(NamedTuple):
    """A parsed document in plain values, which are sent from a worker in 0.6 of the time of typed pieces."""

    document: list[Any]
    body: list[Any]
    slots: list[list[Any]]
    anchors: list[str]
    code: Code
    terms: str
    mentions: list[list[Any]]
    headings: list[list[Any]]


class Parsing(NamedTuple):
    """The result of parsing one source, or the problems that prevented it."""

    path: str
    digest: str  # of the bytes; "" if the next build must parse the source again
    rows: Rows | None
    problems: tuple[Diagnostic, ...]
    details: str = ""  # of an internal error: its traceback


def stamp_of(options: ParseOptions, program: str) -> str:
    """Return a digest of everything that every document depends on besides its file."""
    return digest_of([*to_plain(ParseOptions)(options), program])


def key_of(path: str, digest_of_bytes: str, stamp: str) -> str:
    """Return the key of the document that is parsed from these bytes of *path* under the *stamp*."""
    return digest_of([path, digest_of_bytes, stamp])


class Documents:
    """The documents of earlier builds, and of this one."""

    def __init__(self, store: Store, program: str) -> None:
        """Open the table for documents parsed by this *program*."""
        self._store, self._program = store, program
        self._rows = Table(store, "documents", program)
        self._slots = Table(store, "slots", program)
        self.terms = TermTable(store, program)
        self._decoded: dict[str, Outcome[Document | None]] = {}
        self._meanings: dict[str, str] = {}
        self._mentions = MentionTable(store, program)

    @property
    def revision(self) -> int:
        """Return a number that grows with each document that changes."""
        return self._rows.revision

    def changed_since(self, revision: int) -> list[str]:
        """Return the paths whose document was changed, added or removed after *revision*."""
        return self._rows.changed_since(revision)

    def has(self, path: str, digest_of_bytes: str, stamp: str) -> bool:
        """Tell whether the document of *path* is cached and was parsed from these bytes, under the same *stamp*."""
        row = self._rows.get(path)
        return row is not None and row[0] == digest_of_bytes and row[1] == stamp

    def unknown(self, paths: Iterable[str], files: Mapping[str, Stat], sources: Sources, stamp: str) -> list[str]:
        """Return those of *paths* whose bytes may differ from those that their document was parsed from."""
        return [
            path
            for path in paths
            if (known := sources.known(path, files[path])) is None or not self.has(path, known, stamp)
        ]

    def known(self, path: str) -> Outcome[Document | None]:
        """Return the document of *path*, and its problems."""
        outcome = self._decoded.get(path)
        if outcome is None:
            _, _, row, problems, self._meanings[path], _ = self._rows.get(path)
            document = from_plain(Document)(row) if row is not None else None
            outcome = self._decoded[path] = Outcome(document, restored(problems) if problems else ())
        return outcome

    def record(self, parsing: Parsing, stamp: str) -> None:
        """Record the result of parsing a source; its body is passed to the store at once, to free the memory."""
        rows = parsing.rows
        row = rows.document if rows else None
        meaning = digest_of(_without_words(row)) if row else ""
        self._decoded.pop(parsing.path, None)
        outline = [rows.anchors, rows.headings] if rows else []
        known = [parsing.digest, stamp, row, stored(parsing.problems), meaning, digest_of(outline)]
        self._rows.put(parsing.path, known)
        if rows:
            key = rows.document[_KEY]
            self._slots.put(parsing.path, [key, rows.slots, outline])
            slots, mentions = [Slot(*row) for row in rows.slots], [Mention(*row) for row in rows.mentions]
            self._mentions.put(parsing.path, key, slots, mentions)
            self._store.put(f"body/{parsing.path}", [key, *rows.body])
            self._store.put(f"code/{parsing.path}", [self._program, rows.code])
            self.terms.put(parsing.path, key, rows.terms)

    def signature(self, paths: Iterable[str]) -> str:
        """Return a digest of the documents at *paths* without their keys and words; an edit of these leaves it."""
        return digest_text("".join([self._meanings[path] for path in paths]))

    def body(self, path: str, key: str) -> list[Any]:
        """Return the body of a document as plain values; raises ``Overtaken`` if it is of another version.

        The worker that renders the body creates its pieces: sending a hundred pieces takes longer than creating them.
        """
        match self._store.get(f"body/{path}"):
            case [str(cached), *body] if cached == key:
                return body
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
        document = self.known(path).value if self._rows.get(path) is not None else None
        if document is None:
            return Outline()
        anchors, headings = self._references(path, document.key)[1]
        return Outline(tuple(anchors), tuple([(level, id_, text) for level, id_, text in headings]))

    def outline_digest(self, path: str) -> str:
        """Return a digest of the outline of the document at *path*, "" if there is none."""
        row = self._rows.get(path)
        return row[-1] if row is not None else ""

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
        self._rows.drop(path)
        self._rows.save()
        self._slots.save()
        self._mentions.save()
        self._store.commit()
        raise Overtaken(path)

    def code(self, path: str) -> Code:
        """Return the highlighted blocks of the last version of *path* that this program parsed."""
        match self._store.get(f"code/{path}"):
            case [str(program), list(blocks)] if program == self._program:
                return tuple((digest, html) for digest, html in blocks)
        return ()

    def commit(self) -> None:
        """Make the recorded bodies durable, even if this build fails later."""
        self._store.commit()

    def save(self, files: Collection[str]) -> None:
        """Remove the documents that are no longer among the *files*, and pass the rest to the store."""
        for path in self._rows.keep_only(set(files)):
            self._store.drop((f"body/{path}", f"code/{path}"))
            self.terms.drop(path)
            self._slots.drop(path)
            self._mentions.drop(path)
            self._decoded.pop(path, None)
        self._rows.save()
        self._slots.save()
        self._mentions.save()


@dataclass(frozen=True, slots=True)
class Batch:
    """A task for a worker: parse a few sources."""

    parse: Callable[[Source, ParseOptions], Outcome[Parsed | None]]
    options: ParseOptions

    def __call__(self, _: object, sources: Sequence[Source]) -> list[Parsing]:
        """Parse each of *sources*."""
        return [self._one(source) for source in sources]

    def _one(self, source: Source) -> Parsing:
        try:
            parsed, problems = self.parse(source, self.options)
        except Exception as problem:  # noqa: BLE001  (the border of this stage: an internal error ends no build)
            return Parsing(source.path, "", None, (internal_error(source.path, problem),), traceback_of(problem))
        return Parsing(source.path, source.digest, _rows(parsed) if parsed else None, problems)


def _without_words(row: list[Any]) -> list[Any]:
    """Return a document in plain values without its key and the words of its metadata."""
    meta = [value for at, value in enumerate(row[_META]) if at not in _WORDS]
    return [meta if at == _META else value for at, value in enumerate(row) if at != _KEY]


def _rows(parsed: Parsed) -> Rows:
    document, body = to_plain(Document)(parsed.document), to_plain(Body)(parsed.body)
    slots, mentions = list(map(list, parsed.slots)), list(map(list, parsed.mentions))
    headings = list(map(list, parsed.headings))
    return Rows(document, body, slots, list(parsed.anchors), parsed.code, parsed.terms, mentions, headings)


def parse_all(work: Batch, sources: Iterable[Source], total_bytes: int, workers: Workers) -> Iterator[Parsing]:
    """Parse *sources* here or, if there is enough to do, in the pool; a source that crashes its worker is an error."""
    if workers.jobs == 1 or total_bytes < ALONE_BYTES:
        for source in sources:
            yield from work(None, [source])
        return
    results: Iterator[Parsing | Died] = workers.map(work, _batches(sources))
    for result in results:
        if isinstance(result, Died):
            problem = error("worker-died", Location(result.item.path), "report-it")
            yield Parsing(result.item.path, "", None, (problem,))
        else:
            yield result


def _batches(sources: Iterable[Source]) -> Iterator[list[Source]]:
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += len(source.data)
        if size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch

"""Parse sources in this process or in workers, into plain values as the cache stores them.

In:  sources, and the function that parses one.
Out: a ``Parsing`` of each, in any order.
Must not: end the build at a source that cannot be parsed: an internal error is a problem of its file.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from byeoru.base.codec import to_plain
from byeoru.base.crash import internal_error, traceback_of
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error
from byeoru.base.parallel import Workers
from byeoru.base.tasks import Died
from byeoru.cache.bodies import packed_body
from byeoru.cache.highlighted import places
from byeoru.cache.packed import packed, packed_with_text
from byeoru.model.body import Body
from byeoru.model.content import Document, Parsed, ParseOptions, Source

BATCH_BYTES = 200_000  # of Markdown in one task: a little more than 0.1 s
ALONE_BYTES = 400_000  # below this a pool of processes costs more than it saves


class Rows(NamedTuple):
    """A parsed document in plain values, of which the large ones are packed by the worker, each with the key."""

    document: list[Any]
    body: bytes
    slots: list[list[Any]]
    anchors: list[str]
    code: bytes
    terms: bytes
    mentions: list[list[Any]]
    headings: list[list[Any]]


class Parsing(NamedTuple):
    """The result of parsing one source, or the problems that prevented it."""

    path: str
    digest: str  # of the bytes; "" if the next build must parse the source again
    rows: Rows | None
    problems: tuple[Diagnostic, ...]
    details: str = ""  # of an internal error: its traceback


@dataclass(frozen=True, slots=True)
class Batch:
    """A task for a worker: parse a few sources."""

    parse: Callable[[Source, ParseOptions], Outcome[Parsed | None]]
    options: ParseOptions

    def __call__(self, _: object, sources: Iterable[Source]) -> list[Parsing]:
        """Parse each of *sources*."""
        return [self._one(source) for source in sources]

    def _one(self, source: Source) -> Parsing:
        try:
            parsed, problems = self.parse(source, self.options)
        except Exception as problem:  # noqa: BLE001  (the border of this stage: an internal error ends no build)
            return Parsing(source.path, "", None, (internal_error(source.path, problem),), traceback_of(problem))
        return Parsing(source.path, source.digest, _rows(parsed) if parsed else None, problems)


def _rows(parsed: Parsed) -> Rows:
    document, key = to_plain(Document)(parsed.document), parsed.document.key
    body = to_plain(Body)(parsed.body)
    code, terms = packed([key, places(parsed.code, body[0])]), packed_with_text([key], parsed.terms)
    slots, mentions = list(map(list, parsed.slots)), list(map(list, parsed.mentions))
    headings = list(map(list, parsed.headings))
    return Rows(document, packed_body(key, body), slots, list(parsed.anchors), code, terms, mentions, headings)


def parse_all(work: Batch, sources: Iterable[Source], total_bytes: int, workers: Workers) -> Iterator[Parsing]:
    """Parse *sources* here or, if there is enough to do, in the pool; a source that crashes its worker is an error."""
    if workers.is_alone or total_bytes < ALONE_BYTES:
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

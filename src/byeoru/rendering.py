"""Render the outputs that are stale, here or in worker processes.

In:  the stale outputs, the results of queries, the table of documents, and where new files are staged.
Out: an ``Artifact`` for each output; its bytes are staged. The problems of those that failed.
Must not: decide what is stale, or touch the output folder.

The process that renders an output writes it. A forked worker reads the rows that an output is rendered from too; to
any other they are sent. An output that is rendered from a file may be larger than the memory, so it is written chunk by
chunk.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from byeoru.base.cancel import Token
from byeoru.base.crash import append_report, internal_error, traceback_of
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error
from byeoru.base.digest import digest_of
from byeoru.base.parallel import Workers
from byeoru.base.progress import Progress
from byeoru.base.tasks import Died, Shared
from byeoru.cache.compiled_templates import compiled_templates
from byeoru.cache.dependencies import artifact_of
from byeoru.cache.documents import Documents
from byeoru.cache.mentions import Mentions
from byeoru.cache.search_table import SearchTable
from byeoru.discover.read import copy_transformed, file_of, opened_at
from byeoru.discover.sources import Scan
from byeoru.emit.staging import Staging
from byeoru.media.streams import Read
from byeoru.model.names import of_result
from byeoru.model.output import Artifact, Dependencies, Failed, Output, RenderedBytes, SourceFile
from byeoru.model.project import Project
from byeoru.model.queries.links import Backlinks, backlinks
from byeoru.model.results import Results
from byeoru.render.kind import SiteContext, Task, context_of
from byeoru.render.kinds import KINDS
from byeoru.render.work import context_from_bytes, rendered, site_to_bytes

# The unit of work is one page, which takes about 0.5 ms.
BATCH_WEIGHT = 100  # per batch of a worker
POOL_WEIGHT = 300  # below it, a pool costs more than it saves, as each process loads the site first
_PAGE_BYTES = 200_000  # of a file can be read, digested twice and written in the time of one page


class Rendering(NamedTuple):
    """The inputs of all outputs of a build, and where they are staged."""

    project: Project
    scan: Scan
    results: Results
    documents: Documents
    search: SearchTable
    staging: Staging


class WorkItem(NamedTuple):
    """A task with what is needed to open its file."""

    task: Task
    full_path: str = ""  # the real path of the file that it is rendered from

    @property
    def path(self) -> str:
        """Return the path of the output."""
        return self.task.output.path


Result = Artifact | Failed


def render(
    stale: list[Output], rendering: Rendering, workers: Workers, progress: Progress, token: Token
) -> Outcome[list[Artifact]]:
    """Render the outputs that are stale, until *token* is cancelled; their bytes are staged."""
    progress.expect(len(stale))
    artifacts: list[Artifact] = []
    problems: list[Diagnostic] = []
    kept: dict[Any, Any] = {}
    for result in _results(stale, rendering, workers):
        progress.advance()
        if token.is_cancelled:
            break
        match result:
            case Artifact():
                artifacts.append(_sparing(result, kept))
            case Failed():
                problems.extend(result.problems)
                if result.details:
                    append_report(rendering.project.root, result.path, result.details)
                if result.is_endless:  # thousands of pages may use the same template
                    break
            case Died():
                problems.append(error("worker-died", Location("/" + result.item.path), "report-it"))
    return Outcome(artifacts, tuple(problems))


def _sparing(artifact: Artifact, kept: dict[Any, Any]) -> Artifact:
    """Return *artifact* with the values of earlier ones where they are equal: each batch of a worker has copies."""
    names = tuple([kept.setdefault(name, name) for name in artifact.names])
    return artifact._replace(shared=kept.setdefault(artifact.shared, artifact.shared), names=names)


def _results(stale: list[Output], rendering: Rendering, workers: Workers) -> Iterator[Result | Died]:
    """Yield the result of each output, in any order."""
    project, _, results, *_, staging = rendering
    is_small = sum(_weight(output, rendering) for output in stale) < POOL_WEIGHT
    if not is_small:
        results.site = results.site.read_whole()
    context, item = context_of(results, KINDS, compiled_templates()), partial(_item, rendering)
    if workers.is_alone or is_small:
        yield from _done(map(item, stale), context, project, staging)
        return
    rendering.documents.commit()  # a forked worker opens the cache again
    shared = Shared(context, partial(site_to_bytes, results.site, results.theme), _context)
    if not workers.executor:
        yield from workers.map_here(partial(_work, project, staging), _batches(stale, rendering), shared, item)
        return
    # To send a file costs more than to copy it, even where a position is removed from a picture.
    from_site = [output for output in stale if KINDS[output.kind].source is None]
    batches = ([item(output) for output in batch] for batch in _batches(from_site, rendering))
    for result in workers.map(_rendered, batches, shared):
        yield result if isinstance(result, Died) else _staged(result, staging)
    from_files = (item(output) for output in stale if KINDS[output.kind].source is not None)
    yield from _done(from_files, context, project, staging)


def _item(rendering: Rendering, output: Output) -> WorkItem:
    """Return *output* as a work item with its inputs."""
    project, scan, results, documents, search, _ = rendering
    kind = KINDS[output.kind]

    by_source = results.site.by_source

    def body(path: str) -> list[Any]:
        return documents.body(path, by_source[path].document.key)

    def mentions(path: str) -> Mentions:
        """Return the sentences of backlinks that the page of a document shows, by digest."""
        found: Backlinks = results.result((backlinks.name, by_source[path].summary.address))
        return {
            sentence.digest: documents.mentions(source.path, source.key)[sentence.digest]
            for backlink in found.linking
            for source in (results.site.by_address[backlink.summary.address].document,)
            for sentence in backlink.sentences
        }

    tables: Mapping[str, Callable[[str], Any]] = {"body": body, "mentions": mentions, "shard": search.text}
    inputs = {row: tables[row.table](row.key) for row in kind.inputs(output, results.site)}
    if kind.source is None:
        return WorkItem(Task(output, inputs))
    source = kind.source(output, results.theme)
    return WorkItem(Task(output, inputs, source), file_of(project, scan, source.path))


def _weight(output: Output, rendering: Rendering) -> int:
    """Return the work of an output, in pages."""
    source = KINDS[output.kind].source
    if source is None:
        return 1
    stat = rendering.scan.files.get(source(output, rendering.results.theme).path)
    return 1 + (stat.size if stat else 0) // _PAGE_BYTES


def _batches(outputs: Iterable[Output], rendering: Rendering) -> Iterator[list[Output]]:
    batch: list[Output] = []
    weight = 0
    for output in outputs:
        batch.append(output)
        weight += _weight(output, rendering)
        if weight >= BATCH_WEIGHT:
            yield batch
            batch, weight = [], 0
    if batch:
        yield batch


def _context(blob: bytes) -> SiteContext:
    return context_from_bytes(blob, KINDS)


def _work(project: Project, staging: Staging, context: SiteContext, items: Iterable[WorkItem]) -> list[Result]:
    """Render a batch in a worker."""
    results = list(_done(items, context, project, staging))
    context.results.forget_unshared()
    return results


def _rendered(context: SiteContext, items: Iterable[WorkItem]) -> list[RenderedBytes | Failed]:
    """Render a batch on another machine, which has no files."""
    return [rendered(item.task, context) for item in items]


def _done(items: Iterable[WorkItem], context: SiteContext, project: Project, staging: Staging) -> Iterator[Result]:
    """Yield the result of each item, up to the first template that exceeds its limit."""
    for task, full_path in items:
        source = task.source
        if source is None:
            result = _staged(rendered(task, context), staging)
        else:
            result = _from_file(task, source, full_path, context, project, staging)
        yield result
        if isinstance(result, Failed) and result.is_endless:
            return


def _staged(result: RenderedBytes | Failed, staging: Staging) -> Result:
    if isinstance(result, Failed):
        return result
    path = result.output.path
    return artifact_of(path, staging.put(path, result.data), result.dependencies)


def _from_file(
    task: Task, source: SourceFile, full_path: str, site_context: SiteContext, project: Project, staging: Staging
) -> Artifact | Failed:
    """Render an output from its file, and stage it.

    If the file changed after the scan, the bytes that were read are published and recorded; the next scan finds it.
    """
    output, context = task.output, site_context.for_output()

    def transform(read: Read) -> Iterator[bytes]:
        data = context.kinds[output.kind].render(task, context._replace(read=read))
        return iter((data,)) if isinstance(data, bytes) else data

    try:
        file = opened_at(project, source.path, full_path)  # errors while writing are not caught
    except OSError as problem:
        return Failed(output.path, (error("unreadable-file", Location(source.path), reason=problem.strerror or ""),))
    name, descriptor = staging.unnamed()
    with file, open(descriptor, "wb") as target:
        try:
            source_digest, digest = copy_transformed(file, transform, target.write)
        except OSError:
            raise
        except Exception as problem:  # noqa: BLE001  (the border of this stage: what cannot be rendered stays here)
            return Failed(output.path, (internal_error(source.path, problem),), traceback_of(problem))
    staging.settle(name, output.path, digest)
    results, names = context.trace.dependencies
    read_file = source.query, digest_of(source_digest)
    dependencies = Dependencies((read_file, *results), (of_result(source.query), *names))
    return artifact_of(output.path, digest, dependencies, read_file)

"""Render the outputs that are stale, here or in worker processes.

In:  the stale outputs, the results of queries, the table of documents, and the staging folder.
Out: an ``Artifact`` for each output; its bytes are in the staging folder. The problems of those that failed.
Must not: decide what is stale, or touch the output folder.
"""

from collections.abc import Iterable, Iterator

from byeoru.base.crash import note
from byeoru.base.diagnostic import Diagnostic, Outcome, Place, error
from byeoru.base.digest import digest
from byeoru.base.parallel import Died, Shared, Workers
from byeoru.base.progress import Progress
from byeoru.base.rooted import Rooted
from byeoru.cache.documents import Documents
from byeoru.discover.read import copy_file
from byeoru.discover.sources import Scan
from byeoru.discover.verbatim import as_it_lies, is_verbatim
from byeoru.emit.folder import drop_bytes
from byeoru.media.gps.by_name import gps_stripper
from byeoru.model.content import Body, Document
from byeoru.model.output import Artifact, Failed, Made, Output
from byeoru.model.project import Project
from byeoru.model.traced import Answers
from byeoru.render import pages, work
from byeoru.render.plan import bodies_of
from byeoru.render.renderers import RENDERERS

COPIES = {"copy": "file", "static": "static"}  # kinds that are published as they are, and the query about each

BATCH_SIZE = 100  # outputs in one task of a worker: some 50 ms
POOL_FROM = 300  # outputs below which a pool costs more than it saves: each process has to load the site first


def render(
    project: Project,
    scan: Scan,
    stale: list[Output],
    answers: Answers,
    table: Documents,
    drop: Rooted,
    workers: Workers,
    progress: Progress,
) -> Outcome[list[Artifact]]:
    """Render the outputs that are stale; their bytes go to the staging folder."""
    progress.expect(len(stale))
    artifacts: list[Artifact] = []
    problems: list[Diagnostic] = []
    for result in _results(project, scan, stale, answers, table, drop, workers):
        progress.advance()
        match result:
            case Artifact():
                artifacts.append(result)
            case Made():
                artifacts.append(drop_bytes(drop, result))
            case Failed():
                problems.extend(result.problems)
                if result.details:
                    note(project.root, result.path, result.details)
                if result.is_endless:  # nothing will be written, and thousands of pages may have the same template
                    break
            case Died():
                problems.append(error("worker-died", Place("/" + result.item.output.path), "report-it"))
    return Outcome(artifacts, tuple(problems))


def _results(
    project: Project,
    scan: Scan,
    stale: list[Output],
    answers: Answers,
    table: Documents,
    drop: Rooted,
    workers: Workers,
) -> Iterator[Artifact | Made | Failed | Died]:
    """Yield what became of each output, in no certain order."""
    site, theme = answers.site, answers.theme
    places = {static.name: static.path for static in theme.statics}
    for output in stale:
        if output.kind in COPIES:
            path = places[output.subject] if output.kind == "static" else output.subject
            strip = None if is_verbatim(path) else gps_stripper(path)
            yield copy_file(project, scan, path, output, COPIES[output.kind], strip or as_it_lies, drop)

    def body(document: Document) -> tuple[str, Body]:
        return document.path, table.body(document.path, document.key)

    def tasks(outputs: Iterable[Output]) -> list[work.Task]:
        return [work.Task(output, tuple(body(page.document) for page in bodies_of(output, site))) for output in outputs]

    rendered = [output for output in stale if output.kind not in COPIES]
    batch = work.Batch(RENDERERS)
    if workers.jobs == 1 or len(rendered) < POOL_FROM:
        shop = pages.Workshop(answers)
        for output in rendered:
            yield from batch(shop, tasks([output]))
        return
    blob = work.site_to_bytes(site, theme)
    shared = Shared(digest(blob), work.workshop_from_bytes, blob)
    batches = (tasks(rendered[at : at + BATCH_SIZE]) for at in range(0, len(rendered), BATCH_SIZE))
    yield from workers.map(batch, batches, shared)

"""The pipeline: a project folder becomes a site folder, and only what has changed is done.

    files -discover-> Source -parse-> Document -connect-> Site -plan-> Output -render-> Artifact -emit-> folder

In:  a project and what was found in it, a profile, the time, the cache, workers, and somebody to tell the progress to.
Out: a ``Report``. With an error among the problems nothing is written, and the folder shows what it showed before.
Must not: print, look at the clock, or know how any of this is done.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, TypeVar

from byeoru.base.codec import to_plain
from byeoru.base.diagnostic import Diagnostic, Outcome, Place, error, has_errors
from byeoru.base.digest import digest, digest_of
from byeoru.base.parallel import Died, Shared, Workers
from byeoru.base.progress import Progress
from byeoru.cache.cache import Cache, Damaged
from byeoru.cache.documents import COMMIT_EVERY, Batch, Documents, parse_all
from byeoru.cache.links import Links
from byeoru.cache.memo import Memo
from byeoru.cache.remember import remember
from byeoru.cache.sources import Sources
from byeoru.cache.traces import Traces
from byeoru.discover.layout import is_markdown, is_published
from byeoru.discover.pictures import sizes_of
from byeoru.discover.read import copy_file, digest_file, read_markdown
from byeoru.discover.settings import find_settings
from byeoru.discover.sources import Scan
from byeoru.discover.themes import find_theme
from byeoru.discover.verbatim import as_it_lies, is_verbatim, told_places
from byeoru.emit.folder import drop_bytes, emit, prepare
from byeoru.emit.tree import holdings
from byeoru.graph.links import Places, resolve
from byeoru.graph.site import connect
from byeoru.graph.visible import Shown, visible
from byeoru.model.content import Body, Document, Source
from byeoru.model.output import Artifact, Failed, Made, Output
from byeoru.model.project import Profile, Project, Report
from byeoru.model.settings import Settings
from byeoru.model.theme import Theme
from byeoru.model.traced import Answers
from byeoru.parse.document import parse
from byeoru.render import pages
from byeoru.render import work as rendering
from byeoru.render.metadata.cleaner import cleaner
from byeoru.render.plan import bodies_of, plan
from byeoru.render.renderers import RENDERERS

T = TypeVar("T")

COPIES = {"copy": "file", "static": "static"}  # kinds that are published as they are, and the question about each

TASKS = 100  # outputs in one task of a worker: some 50 ms
ALONE = 300  # outputs below which a pool costs more than it saves: each process has to load the site first


def build(
    project: Project, profile: Profile, scan: Scan, *, now: datetime, cache: Cache, workers: Workers, progress: Progress
) -> Report:
    """Turn a project folder into a site folder, redoing only what changed."""
    found = list(scan.problems)
    settings = _take(find_settings(project, scan, profile.base_url), found)
    if _forbid(found, profile):
        return Report(tuple(found))

    sources = Sources(cache.store, cache.clock_ns)
    with progress.stage("parse"):
        table = Documents(cache.store, settings.parsing, cache.program)
        documents = _take(_parse(project, scan, settings, table, sources, workers, progress), found)
    with progress.stage("connect"):
        shown = visible(documents, now, drafts=profile.drafts, future=profile.future)
        files = _take(_digests(project, scan, sources), found)
        theme = _take(find_theme(project, scan, settings, files), found)
        published = {path: one for path, one in files.items() if is_published(path)}
        links = Links(cache.store, profile, cache.program, table.slots, resolve)
        sizes, places = (Memo[Any](cache.store, name, cache.program) for name in ("sizes", "places"))
        found += told_places(project, scan, published, places.of, cleaner)
        pictures = sizes_of(project, scan, published, sizes.of)
        site = _take(connect(shown.documents, shown.hidden, published, pictures, settings, links), found)
        outputs = _take(plan(site, theme), found)
    if _forbid(found, profile):
        return Report(tuple(found))

    with progress.stage("verify"):
        answers = Answers(site, theme)
        traces = Traces(cache.store, profile, cache.program)
        held = holdings(profile.output)
        signature = _signature(table, links, shown, files, settings, theme)
        fresh, stale = traces.verify(outputs, answers, profile.output, held, signature, links.touched)
    with progress.stage("render"):
        drop = prepare(project, profile)
        artifacts = _take(
            _render(project, scan, [output for output, _ in stale], answers, table, drop, workers, progress), found
        )
    if _forbid(found, profile):
        return Report(tuple(found))

    with progress.stage("emit"):
        wanted = fresh | {artifact.path: artifact.digest for artifact in artifacts}
        written = emit(wanted, fresh, held, traces.paths, profile, project, drop)
        if isinstance(written, Diagnostic):
            return Report((*found, written))
    with progress.stage("save"):
        made = {artifact.path: artifact for artifact in artifacts}
        for output, _ in stale:
            traces.learn(output, made[output.path], profile.output)
        report = Report(
            problems=tuple(found),
            is_written=True,
            pages=sum(path.endswith(".html") for path in wanted),
            added=written.added,
            changed=written.changed,
            removed=written.removed,
            drafts=shown.drafts,
            future=shown.future,
            reasons=tuple((output.path, reason) for output, reason in stale),
        )
        return remember(cache, scan.files, scan.problems, sources, links, traces, (sizes, places), wanted, report)


def read_documents(project: Project, scan: Scan, cache: Cache, progress: Progress) -> tuple[Document, ...]:
    """Return the documents of a project without building it; what cannot be read is left out."""
    settings = find_settings(project, scan, None).value
    table = Documents(cache.store, settings.parsing, cache.program)
    return _parse(project, scan, settings, table, Sources(cache.store, cache.clock_ns), Workers(1), progress).value


def _take(outcome: Outcome[T], problems: list[Diagnostic]) -> T:
    """Return the value of an outcome, and add its problems to *problems*."""
    problems.extend(outcome.problems)
    return outcome.value


def _forbid(problems: list[Diagnostic], profile: Profile) -> bool:
    """Tell whether *problems* keep the site from being written."""
    return has_errors(problems) or (profile.strict and any(problem.severity == "warning" for problem in problems))


def _signature(
    table: Documents, links: Links[Places], shown: Shown, files: dict[str, str], settings: Settings, theme: Theme
) -> str:
    """Return a digest of everything that the site is made of but the texts of its documents."""
    parts = [
        *(table.signature(one.path for one in documents) for documents in (shown.documents, shown.hidden)),
        links.signature,
        sorted(files.items()),
        to_plain(Settings)(settings),
        to_plain(Theme)(theme),
    ]
    return digest_of(parts)


def _parse(
    project: Project,
    scan: Scan,
    settings: Settings,
    table: Documents,
    sources: Sources,
    workers: Workers,
    progress: Progress,
) -> Outcome[tuple[Document, ...]]:
    """Return all documents; those that are not known yet are parsed."""
    paths = [path for path in scan.files if is_markdown(path)]
    unread: dict[str, Diagnostic | None] = {}  # why a file cannot be read; None if it has vanished
    unknown = [path for path in paths if not _is_known(path, scan, table, sources)]
    progress.expect(len(unknown))

    def to_parse() -> Iterator[Source]:
        for path in unknown:
            data = read_markdown(project, scan, path)
            if not isinstance(data, bytes):
                unread[path] = data
                continue
            found = digest(data)
            sources.learn(path, scan.files[path], found)
            if not table.has(path, found):
                yield Source(path, data, found, table.key(path, found), table.code(path))

    work = Batch(parse, settings.parsing)
    total_bytes = sum(scan.files[path].size for path in unknown)
    for number, parsing in enumerate(parse_all(work, to_parse(), total_bytes, workers), 1):
        table.learn(parsing)
        progress.advance()
        if number % COMMIT_EVERY == 0:
            table.commit()
    table.finish(set(paths) - unread.keys())
    table.commit()
    known = [table.known(path) for path in paths if path not in unread]
    problems = [problem for outcome in known for problem in outcome.problems]
    problems += [problem for problem in unread.values() if problem is not None]
    return Outcome(tuple(outcome.value for outcome in known if outcome.value is not None), tuple(problems))


def _is_known(path: str, scan: Scan, table: Documents, sources: Sources) -> bool:
    found = sources.known(path, scan.files[path])
    return found is not None and table.has(path, found)


def _digests(project: Project, scan: Scan, sources: Sources) -> Outcome[dict[str, str]]:
    """Return the digests of all files that are not Markdown pages."""
    paths = [path for path in scan.files if not is_markdown(path)]
    digests, problems = sources.digests(scan.files, paths, lambda path: digest_file(project, scan, path))
    return Outcome(digests, tuple(problems))


def _render(
    project: Project,
    scan: Scan,
    stale: list[Output],
    answers: Answers,
    table: Documents,
    drop: str,
    workers: Workers,
    progress: Progress,
) -> Outcome[list[Artifact]]:
    """Make the outputs that are stale; their bytes go to the drop folder."""
    progress.expect(len(stale))
    artifacts: list[Artifact] = []
    problems: list[Diagnostic] = []
    for result in _made(project, scan, stale, answers, table, drop, workers):
        progress.advance()
        match result:
            case Artifact():
                artifacts.append(result)
            case Made():
                artifacts.append(drop_bytes(drop, result))
            case Failed():
                problems.extend(result.problems)
            case Died():
                problems.append(error("worker-died", Place("/" + result.item.output.path), "report-it"))
    return Outcome(artifacts, tuple(problems))


def _made(
    project: Project, scan: Scan, stale: list[Output], answers: Answers, table: Documents, drop: str, workers: Workers
) -> Iterator[Artifact | Made | Failed | Died]:
    site, theme = answers.site, answers.theme
    places = {static.name: static.path for static in theme.statics}
    for output in stale:
        if output.kind in COPIES:
            path = places[output.subject] if output.kind == "static" else output.subject
            clean = None if is_verbatim(path) else cleaner(path)
            yield copy_file(project, scan, path, output, COPIES[output.kind], clean or as_it_lies, drop)

    def tasks(outputs: Iterable[Output]) -> list[rendering.Task]:
        return [
            rendering.Task(output, tuple((page.document.path, body(page.document)) for page in bodies_of(output, site)))
            for output in outputs
        ]

    def body(document: Document) -> Body:
        found = table.body(document.path, document.key)
        if found is None:
            raise Damaged(document.path)
        return found

    rendered = [output for output in stale if output.kind not in COPIES]
    work = rendering.Batch(RENDERERS)
    if workers.jobs == 1 or len(rendered) < ALONE:
        shop = pages.Workshop(answers)
        for output in rendered:
            yield from work(shop, tasks([output]))
        return
    blob = rendering.site_to_bytes(site, theme)
    shared = Shared(digest(blob), rendering.workshop_from_bytes, blob)
    batches = (tasks(rendered[at : at + TASKS]) for at in range(0, len(rendered), TASKS))
    made: Iterator[Made | Failed | Died] = workers.map(work, batches, shared)
    yield from made

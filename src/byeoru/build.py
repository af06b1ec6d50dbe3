"""The pipeline: a project folder becomes a site folder, and only what has changed is done.

    files -discover-> Source -parse-> Document -connect-> Site -plan-> Output -render-> Artifact -emit-> folder

In:  a project and what was found in it, a profile, the time, the cache, workers, and somebody to tell the progress to.
Out: a ``Report``. With an error among the problems nothing is written, and the folder shows what it showed before.
Must not: print, look at the clock, or know how any of this is done.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple, TypeVar

from byeoru.base.crash import note
from byeoru.base.diagnostic import Diagnostic, Outcome, has_errors
from byeoru.base.digest import digest
from byeoru.base.parallel import Workers
from byeoru.base.progress import Progress
from byeoru.cache.cache import Cache
from byeoru.cache.documents import COMMIT_EVERY, Batch, Documents, parse_all
from byeoru.cache.links import Links
from byeoru.cache.remember import remember
from byeoru.cache.sources import Sources
from byeoru.cache.traces import Traces
from byeoru.connected import Premises, Tables, connected, memos
from byeoru.discover.layout import is_markdown
from byeoru.discover.read import digest_file, read_markdown
from byeoru.discover.settings import find_settings
from byeoru.discover.sources import Scan
from byeoru.emit.folder import Written, emit
from byeoru.emit.manifest import Manifest, manifest_digest, write_manifest
from byeoru.emit.places import drop_folder, output_of
from byeoru.emit.replace import replace_files
from byeoru.emit.tree import holdings
from byeoru.graph.links import resolve
from byeoru.model.content import Document, ParseOptions, Source
from byeoru.model.project import Profile, Project, Report
from byeoru.model.site import Site
from byeoru.parse.document import parse
from byeoru.rendering import Rendering, render

T = TypeVar("T")

FEW = 20  # documents that are parsed again sooner than written down at once


class Built(NamedTuple):
    """What a build did, and what is left to be done when there is time."""

    report: Report
    files: Manifest  # that the folder shows; empty if nothing was written
    site: Site | None  # that it was made of; None if nothing was written
    save: Callable[[], Report]  # keep what was found out for later processes; returns the report, with what went wrong


def build(
    project: Project, profile: Profile, scan: Scan, *, now: datetime, cache: Cache, workers: Workers, progress: Progress
) -> Built:
    """Turn a project folder into a site folder, redoing only what changed."""
    found = list(scan.problems)
    settings = _take(find_settings(project, scan, profile.base_url), found)
    if _forbid(found, profile):
        return _failed(found)

    sources = cache.kept("sources", None, lambda: Sources(cache.store, lambda: cache.clock_ns))
    paths, others = cache.kept("paths", list(scan.files), lambda: _divided(scan))
    with progress.stage("parse"):
        table = cache.kept(
            "documents", settings.parsing, lambda: Documents(cache.store, settings.parsing, cache.program)
        )
        documents = _take(_parse(project, scan, paths, settings.parsing, table, sources, workers, progress), found)
    with progress.stage("connect"):
        files = _take(_digests(project, scan, others, sources), found)
        links = cache.kept(
            "links", settings.parsing, lambda: Links(cache.store, profile, cache.program, table.slots, resolve)
        )
        premises = Premises(scan, settings, documents, files, now)
        site = connected(project, profile, premises, Tables(cache, table, links))
        found += site.problems
    if _forbid(found, profile):
        return _failed(found)

    with progress.stage("verify"):
        traces = cache.kept("traces", None, lambda: Traces(cache.store, profile, cache.program))
        held = cache.kept("held", cache.looks, lambda: holdings(profile.output))
        verified = traces.verify(site.outputs, site.answers, profile.output, held, site.signature, links.touched)
    with drop_folder(project, profile) as drop:
        with progress.stage("render"):
            stale = [output for output, _ in verified.stale]
            rendering = Rendering(project, profile, scan, site.answers, table, drop)
            artifacts = _take(render(stale, rendering, workers, progress), found)
        if _forbid(found, profile):
            return _failed(found)

        with progress.stage("emit"):
            wanted = verified.fresh | {artifact.path: artifact.digest for artifact in artifacts}
            written: Written | Diagnostic
            if verified.shows is not None:
                written = Written(changed=replace_files(artifacts, verified.shows, project, profile, drop))
            else:
                written = emit(wanted, verified.fresh, held, traces.paths, profile, project, drop)
            if isinstance(written, Diagnostic):
                return _failed([*found, written])
            made = {artifact.path: artifact for artifact in artifacts}
            held.update({one.path: traces.learn(one, made[one.path], profile.output) for one in stale})
            for path in written.gone:
                held.pop(path, None)
            traces.settle(site.outputs, held, wanted)
            links.settle()
    report = Report(
        problems=tuple(found),
        is_written=True,
        pages=sum(path.endswith(".html") for path in wanted),
        added=written.added,
        changed=written.changed,
        removed=len(written.gone),
        drafts=site.shown.drafts,
        future=site.shown.future,
        reasons=tuple((output.path, reason) for output, reason in verified.stale),
    )

    def save() -> Report:
        with progress.stage("save"):
            if verified.shows is not None:
                with output_of(project, profile) as output, output.parent.below(output.name) as live:
                    write_manifest(live, wanted)
            tables = (table, links, *memos(cache))
            listed = report._replace(manifest=manifest_digest(wanted))
            return remember(cache, scan.files, scan.problems, tables, sources, traces, wanted, listed)

    return Built(report, wanted, site.answers.site, save)


def _failed(problems: list[Diagnostic]) -> Built:
    report = Report(tuple(problems))
    return Built(report, {}, None, lambda: report)


def read_documents(project: Project, scan: Scan, cache: Cache, progress: Progress) -> tuple[Document, ...]:
    """Return the documents of a project without building it; what cannot be read is left out."""
    settings = find_settings(project, scan, None).value
    table = Documents(cache.store, settings.parsing, cache.program)
    sources = Sources(cache.store, lambda: cache.clock_ns)
    return _parse(project, scan, _divided(scan)[0], settings.parsing, table, sources, Workers(1), progress).value


def _take(outcome: Outcome[T], problems: list[Diagnostic]) -> T:
    """Return the value of an outcome, and add its problems to *problems*."""
    problems.extend(outcome.problems)
    return outcome.value


def _forbid(problems: list[Diagnostic], profile: Profile) -> bool:
    """Tell whether *problems* keep the site from being written."""
    return has_errors(problems) or (profile.strict and any(problem.severity == "warning" for problem in problems))


def _parse(
    project: Project,
    scan: Scan,
    paths: tuple[str, ...],
    options: ParseOptions,
    table: Documents,
    sources: Sources,
    workers: Workers,
    progress: Progress,
) -> Outcome[tuple[Document, ...]]:
    """Return all documents; those that are not known yet are parsed."""
    unread: dict[str, Diagnostic | None] = {}  # why a file cannot be read; None if it has vanished
    unknown = table.unknown(paths, scan.files, sources)
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

    work = Batch(parse, options)
    total_bytes = sum(scan.files[path].size for path in unknown)
    for number, parsing in enumerate(parse_all(work, to_parse(), total_bytes, workers), 1):
        table.learn(parsing)
        if parsing.details:
            note(project.root, parsing.path, parsing.details)
        progress.advance()
        if number % COMMIT_EVERY == 0:
            table.commit()
    if len(unknown) > FEW:
        table.finish(paths)
        table.commit()
    known = [table.known(path) for path in paths if path not in unread]
    problems = [problem for outcome in known for problem in outcome.problems]
    problems += [problem for problem in unread.values() if problem is not None]
    return Outcome(tuple(outcome.value for outcome in known if outcome.value is not None), tuple(problems))


def _divided(scan: Scan) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paths of the documents, and of all other files."""
    paths = tuple(path for path in scan.files if is_markdown(path))
    documents = set(paths)
    return paths, tuple(path for path in scan.files if path not in documents)


def _digests(project: Project, scan: Scan, paths: tuple[str, ...], sources: Sources) -> Outcome[dict[str, str]]:
    """Return the digests of all files that are not Markdown pages."""
    digests, problems = sources.digests(scan.files, paths, lambda path: digest_file(project, scan, path))
    return Outcome(digests, tuple(problems))

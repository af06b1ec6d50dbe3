"""The pipeline: build a site folder from a project folder, and redo only what has changed.

    files -discover-> Source -parse-> Document -connect-> Site -plan-> Output -render-> Artifact -emit-> folder

In:  a job, a snapshot of the project's files, and the memory of earlier builds in this process.
Out: a ``Report``, and the memory for the next build. If there is an error, or if the job is cancelled, nothing is
     written and the folder stays unchanged.
Must not: print, read the clock, or contain details of any stage.
"""

from typing import TypeVar

from byeoru.base.cancel import Token
from byeoru.base.diagnostic import Diagnostic, Outcome, has_errors
from byeoru.base.parallel import Workers
from byeoru.cache.verified import Verified
from byeoru.connected import Connected, connected
from byeoru.discover.settings import settings_since
from byeoru.discover.snapshot import Snapshot
from byeoru.emit.folder import staging_of
from byeoru.emit.tree import Listings
from byeoru.memory import Memory, Unflushed
from byeoru.model.project import Job, Report, Workspace
from byeoru.output_folder import After, folder_before, verified, written
from byeoru.parsing import committed, digested, parsed
from byeoru.premises import Premises
from byeoru.rendering import Rendering, render

T = TypeVar("T")


class Stopped(Exception):  # noqa: N818  (not an error: the problems are reported)
    """The build writes nothing, because of its problems or because it was cancelled."""


class Problems:
    """The problems of a build so far, and whether it continues."""

    def __init__(self, token: Token, *, is_strict: bool) -> None:
        """Start without problems; *is_strict* turns warnings into errors."""
        self.all: list[Diagnostic] = []
        self._token, self._is_strict = token, is_strict

    def add(self, outcome: Outcome[T]) -> T:
        """Add the problems of a stage, and return its value."""
        self.all.extend(outcome.problems)
        return outcome.value

    def of(self, outcome: Outcome[T]) -> T:
        """Do the same, but raise ``Stopped`` if the build has been cancelled."""
        if self._token.is_cancelled:
            raise Stopped
        return self.add(outcome)

    def check(self) -> None:
        """Raise ``Stopped`` if nothing must be written because of the problems so far."""
        if has_errors(self.all) or (self._is_strict and any(problem.severity == "warning" for problem in self.all)):
            raise Stopped


def build(
    workspace: Workspace, job: Job, snapshot: Snapshot, memory: Memory, workers: Workers, listings: Listings
) -> tuple[Report, Memory]:
    """Build a site folder from a project folder, and redo only what has changed.

    *listings* are of the output folder and its spare tree.
    """
    (project, profile, progress), scan = workspace, snapshot.scan
    problems = Problems(job.token, is_strict=profile.strict)
    try:
        problems.of(Outcome(None, scan.problems))
        known = settings_since(memory.settings, project, scan, profile.base_url)
        settings, memory = problems.of(known.value), memory._replace(settings=known)
        problems.check()
        with progress.stage("parse"):
            outcome, memory = parsed(workspace, job.token, snapshot, settings.parsing, memory, workers)
            documents = problems.of(outcome)
        with progress.stage("connect"):
            digests, memory = digested(workspace, snapshot, memory)
            times, memory = committed(workspace, documents, settings, memory)
            leaves_index = job.awaited is not None
            signature = memory.documents.signature
            premises = Premises(
                scan, settings, documents, signature, problems.of(times), problems.of(digests), job.now, leaves_index
            )
            site = connected(project, profile, premises, memory.tables, memory.site, workers)
            memory = memory._replace(site=site)
            problems.of(Outcome(None, site.problems))
        problems.check()
        with progress.stage("verify"):
            before = folder_before(profile, snapshot, site, memory, listings)
            division = verified(job, site, before, memory)
        with staging_of(project, profile) as staging:
            with progress.stage("render"):
                tables = memory.tables
                rendering = Rendering(project, scan, site.results, tables.documents, tables.search, staging)
                stale = [output for output, _ in division.stale]
                artifacts = problems.of(render(stale, rendering, workers, progress, job.token))
            problems.check()
            with progress.stage("emit"):
                emitted, memory = written(workspace, site, before, division, artifacts, memory, staging, listings)
                after = problems.add(emitted)  # `of` would raise `Stopped`, but the files are written already
        problems.check()
    except Stopped:
        return Report(tuple(problems.all)), memory
    report = _report(site, division, after, problems.all)
    sources, written_by_now = memory.tables.sources.revision, memory.tables.traces.written
    is_listed = before.shows is not None
    unflushed = Unflushed(
        snapshot,
        job.now,
        sources,
        written_by_now,
        report,
        after.digests,
        memory.head,
        lists_old_digests=is_listed,
        is_partial=job.awaited is not None,
    )
    return report, memory._replace(unflushed=unflushed)


def _report(site: Connected, division: Verified, after: After, problems: list[Diagnostic]) -> Report:
    return Report(
        problems=tuple(problems),
        is_written=True,
        pages=after.pages,
        added=after.changes.added,
        changed=after.changes.changed,
        removed=len(after.changes.gone),
        drafts=site.hidden.drafts,
        future=site.hidden.future,
        expired=site.hidden.expired,
        private=site.hidden.private,
        withheld=site.withheld,
        due=site.due.isoformat() if site.due else "",
        moves=site.results.site.moves,
        reasons=tuple((output.path, reason) for output, reason in division.stale),
    )

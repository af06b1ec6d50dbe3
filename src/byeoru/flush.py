"""Save the results of builds to the cache, for the next process.

In:  the memory of a session.
Out: the report of the last build that was written, with the digest of its manifest; the memory with nothing to flush.
Must not: be required: the output folder is complete, and results that are not flushed are computed again.
"""

import sqlite3

from byeoru.base.diagnostic import Location, warning
from byeoru.cache.last_build import LastBuild
from byeoru.emit.folders import output_of
from byeoru.emit.manifest import manifest_digest, write_manifest
from byeoru.memory import Memory, Unflushed
from byeoru.model.project import Report, Workspace
from byeoru.recall import note


def flush(workspace: Workspace, memory: Memory) -> tuple[Report, Memory]:
    """Save all tables and the record of the last build; a full disk is reported."""
    build, memory = memory.unflushed, memory._replace(unflushed=None)
    if build is None or build.written != memory.tables.traces.written:  # the folder contains a later build
        return build.report if build else Report(), memory
    project, profile, progress = workspace
    with progress.stage("save"):
        if build.lists_old_digests:
            with output_of(project, profile) as output, output.parent.below(output.name) as live:
                write_manifest(live, build.digests)
        report = build.report._replace(manifest=manifest_digest(build.digests))
        try:
            _save(workspace, build, memory, report)
        except sqlite3.OperationalError as problem:
            lost = warning("cache-not-saved", Location(""), reason=problem)
            report = report._replace(problems=(*report.problems, lost))
    return report, memory


def _save(workspace: Workspace, build: Unflushed, memory: Memory, report: Report) -> None:
    tables, paths = memory.tables, memory.paths.inputs  # of the last scan, which may be later than the build's
    is_last = tables.sources.revision == build.sources
    tables.sources.save(paths)
    tables.documents.save(paths)
    tables.parts.save(paths)
    tables.search.save()
    tables.memos.save(memory.files.digests.values())
    tables.traces.save(build.digests)
    if memory.site is not None:
        memory.site.links.save(paths)
    # Otherwise the digests of racy files are from a later build, which was not written, or another job has to follow.
    if is_last and not build.is_partial:
        snapshot, digest = build.snapshot, tables.sources.digest
        LastBuild(tables.store, workspace.profile, tables.program).record(
            snapshot.signature,
            snapshot.scan.files,
            snapshot.clock_ns,
            build.now,
            digest,
            len(build.digests),
            build.head,
            report,
        )
    note(workspace.profile, memory)
    tables.store.commit()

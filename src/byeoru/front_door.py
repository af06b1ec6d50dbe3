"""The way into a build: with nothing to do it ends here, before anything heavy is imported.

In:  a project, a profile, the time, the number of jobs, and somebody to tell the progress to.
Out: the ``Report`` of the last build if this one would write the same bytes, else that of a new one.
Must not: import Markdown, Pygments, Jinja, YAML or a pool of processes.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime

from byeoru.base.containment import real_inside
from byeoru.base.diagnostic import Place, error
from byeoru.base.progress import Progress
from byeoru.base.rooted import SymlinkError
from byeoru.cache.cache import Cache, Damaged, Overtaken, opened, place_of
from byeoru.cache.lock import locked
from byeoru.cache.store import put_aside
from byeoru.discover.layout import sources_of
from byeoru.discover.read import digest_file
from byeoru.discover.sources import Scan, find_sources
from byeoru.emit.folder import finish
from byeoru.emit.guard import no_workroom, refused
from byeoru.model.project import Profile, Project, Report

_ATTEMPTS = 3  # before a cache that never holds what it says to hold is put aside


def enter(project: Project, profile: Profile, *, now: datetime, jobs: int, progress: Progress) -> Report:
    """Build *project* if anything has changed; a cache that turns out to be damaged costs one clean build."""
    with built(project, profile, now=now, jobs=jobs, progress=progress) as report:
        return report


@contextmanager
def built(project: Project, profile: Profile, *, now: datetime, jobs: int, progress: Progress) -> Iterator[Report]:
    """Build as ``enter`` does, and yield the report while the lock is held: no other build changes the output then."""
    with ExitStack() as lock:
        try:
            report = _entered(project, profile, now, jobs, progress, lock)
        except SymlinkError as problem:
            report = Report((error("symlink-refused", Place(""), "replace-symlink", path=problem.filename),))
        yield report


def _entered(
    project: Project, profile: Profile, now: datetime, jobs: int, progress: Progress, lock: ExitStack
) -> Report:
    for place in (project.workroom, profile.output):
        real_inside(project.root, place)
    if problem := no_workroom(project):
        return Report((problem,))
    if profile.name == "site" and (problem := refused(project, profile.output, sources_of(project.root))):
        return Report((problem,))
    clock_ns = lock.enter_context(locked(f"{project.workroom}/{profile.name}.lock", progress.waits_for))
    finish(project, profile)
    for _ in range(_ATTEMPTS):
        with suppress(Damaged, Overtaken), opened(project, profile, clock_ns) as cache:
            return _report(project, profile, now, jobs, progress, cache)
    put_aside(place_of(project))
    with opened(project, profile, clock_ns) as cache:
        return _report(project, profile, now, jobs, progress, cache)


@contextmanager
def looked_at(project: Project, profile: Profile, progress: Progress) -> Iterator[tuple[Scan, Cache]]:
    """Yield what lies in *project* and the cache, for commands that only look."""
    with (
        locked(f"{project.workroom}/{profile.name}.lock", progress.waits_for) as clock_ns,
        opened(project, profile, clock_ns) as cache,
    ):
        yield find_sources(project, profile.output), cache


def _report(project: Project, profile: Profile, now: datetime, jobs: int, progress: Progress, cache: Cache) -> Report:
    with progress.stage("discover"):
        scan = find_sources(project, profile.output)
        if report := cache.front.unchanged(
            scan.files, scan.problems, now, lambda path: digest_file(project, scan, path)
        ):
            return report

    from byeoru.base.collector import held_back
    from byeoru.base.parallel import Workers
    from byeoru.build import build

    workers = Workers(jobs)
    try:
        with held_back():
            return build(project, profile, scan, now=now, cache=cache, workers=workers, progress=progress).save()
    finally:
        workers.close()

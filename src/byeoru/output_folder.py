"""Compare the output folder with the site, and update it.

In:  the connected site, and the state of the folder in memory.
Out: the stale outputs; after they are rendered, the updated folder, and the memory with its new state.
Must not: assume that the folder is unchanged once it has been listed again.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from byeoru.base.derived import derive
from byeoru.base.diagnostic import Diagnostic, Outcome
from byeoru.cache.traces import OF_ANYTHING, OF_TAGS, OF_WORDS
from byeoru.cache.verified import Verified
from byeoru.connected import Connected
from byeoru.discover.snapshot import Snapshot
from byeoru.emit.folder import Written, emit
from byeoru.emit.replace import replace_files
from byeoru.emit.staging import Staging
from byeoru.emit.tree import Listings
from byeoru.memory import Emitted, FolderState, Memory, OnDisk, Recalled
from byeoru.model.changed_names import names_changed
from byeoru.model.names import text_of
from byeoru.model.output import Artifact, Output
from byeoru.model.project import Job, Profile, Workspace


class Before(NamedTuple):
    """The folder before a build writes to it."""

    on_disk: OnDisk
    shows: Emitted | None  # its contents, if they are known to include every output of the site


def folder_before(profile: Profile, snapshot: Snapshot, site: Connected, memory: Memory, listings: Listings) -> Before:
    """Return the state of the folder, which is listed once per full scan."""
    state = FolderState(snapshot.full, memory.tables.traces.written)
    on_disk = derive(memory.on_disk, state, lambda: listings.files(profile.output))
    shown = memory.emitted
    is_known = shown is not None and shown.folder == state and shown.outputs == site.outputs
    return Before(on_disk, shown if is_known else None)


def verified(job: Job, site: Connected, before: Before, memory: Memory) -> Verified:
    """Divide the outputs of *site* into fresh and stale ones; after an edit of texts, only those that are awaited."""
    traces, shown = memory.tables.traces, before.shows
    since = _since(site, memory)
    if since is None:
        return traces.verify(site.outputs, site.results, before.on_disk.value, site.signature)
    names = dict.fromkeys(map(text_of, since.names))
    if shown is None:
        on_disk = before.on_disk.value
        return traces.verify_named(site.outputs, since.outputs, site.results, on_disk, names, since.asked)
    if job.awaited is not None:
        return traces.verify_awaited(shown.digests, site.results, job.awaited)
    return traces.verify_seen(shown.digests, site.results, names, since.asked)


class _Since(NamedTuple):
    """What can differ between a site and the one before it."""

    names: Collection[str]
    asked: tuple[str, ...]  # what the names of other results begin with
    outputs: tuple[Output, ...]  # of the site before


def _since(site: Connected, memory: Memory) -> _Since | None:
    """Return what can differ between *site* and the one in the folder, None if that is unknown."""
    traces, shown, recalled = memory.tables.traces, memory.emitted, memory.recalled
    names: Collection[str] = ()
    before: Emitted | Recalled
    if shown is not None and shown.folder.written == traces.written:
        before = shown
    elif recalled is not None and not traces.written:
        before, names = recalled, recalled.names
    else:
        return None
    if not traces.signature or before.signature != traces.signature:
        return None
    asked = OF_WORDS if site.signature == before.signature else OF_TAGS if site.look == before.look else OF_ANYTHING
    return _Since([*names, *names_changed(site.results.site, before.site)], asked, before.outputs)


class After(NamedTuple):
    """The changes in the folder, and the digests of its files."""

    changes: Written
    digests: dict[str, str]
    pages: int = 0  # HTML files


def written(
    workspace: Workspace,
    site: Connected,
    before: Before,
    verified: Verified,
    artifacts: Iterable[Artifact],
    memory: Memory,
    staging: Staging,
    listings: Listings,
) -> tuple[Outcome[After], Memory]:
    """Replace the stale outputs in the folder by *artifacts*, and record their dependencies."""
    rendered = {artifact.path: artifact for artifact in artifacts}
    digests = verified.fresh | {path: artifact.digest for path, artifact in rendered.items()}
    project, profile, _ = workspace
    traces, stats = memory.tables.traces, before.on_disk.value
    changes: Written | Diagnostic
    if before.shows is not None:
        changed = replace_files(rendered.values(), before.shows.digests, project, profile, staging.folder)
        changes = Written(changed=changed)
    else:
        changes = emit(digests, verified.fresh, stats, traces.paths, profile, project, staging, listings)
    if isinstance(changes, Diagnostic):
        return Outcome(After(Written(), {}), (changes,)), memory
    if before.shows is not None and verified.is_partial:
        of = before.shows.site, before.shows.shape, before.shows.look
        new = traces.record_awaited(verified, rendered, profile.output)
    else:
        of = site.results.site, site.shape, site.look
        new = traces.record(verified, rendered, site.results, profile.output, site.signature)
    gone = set(changes.gone)
    remaining = {path: stat for path, stat in stats.items() if path not in gone} if gone else stats
    state = before.on_disk.inputs._replace(written=traces.written)
    pages = before.shows.pages if before.shows is not None else sum(path.endswith(".html") for path in digests)
    emitted = Emitted(*of, traces.signature, site.outputs, state, digests, pages)
    memory = memory._replace(on_disk=OnDisk(state, {**remaining, **new}), emitted=emitted)
    return Outcome(After(changes, digests, pages)), memory

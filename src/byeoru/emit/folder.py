"""Write the result of a build to the output folder.

In:  the manifest of the whole site, the files that the folder already contains, and the staged files with the others.
Out: ``Written``, or a problem; then nothing was changed.
Must not: write unchanged files, or delete files that no build wrote.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Location, error
from byeoru.base.digest import digest
from byeoru.base.rooted import Rooted, is_temporary
from byeoru.emit import journal, spare
from byeoru.emit.exchange import can_exchange
from byeoru.emit.folders import output_of, state_directory
from byeoru.emit.manifest import NAME, Manifest, differing, read_manifest, write_manifest
from byeoru.emit.staging import DropFolder, NewTree, Staging
from byeoru.emit.tree import NOT_A_FILE, Listings, parents, remove
from byeoru.model.project import Profile, Project


class Written(NamedTuple):
    """What a build changed in the folder."""

    added: int = 0
    changed: int = 0
    gone: tuple[str, ...] = ()


def finish(project: Project, profile: Profile) -> None:
    """Complete an update of the output that a killed build left unfinished, and remove what it was writing there."""
    if not os.path.isdir(profile.output):
        return
    with output_of(project, profile) as output:
        live = output.opened()
        if live is not None:
            with live:
                journal.finish(live)
                for name in os.listdir(live.path):
                    if is_temporary(name) and live.is_file(name):  # a manifest: all else is staged elsewhere
                        live.remove(name)


@contextmanager
def staging_of(project: Project, profile: Profile) -> Iterator[Staging]:
    """Yield where the build puts new files until it publishes them; what is left there afterwards is removed."""
    with output_of(project, profile) as output, state_directory(project) as state:
        name, twin = f"staging-{profile.name}", spare.Spare(state, spare.name_of(output, profile))
        is_first = output.parent.lstat(output.name) is None and can_exchange(output, state)
        for folder in (name, twin.name) if is_first or not spare.is_folder(twin) else (name,):
            state.remove_all(folder)
            state.make_folder(folder)
        staging = NewTree(project, name, twin.name) if is_first else DropFolder(project, name, twin.name)
        try:
            yield staging
        finally:
            staging.close()
            state.remove_all(name)
            spare.remove_unfinished(twin)


def emit(
    wanted: Manifest,
    have: Manifest,
    on_disk: Mapping[str, str],
    written_before: Collection[str],
    profile: Profile,
    project: Project,
    staging: Staging,
    listings: Listings,
) -> Written | Diagnostic:
    """Publish *wanted* to the profile's output.

    *on_disk* are all files there, *have* those that are known to be up to date. *written_before* are the paths that
    earlier builds wrote according to the cache, for a folder without a manifest. *listings* compare
    the spare tree.
    """
    with output_of(project, profile) as output, state_directory(project) as state:
        live = output.opened()
        try:
            manifest = read_manifest(live) if live else None
            owned = manifest if manifest is not None else dict.fromkeys(written_before, "")
            others = [path for path in on_disk if path not in owned and not _is_ours(path)]
            if live and (problem := _conflict(wanted, others, on_disk, live)) is not None:
                return problem
            unmanaged = [path for path in others if path not in wanted and not path.endswith("/")]
            done = Written(
                added=len(wanted.keys() - owned.keys()),
                changed=sum([path in owned for path in differing(wanted, have)]),
                gone=tuple(path for path in owned if path not in wanted),
            )
            if manifest is not None and not any(done):
                return done
            if isinstance(staging, NewTree):
                write_manifest(staging.folder, wanted)
                state.rename(staging.name, output.name, output.parent)  # fails if somebody has created it meanwhile
                write_manifest(staging.twin, wanted)
            elif live and can_exchange(output, state) and not _has_unmanaged_folders(others, owned):
                place = spare.Spare(state, spare.name_of(output, profile))
                spare.publish(wanted, have, on_disk, live, output, place, staging.folder, unmanaged, listings)
            else:
                output.parent.make_folder(output.name)
                with output.parent.below(output.name) as folder:
                    journal.publish(wanted, have, owned, folder, staging.folder)
            return done
        finally:
            if live:
                live.close()


def _is_ours(path: str) -> bool:
    """Tell whether a file is internal to builds."""
    return path == NAME or path.partition("/")[0] == journal.FOLDER or is_temporary(path)


def _has_unmanaged_folders(others: list[str], owned: Collection[str]) -> bool:
    """Tell whether the output contains whole unmanaged folders, such as git's, which must not be moved.

    In an exchange, each of their files would be linked into another folder; modes, empty folders and open files would
    be lost.
    """
    ours = {parent for path in owned for parent in parents(path)} if others else set()
    return any(not set(parents(path)) <= ours for path in others)


def _conflict(wanted: Manifest, others: list[str], on_disk: Mapping[str, str], live: Rooted) -> Diagnostic | None:
    """Return the problem if an unmanaged file has the path of an output and other contents."""

    def problem(path: str) -> Diagnostic:
        return error("not-ours", Location(""), "move-it-or-other-output", path=live.full_path(path))

    folders = {parent for path in wanted for parent in parents(path)} if others else set()
    for path in others:
        if path.startswith(f"{NAME}/"):
            return problem(NAME)
        if path in folders or any(parent in wanted for parent in parents(path)):
            return problem(path)
        if path in wanted and (on_disk[path] == NOT_A_FILE or digest(live.read(path)) != wanted[path]):
            return problem(path)
    return None


def clear(live: Rooted) -> int:
    """Remove the files that a build wrote to an output, and nothing else; return their number."""
    owned = read_manifest(live)
    if owned is None:
        return 0
    remove(live, [*owned, NAME])
    return len(owned)

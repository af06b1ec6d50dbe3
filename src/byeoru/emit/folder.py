"""Emit: make the output folder show a build.

In:  the manifest of the whole site, what the folder holds of it already, and the drop folder with the rest.
Out: ``Written``, or the problem that kept everything as it was.
Must not: write what has not changed, or delete what no build wrote.
"""

import os
from collections.abc import Collection, Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.base.digest import digest, digest_text
from byeoru.base.rooted import Rooted, is_temporary
from byeoru.emit import journal, spare
from byeoru.emit.exchange import can_exchange
from byeoru.emit.manifest import NAME, Manifest, read_manifest
from byeoru.emit.places import output_of, workroom
from byeoru.emit.tree import NOT_A_FILE, parents, remove
from byeoru.model.output import Artifact, Made
from byeoru.model.project import Profile, Project, Stat


class Written(NamedTuple):
    """How the folder differs from what it showed before."""

    added: int = 0
    changed: int = 0
    gone: tuple[str, ...] = ()


def finish(project: Project, profile: Profile) -> None:
    """Finish what a killed build left half done in the output."""
    if not os.path.isdir(profile.output):
        return
    with output_of(project, profile) as output:
        live = output.opened()
        if live is not None:
            with live:
                journal.finish(live)


def drop_bytes(drop: Rooted, made: Made) -> Artifact:
    """Write the bytes of an output to the drop folder under their digest."""
    name = digest(made.data)
    with open(drop.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as file:
        file.write(made.data)
    return Artifact(made.output.path, name, made.dependencies)


def emit(
    wanted: Manifest,
    have: Manifest,
    held: Mapping[str, Stat],
    written_before: Collection[str],
    profile: Profile,
    project: Project,
    drop: Rooted,
) -> Written | Diagnostic:
    """Publish *wanted* to the profile's output.

    *held* are all files there, *have* those that are known to be whole. *written_before* are paths that earlier builds
    wrote as the cache remembers, for a folder that has lost its manifest.
    """
    with output_of(project, profile) as output, workroom(project) as room:
        live = output.opened()
        try:
            listed = read_manifest(live) if live else None
            owned = listed if listed is not None else dict.fromkeys(written_before, "")
            foreign = [path for path in held if path not in owned and not _is_ours(path)]
            if live and (problem := _in_the_way(wanted, foreign, held, live)) is not None:
                return problem
            strangers = [path for path in foreign if path not in wanted and not path.endswith("/")]
            done = Written(
                added=sum(path not in owned for path in wanted),
                changed=sum(path in owned and have.get(path) != wanted[path] for path in wanted),
                gone=tuple(path for path in owned if path not in wanted),
            )
            if listed is not None and not any(done):
                return done
            if can_exchange(output, room) and not _has_own_folders(foreign, owned):
                name = f"spare-{profile.name}-{digest_text(output.place)[:8]}"
                spare.publish(wanted, have, held, live, output, spare.Spare(room, name), drop, strangers)
            else:
                output.parent.make_folder(output.name)
                with output.parent.below(output.name) as folder:
                    journal.publish(wanted, have, owned, folder, drop)
            return done
        finally:
            if live:
                live.close()


def _is_ours(path: str) -> bool:
    """Tell whether a file is one that builds keep for themselves."""
    return path == NAME or path.partition("/")[0] == journal.FOLDER or is_temporary(path)


def _has_own_folders(foreign: list[str], owned: Collection[str]) -> bool:
    """Tell whether others keep whole folders in the output, as git does: those are left where they are.

    In an exchange every file of theirs would be linked into another folder; their modes, their empty folders and
    whatever they have open would be lost on the way.
    """
    ours = {parent for path in owned for parent in parents(path)} if foreign else set()
    return any(not set(parents(path)) <= ours for path in foreign)


def _in_the_way(wanted: Manifest, foreign: list[str], held: Mapping[str, Stat], live: Rooted) -> Diagnostic | None:
    """Return the problem if a file that we did not write lies where one of ours belongs, and differs from it."""

    def problem(path: str) -> Diagnostic:
        return error("not-ours", Place(""), "move-it-or-other-output", path=live.place(path))

    folders = {parent for path in wanted for parent in parents(path)} if foreign else set()
    for path in foreign:
        if path.startswith(f"{NAME}/"):
            return problem(NAME)
        if path in folders or any(parent in wanted for parent in parents(path)):
            return problem(path)
        if path in wanted and (held[path] == NOT_A_FILE or digest(live.read(path)) != wanted[path]):
            return problem(path)
    return None


def clear(live: Rooted) -> int:
    """Remove from an output what a build wrote there, and nothing else; return how many files that were."""
    owned = read_manifest(live)
    if owned is None:
        return 0
    remove(live, [*owned, NAME])
    return len(owned)

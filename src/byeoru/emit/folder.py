"""Emit: make the output folder show a build.

In:  the manifest of the whole site, what the folder holds of it already, and the drop folder with the rest.
Out: ``Written``, or the problem that kept everything as it was.
Must not: write what has not changed, or delete what no build wrote.
"""

import os
import shutil
from collections.abc import Collection, Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Diagnostic, Place, error
from byeoru.base.digest import digest, digest_text
from byeoru.emit import journal, spare
from byeoru.emit.exchange import can_exchange
from byeoru.emit.manifest import NAME, Manifest, read_manifest
from byeoru.emit.tree import NOT_A_FILE, parents, remove
from byeoru.model.output import Artifact, Made
from byeoru.model.project import Profile, Project, Stat


class Written(NamedTuple):
    """How the folder differs from what it showed before."""

    added: int = 0
    changed: int = 0
    gone: tuple[str, ...] = ()


def prepare(project: Project, profile: Profile) -> str:
    """Finish what a killed build left half done; return an empty drop folder on the file system of the workroom."""
    journal.finish(profile.output)
    drop = os.path.join(project.workroom, f"drop-{profile.name}")
    shutil.rmtree(drop, ignore_errors=True)
    os.makedirs(drop)
    return drop


def drop_bytes(drop: str, made: Made) -> Artifact:
    """Write the bytes of an output to the drop folder under their digest."""
    name = digest(made.data)
    with open(os.path.join(drop, name), "wb") as file:
        file.write(made.data)
    return Artifact(made.output.path, name, made.reads)


def emit(
    wanted: Manifest,
    have: Manifest,
    held: Mapping[str, Stat],
    written_before: Collection[str],
    profile: Profile,
    project: Project,
    drop: str,
) -> Written | Diagnostic:
    """Publish *wanted* to the profile's output.

    *held* are all files there, *have* those that are known to be whole. *written_before* are paths that earlier builds
    wrote as the cache remembers, for a folder that has lost its manifest.
    """
    output = os.path.realpath(profile.output)
    os.makedirs(os.path.dirname(output), exist_ok=True)
    listed = read_manifest(output)
    owned = listed if listed is not None else dict.fromkeys(written_before, "")
    foreign = [path for path in held if path not in owned and path != NAME and not path.startswith(journal.FOLDER)]
    if (problem := _in_the_way(wanted, foreign, held, output)) is not None:
        return problem
    strangers = [path for path in foreign if path not in wanted and not path.endswith("/")]
    done = Written(
        added=sum(path not in owned for path in wanted),
        changed=sum(path in owned and have.get(path) != wanted[path] for path in wanted),
        gone=tuple(path for path in owned if path not in wanted),
    )
    if listed is not None and not any(done):
        shutil.rmtree(drop)
        return done
    if can_exchange(output, project.workroom) and not _has_own_folders(foreign, owned):
        place = os.path.join(project.workroom, f"spare-{profile.name}-{digest_text(output)[:8]}")
        spare.publish(wanted, have, held, output, place, drop, strangers)
    else:
        os.makedirs(output, exist_ok=True)
        journal.publish(wanted, have, owned, output, drop)
    shutil.rmtree(drop)
    return done


def _has_own_folders(foreign: list[str], owned: Collection[str]) -> bool:
    """Tell whether others keep whole folders in the output, as git does: those are left where they are.

    In an exchange every file of theirs would be linked into another folder; their modes, their empty folders and
    whatever they have open would be lost on the way.
    """
    ours = {parent for path in owned for parent in parents(path)} if foreign else set()
    return any(not set(parents(path)) <= ours for path in foreign)


def _in_the_way(wanted: Manifest, foreign: list[str], held: Mapping[str, Stat], output: str) -> Diagnostic | None:
    """Return the problem if a file that we did not write lies where one of ours belongs, and differs from it."""
    folders = {parent for path in wanted for parent in parents(path)} if foreign else set()
    for path in foreign:
        if path in folders or any(parent in wanted for parent in parents(path)):
            return error("not-ours", Place(""), "move-it-or-other-output", path=os.path.join(output, path))
        if path in wanted:
            is_same = False
            if held[path] != NOT_A_FILE:
                with open(os.path.join(output, path), "rb") as file:
                    is_same = digest(file.read()) == wanted[path]
            if not is_same:
                return error("not-ours", Place(""), "move-it-or-other-output", path=os.path.join(output, path))
    return None


def clear(output: str) -> int:
    """Remove from *output* what a build wrote there, and nothing else; return how many files that were."""
    owned = read_manifest(output)
    if owned is None:
        return 0
    remove(output, [*owned, NAME])
    return len(owned)

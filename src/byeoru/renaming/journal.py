"""Carry out a move: everything that it does is written down first, so that a killed process leaves nothing half done.

In:  a project, and a move.
Out: the new texts and names; or, if a file has changed since it was read, nothing.
Must not: overwrite a change that somebody made meanwhile.
"""

import json
import os
from typing import Any

from byeoru.base.containment import open_inside
from byeoru.base.digest import digest
from byeoru.base.paths import is_inside
from byeoru.base.rooted import Rooted
from byeoru.base.source_file import SourceChangedError, replace_source
from byeoru.discover.disk_path import disk_path
from byeoru.model.project import Project
from byeoru.renaming.move import Move

_NAME = "move.json"


def carry_out(project: Project, move: Move) -> None:
    """Write and rename what *move* says; raises ``SourceChangedError`` before anything is done."""
    for edit in move.edits:
        if _read(project, edit.path) != edit.before:
            raise SourceChangedError(edit.path)
    journal = {
        "edits": [[edit.path, digest(edit.before), edit.after.decode()] for edit in move.edits],
        "renames": [list(pair) for pair in move.renames],
    }
    with open_inside(project.root, project.state_directory) as state:
        state.write(_NAME, json.dumps(journal, ensure_ascii=False).encode())
    finish(project)


def finish(project: Project) -> list[str] | None:
    """Do what is left of a move that was interrupted; return the files that have changed, None if there was no move."""
    if not os.path.isdir(project.state_directory):
        return None
    with open_inside(project.root, project.state_directory) as state:
        journal = _journal(state)
        if journal is None:
            return None
        changed = [path for path, before, text in journal["edits"] if not _edit(project, path, before, text.encode())]
        for old, new in journal["renames"]:
            _rename(project, old, new)
        state.remove(_NAME)
    return changed


def _journal(state: Rooted) -> dict[str, Any] | None:
    """Return the journal; None if there is none, or if it is none of ours: a cloned folder may contain any file."""
    try:
        journal: dict[str, Any] = json.loads(state.read(_NAME))
        paths = [path for path, before, text in journal["edits"] if isinstance(before, str) and isinstance(text, str)]
        paths += [path for old, new in journal["renames"] for path in (old, new)]
        is_valid = len(paths) == len(journal["edits"]) + 2 * len(journal["renames"]) and all(map(_is_of_site, paths))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return journal if is_valid else None


def _is_of_site(path: object) -> bool:
    """Tell whether *path* is a path in the project, and in no hidden folder."""
    return isinstance(path, str) and is_inside(path) and not any(part.startswith(".") for part in path.split("/"))


def _edit(project: Project, path: str, before: str, after: bytes) -> bool:
    """Write the new text of a file; return False if it is neither the old nor the new one."""
    data = _read(project, path)
    if data is None or data == after:  # it has been renamed, so it was written before
        return True
    if digest(data) != before:
        return False
    try:
        replace_source(project.root, disk_path(project, path), after, data)
    except SourceChangedError:
        return False
    return True


def _rename(project: Project, old: str, new: str) -> None:
    source, target = (os.path.relpath(disk_path(project, path), project.root) for path in (old, new))
    with Rooted(project.root) as tree:
        source, target = source.replace(os.sep, "/"), target.replace(os.sep, "/")
        before, taken = tree.lstat(source), tree.lstat(target)
        is_other = taken is not None and before is not None and not os.path.samestat(before, taken)
        if before is None or is_other:  # it has been renamed already; or the place has been taken meanwhile
            return
        folder = target.rpartition("/")[0]
        if folder:
            tree.make_folder(folder)
        tree.rename(source, target)


def _read(project: Project, path: str) -> bytes | None:
    try:
        with open(disk_path(project, path), "rb") as file:
            return file.read()
    except OSError:
        return None

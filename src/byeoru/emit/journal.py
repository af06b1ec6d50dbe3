"""Publish without an exchange of folders: each file is replaced atomically, in an order in which no page is missing.

For Windows, mount points and folders that another program owns. The new files are staged in the output folder, then
a plan is written, then it is carried out: new files, changed files from the deepest to the shallowest, deletions. A
plan that still exists later belongs to a killed build, and is completed.
"""

import json
from contextlib import suppress
from typing import Any

from byeoru.base.paths import is_inside
from byeoru.base.rooted import Rooted, SymlinkError
from byeoru.emit.manifest import Manifest, write_manifest
from byeoru.emit.tree import copy, make_folders, parents, remove

FOLDER = ".byeoru-journal"
_PLAN = f"{FOLDER}/plan.json"


def publish(wanted: Manifest, have: Manifest, owned: Manifest, live: Rooted, staging: Rooted) -> None:
    """Update *live* to *wanted*; *have* are its files that are up to date, *owned* those that an earlier build wrote.

    Everything that needs disk space is done before the plan is written; a failure until then leaves nothing behind.
    """
    changed = [path for path, digest in wanted.items() if have.get(path) != digest]
    changed.sort(key=lambda path: (path in owned, -path.count("/"), path))
    gone = [path for path in owned if path not in wanted]
    plan: dict[str, Any] = {"put": changed, "remove": gone, "wanted": wanted}
    try:
        live.remove_all(FOLDER)
        live.make_folder(FOLDER)
        with live.below(FOLDER) as stage:
            for number, path in enumerate(changed):
                copy(staging, wanted[path], stage, str(number))
        existing: set[str] = set()
        blocking = _blocking(gone, changed)
        for path in changed:
            if blocking.isdisjoint(parents(path)):
                make_folders(live, path, existing)
        live.write(_PLAN, json.dumps(plan).encode())
    except OSError:
        with suppress(OSError):
            live.remove_all(FOLDER)
        raise
    _carry_out(live, plan)
    live.remove_all(FOLDER)


def finish(live: Rooted) -> None:
    """Carry out the plan in *live*, if there is one; staged files without a plan are removed.

    So is a plan that no longer matches the folder: the next build determines what is missing.
    """
    if live.lstat(FOLDER) is None:
        return
    plan = _read_plan(live)
    if plan is not None:
        with suppress(NotADirectoryError, IsADirectoryError, SymlinkError):
            _carry_out(live, plan)
    live.remove_all(FOLDER)


def _carry_out(live: Rooted, plan: dict[str, Any]) -> None:
    existing: set[str] = set()
    first = _blocking(plan["remove"], plan["put"])
    remove(live, first)
    for number, path in enumerate(plan["put"]):
        if live.is_file(f"{FOLDER}/{number}"):  # else it was renamed before the kill
            make_folders(live, path, existing)
            live.rename(f"{FOLDER}/{number}", path)
    remove(live, (path for path in plan["remove"] if path not in first))
    write_manifest(live, plan["wanted"])


def _blocking(gone: list[str], coming: list[str]) -> set[str]:
    """Return the files that must be removed first: a folder will have the path of one of them, or the reverse."""
    files, folders = set(coming), {parent for path in coming for parent in parents(path)}
    return {path for path in gone if path in folders or not files.isdisjoint(parents(path))}


def _read_plan(live: Rooted) -> dict[str, Any] | None:
    """Return the plan; None if there is none, if it is invalid, or if a path leads out of *live*."""
    try:
        plan: dict[str, Any] = json.loads(live.read(_PLAN))
        paths = [*plan["put"], *plan["remove"], *plan["wanted"]]
        digests = plan["wanted"].values()
        if not all(is_inside(path) for path in paths) or not all(isinstance(digest, str) for digest in digests):
            return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return plan

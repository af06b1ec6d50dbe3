"""Publish without an exchange of folders: every file is replaced whole, in an order in which no page is missing.

For Windows, mount points and folders that another program owns. The new files are staged in the output folder, then
a plan is written, then the plan is carried out: new files, changed files from the leaves to the lists, deletions. A
plan that is found later was begun by a build that was killed, and is finished.
"""

import json
import os
import shutil
from contextlib import suppress
from typing import Any

from byeoru.base.paths import is_inside
from byeoru.emit.manifest import Manifest, write_manifest
from byeoru.emit.tree import make_folders, parents, remove

FOLDER = ".byeoru-journal"
_PLAN = "plan.json"


def publish(wanted: Manifest, have: Manifest, owned: Manifest, output: str, drop: str) -> None:
    """Make *output* show *wanted*; *have* are its files that are whole, *owned* those that an earlier build wrote.

    Everything that needs room on the disk is done before the plan counts; a failure until then leaves nothing.
    """
    stage = os.path.join(output, FOLDER)
    changed = [path for path, digest in wanted.items() if have.get(path) != digest]
    changed.sort(key=lambda path: (path in owned, -path.count("/"), path))
    gone = [path for path in owned if path not in wanted]
    plan = {"put": changed, "remove": gone, "wanted": wanted}
    try:
        os.makedirs(stage, exist_ok=True)
        for number, path in enumerate(changed):
            shutil.copyfile(os.path.join(drop, wanted[path]), os.path.join(stage, str(number)))
        made: set[str] = set()
        blocking = _blocking(gone, changed)
        for path in changed:
            if blocking.isdisjoint(parents(path)):
                make_folders(output, path, made)
        partial = os.path.join(stage, _PLAN + ".new")
        with open(partial, "w", encoding="utf-8") as file:
            json.dump(plan, file)
    except OSError:
        shutil.rmtree(stage, ignore_errors=True)
        raise
    os.replace(partial, os.path.join(stage, _PLAN))
    finish(output)


def finish(output: str) -> None:
    """Carry out the plan that lies in *output*, if there is one; a stage without a plan is thrown away."""
    stage = os.path.join(output, FOLDER)
    if not os.path.isdir(stage):
        return
    plan = _read_plan(stage)
    if plan is not None:
        made: set[str] = set()
        first = _blocking(plan["remove"], plan["put"])
        remove(output, first)
        for number, path in enumerate(plan["put"]):
            make_folders(output, path, made)
            with suppress(FileNotFoundError):  # put there before the kill
                os.replace(os.path.join(stage, str(number)), os.path.join(output, path))
        remove(output, (path for path in plan["remove"] if path not in first))
        write_manifest(output, plan["wanted"])
    shutil.rmtree(stage)


def _blocking(gone: list[str], coming: list[str]) -> set[str]:
    """Return the files that must go first: a folder comes where one of them is, or the reverse."""
    files, folders = set(coming), {parent for path in coming for parent in parents(path)}
    return {path for path in gone if path in folders or not files.isdisjoint(parents(path))}


def _read_plan(stage: str) -> dict[str, Any] | None:
    """Return the plan, None if there is none, if it is no plan, or if it reaches out of the folder."""
    try:
        with open(os.path.join(stage, _PLAN), encoding="utf-8") as file:
            plan = json.load(file)
        paths = [*plan["put"], *plan["remove"], *plan["wanted"]]
        return plan if all(is_inside(path) for path in paths) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None

"""Publish without an exchange of folders: every file is replaced whole, in an order in which no page is missing.

For Windows, mount points and folders that another program owns. The new files are staged in the output folder, then
a plan is written, then the plan is carried out: new files, changed files from the leaves to the lists, deletions. A
plan that is found later was begun by a build that was killed, and is finished.
"""

import json
import os
import shutil
from contextlib import suppress

from byeoru.emit.manifest import Manifest, write_manifest
from byeoru.emit.tree import make_folders, remove

FOLDER = ".byeoru-journal"
_PLAN = "plan.json"


def publish(wanted: Manifest, have: Manifest, owned: Manifest, output: str, drop: str) -> None:
    """Make *output* show *wanted*; *have* are its files that are whole, *owned* those that an earlier build wrote."""
    stage = os.path.join(output, FOLDER)
    os.makedirs(stage, exist_ok=True)
    changed = [path for path, digest in wanted.items() if have.get(path) != digest]
    changed.sort(key=lambda path: (path in owned, -path.count("/"), path))
    for number, path in enumerate(changed):
        shutil.copyfile(os.path.join(drop, wanted[path]), os.path.join(stage, str(number)))
    plan = {"put": changed, "remove": [path for path in owned if path not in wanted], "wanted": wanted}
    partial = os.path.join(stage, _PLAN + ".new")
    with open(partial, "w", encoding="utf-8") as file:
        json.dump(plan, file)
    os.replace(partial, os.path.join(stage, _PLAN))
    finish(output)


def finish(output: str) -> None:
    """Carry out the plan that lies in *output*, if there is one; a stage without a plan is thrown away."""
    stage = os.path.join(output, FOLDER)
    if not os.path.isdir(stage):
        return
    try:
        with open(os.path.join(stage, _PLAN), encoding="utf-8") as file:
            plan = json.load(file)
    except FileNotFoundError:
        plan = None
    if plan is not None:
        made: set[str] = set()
        for number, path in enumerate(plan["put"]):
            make_folders(output, path, made)
            with suppress(FileNotFoundError):  # put there before the kill
                os.replace(os.path.join(stage, str(number)), os.path.join(output, path))
        remove(output, plan["remove"])
        write_manifest(output, plan["wanted"])
    shutil.rmtree(stage)

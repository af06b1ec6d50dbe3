"""`blog clean`."""

import os
import stat

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.rooted import Rooted
from byeoru.cache.lock import locked
from byeoru.cli.localized import localized_command
from byeoru.cli.progress import Listener
from byeoru.cli.project import require_project
from byeoru.emit.folder import clear
from byeoru.emit.folders import output_of, state_directory
from byeoru.model.project import Profile


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    return localized_command(language, "clean", lambda: clean(language))


def clean(language: Language) -> None:
    """Remove what builds wrote to `site`, and the state directory. Unmanaged files stay; a running build is awaited."""
    project = require_project(language)
    listener = Listener(language, draws=False)
    count = 0
    with locked(f"{project.state_directory}/site.lock", listener.waits_for), state_directory(project) as room:
        with output_of(project, Profile("site", project.file("site"))) as output:
            live = output.opened()
            if live is not None:
                with live:
                    count += clear(live)
        for name in room.names():
            if not name.endswith(".lock"):  # somebody may hold it, or wait for it
                count += _files_in(room, name)
                room.remove_all(name)
    print(localize("clean.done" if count else "clean.nothing", language, count=count))


def _files_in(room: Rooted, name: str) -> int:
    """Return how many files *name* is or holds."""
    found = room.lstat(name)
    if found is None or not stat.S_ISDIR(found.st_mode):
        return 1
    return sum(len(names) for _, _, names in os.walk(room.full_path(name)))

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
    """Return the command, with help in *language*."""
    return localized_command(language, "clean", lambda: clean(language))


def clean(language: Language) -> None:
    """Remove what builds wrote to `site`, and the state directory; wait for a running build. Unmanaged files stay."""
    project = require_project(language)
    listener = Listener(language, draws=False)
    count = 0
    with locked(f"{project.state_directory}/site.lock", listener.waits_for), state_directory(project) as state:
        with output_of(project, Profile("site", project.file("site"))) as output:
            live = output.opened()
            if live is not None:
                with live:
                    count += clear(live)
        for name in state.names():
            if not name.endswith(".lock"):  # another process may hold it, or wait for it
                count += _files_in(state, name)
                state.remove_all(name)
    print(localize("clean.done" if count else "clean.nothing", language, count=count))


def _files_in(state: Rooted, name: str) -> int:
    """Return 1 for a file, or the number of files below a folder."""
    status = state.lstat(name)
    if status is None or not stat.S_ISDIR(status.st_mode):
        return 1
    return sum(len(names) for _, _, names in os.walk(state.full_path(name)))

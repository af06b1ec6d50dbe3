"""`blog clean`."""

import os
import shutil

import click

from byeoru.base.messages import Language, say
from byeoru.cache.lock import locked
from byeoru.cli.place import need_project
from byeoru.cli.progress import Listener
from byeoru.cli.worded import worded
from byeoru.emit.folder import clear


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    return worded(language, "clean", lambda: clean(language))


def clean(language: Language) -> None:
    """Remove what builds wrote to `site`, and the workroom; others' files stay, a build under way is waited for."""
    project = need_project(language)
    listener = Listener(language, draws=False)
    count = 0
    with locked(f"{project.workroom}/site.lock", listener.waits_for):
        count += clear(project.file("site"))
        for entry in list(os.scandir(project.workroom)):
            if entry.name.endswith(".lock"):  # somebody may hold it, or wait for it
                continue
            if entry.is_dir(follow_symlinks=False):
                count += sum(len(names) for _, _, names in os.walk(entry.path))
                shutil.rmtree(entry.path)
            else:
                count += 1
                os.remove(entry.path)
    print(say("clean.done", language, count=count))

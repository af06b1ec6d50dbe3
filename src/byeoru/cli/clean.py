"""`blog clean`."""

import os
import shutil

import click

from byeoru.base.messages import Language, say
from byeoru.cli.place import need_project
from byeoru.cli.worded import WordedCommand
from byeoru.emit.folder import clear


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    made = WordedCommand("clean", help=say("help.clean", language), callback=lambda: clean(language))
    made.language = language
    return made


def clean(language: Language) -> None:
    """Remove what a build wrote to `site`, and the workroom; files of others stay."""
    project = need_project(language)
    count = clear(project.file("site"))
    for _, _, names in os.walk(project.workroom):
        count += len(names)
    shutil.rmtree(project.workroom, ignore_errors=True)
    print(say("clean.done", language, count=count))

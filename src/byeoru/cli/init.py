"""`blog init`: a new blog with a first post."""

import getpass
import os
import sys

import click

from byeoru.base.diagnostic import Place, has_errors
from byeoru.base.messages import Language, say
from byeoru.base.wording import hint, sentence
from byeoru.cli.starter import Answers, starter_files
from byeoru.cli.worded import worded, worded_option
from byeoru.discover.layout import has_texts
from byeoru.discover.sources import find_sources
from byeoru.model.project import Project
from byeoru.settings.base_url import read_base_url


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    return worded(
        language,
        "init",
        lambda folder, yes: init(language, folder, asks=not yes),
        click.Argument(["folder"], default="."),
        worded_option(language, "init", "yes", "-y", is_flag=True),
    )


def init(language: Language, folder: str, *, asks: bool) -> None:
    """Ask what a blog needs, and write its first files; a file that exists is left as it is."""
    if os.path.exists(os.path.join(folder, "blog.yml")):
        raise click.UsageError(say("init.exists", language, path=folder))
    answers = _asked(language) if asks else Answers(say("default.title", language), "", _user())
    written = []
    has_own = has_texts(find_sources(Project(os.path.abspath(folder)), os.path.join(folder, "site")).files)
    for path, text in starter_files(answers, language).items():
        if has_own and path.startswith("content/"):
            continue  # a folder `content` would stand in for the one that the texts lie in
        place = os.path.join(folder, *path.split("/"))
        os.makedirs(os.path.dirname(place), exist_ok=True)
        try:
            with open(place, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            continue
        written.append("  " + path)
    steps = [] if folder == "." else [f"  cd {folder}"]
    steps += ["  blog serve --open", "  blog build", "  blog deploy"]
    print(say("init.done", language, folder=folder, files="\n".join(written), steps="\n".join(steps)))


def _asked(language: Language) -> Answers:
    title = click.prompt(say("ask.title", language), default=say("default.title", language))
    while True:
        address = click.prompt(say("ask.address", language), default="", show_default=False).strip()
        if address and "://" not in address:
            address = "https://" + address
        if not address:
            break
        address, problems = read_base_url(address, Place(""))
        if not has_errors(problems):
            break
        print(f"{sentence(problems[0], language)}\n  = {hint(problems[0], language)}", file=sys.stderr)
    author = click.prompt(say("ask.author", language), default=_user())
    return Answers(title, address, author)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, and on Windows no such module
        return ""

"""`blog init`: a new blog with a first post, ready to be published from a repository of its own."""

import getpass
import os
import sys
from collections.abc import Callable
from functools import partial

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.credentials import mask_credentials
from byeoru.base.diagnostic import Location, has_errors
from byeoru.base.problem_text import hint_of, message_of
from byeoru.base.source_file import create_source
from byeoru.cli.confirm import confirm
from byeoru.cli.git_repository import git_user_name, init_repository, is_repository
from byeoru.cli.localized import CommandError, localized_command, localized_option
from byeoru.cli.starter import NewBlog, starter_files
from byeoru.discover.layout import has_texts
from byeoru.discover.sources import find_sources
from byeoru.model.project import Project
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.remote import repository_url
from byeoru.publish.github import pages_address
from byeoru.settings.base_url import read_base_url

Check = Callable[[str, Language], tuple[str, str] | None]


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    texts = [localized_option(language, "init", name, metavar="TEXT") for name in ("title", "author")]
    return localized_command(
        language,
        "init",
        lambda folder, yes, git, **given: init(language, folder, given, asks=not yes, wants_git=git),
        click.Argument(["folder"], default=".", metavar=localize("metavar.folder", language)),
        *texts,
        localized_option(language, "init", "repository", "-r", metavar="USER/NAME"),
        localized_option(language, "init", "address", metavar="URL"),
        click.Option(["--git/--no-git"], default=None, help=localize("help.init.git", language)),
        localized_option(language, "init", "yes", "-y", is_flag=True),
    )


def init(language: Language, folder: str, given: dict[str, str | None], *, asks: bool, wants_git: bool | None) -> None:
    """Ask what a blog needs and was not *given*, and write its first files; a file that exists is left as it is."""
    if os.path.lexists(os.path.join(folder, "blog.yml")):
        raise CommandError(localize("init.exists", language, path=folder), localize("init.exists-hint", language))
    answers = _answers(language, folder, given, asks=asks)
    has_own = has_texts(find_sources(Project(os.path.abspath(folder)), os.path.join(folder, "site")).files)
    if wants_git is None:  # a folder that somebody has filled is made a repository only if they say so
        wants_git = confirm(localize("ask.git", language), language, default=True) if asks else not has_own
    written = _write(folder, answers, language, has_own=has_own)
    print(localize("init.done", language, folder=folder, files="\n".join(f"  {path}" for path in written)))
    if wants_git:
        remote = repository_url(answers.repository, os.path.abspath(folder)) if answers.repository else ""
        print(init_repository(folder, remote, language))
    steps = [f"  cd {_as_typed(folder)}"] * (os.path.normpath(folder) != ".")
    steps += [localize(f"init.step-{name}", language) for name in ("serve", "deploy")]
    print(localize("init.next", language, steps="\n".join(steps)))
    if not answers.repository:
        print(localize("init.no-repository", language))


def _write(folder: str, answers: NewBlog, language: Language, *, has_own: bool) -> list[str]:
    """Write the first files that are not there yet, and return their paths."""
    written = []
    os.makedirs(folder, exist_ok=True)
    for path, text in starter_files(answers, language).items():
        if has_own and path.startswith("content/"):
            continue  # a folder `content` would stand in for the one that the texts lie in
        try:
            create_source(folder, os.path.join(folder, *path.split("/")), text.encode())
        except FileExistsError:
            continue
        written.append(path)
    return written


def _answers(language: Language, folder: str, given: dict[str, str | None], *, asks: bool) -> NewBlog:
    """Return what the options say, and where they say nothing what is typed, or the default."""

    def answer(name: str, default: str, check: Check = lambda _, __: None) -> str:
        text = given[name]
        if text is not None or not asks:
            return default if text is None else text.strip()
        while True:
            question = localize(f"ask.{name}", language)
            text = str(click.prompt(question, default=default, show_default=default != "")).strip()
            wrong = check(text, language)
            if not wrong:
                return text
            print("\n  = ".join(wrong), file=sys.stderr)

    wrong_repository = partial(_wrong_repository, folder)
    for name, check in (("repository", wrong_repository), ("address", _wrong_address)):
        if wrong := check((given[name] or "").strip(), language):
            raise CommandError(*wrong)
    title = answer("title", localize("default.title", language))
    repository = _from(folder, answer("repository", "", wrong_repository))
    guess = pages_address(repository_url(repository, os.path.abspath(folder))) if repository else ""
    address = answer("address", guess, _wrong_address)
    return NewBlog(title, _url(address), answer("author", git_user_name() or _user()), repository)


def _wrong_repository(folder: str, text: str, language: Language) -> tuple[str, str] | None:
    """Return what is wrong with the name of a repository, and what to do about it."""
    if not text:
        return None
    if not is_repository(text):
        return localize("init.bad-repository", language, text=mask_credentials(text)), localize(
            "init.bad-repository-hint", language
        )
    try:
        repository_url(_from(folder, text), os.path.abspath(folder))
    except GitError as failed:
        return message_of(failed.problem, language), hint_of(failed.problem, language)
    return None


def _wrong_address(text: str, language: Language) -> tuple[str, str] | None:
    """Return what is wrong with the address of a site, and what to do about it."""
    problems = read_base_url(_url(text), Location("")).problems if text else ()
    return (message_of(problems[0], language), hint_of(problems[0], language)) if has_errors(problems) else None


def _url(address: str) -> str:
    """Return *address* with a scheme, "" for none."""
    return address if not address or "://" in address else f"https://{address}"


def _from(folder: str, repository: str) -> str:
    """Return the repository as `blog.yml` names it: a path is relative to the project."""
    is_path = repository.startswith(("./", "../"))
    return os.path.relpath(repository, folder).replace(os.sep, "/") if is_path else repository


def _as_typed(folder: str) -> str:
    """Return *folder* as a shell takes it."""
    return f'"{folder}"' if " " in folder else folder


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, and on Windows no such module
        return ""

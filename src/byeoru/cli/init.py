"""`blog init`: create a blog with a first post and, if wanted, a git repository."""

import getpass
import os
import sys
from collections.abc import Callable
from functools import partial

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.credentials import mask_credentials
from byeoru.base.dates import time_zone
from byeoru.base.diagnostic import Location, has_errors
from byeoru.base.fields import is_language
from byeoru.base.problem_text import hint_of, message_of
from byeoru.base.source_file import create_source
from byeoru.cli.confirm import confirm
from byeoru.cli.git_repository import git_user_name, init_repository, is_repository
from byeoru.cli.localized import CommandError, localized_command, localized_option
from byeoru.cli.starter import NewBlog, starter_files
from byeoru.discover.layout import has_texts
from byeoru.discover.origin import find_origin
from byeoru.discover.sources import find_sources
from byeoru.model.origin import Origin
from byeoru.model.project import Project
from byeoru.publish.git.errors import GitError
from byeoru.publish.git.remote import repository_url
from byeoru.publish.github import pages_address
from byeoru.settings.base_url import read_base_url

_TIME_ZONES = {"ko": "Asia/Seoul", "en": "UTC"}

Check = Callable[[str, Language], tuple[str, str] | None]


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    texts = [localized_option(language, "init", name, metavar="TEXT") for name in ("title", "author")]
    return localized_command(
        language,
        "init",
        lambda folder, yes, git, **given: init(language, folder, given, is_interactive=not yes, with_git=git),
        click.Argument(["folder"], default=".", metavar=localize("metavar.folder", language)),
        *texts,
        localized_option(language, "init", "repository", "-r", metavar="USER/NAME"),
        localized_option(language, "init", "address", metavar="URL"),
        click.Option(["--git/--no-git"], default=None, help=localize("help.init.git", language)),
        localized_option(language, "init", "yes", "-y", is_flag=True),
    )


def init(
    language: Language, folder: str, given: dict[str, str | None], *, is_interactive: bool, with_git: bool | None
) -> None:
    """Ask for the values that are not *given* as options, and write the first files; existing files stay unchanged."""
    if os.path.lexists(os.path.join(folder, "blog.yml")):
        raise CommandError(localize("init.exists", language, path=folder), localize("init.exists-hint", language))
    project = Project(os.path.abspath(folder))
    scan = find_sources(project, os.path.join(folder, "site"))
    origin, _ = find_origin(project, scan)
    answers = _answers(language, folder, given, origin, is_interactive=is_interactive)
    has_own = has_texts(scan.files)
    if with_git is None:  # a folder with posts becomes a repository only if the user agrees
        with_git = confirm(localize("ask.git", language), language, default=True) if is_interactive else not has_own
    written = _write(folder, answers, language, has_own=has_own)
    print(localize("init.done", language, folder=folder, files="\n".join(f"  {path}" for path in written)))
    if with_git:
        remote = repository_url(answers.repository, os.path.abspath(folder)) if answers.repository else ""
        print(init_repository(folder, remote, language))
    steps = [f"  cd {_shell_quoted(folder)}"] * (os.path.normpath(folder) != ".")
    steps += [localize(f"init.step-{name}", language) for name in ("serve", "deploy")]
    print(localize("init.next", language, steps="\n".join(steps)))
    if not answers.repository:
        print(localize("init.no-repository", language))


def _write(folder: str, answers: NewBlog, language: Language, *, has_own: bool) -> list[str]:
    """Write the first files that do not exist yet, and return their paths."""
    written = []
    os.makedirs(folder, exist_ok=True)
    for path, text in starter_files(answers, language).items():
        if has_own and path.startswith("content/"):
            continue  # a folder `content` would be read instead of the folder that contains the posts
        try:
            create_source(folder, os.path.join(folder, *path.split("/")), text.encode())
        except FileExistsError:
            continue
        written.append(path)
    return written


def _answers(
    language: Language, folder: str, given: dict[str, str | None], origin: Origin, *, is_interactive: bool
) -> NewBlog:
    """Return the values from the options, else from the prompts, else the defaults.

    These are from the configuration of the program that the folder was written for (*origin*), if it has them.
    """

    def answer(name: str, default: str, check: Check = lambda _, __: None) -> str:
        text = given[name]
        if text is not None or not is_interactive:
            return default if text is None else text.strip()
        while True:
            question = localize(f"ask.{name}", language)
            text = str(click.prompt(question, default=default, show_default=default != "")).strip()
            problem = check(text, language)
            if not problem:
                return text
            print("\n  = ".join(problem), file=sys.stderr)

    repository_problem = partial(_repository_problem, folder)
    for name, check in (("repository", repository_problem), ("address", _address_problem)):
        if problem := check((given[name] or "").strip(), language):
            raise CommandError(*problem)
    title = answer("title", origin.title or localize("default.title", language))
    repository = _relative_to_project(folder, answer("repository", "", repository_problem))
    guess = pages_address(repository_url(repository, os.path.abspath(folder))) if repository else ""
    guess = guess or ("" if _address_problem(origin.url, language) else origin.url)
    address = answer("address", guess, _address_problem)
    return NewBlog(
        title,
        _url(address),
        answer("author", origin.author or git_user_name() or _login_name()),
        origin.language if is_language(origin.language) else language,
        origin.timezone if origin.timezone and time_zone(origin.timezone) else _TIME_ZONES[language],
        repository,
    )


def _repository_problem(folder: str, text: str, language: Language) -> tuple[str, str] | None:
    """Return the error and the hint for an invalid repository, None for a valid one."""
    if not text:
        return None
    if not is_repository(text):
        return localize("init.bad-repository", language, text=mask_credentials(text)), localize(
            "init.bad-repository-hint", language
        )
    try:
        repository_url(_relative_to_project(folder, text), os.path.abspath(folder))
    except GitError as failed:
        return message_of(failed.problem, language), hint_of(failed.problem, language)
    return None


def _address_problem(text: str, language: Language) -> tuple[str, str] | None:
    """Return the error and the hint for an invalid address of a site, None for a valid one."""
    problems = read_base_url(_url(text), Location("")).problems if text else ()
    return (message_of(problems[0], language), hint_of(problems[0], language)) if has_errors(problems) else None


def _url(address: str) -> str:
    """Return *address* with a scheme, "" for none."""
    return address if not address or "://" in address else f"https://{address}"


def _relative_to_project(folder: str, repository: str) -> str:
    """Return the repository as it is written in `blog.yml`: a path is relative to the project."""
    is_path = repository.startswith(("./", "../"))
    return os.path.relpath(repository, folder).replace(os.sep, "/") if is_path else repository


def _shell_quoted(folder: str) -> str:
    """Return *folder* quoted for a shell."""
    return f'"{folder}"' if " " in folder else folder


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, and on Windows no such module
        return ""

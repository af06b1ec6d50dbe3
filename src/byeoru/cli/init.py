"""`blog init`: a new blog with a first post, ready to be published from a repository of its own."""

import getpass
import os
import sys
from collections.abc import Callable

import click

from byeoru.base.diagnostic import Place, has_errors
from byeoru.base.messages import Language, say
from byeoru.base.rooted import Rooted
from byeoru.base.wording import hint, sentence
from byeoru.cli.clone import is_repository, make_clone, name_of
from byeoru.cli.starter import Answers, starter_files
from byeoru.cli.worded import Mistake, worded, worded_option
from byeoru.discover.layout import has_texts
from byeoru.discover.sources import find_sources
from byeoru.model.project import Project
from byeoru.publish.target import pages_address, repository_url
from byeoru.settings.base_url import read_base_url


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    texts = [worded_option(language, "init", name, metavar="TEXT") for name in ("title", "author")]
    return worded(
        language,
        "init",
        lambda folder, yes, git, **given: init(language, folder, given, asks=not yes, wants_git=git),
        click.Argument(["folder"], default=".", metavar=say("metavar.folder", language)),
        *texts,
        worded_option(language, "init", "repository", "-r", metavar="USER/NAME"),
        worded_option(language, "init", "address", metavar="URL"),
        click.Option(["--git/--no-git"], default=None, help=say("help.init.git", language)),
        worded_option(language, "init", "yes", "-y", is_flag=True),
    )


def init(language: Language, folder: str, given: dict[str, str | None], *, asks: bool, wants_git: bool | None) -> None:
    """Ask what a blog needs and was not *given*, and write its first files; a file that exists is left as it is."""
    if os.path.lexists(os.path.join(folder, "blog.yml")):
        raise Mistake(say("init.exists", language, path=folder), say("init.exists-hint", language))
    answers = _answers(language, folder, given, asks=asks)
    if wants_git is None:
        wants_git = not asks or click.confirm(say("ask.git", language), default=True)
    written = _write(folder, answers, language)
    print(say("init.done", language, folder=folder, files="\n".join(f"  {path}" for path in written)))
    if wants_git:
        remote = repository_url(answers.repository, os.path.abspath(folder)) if answers.repository else ""
        print(make_clone(folder, remote, language))
    steps = [f"  cd {_as_typed(folder)}"] * (os.path.normpath(folder) != ".")
    steps += [say(f"init.step-{name}", language) for name in ("serve", "deploy")]
    print(say("init.next", language, steps="\n".join(steps)))
    if not answers.repository:
        print(say("init.no-repository", language))


def _write(folder: str, answers: Answers, language: Language) -> list[str]:
    """Write the first files that are not there yet, and return their paths."""
    has_own = has_texts(find_sources(Project(os.path.abspath(folder)), os.path.join(folder, "site")).files)
    written = []
    os.makedirs(folder, exist_ok=True)
    with Rooted(folder) as root:
        for path, text in starter_files(answers, language).items():
            if has_own and path.startswith("content/"):
                continue  # a folder `content` would stand in for the one that the texts lie in
            if above := path.rpartition("/")[0]:
                root.make_folder(above)
            try:
                root.create(path, text.encode())
            except FileExistsError:
                continue
            written.append(path)
    return written


def _answers(language: Language, folder: str, given: dict[str, str | None], *, asks: bool) -> Answers:
    """Return what the options say, and where they say nothing what is typed, or the default."""

    def answer(name: str, default: str) -> str:
        text = given[name]
        if text is None and asks:
            return str(click.prompt(say(f"ask.{name}", language), default=default, show_default=default != "")).strip()
        return default if text is None else text.strip()

    title = answer("title", say("default.title", language))
    repository = _repository(language, answer, folder, asks=asks and given["repository"] is None)
    guess = pages_address(repository_url(repository, os.path.abspath(folder))) if repository else ""
    address = _address(language, lambda: answer("address", guess), asks=asks and given["address"] is None)
    return Answers(title, address, answer("author", name_of() or _user()), repository)


def _repository(language: Language, answer: Callable[[str, str], str], folder: str, *, asks: bool) -> str:
    """Return the repository as `blog.yml` names it: a path is relative to the project."""
    while True:
        text = answer("repository", "")
        if not text or is_repository(text):
            break
        problem = say("init.bad-repository", language, text=text)
        if not asks:
            raise Mistake(problem, say("init.bad-repository-hint", language))
        print(f"{problem}\n  = {say('init.bad-repository-hint', language)}", file=sys.stderr)
    if text.startswith(("./", "../")):
        return os.path.relpath(text, folder).replace(os.sep, "/")
    return text


def _address(language: Language, answer: Callable[[], str], *, asks: bool) -> str:
    """Return the address of the site; one without a scheme gets one."""
    while True:
        text = answer()
        url = text if not text or "://" in text else f"https://{text}"
        address, problems = read_base_url(url, Place("")) if url else ("", ())
        if not has_errors(problems):
            return address
        if not asks:
            raise Mistake(sentence(problems[0], language), hint(problems[0], language))
        print(f"{sentence(problems[0], language)}\n  = {hint(problems[0], language)}", file=sys.stderr)


def _as_typed(folder: str) -> str:
    """Return *folder* as a shell takes it."""
    return f'"{folder}"' if " " in folder else folder


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, and on Windows no such module
        return ""

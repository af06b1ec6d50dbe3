"""The command `blog`: its subcommands, its entry point, and how failures are reported.

Exit codes: 0 success, 1 the site has errors, 2 usage error, 70 internal error (EX_SOFTWARE), 130 interrupted.
"""

import os
import sys
from collections.abc import Callable
from importlib import import_module

import click

from byeoru import __version__
from byeoru.base.catalogue import Language, localize
from byeoru.base.rooted import SymlinkError
from byeoru.base.source_file import SourceChangedError
from byeoru.cli.console import configure_streams, restart_with_utf8_names
from byeoru.cli.language import environment_language
from byeoru.cli.localized import CommandError, LocalizedGroup, error_text
from byeoru.cli.project import find_project

# In the order in which an author needs them. A module is imported when its command is run, and has `command(language)`.
COMMANDS = {
    "init": "byeoru.cli.init",
    "new": "byeoru.cli.new",
    "serve": "byeoru.cli.serve",
    "build": "byeoru.cli.build",
    "check": "byeoru.cli.check",
    "deploy": "byeoru.cli.deploy",
    "list": "byeoru.cli.listing",
    "mv": "byeoru.cli.move",
    "search": "byeoru.cli.search",
    "theme": "byeoru.cli.theme",
    "domain": "byeoru.cli.domain",
    "clean": "byeoru.cli.clean",
    "completion": "byeoru.cli.completion",
}
# The names in Hexo and other generators.
ALIASES = {
    "g": "build",
    "generate": "build",
    "n": "new",
    "d": "deploy",
    "s": "serve",
    "server": "serve",
    "rename": "mv",
}


def main() -> None:
    """Run the command line of this process."""
    restart_with_utf8_names()
    configure_streams()
    language = environment_language(sys.argv[1:])
    try:
        code = application(language).main(standalone_mode=False, prog_name="blog")
        sys.stdout.flush()  # here, where a closed pipe is handled; at exit it would not be
    except click.ClickException as problem:
        print(error_text(problem, language), file=sys.stderr)
        code = 2
    except (click.Abort, KeyboardInterrupt):
        print("\n" + localize("failed.interrupted" if _has_site() else "failed.stopped", language), file=sys.stderr)
        code = 130
    except BrokenPipeError:  # the reader closed the pipe, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except SymlinkError as problem:
        print(error_text(_refused(problem, language), language), file=sys.stderr)
        code = 1
    except SourceChangedError as problem:
        print(localize("failed.changed", language, path=problem.filename), file=sys.stderr)
        code = 1
    except OSError as problem:
        print(localize("failed.system", language, detail=problem), file=sys.stderr)
        code = 1
    except Exception as problem:  # noqa: BLE001  (the outermost handler: an internal error)
        from byeoru.cli.internal_error import record_internal_error

        print(record_internal_error(problem, language), file=sys.stderr)
        code = 70
    sys.exit(code or 0)


def _has_site() -> bool:
    """Tell whether there is a built site, so that the message can say that it is unchanged."""
    project = find_project()
    return project is not None and os.path.isdir(project.file("site"))


def _refused(problem: SymlinkError, language: Language) -> CommandError:
    text = localize("problem.symlink-refused", language, path=problem.filename)
    return CommandError(text, localize("hint.replace-symlink", language))


def application(language: Language) -> click.Group:
    """Return the group of all commands, with help in *language*."""

    def factory(module: str) -> Callable[[], click.Command]:
        return lambda: import_module(module).command(language)

    return LocalizedGroup(
        language,
        {name: factory(module) for name, module in COMMANDS.items()},
        ALIASES,
        name="blog",
        context_settings={"help_option_names": ["-h", "--help"]},
        help=localize("help.blog", language),
        invoke_without_command=True,
        options_metavar=localize("option.metavar", language),
        callback=lambda version: _without_command(language, version=version),
        params=[
            click.Option(["--version"], is_flag=True, help=localize("help.version", language)),
        ],
    )


def _without_command(language: Language, *, version: bool) -> None:
    context = click.get_current_context()
    if version:
        print(f"blog {__version__}")
        context.exit()
    if context.invoked_subcommand is None:
        from byeoru.cli.welcome import print_welcome

        print_welcome(language)

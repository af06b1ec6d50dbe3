"""`blog completion`: the completion script of a shell."""

import click
from click.shell_completion import get_completion_class

from byeoru.base.catalogue import Language
from byeoru.cli.localized import localized_command


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    shell = click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]))
    return localized_command(language, "completion", lambda shell: print_script(language, shell), shell)


def print_script(language: Language, shell: str) -> None:
    """Print the completion script of a shell."""
    from byeoru.cli.app import application

    completion_class = get_completion_class(shell)
    assert completion_class is not None
    print(completion_class(application(language), {}, "blog", "_BLOG_COMPLETE").source())

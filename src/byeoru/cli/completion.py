"""`blog completion`: the script that teaches a shell our commands."""

import click
from click.shell_completion import get_completion_class

from byeoru.base.messages import Language, say
from byeoru.cli.worded import WordedCommand


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    made = WordedCommand(
        "completion",
        help=say("help.completion", language),
        params=[click.Argument(["shell"], type=click.Choice(["bash", "zsh", "fish"]))],
        callback=lambda shell: print_script(language, shell),
    )
    made.language = language
    return made


def print_script(language: Language, shell: str) -> None:
    """Print the script of one shell."""
    from byeoru.cli.app import application

    kind = get_completion_class(shell)
    assert kind is not None
    print(kind(application(language), {}, "blog", "_BLOG_COMPLETE").source())

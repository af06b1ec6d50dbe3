"""Click's commands with help and errors worded by our catalogue."""

import re
from collections.abc import Callable
from typing import Any

import click

from byeoru.base.catalogue import LANGUAGES, Language, localize
from byeoru.base.text import nearest
from byeoru.cli.help_formatter import ColumnHelpFormatter

_RANGE = re.compile(r"\s*\[(\d+)<=x<=(\d+)\]")


class CommandError(click.UsageError):
    """Something that was asked for and cannot be had, with one thing to do about it."""

    def __init__(self, message: str, advice: str) -> None:
        """Take both in the language of the terminal."""
        super().__init__(message)
        self.advice = advice


class LocalizedContext(click.Context):
    """A context whose help is measured in columns."""

    formatter_class = ColumnHelpFormatter


class LocalizedCommand(click.Command):
    """A command whose help is in the language of the terminal."""

    context_class = LocalizedContext
    language: Language = "en"
    allow_extra_args = True  # so that we can say what is wrong with them

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Run the command, unless there are words that it has no use for."""
        if ctx.args and not isinstance(self, click.Group):
            raise click.UsageError(
                localize("usage.extra", self.language, count=len(ctx.args), words=" ".join(ctx.args)), ctx
            )
        return super().invoke(ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line of usage."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=localize("usage", self.language))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and the commands of a group."""
        options = [parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section(localize("options", self.language)):
                formatter.write_dl([(name, _RANGE.sub(r" (\1–\2)", text)) for name, text in rows])

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the parameters of the command, and the options that all commands share: `--lang` and `--help`.

        `environment_language` reads the language from the command line before there is any command.
        """
        found = super().get_params(ctx)
        option = click.Option(
            ["--lang"], type=click.Choice(LANGUAGES), help=localize("help.lang", self.language), expose_value=False
        )
        is_before_help = bool(found) and "--help" in found[-1].opts
        return [*found[:-1], option, found[-1]] if is_before_help else [*found, option]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with our words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = localize("help.help", self.language)
        return option


class LocalizedGroup(LocalizedCommand, click.Group):
    """A group whose commands are made when they are wanted."""

    def __init__(
        self,
        language: Language,
        makers: dict[str, Callable[[], click.Command]],
        aliases: dict[str, str],
        topic: str = "",
        **options: Any,  # noqa: ANN401
    ) -> None:
        """Take the makers of commands by name, and other names for them.

        The help of a group's commands is in the catalogue below its *topic*.
        """
        super().__init__(**options, subcommand_metavar=localize("command.metavar", language))
        self.language, self.makers, self.aliases = language, makers, aliases
        self.topic = f"{topic}." if topic else ""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands, in the order of a day's work."""
        return list(self.makers)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Make the command of that name or alias."""
        maker = self.makers.get(self.aliases.get(cmd_name, cmd_name))
        return maker() if maker else None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        rows = []
        for name in self.list_commands(ctx):
            others = ", ".join(alias for alias, target in self.aliases.items() if target == name)
            rows.append((f"{name} ({others})" if others else name, localize(f"help.{self.topic}{name}", self.language)))
        with formatter.section(localize("commands", self.language)):
            formatter.write_dl(rows)
        LocalizedCommand.format_options(self, ctx, formatter)


def localized_command(
    language: Language, topic: str, callback: Callable[..., object], *parameters: click.Parameter
) -> click.Command:
    """Return the command whose help is in the catalogue at *topic*: its name, behind those of its groups."""
    made = LocalizedCommand(
        topic.rpartition(".")[2],
        help=localize(f"help.{topic}", language),
        options_metavar=localize("option.metavar", language),
        params=list(parameters),
        callback=callback,
    )
    made.language = language
    return made


def localized_option(language: Language, topic: str, name: str, *short: str, **kind: Any) -> click.Option:  # noqa: ANN401
    """Return the option of a command whose help is in the catalogue below *topic*."""
    return click.Option(
        [*short, f"--{name}"], help=localize(f"help.{topic}.{name.partition('/')[0]}", language), **kind
    )


def localized_group(language: Language, topic: str, makers: dict[str, Callable[[], click.Command]]) -> click.Command:
    """Return a group that shows its help where none of its commands is named."""

    def show_help() -> None:
        context = click.get_current_context()
        if context.invoked_subcommand is None:
            print(context.get_help())

    return LocalizedGroup(
        language,
        makers,
        {},
        topic,
        name=topic,
        help=localize(f"help.{topic}", language),
        invoke_without_command=True,
        options_metavar=localize("option.metavar", language),
        callback=show_help,
    )


def error_text(problem: click.ClickException, language: Language) -> str:
    """Return what click found wrong with the words of the command line, in our words."""
    context = getattr(problem, "ctx", None)
    command = context.command_path if context else "blog"
    near: list[str] = []
    match problem:
        case click.NoSuchOption():
            text = localize("usage.no-such-option", language, name=problem.option_name)
            near = list(problem.possibilities or [])
        case click.exceptions.NoSuchCommand():
            text = localize("usage.no-such-command", language, name=problem.command_name)
            known = (
                context.command.list_commands(context) if context and isinstance(context.command, click.Group) else []
            )
            near = [found] if (found := nearest(problem.command_name, known)) else []
        case click.MissingParameter():
            name = problem.param.human_readable_name if problem.param else ""
            text = localize("usage.missing", language, name=name)
        case click.exceptions.BadOptionUsage():
            text = localize("usage.needs-value", language, name=problem.option_name)
        case click.BadParameter():
            text = localize(
                "usage.bad-value",
                language,
                name=_name_of(problem.param),
                detail=_expected(problem.param, language) or problem.message,
            )
            near = _meant(problem)
        case _:
            text = localize("usage.other", language, detail=problem.format_message())
    advice = (
        localize("hint.did-you-mean", language, near=near[0])
        if near
        else localize("usage.see-help", language, command=command)
    )
    if isinstance(problem, CommandError):
        advice = problem.advice
    said = f"{localize('severity.error', language)}: {text}"
    return f"{said}\n  = {advice}" if advice else said


def _name_of(parameter: click.Parameter | None) -> str:
    """Return a parameter as help names it: an option with its dashes, an argument without brackets."""
    if isinstance(parameter, click.Argument):
        return parameter.human_readable_name.strip("[]")
    return max(parameter.opts, key=len) if parameter else ""


def _meant(problem: click.BadParameter) -> list[str]:
    """Return the choice that was probably meant; click tells the word that was typed in its message alone."""
    typed = re.match(r"'(.*?)' is not one of", problem.message)
    kind = problem.param.type if problem.param else None
    if not typed or not isinstance(kind, click.Choice):
        return []
    found = nearest(typed[1], [str(choice) for choice in kind.choices])
    return [found] if found else []


def _expected(parameter: click.Parameter | None, language: Language) -> str:
    """Return which values a parameter takes, in our words; "" where click's own must do."""
    match parameter and parameter.type:
        case click.Choice(choices=choices):
            return localize("usage.choices", language, choices=", ".join(map(str, choices)))
        case click.IntRange(min=least, max=most):
            return localize("usage.range", language, least=least, most=most)
    return ""

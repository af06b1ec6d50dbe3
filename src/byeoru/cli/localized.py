"""Click commands with help and errors in the language of the terminal, from the message catalogue."""

import re
from collections.abc import Callable
from typing import Any

import click

from byeoru.base.catalogue import LANGUAGES, Language, localize
from byeoru.base.text import nearest
from byeoru.cli.help_formatter import ColumnHelpFormatter

_RANGE = re.compile(r"\s*\[(\d+)<=x<=(\d+)\]")


class CommandError(click.UsageError):
    """A usage error with a hint."""

    def __init__(self, message: str, hint: str) -> None:
        """Store both texts, already localized."""
        super().__init__(message)
        self.hint = hint


class LocalizedContext(click.Context):
    """A context that formats help by display width."""

    formatter_class = ColumnHelpFormatter


class LocalizedCommand(click.Command):
    """A command whose help is in the language of the terminal."""

    context_class = LocalizedContext
    language: Language = "en"
    allow_extra_args = True  # so that `invoke` reports them

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        """Run the command; raise an error for unexpected arguments."""
        if ctx.args and not isinstance(self, click.Group):
            raise click.UsageError(
                localize("usage.extra", self.language, count=len(ctx.args), words=" ".join(ctx.args)), ctx
            )
        return super().invoke(ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
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

        `environment_language` has read `--lang` already, before any command is created.
        """
        parameters = super().get_params(ctx)
        option = click.Option(
            ["--lang"], type=click.Choice(LANGUAGES), help=localize("help.lang", self.language), expose_value=False
        )
        has_help = bool(parameters) and "--help" in parameters[-1].opts
        return [*parameters[:-1], option, parameters[-1]] if has_help else [*parameters, option]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `--help` with a localized description."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = localize("help.help", self.language)
        return option


class LocalizedGroup(LocalizedCommand, click.Group):
    """A group whose commands are created on demand."""

    def __init__(
        self,
        language: Language,
        factories: dict[str, Callable[[], click.Command]],
        aliases: dict[str, str],
        topic: str = "",
        **options: Any,  # noqa: ANN401
    ) -> None:
        """Take the factories of commands by name, and aliases.

        The codes of the help texts begin with *topic*.
        """
        super().__init__(**options, subcommand_metavar=localize("command.metavar", language))
        self.language, self.factories, self.aliases = language, factories, aliases
        self.topic = f"{topic}." if topic else ""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of all commands, in the order in which an author needs them."""
        return list(self.factories)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Create the command with that name or alias."""
        factory = self.factories.get(self.aliases.get(cmd_name, cmd_name))
        return factory() if factory else None

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
    """Return a command; *topic* is its code in the catalogue: the names of its groups and its own, joined by dots."""
    command = LocalizedCommand(
        topic.rpartition(".")[2],
        help=localize(f"help.{topic}", language),
        options_metavar=localize("option.metavar", language),
        params=list(parameters),
        callback=callback,
    )
    command.language = language
    return command


def localized_option(language: Language, topic: str, name: str, *short: str, **kind: Any) -> click.Option:  # noqa: ANN401
    """Return an option of the command *topic*, with the help text of the catalogue."""
    return click.Option(
        [*short, f"--{name}"], help=localize(f"help.{topic}.{name.partition('/')[0]}", language), **kind
    )


def localized_group(language: Language, topic: str, factories: dict[str, Callable[[], click.Command]]) -> click.Command:
    """Return a group that prints its help if no command is given."""

    def show_help() -> None:
        context = click.get_current_context()
        if context.invoked_subcommand is None:
            print(context.get_help())

    return LocalizedGroup(
        language,
        factories,
        {},
        topic,
        name=topic,
        help=localize(f"help.{topic}", language),
        invoke_without_command=True,
        options_metavar=localize("option.metavar", language),
        callback=show_help,
    )


def error_text(problem: click.ClickException, language: Language) -> str:
    """Return the localized error of click, with a hint."""
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
            near = [name] if (name := nearest(problem.command_name, known)) else []
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
            near = _nearest_choice(problem)
        case _:
            text = localize("usage.other", language, detail=problem.format_message())
    advice = (
        localize("hint.did-you-mean", language, near=near[0])
        if near
        else localize("usage.see-help", language, command=command)
    )
    if isinstance(problem, CommandError):
        advice = problem.hint
    text = f"{localize('severity.error', language)}: {text}"
    return f"{text}\n  = {advice}" if advice else text


def _name_of(parameter: click.Parameter | None) -> str:
    """Return the name of a parameter as in the help: an option with its dashes, an argument without brackets."""
    if isinstance(parameter, click.Argument):
        return parameter.human_readable_name.strip("[]")
    return max(parameter.opts, key=len) if parameter else ""


def _nearest_choice(problem: click.BadParameter) -> list[str]:
    """Return the choice nearest to the typed value, which click gives only in its message."""
    typed = re.match(r"'(.*?)' is not one of", problem.message)
    kind = problem.param.type if problem.param else None
    if not typed or not isinstance(kind, click.Choice):
        return []
    choice = nearest(typed[1], [str(choice) for choice in kind.choices])
    return [choice] if choice else []


def _expected(parameter: click.Parameter | None, language: Language) -> str:
    """Return the localized description of the valid values; "" if only click's message is available."""
    match parameter and parameter.type:
        case click.Choice(choices=choices):
            return localize("usage.choices", language, choices=", ".join(map(str, choices)))
        case click.IntRange(min=least, max=most):
            return localize("usage.range", language, least=least, most=most)
    return ""

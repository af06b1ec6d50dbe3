"""`blog theme`: list the themes and their options."""

import json
import os
from collections.abc import Callable
from typing import NamedTuple

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import Location
from byeoru.base.text import nearest
from byeoru.cli.console import width
from byeoru.cli.localized import CommandError, localized_command, localized_group
from byeoru.cli.project import find_project
from byeoru.cli.site_settings import settings_of
from byeoru.discover.layers import DEFAULT, ThemeFiles, layers_of, themes_of
from byeoru.discover.options import chosen_options, declared_options
from byeoru.discover.sources import BUILTIN, builtin_themes, find_themes
from byeoru.model.project import Project
from byeoru.model.settings import Settings
from byeoru.model.theme import Chosen, Option, in_language


def command(language: Language) -> click.Command:
    """Return the group of commands about themes, with help in *language*."""
    from byeoru.cli import eject

    return localized_group(
        language,
        "theme",
        {
            "list": lambda: _command(language, "list", lambda format: print_themes(language, format)),  # noqa: A006
            "options": lambda: _command(
                language, "options", lambda **choices: print_options(language, **choices), _name()
            ),
            "eject": lambda: eject.command(language),
        },
    )


def _command(
    language: Language, name: str, callback: Callable[..., object], *arguments: click.Parameter
) -> click.Command:
    form = click.Option(
        ["--format"], type=click.Choice(["text", "json"]), default="text", help=localize("help.theme.format", language)
    )
    return localized_command(language, f"theme.{name}", callback, *arguments, form)


def _name() -> click.Argument:
    return click.Argument(["name"], default="", required=False, shell_complete=_complete)


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in themes_of(find_themes(find_project())) if name.startswith(incomplete)]


class ThemeProject(NamedTuple):
    """The themes of a project, or outside of a project the built-in ones."""

    project: Project | None
    settings: Settings
    files: ThemeFiles


def theme_project() -> ThemeProject:
    """Return the themes that are available in the working directory."""
    project = find_project()
    settings = settings_of(project) if project else Settings()
    return ThemeProject(project, settings, ThemeFiles(project or Project(builtin_themes()), find_themes(project)))


def print_themes(language: Language, form: str) -> None:
    """Print each theme with its description, location and parent theme; a star marks the one in use."""
    project, settings, files = theme_project()
    rows = []
    for name, folder in sorted(themes_of(files.scan).items()):
        about = files.about(folder)
        description = about.description or files.about(f"{BUILTIN}/{name}").description
        is_builtin = folder.startswith(BUILTIN)
        rows.append(
            {
                "name": name,
                "used": project is not None and name == settings.theme,
                "description": in_language(description, language),
                "builtin": is_builtin,
                "folder": os.path.normpath(os.path.join(builtin_themes(), name)) if is_builtin else folder,
                "extends": about.extends,
            }
        )
    if form == "json":
        print(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        where = localize("theme.builtin", language) if row["builtin"] else str(row["folder"])
        extends = localize("theme.extends", language, name=row["extends"]) if row["extends"] else ""
        print(f"{'*' if row['used'] else ' '} {row['name']}  ({', '.join(part for part in (where, extends) if part)})")
        if row["description"]:
            print(f"    {row['description']}")
    if not any(row["used"] for row in rows) and project is not None:
        print(localize("theme.none-used", language, name=settings.theme))


def print_options(language: Language, name: str, format: str) -> None:  # noqa: A002  (the name of the option)
    """Print the options of a theme, with their values in this site."""
    _, settings, files = theme_project()
    name = name or settings.theme
    known = themes_of(files.scan)
    if name not in known:
        near = nearest(name, known) or DEFAULT
        raise CommandError(
            localize("problem.no-such-theme", language, name=name), localize("hint.did-you-mean", language, near=near)
        )
    options = declared_options(files, layers_of(files, name, Location("")).all)
    of_theme = settings if name == settings.theme else Settings()
    chosen = chosen_options(options, of_theme).value
    is_set = {setting.name for setting in of_theme.theme_options}
    if format == "json":
        rows = [_as_object(options[choice.name], choice, choice.name in is_set, language) for choice in chosen]
        print(json.dumps({"theme": name, "options": rows}, ensure_ascii=False))
    elif not options:
        print(localize("list.none", language))
    else:
        print(_table(options, chosen, is_set, language))


def _as_object(option: Option, chosen: Chosen, is_set: bool, language: Language) -> dict[str, object]:  # noqa: FBT001
    return {
        "name": option.name,
        "value": chosen.value,
        "set": is_set,
        "default": Chosen(option.name, option.default, option.kind).value,
        "type": option.kind,
        "choices": list(option.choices),
        "help": in_language(option.help, language),
    }


def _table(options: dict[str, Option], chosen: tuple[Chosen, ...], is_set: set[str], language: Language) -> str:
    head = [localize(f"theme.column.{name}", language) for name in ("name", "value", "default", "choices")]
    rows = [["  " + head[0], *head[1:]]]
    for choice in chosen:
        option = options[choice.name]
        kind = ", ".join(option.choices) or localize(f"theme.type.{option.kind}", language)
        rows.append([f"{'*' if choice.name in is_set else ' '} {choice.name}", choice.text, option.default, kind])
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    for at, choice in reversed(list(enumerate(chosen, 1))):
        if text := in_language(options[choice.name].help, language):
            lines.insert(at + 1, f"    {text}")
    return "\n".join([*lines, *[localize("theme.set", language)] * bool(is_set & options.keys())])

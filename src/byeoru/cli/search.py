"""`blog search`: search the built site in the terminal, as its readers do in the browser."""

import os
import sys
from functools import partial

import click

from byeoru.base.catalogue import Language, localize
from byeoru.base.rooted import Rooted
from byeoru.cli.localized import CommandError, error_text, localized_command, localized_option
from byeoru.cli.project import find_project, require_project
from byeoru.cli.search_report import Shown, as_json, text_lines
from byeoru.cli.site_settings import settings_of
from byeoru.model.settings import Settings
from byeoru.search.engine import search
from byeoru.search.excerpts import excerpt
from byeoru.search.folder import DamagedIndexError, FolderReader, editions, page_at
from byeoru.search.marks import marks_of
from byeoru.search.reader import Found

MOST = 1000  # results at once


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    option = partial(localized_option, language, "search")
    return localized_command(
        language,
        "search",
        lambda query, limit, form, edition: run(language, " ".join(query), limit, form, edition),
        click.Argument(["query"], nargs=-1, required=True, metavar=localize("metavar.query", language)),
        option("limit", type=click.IntRange(1, MOST), default=10, metavar="N"),
        click.Option(
            ["--format", "form"],
            type=click.Choice(["text", "json"]),
            default="text",
            help=localize("help.search.format", language),
        ),
        option("edition", metavar="CODE", shell_complete=_complete),
    )


def run(language: Language, query: str, limit: int, form: str, edition: str | None) -> None:
    """Search the built site and print the results."""
    if not query.strip():
        raise CommandError(localize("search.empty", language), localize("search.empty.hint", language))
    project = require_project(language)
    settings = settings_of(project)
    if not os.path.isdir(project.file("site")):
        raise CommandError(localize("search.no-site", language), localize("search.build", language))
    with Rooted(project.file("site")) as site:
        code = _edition(site, settings, edition, language)
        try:
            found = search(FolderReader(site, code), query, limit)
        except DamagedIndexError as problem:
            text = localize("search.damaged", language, path=f"site/{problem}")
            hint = localize("search.rebuild", language)
            print(error_text(CommandError(text, hint), language), file=sys.stderr)
            click.get_current_context().exit(1)
        results = _shown(found, site, settings)
    if form == "json":
        print(as_json(query, code, found, results))
    else:
        print("\n".join(text_lines(query, found, results, language)))


def _edition(site: Rooted, settings: Settings, chosen: str | None, language: Language) -> str:
    """Return the code of the edition to search: the chosen one, or that of the site's language."""
    known = editions(site)
    if not known and not settings.search:
        raise CommandError(localize("search.off", language), localize("search.off.hint", language))
    if not known:
        raise CommandError(localize("search.no-index", language), localize("search.build", language))
    code = chosen or settings.language
    if code not in known:
        raise CommandError(
            localize("search.no-edition", language, edition=code),
            localize("search.editions", language, editions=", ".join(known)),
        )
    return code


def _shown(found: Found, site: Rooted, settings: Settings) -> list[Shown]:
    marks = marks_of(found.words)
    return [
        Shown(
            row.title,
            settings.base_url + row.url,
            row.date,
            row.section,
            excerpt(page_at(site, row.url), marks) or row.summary,
        )
        for row in found.rows
    ]


def _complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    project = find_project()
    if project is None or not os.path.isdir(project.file("site")):
        return []
    with Rooted(project.file("site")) as site:
        return [code for code in editions(site) if code.startswith(incomplete)]

"""`blog list`: pages with their state, or tags, categories, series and authors with page counts."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import NamedTuple

import click

from byeoru.base.catalogue import Language, localize
from byeoru.cli.console import width
from byeoru.cli.localized import localized_command
from byeoru.cli.progress import Listener
from byeoru.cli.project import require_project
from byeoru.model.content import Document
from byeoru.model.project import Profile

# Why a page is not in the lists of the site; also arguments of `blog list`.
STATES = ("drafts", "private", "future", "expired", "unlisted")
_NAMES: dict[str, Callable[[Document], tuple[str, ...]]] = {
    "tags": lambda document: document.tags,
    "categories": lambda document: document.categories,
    "series": lambda document: (document.series,),
    "authors": lambda document: document.authors,
}
KINDS = ("posts", "notes", "pages", *STATES, *_NAMES)
_TITLE = 40  # columns at most, so that paths are aligned


class Row(NamedTuple):
    """A page in a list."""

    date: str  # ISO 8601, "" for none
    title: str
    path: str
    state: str  # one of STATES, "" if the page is public and listed


def command(language: Language) -> click.Command:
    """Return the command, with help in *language*."""
    return localized_command(
        language,
        "list",
        lambda what, form: print_list(language, what, as_json=form == "json"),
        click.Argument(["what"], type=click.Choice(KINDS), default="posts", metavar=localize("metavar.what", language)),
        click.Option(
            ["--format", "form"],
            type=click.Choice(["text", "json"]),
            default="text",
            help=localize("help.list.format", language),
        ),
    )


def print_list(language: Language, what: str, *, as_json: bool) -> None:
    """Print one line per page or term."""
    documents = _documents(language)
    if what in _NAMES:
        counts = _counts(documents, what)
        listed = [{"name": name, "count": count} for name, count in counts]
        lines = [f"{count:>5}  {name}" for name, count in counts]
    else:
        rows = _rows(documents, what)
        listed = [row._asdict() for row in rows]
        lines = _aligned(rows, language)
    print(json.dumps(listed, ensure_ascii=False) if as_json else "\n".join(lines) or localize("list.none", language))


def _documents(language: Language) -> tuple[Document, ...]:
    from byeoru.session import session

    project = require_project(language)
    listener = Listener(language, draws=False)
    with session(project, Profile("site", project.file("site")), listener) as builds:
        return builds.documents()


def _rows(documents: Iterable[Document], what: str) -> list[Row]:
    """Return the pages of a section or in a state, newest first; pages without a date come last, sorted by path."""
    rows = [_row(document, datetime.now(UTC)) for document in documents if what in {document.meta.section, *STATES}]
    if what in STATES:
        rows = [row for row in rows if row.state == what]
    return sorted(sorted(rows, key=lambda row: row.path), key=lambda row: row.date, reverse=True)


def _row(document: Document, now: datetime) -> Row:
    is_future = document.meta.date is not None and document.meta.date > now
    is_expired = document.meta.expires is not None and document.meta.expires <= now
    states = zip(
        STATES, (document.meta.draft, document.meta.private, is_future, is_expired, document.is_unlisted), strict=True
    )
    date = document.meta.date.isoformat() if document.meta.date else ""
    return Row(date, document.meta.title, document.path, next((state for state, is_set in states if is_set), ""))


def _aligned(rows: list[Row], language: Language) -> list[str]:
    title_width = min(max((width(row.title) for row in rows), default=0), _TITLE)
    lines = []
    for row in rows:
        title = row.title + " " * (title_width - width(row.title))
        state = f"  [{localize(f'list.{row.state}', language)}]" if row.state else ""
        lines.append(f"{row.date[:16].replace('T', ' '):16}  {title}  {row.path}{state}")
    return lines


def _counts(documents: Iterable[Document], what: str) -> list[tuple[str, int]]:
    """Return the terms of a taxonomy with their page counts, largest first."""
    counts = Counter(name for document in documents for name in _NAMES[what](document) if name)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))

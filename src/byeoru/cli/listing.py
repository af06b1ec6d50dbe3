"""`blog list`: pages with their state, terms with page counts, or links and notes that need attention."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import click

from byeoru.base.catalogue import Language, localize
from byeoru.cli.console import width
from byeoru.cli.link_lists import KINDS as LINKS
from byeoru.cli.link_lists import MENTIONS, ORPHANS, lines_of, link_problems, mentioned, orphans, rows_of
from byeoru.cli.localized import CommandError, localized_command, localized_option
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
KINDS = ("posts", "notes", "pages", *STATES, *_NAMES, *LINKS)
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
        lambda what, note, form, link: print_list(language, what, note, as_json=form == "json", links=link),
        click.Argument(["what"], type=click.Choice(KINDS), default="posts", metavar=localize("metavar.what", language)),
        click.Argument(["note"], default="", metavar=localize("metavar.note", language)),
        click.Option(
            ["--format", "form"],
            type=click.Choice(["text", "json"]),
            default="text",
            help=localize("help.list.format", language),
        ),
        localized_option(language, "list", "link", is_flag=True),
    )


def print_list(language: Language, what: str, note: str, *, as_json: bool, links: bool) -> None:
    """Print one line per page, term, problem or mention; *note* and *links* are only of mentions."""
    if what == MENTIONS:
        _print_mentions(language, note, as_json=as_json, links=links)
        return
    if note or links:
        text = localize("list.only-mentions", language, what=what)
        raise CommandError(text, localize("list.only-mentions.hint", language))
    if what in LINKS and what != ORPHANS:
        problems = link_problems(language, what)
        _print(rows_of(problems), lines_of(problems, language), language, as_json=as_json)
        return
    documents = orphans(language) if what == ORPHANS else _documents(language)
    if what in _NAMES:
        counts = _counts(documents, what)
        listed = [{"name": name, "count": count} for name, count in counts]
        lines = [f"{count:>5}  {name}" for name, count in counts]
    else:
        rows = _rows(documents, what)
        listed = [row._asdict() for row in rows]
        lines = _aligned(rows, language)
    _print(listed, lines, language, as_json=as_json)


def _print_mentions(language: Language, note: str, *, as_json: bool, links: bool) -> None:
    found = mentioned(language, note, writes=links)
    rows = [
        {"path": one.location.path, "line": one.location.line, "words": one.words, "note": one.note} for one in found
    ]
    lines = [f"{one.location}: {one.words} → {one.note}" for one in found]
    _print(rows, lines, language, as_json=as_json)
    if links and not as_json:
        files = len({one.location.path for one in found})
        print(localize("list.linked", language, links=len(found), files=files))


def _print(rows: Sequence[Mapping[str, object]], lines: Iterable[str], language: Language, *, as_json: bool) -> None:
    print(json.dumps(rows, ensure_ascii=False) if as_json else "\n".join(lines) or localize("list.none", language))


def _documents(language: Language) -> tuple[Document, ...]:
    from byeoru.session import session

    project = require_project(language)
    listener = Listener(language, draws=False)
    with session(project, Profile("site", project.file("site")), listener) as builds:
        return builds.documents()


def _rows(documents: Iterable[Document], what: str) -> list[Row]:
    """Return the pages of a section or in a state, newest first; pages without a date come last, sorted by path."""
    rows = [
        _row(document, datetime.now(UTC)) for document in documents if what in {document.meta.section, *STATES, ORPHANS}
    ]
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

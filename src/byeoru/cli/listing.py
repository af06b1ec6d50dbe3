"""`blog list`: drafts, posts of the future, tags."""

from collections import Counter
from datetime import UTC, datetime

import click

from byeoru.base.messages import Language, say
from byeoru.cli.place import need_project
from byeoru.cli.progress import Listener
from byeoru.cli.worded import worded
from byeoru.model.content import Document
from byeoru.model.project import Profile, Waiting


def command(language: Language) -> click.Command:
    """Return the command, worded in *language*."""
    what = click.Argument(["what"], type=click.Choice(["drafts", "future", "tags"]))
    return worded(language, "list", lambda what: print_list(language, what), what)


def print_list(language: Language, what: str) -> None:
    """Print one line for each thing: what it is called and where it lies."""
    from byeoru.build import read_documents
    from byeoru.front_door import looked_at
    from byeoru.graph.visible import visible

    project = need_project(language)
    listener = Listener(language, draws=False)
    with looked_at(project, Profile("site", project.file("site")), listener) as (scan, cache):
        documents = read_documents(project, scan, cache, listener)
    if what == "tags":
        lines = _tags(documents)
    else:
        shown = visible(documents, datetime.now(UTC), drafts=False, future=False)
        lines = _pages(shown.drafts if what == "drafts" else shown.future)
    print("\n".join(lines) or say("list.none", language))


def _pages(pages: tuple[Waiting, ...]) -> list[str]:
    return [f"{page.date[:16].replace('T', ' ')}  {page.title}  {page.path}".strip() for page in pages]


def _tags(documents: tuple[Document, ...]) -> list[str]:
    counts = Counter(tag for document in documents for tag in document.tags)
    return [f"{count:>5}  {tag}" for tag, count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))]

"""`blog list orphans`, `broken`, `ambiguous`, `private-links`: what there is to tend among the links of a site.

In:  the site as it would be built.
Out: rows and lines.
Must not: build it; none of this is ever published.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from byeoru.base.catalogue import Language, localize
from byeoru.base.diagnostic import Diagnostic
from byeoru.base.problem_text import message_of
from byeoru.cli.localized import CommandError
from byeoru.cli.progress import Listener
from byeoru.cli.project import require_project
from byeoru.model.content import Document
from byeoru.model.project import Profile

if TYPE_CHECKING:
    from byeoru.connected import Connected
    from byeoru.inspection import Inspection
    from byeoru.renaming.mentions import Mentioned

T = TypeVar("T")

# The codes of the problems that each list shows.
_CODES = {
    "broken": frozenset(
        {"missing-note", "missing-picture", "broken-link", "no-such-heading", "no-such-block", "dead-anchor"}
    ),
    "ambiguous": frozenset({"ambiguous-link", "very-ambiguous-link"}),
    "private-links": frozenset({"unpublished-link"}),
}
ORPHANS = "orphans"
MENTIONS = "mentions"
KINDS = (ORPHANS, *_CODES, MENTIONS)


def orphans(language: Language) -> tuple[Document, ...]:
    """Return the notes that no other page refers to."""
    return _of_site(language, lambda site: tuple(_orphans(site)))


def link_problems(language: Language, what: str) -> list[Diagnostic]:
    """Return the problems of one kind with links, in the order of paths and lines."""
    codes = _CODES[what]

    def found(site: "Connected") -> list[Diagnostic]:
        problems = (problem for path in site.broken for problem in site.broken[path])
        return sorted((one for one in problems if one.code in codes), key=lambda one: one.location)

    return _of_site(language, found)


def mentioned(language: Language, note: str, *, writes: bool) -> "list[Mentioned]":
    """Return the places where texts name *note*, or any note, without a link; or make them links, and return these."""
    from byeoru.renaming.mentions import link, mentions, names_of

    def found(project: "Inspection") -> "list[Mentioned]":
        documents = project.premises.documents.values()
        wanted = {one.path for one in documents if note and (note == one.path or note in names_of(one))}
        if note and not wanted:
            raise CommandError(localize("list.no-note", language, name=note), localize("list.no-note.hint", language))
        listed = mentions(project, wanted)
        return link(project, listed) if writes else listed

    return _inspected(language, found)


def lines_of(problems: Iterable[Diagnostic], language: Language) -> Iterator[str]:
    """Yield a line for each problem, which an editor can open."""
    return (f"{problem.location}: {message_of(problem, language)}" for problem in problems)


def rows_of(problems: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Return problems for programs."""
    return [
        {
            "path": problem.location.path,
            "line": problem.location.line,
            "column": problem.location.column,
            "code": problem.code,
            "about": dict(problem.arguments),
        }
        for problem in problems
    ]


def _orphans(site: "Connected") -> Iterator[Document]:
    from byeoru.model.facts import Facts

    graph, facts = site.results.site.links, Facts(site.results.site, site.results.theme)
    dated = {section.name for section in site.results.site.settings.sections if section.is_dated}
    for page in site.results.site.pages:
        document = page.document
        is_note = document.meta.section not in dated | {"pages"} and not document.is_unlisted
        is_linked = any(ref.path != document.path for ref in graph.incoming.get(document.path, ()))
        if is_note and not is_linked and page.summary.address not in facts.introduced:
            yield document


def _of_site(language: Language, look: Callable[["Connected"], T]) -> T:
    return _inspected(language, lambda found: look(found.connected()))


def _inspected(language: Language, look: Callable[["Inspection"], T]) -> T:
    from byeoru.session import session

    project = require_project(language)
    with session(project, Profile("site", project.file("site")), Listener(language, draws=False)) as builds:
        return builds.inspect(datetime.now(UTC), look)

"""Connect all documents into one site: the whole of stage 2.

In:  the documents that a reader may see, the files beside them, the settings.
Out: ``Site``, and what only the whole can tell: broken references.
Must not: touch bodies; metadata is enough, and therefore this is done for every build.
"""

import posixpath
import sys
from collections.abc import Callable

from byeoru.base.diagnostic import Diagnostic, Outcome
from byeoru.graph.files import files_of
from byeoru.graph.groups import Terms, group
from byeoru.graph.links import Places, Resolve
from byeoru.graph.permalinks import GENERATED, addresses
from byeoru.model.content import Document
from byeoru.model.settings import Settings
from byeoru.model.site import Page, PageRef, Site, Term


def connect(
    documents: tuple[Document, ...],
    hidden: tuple[Document, ...],
    files: dict[str, str],
    settings: Settings,
    resolve: Resolve,
) -> Outcome[Site]:
    """Give every document its place: an address, terms, neighbours, and targets for its references.

    *hidden* are drafts and posts of the future, whose bundles stay unpublished; *files* are the digests of what
    is published and not Markdown, by path; *resolve* finds where the references of a document lead.
    """
    placed, problems = addresses(documents, settings)
    shown = tuple(document for document in documents if document.path in placed)
    terms = Terms(document for document in shown if not document.is_unlisted)
    refs = {document.path: _ref(document, placed[document.path], terms) for document in shown}
    order = sorted((document for document in shown if not document.is_unlisted), key=_newest_first)
    members = {placed[one.path]: refs[one.path].tags + refs[one.path].series + refs[one.path].category for one in order}
    parts = {placed[one.path]: _place_in_series(one) for one in order if one.series}
    groups = group(members, parts)
    copies, left_out = files_of(files, shown, hidden, placed, GENERATED)
    sections = (f"/{section.name}/" for section in settings.sections if not section.is_dated)
    others = (*GENERATED, *sections, *(one.term.address for one in groups))
    places = Places(placed, {file.path: file.address for file in copies}, others, _folders(shown, refs))
    dated = {section.name for section in settings.sections if section.is_dated}
    posts = tuple(placed[document.path] for document in order if document.section in dated)
    pages, broken = _pages(shown, placed, refs, posts, lambda one: resolve(one, placed[one.path], places))
    redirects = tuple((old, one.path) for one in shown for old in _old_addresses(one, placed[one.path]))
    return Outcome(Site(settings, pages, posts, groups, redirects, copies), problems + left_out + broken)


def _old_addresses(document: Document, address: str) -> tuple[str, ...]:
    """Return the addresses that redirect to a page, each as one that a static host can answer, and not its own."""
    pages = (old if old.endswith("/") or "." in old.rpartition("/")[2] else old + "/" for old in document.aliases)
    return tuple(old for old in dict.fromkeys(pages) if old != address)


def _newest_first(document: Document) -> tuple[float, str]:
    """Order by date, newest first; what has none comes last; the path decides between equals."""
    return (-document.date.timestamp() if document.date else float("inf"), document.path)


def _place_in_series(document: Document) -> tuple[int, float]:
    """Order the parts of a series: by their numbers, those without one behind, the oldest first."""
    return (document.series_order or sys.maxsize, document.date.timestamp() if document.date else float("inf"))


def _ref(document: Document, address: str, terms: Terms) -> PageRef:
    listed: tuple[tuple[Term, ...], tuple[Term, ...], tuple[Term, ...]] = ((), (), ())
    if not document.is_unlisted:
        listed = (terms.tags(document), terms.series(document), terms.category(document))
    return PageRef(
        address,
        document.title,
        document.date,
        document.updated,
        document.summary,
        *listed,
        document.language,
        document.section,
        document.is_draft,
        document.is_pinned,
        document.minutes,
    )


def _pages(
    shown: tuple[Document, ...],
    placed: dict[str, str],
    refs: dict[str, PageRef],
    posts: tuple[str, ...],
    resolve: Callable[[Document], Outcome[tuple[str, ...]]],
) -> Outcome[tuple[Page, ...]]:
    neighbours = {
        address: (posts[at + 1] if at + 1 < len(posts) else "", posts[at - 1] if at else "")
        for at, address in enumerate(posts)
    }
    pages = []
    problems: list[Diagnostic] = []
    for document in shown:
        address = placed[document.path]
        targets, broken = resolve(document)
        problems.extend(broken)
        pages.append(Page(document, refs[document.path], targets, *neighbours.get(address, ("", ""))))
    return Outcome(tuple(pages), tuple(problems))


def _folders(shown: tuple[Document, ...], refs: dict[str, PageRef]) -> dict[str, str]:
    """Find the page of a category by the folder that gave it its name: `[Java](../java)` is a link to a folder."""
    found: dict[str, str] = {}
    seen = set()
    for document in shown:
        folder = posixpath.dirname(posixpath.dirname(document.path) if document.is_bundle else document.path)
        terms = refs[document.path].category
        if folder in seen or not terms or document.category != document.folder:
            continue
        seen.add(folder)
        if f"/{folder}".endswith(f"/{document.folder}"):
            for term in reversed(terms):
                found.setdefault(folder, term.address)
                folder = posixpath.dirname(folder)
    return found

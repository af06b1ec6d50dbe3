"""Connect all documents into one site: the whole of stage 2.

In:  the visible documents, the other files, the settings.
Out: ``Site``, and problems that only the whole site shows, such as broken links.
Must not: read bodies; metadata is enough, so this runs in every build.
"""

import posixpath
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from byeoru.base.diagnostic import Diagnostic, Outcome
from byeoru.base.paths import encode
from byeoru.graph.aliases import usable_aliases
from byeoru.graph.attachments import published_attachments
from byeoru.graph.files import files_of
from byeoru.graph.groups import Terms, group, tag_address
from byeoru.graph.link_index import LinkIndex
from byeoru.graph.links import Resolve
from byeoru.graph.names import Names
from byeoru.graph.patterns import address_of
from byeoru.graph.permalinks import addresses
from byeoru.graph.redirects import redirects
from byeoru.graph.translations import edition_of, translations
from byeoru.graph.variants import Variants, variants, warnings_of
from byeoru.model.content import TAGGED, Document
from byeoru.model.metadata import Metadata
from byeoru.model.reserved import Reserved
from byeoru.model.settings import Settings
from byeoru.model.site import PRIVATE, Edition, Page, PageSummary, Resolved, Site, newest_first
from byeoru.model.taxonomies import AUTHOR, CATEGORY, SERIES, TAG


def connect(
    documents: tuple[Document, ...],
    hidden: tuple[Document, ...],
    files: dict[str, str],
    sizes: Mapping[str, tuple[int, int]],
    settings: Settings,
    resolve: Resolve,
    reserved: Reserved,
) -> Outcome[Site]:
    """Assign each document its address, terms, neighbours, and targets of its references.

    *hidden* are pages that are not published, nor files that only they show; *files* are the digests of all other
    files by path, *sizes* those of images; *resolve* returns the targets of the references of a document;
    *reserved* are the addresses of generated pages.
    """
    by_path, problems = addresses(documents, settings, reserved)
    shown = tuple(document for document in documents if document.path in by_path)
    others, strays = translations(shown, by_path)
    codes = _codes(shown, others, settings.language)
    terms = Terms(
        ((document, codes[document.path]) for document in shown if not document.is_unlisted),
        {author.id: author.name for author in settings.authors},
    )
    summaries = {
        document.path: _summary(document, by_path[document.path], codes[document.path], terms) for document in shown
    }
    order = sorted((document for document in shown if not document.is_unlisted), key=newest_first)
    positions = {by_path[document.path]: _position_in_series(document) for document in order if document.series}
    members = {by_path[document.path]: terms.listing(document, codes[document.path]) for document in order}
    groups = group(members, positions)
    editions = _editions(order, by_path, codes, settings)
    generated = reserved.addresses(edition.code for edition in editions)
    copies, left_out = files_of(files, sizes, shown, hidden, by_path, generated, settings.origin.program)
    undated = [section.name for section in settings.sections if not section.is_dated]
    sections = reserved.section_addresses((edition.code, name) for edition in editions for name in undated)
    other_addresses = (*generated, *sections, *(entry.term.address for entry in groups))
    copied = {file.path: file.address for file in copies}
    aliases, unusable = usable_aliases(shown, by_path, other_addresses)
    old, moves = redirects(shown, by_path, (*other_addresses, *copied.values()), aliases, settings)
    moved = {address: by_path[path] for address, path in old}
    names = Names(shown, by_path, copied, "names:")
    hidden_names = Names(hidden, addresses(hidden, settings, reserved).value, scope="hidden-names:")
    folders, program = _folders(shown, summaries), settings.origin.program
    index = LinkIndex(by_path, copied, other_addresses, folders, moved, settings.sites, program, names, hidden_names)
    follow = partial(_followed, resolve, by_path, index)
    pages, broken = _pages(shown, by_path, summaries, editions, others, follow, settings)
    alike = variants(terms.spellings)
    hints = warnings_of(alike, order, codes)
    shown_by_hidden = _shown_by(hidden, index, resolve, settings)
    published, doubtful = published_attachments(copies, pages, shown_by_hidden, settings)
    by_source = {page.document.path: page for page in pages}
    site = Site(settings, by_source, editions, groups, old, published, reserved.common, moves, doubtful)
    listed = tuple([by_path[document.path] for document in order])
    site = replace(site, listed=listed, variants=_with_variants(alike, terms))
    return Outcome(site, (*problems, *strays, *left_out, *broken, *unusable, *hints))


def _with_variants(alike: Variants, terms: Terms) -> tuple[tuple[str, str], ...]:
    """Return the edition and the name of each tag that another is, or may be, a spelling of."""
    alike = [*alike, *((edition, {*names}) for (edition, _, _), names in terms.spellings.items() if len(names) > 1)]
    return tuple(sorted({(edition, name) for edition, names in alike for name in names}))


def _codes(shown: tuple[Document, ...], others: dict[str, tuple[str, ...]], main: str) -> dict[str, str]:
    """Return the code of the edition of each document, by its path."""
    languages = {document.path: document.meta.language for document in shown}
    return {document.path: edition_of(document, others.get(document.path, ()), languages, main) for document in shown}


def _editions(
    order: list[Document], by_path: dict[str, str], codes: dict[str, str], settings: Settings
) -> tuple[Edition, ...]:
    """Return the editions with listed pages and their posts, that in the language of the site first."""
    dated = {section.name for section in settings.sections if section.is_dated}
    posts: dict[str, list[str]] = {"": []}
    for document in order:
        listed = posts.setdefault(codes[document.path], [])
        if document.meta.section in dated:
            listed.append(by_path[document.path])
    return tuple(Edition(code, code or settings.language, tuple(listed)) for code, listed in sorted(posts.items()))


def _position_in_series(document: Document) -> tuple[int, float]:
    """Order the parts of a series by number, those without one last; then oldest first."""
    date = document.meta.date
    return (document.series_order or sys.maxsize, date.timestamp() if date else float("inf"))


def _summary(document: Document, address: str, edition: str, terms: Terms) -> PageSummary:
    listed = {} if document.is_unlisted else terms.of(document, edition)
    return PageSummary(
        address=address,
        meta=document.meta,
        tags=listed.get(TAG.name, ()),
        series=listed.get(SERIES.name, ()),
        category=listed.get(CATEGORY.name, ()),
        edition=edition,
        authors=listed.get(AUTHOR.name, ()),
        cover=document.cover,
    )


def _followed(resolve: Resolve, by_path: dict[str, str], index: LinkIndex, document: Document) -> Outcome[Resolved]:
    return resolve(document, by_path[document.path], index)


def _pages(
    shown: tuple[Document, ...],
    by_path: dict[str, str],
    summaries: dict[str, PageSummary],
    editions: tuple[Edition, ...],
    others: dict[str, tuple[str, ...]],
    resolve: Callable[[Document], Outcome[Resolved]],
    settings: Settings,
) -> Outcome[tuple[Page, ...]]:
    neighbours = {
        address: (posts[at + 1] if at + 1 < len(posts) else "", posts[at - 1] if at else "")
        for posts in (edition.posts for edition in editions)
        for at, address in enumerate(posts)
    }
    pages = []
    problems: list[Diagnostic] = []
    for document in shown:
        path = document.path
        resolved, broken = resolve(document)
        problems.extend(broken)
        older, newer = neighbours.get(by_path[path], ("", ""))
        translated = tuple(by_path[other] for other in others.get(path, ()))
        pages.append(with_targets(Page(document, summaries[path], (), older, newer, translated), resolved, settings))
    return Outcome(tuple(pages), tuple(problems))


def with_targets(page: Page, resolved: Resolved, settings: Settings) -> Page:
    """Return *page* with what all slots of its document lead to; the last can be its cover."""
    targets, labels = _with_tags(resolved.targets, page.summary), resolved.labels
    page = page._replace(targets=targets, labels=labels)
    if page.document.has_cover_slot:
        page = page._replace(targets=targets[:-1], summary=page.summary._replace(cover=targets[-1]))
    if settings.private_links == "hide" and PRIVATE in targets:
        return page._replace(summary=page.summary._replace(meta=_without_private_labels(page)))
    return page


def _without_private_labels(page: Page) -> Metadata:
    """Return the metadata of a page whose summary does not repeat the bare links to hidden pages in its text."""
    meta = page.document.meta
    summary = meta.summary
    for slot, label in page.labels:
        if slot < len(page.targets) and page.targets[slot] == PRIVATE and label:
            summary = summary.replace(label, "")
    return meta._replace(summary=" ".join(summary.split()))


def _with_tags(targets: tuple[str, ...], summary: PageSummary) -> tuple[str, ...]:
    """Return *targets* with the addresses of the tags in the text of a page; one that is not listed has none."""
    if not any(target.startswith(TAGGED) for target in targets):
        return targets
    listed = {term.address for term in summary.tags}
    return tuple(
        (
            encode(address)
            if (address := tag_address(target.removeprefix(TAGGED), summary.edition)) in listed
            else PRIVATE
        )
        if target.startswith(TAGGED)
        else target
        for target in targets
    )


def _shown_by(hidden: tuple[Document, ...], index: LinkIndex, resolve: Resolve, settings: Settings) -> Iterator[str]:
    """Yield the targets of the references of *hidden* pages."""
    for document in hidden:
        yield from resolve(document, address_of(document, settings)[0], index).value.targets


def _folders(shown: tuple[Document, ...], summaries: dict[str, PageSummary]) -> dict[str, str]:
    """Find the page of a category by the folder that it is named after: `[Java](../java)` links to a folder."""
    addresses_by_folder: dict[str, str] = {}
    seen = set()
    for document in shown:
        folder = posixpath.dirname(posixpath.dirname(document.path) if document.is_bundle else document.path)
        terms = summaries[document.path].category
        if folder in seen or not terms or document.categories != (document.folder,):
            continue
        seen.add(folder)
        if f"/{folder}".endswith(f"/{document.folder}"):
            for term in reversed(terms):
                addresses_by_folder.setdefault(folder, term.address)
                folder = posixpath.dirname(folder)
    return addresses_by_folder

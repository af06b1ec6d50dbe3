"""Site state derived from everything except document bodies: the site, its theme, its outputs, the results of queries.

In:  the documents, the digests of all other files, the settings, the time, and the site of an earlier build.
Out: ``Connected``; after an edit that changed only texts and words of metadata, the previous one with these.
Must not: read a body.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import NamedTuple

from byeoru.appearance import Appearance, appearance
from byeoru.base.codec import to_plain
from byeoru.base.derived import Derived, derive
from byeoru.base.diagnostic import Diagnostic, Outcome
from byeoru.base.digest import digest_of
from byeoru.base.parallel import Workers
from byeoru.cache.documents import Documents
from byeoru.cache.links import Links
from byeoru.cache.memo import Memos
from byeoru.cache.tables import Tables
from byeoru.discover.commit_dates import dated
from byeoru.discover.layout import Digests, published_files
from byeoru.graph.attachments import shows_same_attachments
from byeoru.graph.embeds import Unfilled, check_embeds
from byeoru.graph.link_index import LinkIndex
from byeoru.graph.links import resolve
from byeoru.graph.references import Mark, link_graph, links_since, references
from byeoru.graph.retagged import is_retagged, retagged
from byeoru.graph.site import connect, with_targets
from byeoru.graph.visible import Hidden, visible
from byeoru.index.segments import IndexLayout, layouts
from byeoru.model.changed_names import names_changed
from byeoru.model.content import Document, Slot
from byeoru.model.output import Output
from byeoru.model.project import Profile, Project
from byeoru.model.queries import QUERIES
from byeoru.model.results import Results
from byeoru.model.search import SearchIndex
from byeoru.model.settings import Settings
from byeoru.model.site import Page, Resolved
from byeoru.premises import Premises, SiteInputs, pictures_of, shape_of
from byeoru.render.kinds import KINDS, RESERVED
from byeoru.render.plan import replanned


class Connected(NamedTuple):
    """A site, and the values that are derived with it."""

    inputs: SiteInputs
    revision: int  # of the texts of its documents
    hidden: Hidden
    due: datetime | None  # when a page becomes public, or stops being so
    results: Results
    layouts: tuple[IndexLayout, ...]  # of the search index
    shape: str  # of sites that differ only in texts, words and tags, and in files that are not published
    appearance: Appearance
    lasting_problems: tuple[Diagnostic, ...]  # that no edit of a text or a word changes
    broken: Mapping[str, tuple[Diagnostic, ...]]  # problems with the targets of links, by path of the document
    since: datetime
    links: Links[LinkIndex]
    unfilled: Unfilled
    withheld: int  # attachments that no visible page shows
    templates: frozenset[str]  # that front matter names
    pictures: Derived[Digests, tuple[Mapping[str, tuple[int, int]], list[Diagnostic]]]

    @property
    def outputs(self) -> tuple[Output, ...]:
        """Return the outputs of the site."""
        return self.appearance.outputs.value

    @property
    def look(self) -> str:
        """Return a digest of all inputs except texts, words and tags."""
        return self.appearance.signature

    @property
    def signature(self) -> str:
        """Return a digest of all inputs except texts and words."""
        return digest_of([self.appearance.signature, *self.inputs.documents])

    def with_files(self, project: Project, premises: Premises, inputs: SiteInputs, memos: Memos) -> "Connected | None":
        """Return a copy with today's theme and other files that are not published; None if more of *inputs* differs."""
        old, new = self.inputs, inputs
        if old._replace(files={}) != new._replace(files={}) or published_files(old.files) != published_files(new.files):
            return None
        site, scan, settings = self.results.site.read_whole(), premises.scan, premises.settings  # for most pages
        looks = appearance(project, scan, settings, new.files, site, self.templates, self.shape, memos, self.appearance)
        results = Results(site, looks.theme.value.value, QUERIES)
        results.summary_digests = self.results.summary_digests
        return self._replace(inputs=new, appearance=looks, results=results)

    def with_tags(self, inputs: SiteInputs, documents: Documents) -> "Connected | None":
        """Return a copy in which today's *documents* have their tags, but no other texts; None if more has changed."""
        site = self.results.site
        if (
            self.inputs._replace(documents=inputs.documents) != inputs
            or self.inputs.documents[0] != inputs.documents[0]
        ):
            return None
        known = {path: documents.known(path).value for path in documents.changed_since(self.revision)}
        edited = dated(filter(None, known.values()), inputs.commit_times, site.settings)
        if len(edited) < len(known) or not known.keys() <= site.by_source.keys():
            return None
        if not all(is_retagged(site.by_source[document.path].document, document) for document in edited):
            return None
        tagged = retagged(site, edited)
        if tagged is None:
            return None
        theme = self.appearance.theme.value.value
        looks = self.appearance._replace(outputs=replanned(self.appearance.outputs, tagged, theme, KINDS))
        results = Results(tagged, theme, QUERIES)
        results.summary_digests = self.results.summary_digests.after(site, tagged, names_changed(tagged, site))
        return self._replace(inputs=inputs, appearance=looks, results=results)

    def with_texts(self, tables: Tables, now: datetime, *, leaves_index: bool) -> "Connected | None":
        """Return a copy with the texts and words of today's documents, and the links and search index of these.

        Return None if other pages could be affected in another way: a post is due or expires; or if the search index
        needs other files, or the site other attachments.
        """
        documents, site = tables.documents, self.results.site
        if now < self.since or (self.due is not None and self.due <= now):
            return None
        paths = documents.changed_since(self.revision)
        if any(document.path in paths for document in self.hidden.documents):
            return None  # which attachments are published depends on the references of hidden pages
        changed = [
            document
            for path in paths
            if path in site.by_source and (document := documents.known(path).value) is not None
        ]
        changed = dated(changed, self.inputs.commit_times, site.settings)
        search = _search(self.layouts, tables, Workers(1), leaves_index=leaves_index)
        if search.layout != site.search.layout:
            return None
        return self._relinked(changed, search, tables)

    def _relinked(self, edited: list[Document], search: SearchIndex, tables: Tables) -> "Connected | None":
        """Take *edited* documents with their links, and the links of others to titles and headings that changed."""
        documents, site, paths = tables.documents, self.results.site, {document.path for document in edited}
        known = [(document, site.by_source[document.path].document) for document in edited]
        renamed = [document for document, old in known if document.meta.title != old.meta.title]
        referring = self.links.with_changed_headings(paths) | self.links.with_changed_titles(renamed)
        linking = sorted(referring - paths)
        pages, broken = [], dict(self.broken)
        for document in (*edited, *(site.by_source[path].document for path in linking if path in site.by_source)):
            old = site.by_source[document.path]
            targets, broken[document.path] = self.links.resolved(document, old.summary.address)
            summary = old.summary._replace(meta=document.meta)
            page = with_targets(old._replace(document=document, summary=summary), targets, site.settings)
            if not page.summary.is_listed_like(old.summary) or not shows_same_attachments(site, old, page):
                return None
            pages.append(page)
        refs = {page.document.path: references(page, partial(_marks_of, documents), site.by_target) for page in pages}
        before, unfilled = site, self.unfilled
        site = before.with_pages(pages, before.links.replaced(refs), search)
        parts = tables.parts.after(site, before, refs)
        if parts is not before.parts:
            site = site.with_parts(parts)
            unfilled = unfilled.after(site, refs, partial(_slots_of, documents))
        self.results.take(site)
        return self._replace(revision=documents.revision, broken=broken, unfilled=unfilled)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """Return the problems of the site: those that texts cannot change first, then those of links by page."""
        looks, (_, of_pictures) = self.appearance, self.pictures.value
        lasting = (
            *looks.theme.value.problems,
            *looks.unused,
            *of_pictures,
            *looks.secrets.value,
            *self.lasting_problems,
        )
        of_links = (problem for _, problems in sorted(self.broken.items()) for problem in problems)
        return (*lasting, *looks.outputs.problems, *of_links, *self.unfilled.problems)


def connected(
    project: Project,
    profile: Profile,
    premises: Premises,
    tables: Tables,
    before: Connected | None,
    workers: Workers,
) -> Connected:
    """Connect documents and files to a site, and reuse values of the site *before* that are still valid."""
    settings = to_plain(Settings)(premises.settings)
    inputs = SiteInputs(premises.signature, settings, premises.commit_times, premises.files)
    if before is not None:
        alike = before if before.inputs == inputs else before.with_tags(inputs, tables.documents)
        alike = alike or before.with_files(project, premises, inputs, tables.memos)
        site = alike and alike.with_texts(tables, premises.now, leaves_index=premises.leaves_index)
        if site is not None:
            return site
    site = _connected(project, profile, premises, inputs, tables, before, workers)
    if before is not None:
        site.results.reuse_valid(before.results)
    return site


def _connected(
    project: Project,
    profile: Profile,
    premises: Premises,
    inputs: SiteInputs,
    tables: Tables,
    before: Connected | None,
    workers: Workers,
) -> Connected:
    scan, settings, documents, _, times, files, now, leaves_index = premises
    everything = tuple(dated(documents.values(), times, settings))
    shown = visible(everything, now, drafts=profile.drafts, future=profile.future, private=profile.shows_private)
    published = published_files(files)
    memos = tables.memos
    pictures = derive(before and before.pictures, published, lambda: pictures_of(project, scan, published, memos))
    links = Links(tables.store, profile, tables.program, tables.documents, resolve, before.links if before else None)

    def resolved(document: Document, address: str, index: LinkIndex) -> Outcome[Resolved]:
        """Return where links lead; the problems stay with the links, as edits of texts change them."""
        return Outcome(links(document, address, index).value)

    site, problems = connect(
        shown.documents, shown.hidden.documents, published, pictures.value[0], settings, resolved, RESERVED
    )
    links.complete()
    copies = tuple([file._replace(length=scan.files[file.path].size) for file in site.files])
    site = replace(site, by_source=_shared(site.by_source, before), files=copies)
    searched = layouts(site)
    search = _search(searched, tables, workers, leaves_index=leaves_index)
    marks = partial(_marks_of, tables.documents)
    refs = links_since(before.results.site, site, marks) if before is not None else link_graph(site, marks)
    site = site.with_indexes(refs, search)
    site = site.with_parts(tables.parts.of(site))
    shape, templates = shape_of(premises, shown, site, published), _templates(shown.documents)
    old = before and before.appearance
    looks = appearance(project, scan, settings, files, site, templates, shape, tables.memos, old)
    return Connected(
        inputs,
        tables.documents.revision,
        shown.hidden,
        shown.due,
        Results(site, looks.theme.value.value, QUERIES),
        searched,
        shape,
        looks,
        tuple(problems),
        {path: broken for path, broken in links.problems.items() if path in site.by_source},
        now,
        links,
        check_embeds(site, partial(_slots_of, tables.documents)),
        len(published) - len(site.files),
        templates,
        pictures,
    )


def _shared(pages: Mapping[str, Page], before: Connected | None) -> Mapping[str, Page]:
    """Return *pages*, and of those that are as in the site *before* its own objects, which are the same at a look."""
    old = before.results.site.by_source if before is not None else {}
    return {path: old[path] if page == old.get(path) else page for path, page in pages.items()}


def _search(layouts: tuple[IndexLayout, ...], tables: Tables, workers: Workers, *, leaves_index: bool) -> SearchIndex:
    """Return the search index of today's texts; or, to leave it as it is, the one that is cached."""
    if leaves_index and tables.search.latest is not None:
        return tables.search.latest
    return tables.search.updated(layouts, tables.documents.key, workers)


def _templates(documents: Iterable[Document]) -> frozenset[str]:
    return frozenset([document.template for document in documents if document.template])


def _slots_of(documents: Documents, document: Document) -> tuple[Slot, ...]:
    return documents.slots(document.path, document.key)


def _marks_of(documents: Documents, page: Page) -> dict[int, Mark]:
    return documents.marks(page.document.path, page.document.key)

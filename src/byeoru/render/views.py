"""What templates see: the site's values with addresses ready to be written.

A view makes its queries through a ``Trace``, so that what a page shows is what it depends on.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property, lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from byeoru.base.paths import encode, is_external
from byeoru.model.content import Words
from byeoru.model.facts import Summaries
from byeoru.model.metadata import Metadata
from byeoru.model.queries import files, folders, links, pages, settings, taxonomies
from byeoru.model.services import Comments
from byeoru.model.site import Page, PageSummary
from byeoru.model.trace import Trace
from byeoru.render.bodies import Placement, body_html
from byeoru.render.embeds import BodyOf, Embeds
from byeoru.render.folder_views import CrumbView, FolderView, folder_views, way_to
from byeoru.render.plain_views import HeadingView, SourceView, TermView, term_view
from byeoru.render.property_views import PropertyView, property_views


def absolute(base_url: str, address: str) -> str:
    """Return the absolute address of a site path; the base URL may have a path in any script.

    >>> absolute("https://a.kr/노트", "/글/")
    'https://a.kr/%EB%85%B8%ED%8A%B8/%EA%B8%80/'
    """
    scheme, _, rest = base_url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host}{encode(slash + path)}{encode(address)}"


def absolute_of(base_url: str, base: str, url: str) -> str:
    """Return the absolute address of a *url* of a page, percent-encoded and below the *base* path; "" without one.

    >>> absolute_of("https://a.kr/노트", "/%EB%85%B8%ED%8A%B8", "/%EB%85%B8%ED%8A%B8/a.png")
    'https://a.kr/%EB%85%B8%ED%8A%B8/a.png'
    """
    return absolute(base_url, "") + url.removeprefix(base) if base_url else ""


def extra_view(text: str) -> dict[str, object]:
    """Return the values of `extra`."""
    values: dict[str, object] = json.loads(text) if text else {}
    return values


class SeriesView(NamedTuple):
    """The series that a page is part of."""

    name: str
    url: str
    number: int  # of this part, from 1
    items: "tuple[SummaryView, ...]"  # all parts

    @property
    def previous(self) -> "SummaryView | None":
        """The part before this one."""
        return self.items[self.number - 2] if self.number > 1 else None

    @property
    def next(self) -> "SummaryView | None":
        """The part after this one."""
        return self.items[self.number] if self.number < len(self.items) else None


class SummaryView:
    """A page as another page may show it: its metadata under the names of ``Metadata``, its address and its terms."""

    __slots__ = ("_base", "_summary")
    date: datetime | None  # as all metadata; declared, since lists are divided by it

    def __init__(self, summary: PageSummary, base: str) -> None:
        self._summary, self._base = summary, base

    def _digest_in(self, trace: Trace) -> str:
        """Return the digest of what it shows."""
        return trace.summary_digest(self._summary.address)

    @property
    def url(self) -> str:
        return self._base + encode(self._summary.address)

    @property
    def tags(self) -> tuple[TermView, ...]:
        return tuple(term_view(term, self._base) for term in self._summary.tags)

    @property
    def category(self) -> TermView | None:
        return term_view(self._summary.category[-1], self._base) if self._summary.category else None

    @property
    def breadcrumbs(self) -> tuple[TermView, ...]:
        return tuple(term_view(term, self._base) for term in self._summary.category)

    @property
    def authors(self) -> tuple[TermView, ...]:
        return tuple(term_view(term, self._base) for term in self._summary.authors)

    @property
    def cover(self) -> str:
        cover = self._summary.cover
        return cover if is_external(cover) or not cover else self._base + cover


for _name in Metadata._fields:
    setattr(SummaryView, _name, property(attrgetter(f"_summary.meta.{_name}")))


class SentenceView(NamedTuple):
    """A link in its sentence, as plain text; what does not end with the sentence is cut."""

    before: str
    label: str
    after: str


class BacklinkView(SummaryView):
    """A page that links to this one."""

    __slots__ = ("sentences",)

    def __init__(self, summary: PageSummary, base: str, sentences: tuple[SentenceView, ...]) -> None:
        super().__init__(summary, base)
        self.sentences = sentences


class BacklinksView(NamedTuple):
    """The pages that refer to this one, the last updated first."""

    pages: "tuple[BacklinkView, ...]"
    more: int  # besides these


class PageView(SummaryView):
    """A page as its own template shows it; other pages are queried only if the template uses them.

    Everything that takes longer than a lookup is cached, as some templates read it in every iteration of a loop.
    """

    def __init__(
        self,
        page: Page,
        body_of: BodyOf,
        trace: Trace,
        base: str,
        mentions: Mapping[str, Words] = MappingProxyType({}),
    ) -> None:
        super().__init__(page.summary, base)
        self._page, self._body_of, self._trace, self._mentions = page, body_of, trace, mentions
        self._body = body_of(page.document.path)

    @cached_property
    def body(self) -> Markup:
        placement = Placement(self._base, encode(self._summary.address))
        sources = Embeds(self._page, self._body_of, self._trace).sources
        html = body_html(self._body, self._page.resolved, placement, sources)
        return Markup(html)  # noqa: S704  (the output of Markdown)

    @cached_property
    def extra(self) -> dict[str, object]:
        """The value of `extra` in its front matter."""
        return extra_view(self._page.document.extra)

    @property
    def css_classes(self) -> tuple[str, ...]:
        """The classes that its front matter gives its text."""
        return self._page.document.css_classes

    @property
    def headings(self) -> tuple[HeadingView, ...]:
        return tuple(HeadingView(heading.level, heading.id, heading.text) for heading in self._body.headings)

    @cached_property
    def series(self) -> SeriesView | None:
        for term in self._summary.series:
            parts = self._trace.derived(views_of(self._base), taxonomies.group, term.address)
            numbers = self._trace.derived(_numbers, taxonomies.group, term.address)
            return SeriesView(term.name, self._base + encode(term.address), numbers[self._summary.address], parts)
        return None

    @cached_property
    def siblings(self) -> tuple[SummaryView, ...]:
        """Other posts of the same category, the nearest in time."""
        return summary_views(self._trace.query(pages.siblings, self._summary.address), self._base)

    @cached_property
    def cover_size(self) -> tuple[int, int]:
        """The width and height of the cover, 0 and 0 if unknown."""
        return self._trace.query(files.size, self._summary.cover) if self._summary.cover else (0, 0)

    @cached_property
    def related(self) -> tuple[SummaryView, ...]:
        """The pages most related to this one, by links, tags and category."""
        return summary_views(self._trace.query(pages.related, self._summary.address), self._base)

    @cached_property
    def backlinks(self) -> BacklinksView:
        """The pages that link to this one, with their sentences."""
        found = self._trace.query(links.backlinks, self._summary.address)
        return BacklinksView(tuple([self._backlink(one) for one in found.linking]), found.more_linking)

    def _backlink(self, backlink: links.Backlink) -> BacklinkView:
        sentences = []
        for digest, label in backlink.sentences:
            before, own_label, after = self._mentions[digest]
            if before or after:  # a link alone says no more than the title
                sentences.append(SentenceView(before, own_label or label, after))
        return BacklinkView(backlink.summary, self._base, tuple(sentences))

    @cached_property
    def embedded_in(self) -> BacklinksView:
        """The pages that embed this one or a part of it."""
        found = self._trace.query(links.backlinks, self._summary.address)
        pages = tuple([BacklinkView(summary, self._base, ()) for summary in found.embedding])
        return BacklinksView(pages, found.more_embedding)

    @cached_property
    def translations(self) -> tuple[SummaryView, ...]:
        """The same text in other languages."""
        others = self._trace.query(pages.translations, self._summary.address) if self._page.translations else ()
        return summary_views(others, self._base)

    @cached_property
    def crumbs(self) -> tuple[CrumbView, ...]:
        """The way to the page: through the list of its section and the folders above it, or through its categories."""
        return way_to(self._page, self._trace, self._base)

    @cached_property
    def properties(self) -> tuple[PropertyView, ...]:
        """The keys of its front matter that no program reads, with their values."""
        placement = Placement(self._base, encode(self._summary.address))
        return property_views(self._page, placement, Embeds(self._page, self._body_of, self._trace).sources)

    @cached_property
    def folders(self) -> "tuple[FolderView[SummaryView], ...]":
        """What is below the folder that the page introduces, as a tree."""
        below = self._trace.query(folders.below, self._page.document.path)
        views = {summary.address: SummaryView(summary, self._base) for summary in below}
        return (
            folder_views(self._trace.query(folders.folder_tree, self._page.document.path), views, self._base)
            if views
            else ()
        )

    @property
    def has_toc(self) -> bool:
        return self._page.document.has_toc

    @property
    def source(self) -> SourceView | None:
        return SourceView(*self._page.document.source) if self._page.document.source else None

    @cached_property
    def comments(self) -> Comments | None:
        """The comment service; None for drafts, private pages, and where comments are disabled."""
        wanted = self._page.document.comments
        if wanted is None:
            wanted = self._summary.meta.section in self._trace.query(settings.dated_sections)
        if not wanted or self._summary.meta.draft or self._summary.meta.private:
            return None
        return self._trace.query(settings.comments)

    @cached_property
    def older(self) -> SummaryView | None:
        return self._first(self._trace.query(pages.older, self._summary.address))

    @cached_property
    def newer(self) -> SummaryView | None:
        return self._first(self._trace.query(pages.newer, self._summary.address))

    def _first(self, summaries: Summaries) -> SummaryView | None:
        return SummaryView(summaries[0], self._base) if summaries else None


def _numbers(series: Summaries) -> dict[str, int]:
    """Return the number of each part of a series, from 1, by its address."""
    return {summary.address: number for number, summary in enumerate(series, 1)}


@lru_cache(maxsize=1 << 4)
def views_of(base: str) -> Callable[[Summaries], tuple[SummaryView, ...]]:
    """Return the function that makes views of pages below the *base* path: the same one each time, for ``derived``."""
    return lambda summaries: summary_views(summaries, base)


def summary_views(summaries: Iterable[PageSummary], base: str) -> tuple[SummaryView, ...]:
    """Return pages as templates see them."""
    return tuple(SummaryView(summary, base) for summary in summaries)

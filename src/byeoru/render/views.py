"""What templates see: the site's values with addresses ready to be written.

A view asks its questions through a ``Trace``, so that what a page shows is what it depends on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape
from typing import NamedTuple

from markupsafe import Markup

from byeoru.base.paths import cut, encode, is_external
from byeoru.model.content import Body, Heading
from byeoru.model.site import Page, PageRef, Term
from byeoru.model.traced import Trace


def absolute(base_url: str, address: str) -> str:
    """Return the absolute address of a site path; the base may have a path with letters of any script.

    >>> absolute("https://a.kr/노트", "/글/")
    'https://a.kr/%EB%85%B8%ED%8A%B8/%EA%B8%80/'
    """
    scheme, _, rest = base_url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host}{encode(slash + path)}{encode(address)}"


def filled(body: Body, targets: Iterable[str], base: str, own: str = "") -> str:
    """Return the HTML of a body with its slots filled; on its *own* page a part of it is named by its fragment."""
    parts = [body.texts[0]]
    for target, text in zip(targets, body.texts[1:], strict=True):
        is_own = own and target.startswith(own + "#")
        parts += [escape(target.removeprefix(own) if is_own else base + target), text]
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class TermView:
    """A tag or category; the count is known only where an index asks for it."""

    name: str
    label: str
    url: str
    count: int = 0
    depth: int = 0


class AuthorView(NamedTuple):
    """Who writes the site."""

    name: str
    url: str


class MenuItem(NamedTuple):
    """One entry of the menu."""

    title: str
    url: str


class ListingView(NamedTuple):
    """A list of pages, of terms or of years, with what a template needs around it."""

    kind: str  # "home", "posts", "tag", "category", "tags", "categories", "archive"
    title: str
    url: str
    name: str = ""  # of the tag or category
    items: "tuple[RefView, ...]" = ()
    terms: tuple[TermView, ...] = ()
    years: "tuple[YearView, ...]" = ()
    number: int = 0  # of this page of the list; 0 for its own first address
    newer_url: str = ""
    older_url: str = ""
    feed: str = ""


class YearView(NamedTuple):
    """The posts of one year; 0 for those without a date."""

    year: int
    items: "tuple[RefView, ...]"


@lru_cache(maxsize=1 << 12)
def term_view(term: Term, base: str, count: int = 0, depth: int = 0) -> TermView:
    """Return a term as templates see it."""
    return TermView(term.name, term.label, base + encode(term.address), count, depth)


class RefView:
    """A page as another page may show it."""

    __slots__ = ("_base", "_ref")

    def __init__(self, ref: PageRef, base: str) -> None:
        self._ref, self._base = ref, base

    @property
    def url(self) -> str:
        return self._base + encode(self._ref.address)

    @property
    def title(self) -> str:
        return self._ref.title

    @property
    def date(self) -> datetime | None:
        return self._ref.date

    @property
    def updated(self) -> datetime | None:
        return self._ref.updated

    @property
    def summary(self) -> str:
        return self._ref.summary

    @property
    def tags(self) -> tuple[TermView, ...]:
        return tuple(term_view(term, self._base) for term in self._ref.tags)

    @property
    def category(self) -> TermView | None:
        return term_view(self._ref.category[-1], self._base) if self._ref.category else None

    @property
    def crumbs(self) -> tuple[TermView, ...]:
        return tuple(term_view(term, self._base) for term in self._ref.category)

    @property
    def language(self) -> str:
        return self._ref.language

    @property
    def section(self) -> str:
        return self._ref.section

    @property
    def draft(self) -> bool:
        return self._ref.is_draft

    @property
    def pinned(self) -> bool:
        return self._ref.is_pinned

    @property
    def minutes(self) -> int:
        return self._ref.minutes


class PageView(RefView):
    """A page as its own template shows it; its neighbours are asked for only if the template wants them."""

    __slots__ = ("_body", "_page", "_trace")

    def __init__(self, page: Page, body: Body, trace: Trace, base: str) -> None:
        super().__init__(page.ref, base)
        self._page, self._body, self._trace = page, body, trace

    @property
    def body(self) -> Markup:
        html = filled(self._body, self._page.targets, self._base, encode(self._ref.address))
        return Markup(html)  # noqa: S704  (it is what Markdown made)

    @property
    def headings(self) -> tuple[Heading, ...]:
        return self._body.headings

    @property
    def older(self) -> RefView | None:
        return self._neighbour("older")

    @property
    def newer(self) -> RefView | None:
        return self._neighbour("newer")

    def _neighbour(self, side: str) -> RefView | None:
        found = self._trace.refs(side, self._page.ref.address)
        return RefView(found[0], self._base) if found else None


# The menu of a site whose settings name none: words of the theme and site paths.
_MENU = (("archive", "/archive/"), ("tags", "/tags/"))


class SiteView:
    """What a template may ask about the whole site; each answer is recorded with the page that asked."""

    def __init__(self, trace: Trace, base: str, language: str) -> None:
        self._trace, self._base, self._language = trace, base, language

    @property
    def title(self) -> str:
        return self._trace.text("setting", "title")

    @property
    def description(self) -> str:
        return self._trace.text("setting", "description")

    @property
    def language(self) -> str:
        return self._trace.text("setting", "language")

    @property
    def author(self) -> AuthorView:
        return AuthorView(*self._trace.texts("setting", "author"))

    @property
    def home(self) -> str:
        return self._base + "/"

    @property
    def feed(self) -> str:
        return self._base + "/feed.xml" if self._trace.text("setting", "base_url") else ""

    @property
    def stylesheet(self) -> str:
        return self._base + "/theme/code.css"

    @property
    def menu(self) -> tuple[MenuItem, ...]:
        """The entries of the settings, else those that every site has."""
        entries = self._trace.ask("setting", "menu")
        if not entries:
            texts = dict(self._trace.ask("texts", self._language))  # type: ignore[call-overload]
            entries = [(texts.get(key, key), path) for key, path in _MENU]
        return tuple(
            MenuItem(title, url if is_external(url) else self._base + encode((parts := cut(url))[0]) + parts[1])
            for title, url in entries  # type: ignore[attr-defined]
        )

    def recent(self, count: int) -> tuple[RefView, ...]:
        return refs(self._trace.refs("recent", count), self._base)

    def pages(self, section: str) -> tuple[RefView, ...]:
        """Return the listed pages of a section, the last tended first."""
        return refs(self._trace.refs("section", section), self._base)

    def tagged(self, name: str) -> tuple[RefView, ...]:
        return refs(self._trace.refs("group", "tag", name), self._base)

    def tags(self) -> tuple[TermView, ...]:
        return self._terms("tag")

    def categories(self) -> tuple[TermView, ...]:
        return self._terms("category")

    def _terms(self, kind: str) -> tuple[TermView, ...]:
        rows = self._trace.ask("terms", kind)
        return tuple(term_view(term, self._base, count, depth) for term, count, depth in rows)  # type: ignore[attr-defined]


class ThemeView:
    """The options of the theme, by name."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace

    def __getattr__(self, name: str) -> str:
        try:
            return self._trace.text("option", name)
        except KeyError:
            raise AttributeError(name) from None


def refs(found: Iterable[PageRef], base: str) -> tuple[RefView, ...]:
    """Return pages as templates see them."""
    return tuple(RefView(ref, base) for ref in found)

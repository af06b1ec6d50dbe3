"""What templates see of the site as a whole, and of their theme; each query becomes a dependency of the page."""

from typing import Any, NamedTuple

from byeoru.base.paths import encode, is_external, split_reference
from byeoru.model.queries import addresses, files, lists, note_map, settings, taxonomies, theme
from byeoru.model.services import Analytics
from byeoru.model.site import in_edition
from byeoru.model.taxonomies import BY_FOLDER, CATEGORY, TAG, TAXONOMIES
from byeoru.render.plain_views import TermView, term_view
from byeoru.render.recorder import Recorded, Recorder, once
from byeoru.render.versions import native_name
from byeoru.render.views import SummaryView, extra_view, views_of


class AuthorView(NamedTuple):
    """The author of the site."""

    name: str
    url: str


class MenuItem(NamedTuple):
    """One entry of the menu."""

    title: str
    url: str


class IconView(NamedTuple):
    """An icon of the site, for browser tabs."""

    url: str
    type: str
    sizes: str  # "any" for one that can be scaled


class SearchView(NamedTuple):
    """The search of one edition."""

    language: str
    name: str  # of the language, in that language itself
    url: str  # of its page
    folder: str  # of its index


# Without its size, Chrome prefers an `.ico` to an `.svg`.
_ICON_TYPES = {"ico": ("image/x-icon", "32x32"), "png": ("image/png", ""), "svg": ("image/svg+xml", "any")}
_VERIFIED = {
    "naver": "naver-site-verification",
    "google": "google-site-verification",
    "bing": "msvalidate.01",
}


class SiteView:
    """What a template can read of the whole site; each query becomes a dependency of the page."""

    def __init__(self, recorder: Recorder, base: str, edition: str, language: str) -> None:
        self._recorder, self._base, self._edition, self._language = recorder, base, edition, language
        self._prefix = base + in_edition(edition, "")
        self._known: dict[str, Recorded[Any]] = {}  # what is computed ``once``

    @once
    def title(self) -> str:
        return self._recorder.query(settings.title, self._edition)

    @once
    def description(self) -> str:
        return self._recorder.query(settings.description, self._edition)

    @once
    def language(self) -> str:
        return self._recorder.query(settings.language)

    @once
    def author(self) -> AuthorView:
        return AuthorView(*self._recorder.query(settings.site_author))

    @once
    def home(self) -> str:
        return self._prefix + "/"

    @once
    def feed(self) -> str:
        return self._prefix + "/feed.xml" if self._recorder.query(settings.base_url) else ""

    @property
    def has_all_feeds(self) -> bool:
        """Tell whether the edition has RSS and JSON Feed as well: only that in the language of the site does."""
        return self._edition == ""

    @once
    def stylesheet(self) -> str:
        return self._base + "/theme/code.css"

    @once
    def icons(self) -> tuple[IconView, ...]:
        """The author's icons: `static/favicon.svg`, `.ico` and `.png`."""
        addresses = self._recorder.query(files.icons)
        return tuple(IconView(self._base + one, *_ICON_TYPES[one.rpartition(".")[2]]) for one in addresses)

    @once
    def menu(self) -> tuple[MenuItem, ...]:
        """The entries in the settings, otherwise the lists of the site and its page about the author."""
        entries = self._recorder.query(settings.menu, self._edition)
        if not entries:
            sections = self._recorder.query(lists.sections, self._edition)
            graph = ("graph",) if self.graph else ()
            names = ("archive", *sections, *graph, *self._there(CATEGORY.folder), TAG.folder, *self._there("about"))
            return self._named(*dict.fromkeys(names))
        return tuple(MenuItem(title, self._menu_url(url)) for title, url in entries)

    def _menu_url(self, url: str) -> str:
        if is_external(url):
            return url
        path, rest = split_reference(url)
        return self._base + encode(path) + rest

    @once
    def searches(self) -> tuple[SearchView, ...]:
        """The search of each edition, that of this page first; none if the settings turn it off."""
        if not self._recorder.query(settings.search):
            return ()
        editions = sorted(self._recorder.query(settings.editions), key=lambda edition: edition[0] != self._edition)
        return tuple(
            SearchView(
                language,
                native_name(language),
                self._base + in_edition(code, "/search/"),
                f"{self._base}/search/{language}/",
            )
            for code, language in editions
        )

    @property
    def search(self) -> str:
        """The address of the search page, "" if there is none."""
        return self.searches[0].url if self.searches else ""

    @once
    def graph(self) -> str:
        """The address of the map, "" if there is none."""
        return self._prefix + "/graph/" if self._recorder.query(note_map.has_map, self._edition) else ""

    @property
    def lists(self) -> tuple[MenuItem, ...]:
        """The indexes that the site has: of categories, series, tags and authors."""
        return self._named(*(name for taxonomy in TAXONOMIES for name in self._there(taxonomy.folder)))

    def _there(self, name: str) -> tuple[str, ...]:
        is_always_there = name in BY_FOLDER and BY_FOLDER[name].is_always_indexed
        return (name,) if is_always_there or self._recorder.query(addresses.has, self._edition, name) else ()

    def _named(self, *names: str) -> tuple[MenuItem, ...]:
        """Return menu entries for pages of the edition, titled by the texts of the theme."""
        texts = self._recorder.derived(dict, theme.texts, self._language)
        return tuple(MenuItem(texts.get(name, name), f"{self._prefix}/{encode(name)}/") for name in names)

    def recent(self, count: int) -> tuple[SummaryView, ...]:
        return self._recorder.derived(views_of(self._base), lists.recent, self._edition, count)

    def pages(self, section: str) -> tuple[SummaryView, ...]:
        """Return the listed pages of a section, last updated first."""
        return self._recorder.derived(views_of(self._base), lists.section, self._edition, section)

    def tagged(self, name: str) -> tuple[SummaryView, ...]:
        return self._recorder.derived(views_of(self._base), taxonomies.named, self._edition, TAG.name, name)

    def tags(self) -> tuple[TermView, ...]:
        return self._terms(TAG.name)

    @once
    def verification(self) -> tuple[tuple[str, str], ...]:
        """The names and contents of the `meta` elements that verify the owner for search engines."""
        return tuple((_VERIFIED[name], code) for name, code in self._recorder.query(settings.verification))

    @once
    def analytics(self) -> Analytics | None:
        """The analytics service."""
        return self._recorder.query(settings.analytics)

    @once
    def extra(self) -> dict[str, object]:
        """The value of `extra` in `blog.yml`."""
        return extra_view(self._recorder.query(settings.extra))

    def categories(self) -> tuple[TermView, ...]:
        return self._terms(CATEGORY.name)

    def _terms(self, kind: str) -> tuple[TermView, ...]:
        rows = self._recorder.query(taxonomies.terms, self._edition, kind)
        return tuple(term_view(term, self._base, count, depth) for term, count, depth in rows)


class ThemeView:
    """The options of the theme, by name."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def __getattr__(self, name: str) -> str | int | bool:
        try:
            return self._recorder.query(theme.option, name)
        except KeyError:
            raise AttributeError(name) from None


def options_of(view: ThemeView) -> tuple[str, ...]:
    """Return the names of all options of a theme."""
    return view._recorder.query(theme.options)  # noqa: SLF001  (not among the names that a template can access)

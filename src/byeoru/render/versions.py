"""The languages that a page can be read in: for the switch that readers use, and for `hreflang`."""

from typing import NamedTuple

from byeoru.base.paths import encode
from byeoru.model.output import Output
from byeoru.model.queries import pages, settings
from byeoru.model.queries.trace import Trace
from byeoru.model.site import Page, in_edition
from byeoru.render.views import absolute

# How languages call themselves (CLDR 46, `languages`); any other shows its code.
_NAMES = {
    "ko": "한국어",
    "en": "English",
    "ja": "日本語",
    "zh": "中文",
    "fr": "Français",
    "de": "Deutsch",
    "es": "Español",
    "pt": "Português",
    "ru": "Русский",
    "vi": "Tiếng Việt",
}


class VersionView(NamedTuple):
    """One language of a page."""

    language: str
    name: str  # as that language calls itself
    url: str
    absolute: str  # "" while the site has no address
    is_current: bool
    is_default: bool  # for readers of any other language: the language of the site, or the only one near it


def versions(
    trace: Trace, output: Output, shown: Page | None, base: str, common: tuple[str, ...]
) -> tuple[VersionView, ...]:
    """Return all languages of a page, its own among them; none if there is but one.

    *common* are the addresses of those lists of its kind that every edition has.
    """
    places = _of_page(trace, shown) if shown else _of_list(trace, output, common)
    if len(places) < 2:
        return ()
    site, main = trace.text(settings.setting, "base_url"), trace.text(settings.setting, "language")
    default = next((language for language, _ in places if language == main), places[0][0])
    own = shown.ref.address if shown else "/" + output.path.removesuffix("index.html")
    return tuple(
        VersionView(
            language,
            _NAMES.get(language.partition("-")[0], language),
            base + encode(address),
            absolute(site, address) if site else "",
            address == own,
            language == default,
        )
        for language, address in places
    )


def _of_page(trace: Trace, page: Page) -> list[tuple[str, str]]:
    others = trace.ask(pages.translations, page.ref.address) if page.translations else ()
    return sorted((one.meta.language, one.address) for one in (page.ref, *others))


def _of_list(trace: Trace, output: Output, common: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return where a list lies in each edition; a page of a tag or of a year may have no counterpart."""
    own = "/" + output.path.removesuffix("index.html")
    address = next((one for one in common if in_edition(output.edition, one) == own), "")
    if not address:
        return []
    return [(language, in_edition(code, address)) for code, language in trace.ask(settings.editions)]

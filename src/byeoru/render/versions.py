"""The languages that a page is available in: for the language switch and for `hreflang`."""

from typing import NamedTuple

from byeoru.base.paths import encode
from byeoru.model.output import Output
from byeoru.model.queries import pages, settings
from byeoru.model.site import Page, in_edition
from byeoru.model.trace import Trace
from byeoru.render.views import absolute

# Native names of languages (CLDR 46, `languages`); for any other the code is shown.
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


def native_name(language: str) -> str:
    """Return the name of a language in that language itself.

    >>> native_name("en-GB"), native_name("eo")
    ('English', 'eo')
    """
    return _NAMES.get(language.partition("-")[0], language)


class VersionView(NamedTuple):
    """One language of a page."""

    language: str
    name: str  # in that language itself
    url: str
    absolute: str  # "" without `base_url`
    is_current: bool
    is_default: bool  # for readers of any other language: the language of the site, or the only one near it


def versions(
    trace: Trace, output: Output, shown: Page | None, base: str, common: tuple[str, ...]
) -> tuple[VersionView, ...]:
    """Return all languages of a page including its own; none if there is only one.

    *common* are the addresses of the lists of this kind that every edition has.
    """
    addresses = _of_page(trace, shown) if shown else _of_list(trace, output, common)
    if len(addresses) < 2:
        return ()
    site, main = trace.query(settings.base_url), trace.query(settings.language)
    default = next((language for language, _ in addresses if language == main), addresses[0][0])
    current = shown.summary.address if shown else "/" + output.path.removesuffix("index.html")
    return tuple(
        VersionView(
            language,
            native_name(language),
            base + encode(address),
            absolute(site, address) if site else "",
            address == current,
            language == default,
        )
        for language, address in addresses
    )


def _of_page(trace: Trace, page: Page) -> list[tuple[str, str]]:
    others = trace.query(pages.translations, page.summary.address) if page.translations else ()
    return sorted((summary.meta.language, summary.address) for summary in (page.summary, *others))


def _of_list(trace: Trace, output: Output, common: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return the address of a list in each edition; the page of a tag or a year may have no counterpart."""
    current = "/" + output.path.removesuffix("index.html")
    address = next((listed for listed in common if in_edition(output.edition, listed) == current), "")
    if not address:
        return []
    return [(language, in_edition(code, address)) for code, language in trace.query(settings.editions)]

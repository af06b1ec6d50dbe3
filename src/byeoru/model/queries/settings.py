"""Queries about the settings: the site as a whole, its editions and its authors.

In:  ``Facts`` and names.
Out: plain values; ``KeyError`` for what is not there.
Must not: read a document, except which edition it belongs to.
"""

from byeoru.model.durability import NOTHING, ORDER
from byeoru.model.facts import Facts
from byeoru.model.query import query
from byeoru.model.settings import SiteLanguage


@query(sees=NOTHING, shared=True, reason=("설정 `{0}` 변경", "setting `{0}` changed"))
def setting(facts: Facts, name: str, edition: str = "") -> object:
    """Return one of the settings that pages may show, as the edition defines it."""
    settings = facts.site.settings
    localized = next((language for language in settings.languages if language.code == edition), SiteLanguage(edition))
    return {
        "title": localized.title or settings.title,
        "description": localized.description or ("" if edition else settings.description),
        "language": settings.language,
        "base_url": settings.base_url,
        "base_path": settings.base_path,
        "author": [settings.author.name, settings.author.url],
        "menu": localized.menu or (() if edition else settings.menu),
        "feed_size": settings.feed_size,
        "robots": settings.robots,
        "verification": settings.verification,
        "comments": settings.comments,
        "analytics": settings.analytics,
        "extra": settings.extra,
        "undated": [section.name for section in settings.sections if not section.is_dated and section.name != "pages"],
        "dated": [section.name for section in settings.sections if section.is_dated],
    }[name]


@query(sees=ORDER, shared=True, reason=("언어판 `{0}`의 언어 변경", "language of edition `{0}` changed"))
def edition(facts: Facts, code: str) -> str:
    """Return the language of an edition."""
    return facts.site.by_code[code].language


@query(sees=ORDER, shared=True, reason=("사이트의 언어 목록 변경", "languages of the site changed"))
def editions(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the codes and the languages of all editions."""
    return tuple((edition.code, edition.language) for edition in facts.site.editions)


@query(sees=NOTHING, reason=("글쓴이 `{0}` 변경", "author `{0}` changed"))
def author(facts: Facts, name: str) -> tuple[str, str]:
    """Return the address and the biography of an author of the settings."""
    profile = next((author for author in facts.site.settings.authors if author.name == name), None)
    return (profile.url, profile.bio) if profile else ("", "")

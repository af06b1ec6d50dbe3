"""Queries about the settings: the site as a whole, its editions and its authors.

In:  ``Facts`` and names.
Out: plain values; ``KeyError`` for what is not there.
Must not: see a document, but that it belongs to an edition.
"""

from byeoru.model.durability import NOTHING, ORDER
from byeoru.model.queries.facts import Facts
from byeoru.model.queries.query import query
from byeoru.model.settings import SiteLanguage


@query(sees=NOTHING, shared=True, reason=("설정 `{0}` 변경", "setting `{0}` changed"))
def setting(facts: Facts, name: str, edition: str = "") -> object:
    """Return one of the settings that pages may show, as the edition has it."""
    settings = facts.site.settings
    own = next((one for one in settings.languages if one.code == edition), SiteLanguage(edition))
    return {
        "title": own.title or settings.title,
        "description": own.description or ("" if edition else settings.description),
        "language": settings.language,
        "base_url": settings.base_url,
        "base_path": settings.base_path,
        "author": [settings.author.name, settings.author.url],
        "menu": own.menu or (() if edition else settings.menu),
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
    return tuple((one.code, one.language) for one in facts.site.editions)


@query(sees=NOTHING, reason=("글쓴이 `{0}` 변경", "author `{0}` changed"))
def author(facts: Facts, name: str) -> tuple[str, str]:
    """Return the address and the words about themselves of an author of the settings."""
    found = next((one for one in facts.site.settings.authors if one.name == name), None)
    return (found.url, found.bio) if found else ("", "")

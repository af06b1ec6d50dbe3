"""Queries about the settings that pages show: one for each, so that an output depends on those that it uses alone.

In:  ``Facts`` and names. Where a setting can differ between editions, the first argument is the code of one.
Out: plain values; ``KeyError`` for what does not exist.
Must not: read a document, except which edition it belongs to.
"""

from byeoru.model.durability import NOTHING, ORDER
from byeoru.model.facts import Facts
from byeoru.model.query import query
from byeoru.model.services import Analytics, Comments
from byeoru.model.settings import SiteLanguage


def _changed(name: str) -> tuple[str, str]:
    """Return the reason that a setting has changed, in Korean and English."""
    return f"설정 `{name}` 변경", f"setting `{name}` changed"


def _localized(facts: Facts, edition: str) -> SiteLanguage:
    """Return the texts of the site that an edition has of its own; the others are empty."""
    languages = facts.site.settings.languages
    return next((language for language in languages if language.code == edition), SiteLanguage(edition))


@query(sees=NOTHING, shared=True, reason=_changed("title"))
def title(facts: Facts, edition: str) -> str:
    """Return the title of the site."""
    return _localized(facts, edition).title or facts.site.settings.title


@query(sees=NOTHING, shared=True, reason=_changed("description"))
def description(facts: Facts, edition: str) -> str:
    """Return the description of the site; an edition in another language does not take that of the main one."""
    return _localized(facts, edition).description or ("" if edition else facts.site.settings.description)


@query(sees=NOTHING, shared=True, reason=_changed("menu"))
def menu(facts: Facts, edition: str) -> tuple[tuple[str, str], ...]:
    """Return the titles and addresses of the menu; an edition in another language does not take the main one's."""
    return _localized(facts, edition).menu or (() if edition else facts.site.settings.menu)


@query(sees=NOTHING, shared=True, reason=_changed("language"))
def language(facts: Facts) -> str:
    """Return the main language of the site."""
    return facts.site.settings.language


@query(sees=NOTHING, shared=True, reason=_changed("base_url"))
def base_url(facts: Facts) -> str:
    """Return the address of the site, "" if the author has none yet."""
    return facts.site.settings.base_url


@query(sees=NOTHING, shared=True, reason=_changed("base_url"))
def base_path(facts: Facts) -> str:
    """Return the path of that address: pages that show only this stay when the host changes."""
    return facts.site.settings.base_path


@query(sees=NOTHING, shared=True, reason=_changed("author"))
def site_author(facts: Facts) -> tuple[str, str]:
    """Return the name and the address of the author of the site."""
    author = facts.site.settings.author
    return author.name, author.url


@query(sees=NOTHING, shared=True, reason=_changed("feed_size"))
def feed_size(facts: Facts) -> int:
    """Return how many posts the feed of the site has at most."""
    return facts.site.settings.feed_size


@query(sees=NOTHING, shared=True, reason=_changed("robots"))
def robots(facts: Facts) -> tuple[str, ...]:
    """Return more lines of robots.txt."""
    return facts.site.settings.robots


@query(sees=NOTHING, shared=True, reason=_changed("verification"))
def verification(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the search engines with the codes by which they verify the owner of the site."""
    return facts.site.settings.verification


@query(sees=NOTHING, shared=True, reason=_changed("comments"))
def comments(facts: Facts) -> Comments | None:
    """Return the comment service."""
    return facts.site.settings.comments


@query(sees=NOTHING, shared=True, reason=_changed("analytics"))
def analytics(facts: Facts) -> Analytics | None:
    """Return the analytics service."""
    return facts.site.settings.analytics


@query(sees=NOTHING, shared=True, reason=_changed("search"))
def search(facts: Facts) -> bool:
    """Tell whether readers can search the site."""
    return facts.site.settings.search


@query(sees=NOTHING, shared=True, reason=_changed("extra"))
def extra(facts: Facts) -> str:
    """Return the author's own values for templates, as JSON; "" for none."""
    return facts.site.settings.extra


@query(sees=NOTHING, shared=True, reason=_changed("sections"))
def dated_sections(facts: Facts) -> tuple[str, ...]:
    """Return the names of the sections whose pages are posts."""
    return tuple(section.name for section in facts.site.settings.sections if section.is_dated)


@query(sees=NOTHING, shared=True, reason=_changed("sections"))
def undated_sections(facts: Facts) -> tuple[str, ...]:
    """Return the names of the sections without dates that have a list."""
    sections = facts.site.settings.sections
    return tuple(section.name for section in sections if not section.is_dated and section.name != "pages")


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


@query(sees=NOTHING, shared=True, reason=_changed("private_links"))
def private_links(facts: Facts) -> str:
    """Return what a link to a hidden page becomes: "text" or "hide"."""
    return facts.site.settings.private_links

"""The questions that pages may ask: everything that one page can see of the whole site.

In:  ``Facts`` and the arguments of a question. Where lists are asked about, the first is the code of an edition.
Out: an answer that can be digested. ``KeyError`` for what is not there.
Must not: show more than its name says; each page that asks is made anew when the answer changes.
"""

from collections.abc import Callable, Iterator

from byeoru.base.moments import stamp
from byeoru.model.facts import Facts, Refs
from byeoru.model.settings import Language
from byeoru.model.site import Edition, Group, Page, PageSummary, Term, in_edition
from byeoru.model.taxonomies import BY_FOLDER, TAXONOMIES

_NEAREST = 4  # that share a tag, before a page and after it: candidates for «related»
_RELATED = 6


def _setting(facts: Facts, name: str, edition: str = "") -> object:
    """Return one of the settings that pages may show, as the edition has it."""
    settings = facts.site.settings
    own = next((one for one in settings.languages if one.code == edition), Language(edition))
    return {
        "title": own.title or settings.title,
        "description": own.description or ("" if edition else settings.description),
        "language": settings.language,
        "base_url": settings.base_url,
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


def _edition(facts: Facts, code: str) -> str:
    """Return the language of an edition."""
    return facts.site.by_code[code].language


def _editions(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Return the codes and the languages of all editions."""
    return tuple((edition.code, edition.language) for edition in facts.site.editions)


def _posts(facts: Facts, edition: str, number: int) -> Refs:
    """Return the posts on one page of their list, newest first; 0 is the list's own first address."""
    posts, size, numbered = facts.posts(edition), facts.site.settings.page_size, facts.numbered(edition)
    head = len(posts) - numbered * size
    if number == 0:
        return facts.refs(posts[:head])
    if number > numbered:
        raise KeyError(number)
    start = head + (numbered - number) * size
    return facts.refs(posts[start : start + size])


def _pinned(facts: Facts, edition: str) -> Refs:
    """Return the posts that stand at the top of the first page, newest first."""
    return tuple(ref for ref in facts.refs(facts.posts(edition)) if ref.meta.pinned)


def _pager(facts: Facts, edition: str, number: int) -> tuple[int, int]:
    """Return the numbers of the list's next newer and next older page; -1 for none."""
    numbered = facts.numbered(edition)
    if number == 0:
        return -1, numbered or -1
    return (0 if number == numbered else number + 1), (number - 1 or -1)


def _older(facts: Facts, address: str) -> Refs:
    older = facts.site.by_address[address].older
    return facts.refs((older,) if older else ())


def _newer(facts: Facts, address: str) -> Refs:
    newer = facts.site.by_address[address].newer
    return facts.refs((newer,) if newer else ())


def _translations(facts: Facts, address: str) -> Refs:
    return facts.refs(facts.site.by_address[address].translations)


def _group(facts: Facts, address: str) -> Refs:
    return facts.refs(_group_at(facts, address).members)


def _newest(facts: Facts, address: str, count: int) -> Refs:
    """Return the newest members of a group; those of another kind of page than posts count as well."""
    return facts.refs(_group_at(facts, address).members[:count])


def _named(facts: Facts, edition: str, kind: str, name: str) -> Refs:
    """Return the members of the group of a name."""
    group = facts.by_name.get((edition, kind, name))
    return facts.refs(group.members) if group else ()


def _siblings(facts: Facts, address: str) -> Refs:
    """Return the two posts before and the two after one in its own category; a new post moves few of them."""
    category = facts.site.by_address[address].ref.category
    return facts.refs(_around(facts, category[-1], address, 2)) if category else ()


def _related(facts: Facts, address: str) -> Refs:
    """Return the pages that share links or tags with one: most in common first, then the nearest in time.

    Only the nearest of each of its groups are looked at, so the cost does not grow with the site, and a new post
    moves no more than its neighbours; nothing counts how common a tag is, which would move with every post.
    """
    traits, linked = facts.traits, facts.linked.get(address, set())
    if address not in traits:
        return ()
    ref, (edition, tags, category, moment) = facts.site.by_address[address].ref, traits[address]
    shared = {one for term in ref.tags for one in _around(facts, term, address, _NEAREST)} | linked
    series = set(facts.site.by_term[ref.series[0].address].members) if ref.series else set()
    found = []
    for one in shared - series - {address}:
        other = traits.get(one)
        if other is not None and other.edition == edition:
            common = 2 * len(tags & other.tags) + 3 * (one in linked) + (category != "" and category == other.category)
            found.append((-common, abs(moment - other.moment), one))
    return facts.refs(tuple(one for *_, one in sorted(found)[:_RELATED]))


def _around(facts: Facts, term: Term, address: str, reach: int) -> tuple[str, ...]:
    """Return the members of a group that stand next to one of them, at most *reach* on each side."""
    members = facts.site.by_term[term.address].members
    at = facts.site.places[term.address][address]
    return members[max(0, at - reach) : at] + members[at + 1 : at + 1 + reach]


def _term(facts: Facts, address: str) -> Term:
    return _group_at(facts, address).term


def _group_at(facts: Facts, address: str) -> Group:
    return facts.site.by_term[address]


def _terms(facts: Facts, edition: str, kind: str) -> tuple[tuple[Term, int, int], ...]:
    """Return the terms of a kind with their numbers of pages and their depths, in the order of an index."""
    groups = (one for one in facts.site.groups if one.term.kind == kind and one.term.edition == edition)
    return tuple((group.term, len(group.members), group.depth) for group in groups)


def _author(facts: Facts, name: str) -> tuple[str, str]:
    """Return the address and the words about themselves of an author of the settings."""
    found = next((author for author in facts.site.settings.authors if author.name == name), None)
    return (found.url, found.bio) if found else ("", "")


def _recent(facts: Facts, edition: str, count: int) -> Refs:
    return facts.refs(facts.posts(edition)[:count])


def _section(facts: Facts, edition: str, name: str) -> Refs:
    """Return the listed pages of one section, the last tended first."""
    pages = (page for page in facts.site.pages if not page.document.is_unlisted)
    refs = [page.ref for page in pages if page.ref.meta.section == name and page.ref.edition == edition]
    return tuple(sorted(refs, key=_tended, reverse=True))


def _tended(ref: PageSummary) -> tuple[float, str]:
    moment = ref.meta.updated or ref.meta.date
    return (moment.timestamp() if moment else 0.0, ref.meta.title)


def _tended_last(facts: Facts, edition: str, count: int) -> Refs:
    """Return the pages of all sections without dates that were tended last: what a site of notes begins with."""
    refs = [ref for name in facts.undated(edition) for ref in _section(facts, edition, name)]
    return tuple(sorted(refs, key=_tended, reverse=True)[:count])


def _archive(facts: Facts, edition: str, year: str) -> Refs:
    """Return the posts of a year, or all of them, newest first."""
    return facts.refs(facts.by_period[edition, year] if year else facts.posts(edition))


def _days(facts: Facts, edition: str) -> tuple[str, ...]:
    """Return the days on which posts were written, newest first, a day as often as it has posts."""
    dates = (ref.meta.date for ref in facts.refs(facts.posts(edition)))
    return tuple(f"{date:%Y-%m-%d}" for date in dates if date)


def _has(facts: Facts, edition: str, name: str) -> bool:
    """Tell whether an edition has an index such as `categories`, or a page called `about`."""
    if taxonomy := BY_FOLDER.get(name):
        return any(group.term.kind == taxonomy.name and group.term.edition == edition for group in facts.site.groups)
    page = facts.site.by_address.get(in_edition(edition, f"/{name}/"))
    return page is not None and not page.document.is_unlisted and not page.ref.meta.draft


# Address, last change (ISO 8601, "" where unknown), and languages with their addresses.
Listed = tuple[str, str, tuple[tuple[str, str], ...]]


def _listed(facts: Facts) -> tuple[Listed, ...]:
    """Return each list and listed page, with its languages where it has several."""
    site = facts.site
    lists = [(address, "", versions) for edition in site.editions for address, versions in _lists(facts, edition)]
    groups = [(group.term.address, "", ()) for group in site.groups]
    pages = (page for page in site.pages if not page.document.is_unlisted and not page.ref.meta.draft)
    return (*lists, *groups, *(_listed_page(facts, page) for page in pages))


def _lists(facts: Facts, edition: Edition) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield the lists of an edition; those that every edition has with their counterparts."""
    for address in facts.site.common_lists:
        found = tuple((one.language, in_edition(one.code, address)) for one in facts.site.editions)
        yield in_edition(edition.code, address), found if len(found) > 1 else ()
    indexes = (one.folder for one in TAXONOMIES if not one.is_always_indexed)
    names = (folder for folder in indexes if _has(facts, edition.code, folder))
    for name in (*names, *facts.undated(edition.code)):
        address = in_edition(edition.code, f"/{name}/")
        if address not in facts.site.by_address:
            yield address, ()


def _listed_page(facts: Facts, page: Page) -> Listed:
    moment = page.ref.meta.updated or page.ref.meta.date
    others = (page.ref, *facts.refs(page.translations)) if page.translations else ()
    versions = tuple(sorted((ref.meta.language, ref.address) for ref in others if not ref.meta.draft))
    return page.ref.address, stamp(moment) if moment else "", versions if len(versions) > 1 else ()


def _template(facts: Facts, name: str, layer: int = 0) -> tuple[str, str]:
    """Return where a template lies and what is in it; the same text in another layer can extend another one."""
    found = facts.theme.template(name, layer)
    return found.path, found.digest


def _option(facts: Facts, name: str) -> str | int | bool:
    return facts.theme.values[name]


def _texts(facts: Facts, language: str) -> tuple[tuple[str, str], ...]:
    """Return the theme's fixed words in a language, in English where it lacks that language."""
    texts = dict(facts.theme.texts)
    return texts.get(language) or texts.get(language.partition("-")[0]) or texts.get("en", ())


def _static(facts: Facts, name: str) -> str:
    return facts.theme.static_digests[name]


QUESTIONS: dict[str, Callable[..., object]] = {
    "setting": _setting,
    "edition": _edition,
    "editions": _editions,
    "page": lambda facts, path: facts.site.by_source[path],
    "address": lambda facts, path: facts.site.by_source[path].ref.address,
    "older": _older,
    "newer": _newer,
    "translations": _translations,
    "posts": _posts,
    "pinned": _pinned,
    "pager": _pager,
    "recent": _recent,
    "tended": _tended_last,
    "sections": lambda facts, edition: facts.undated(edition),
    "section": _section,
    "group": _group,
    "newest": _newest,
    "named": _named,
    "siblings": _siblings,
    "related": _related,
    "term": _term,
    "terms": _terms,
    "author": _author,
    "archive": _archive,
    "days": _days,
    "listed": _listed,
    "has": _has,
    "file": lambda facts, path: facts.site.by_file[path].digest,
    "size": lambda facts, address: facts.site.sizes.get(str(address), (0, 0)),
    "static": _static,
    "template": _template,
    "option": _option,
    "texts": _texts,
}
# The answers that are pages; their digests are put together from those of the pages.
NEIGHBOURS = {"older", "newer"}
ABOUT_REFS = {
    *("posts", "pinned", "recent", "section", "group", "newest", "named", "siblings", "related", "tended", "archive"),
    "translations",
}

"""Queries about one page: its own contents, and the pages next to it.

In:  ``Facts``, and the path or the address of a page.
Out: values of the model; ``KeyError`` for what does not exist.
Must not: take time that grows with the site.
"""

from byeoru.model.durability import BODY, META, ORDER
from byeoru.model.facts import NEAREST, Facts
from byeoru.model.names import near_of
from byeoru.model.output import QueryKey
from byeoru.model.query import (
    Addresses,
    first_argument,
    links_of_first,
    of_page,
    page_query,
    place_of_first,
    query,
)
from byeoru.model.site import Page

_RELATED = 6


@query(
    sees=ORDER | META | BODY,
    documents=first_argument,
    places=place_of_first,
    digest=of_page,
    reason=("페이지 `{0}` 변경", "page `{0}` changed"),
)
def page(facts: Facts, path: str) -> Page:
    """Return the page of the document at *path*, for its own output; its digest covers its text too."""
    return facts.site.by_source[path]


@query(sees=ORDER, reason=("첫 페이지의 글이 생기거나 없어짐", "text of the first page added or removed"))
def home(facts: Facts, edition: str) -> str:
    """Return the path of the document whose text introduces the first page of an edition, "" if there is none."""
    page = facts.site.home(edition)
    return page.document.path if page else ""


@page_query(places=place_of_first, reason=("이전 글 변경", "previous post changed"))
def older(facts: Facts, address: str) -> Addresses:
    """Return the previous post by date."""
    previous = facts.site.by_address[address].older
    return (previous,) if previous else ()


@page_query(places=place_of_first, reason=("다음 글 변경", "next post changed"))
def newer(facts: Facts, address: str) -> Addresses:
    """Return the next post by date."""
    next_post = facts.site.by_address[address].newer
    return (next_post,) if next_post else ()


@page_query(places=place_of_first, reason=("번역 변경", "translations changed"))
def translations(facts: Facts, address: str) -> Addresses:
    """Return the same text in other languages."""
    return facts.site.by_address[address].translations


def _around(facts: Facts, arguments: QueryKey) -> list[str]:
    address = str(arguments[0])
    return [address, near_of(facts.site.by_address[address].document.path)]


@page_query(
    places=_around,
    reason=("같은 카테고리의 이전 글과 다음 글 변경", "previous and next post in the category changed"),
)
def siblings(facts: Facts, address: str) -> Addresses:
    """Return the two posts before and the two after one in its category; a new post affects few pages."""
    category = facts.site.by_address[address].summary.category
    return facts.around(category[-1].address, address, 2) if category else ()


def _near(facts: Facts, arguments: QueryKey) -> list[str]:
    path = facts.site.by_address[str(arguments[0])].document.path
    return [*_around(facts, arguments), *facts.linked(path)]


@page_query(texts=links_of_first, places=_near, reason=("관련 글 변경", "related pages changed"))
def related(facts: Facts, address: str) -> Addresses:
    """Return the pages that share links or tags with one: most in common first, then the nearest in time.

    Only the nearest of each of its groups are compared, so the cost does not grow with the site, and a new post
    affects its neighbours only; how common a tag is does not count, as it would change with every post.
    """
    own, page = facts.traits[address], facts.site.by_address[address]
    if own is None:
        return ()
    linked, tags = facts.linked(page.document.path), frozenset(own.tags)
    shared = {other for tag in own.tags for other in facts.around(tag, address, NEAREST)} | linked
    ranked = []
    for candidate in shared - {address}:
        other = facts.traits[candidate]
        if other is not None and other.edition == own.edition and not (own.series and own.series == other.series):
            common = 2 * len(tags.intersection(other.tags)) + 3 * (candidate in linked)
            common += own.category != "" and own.category == other.category
            ranked.append((-common, abs(own.moment - other.moment), candidate))
    return tuple(candidate for *_, candidate in sorted(ranked)[:_RELATED])

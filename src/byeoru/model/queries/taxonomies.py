"""Queries about taxonomies: tags, categories, series, authors, and the pages of their terms.

In:  ``Facts``, and the address of a term, or an edition with names.
Out: values of the model; ``KeyError`` for what does not exist.
Must not: see a title where only counts are queried.
"""

from byeoru.model.durability import ORDER
from byeoru.model.facts import Facts, above
from byeoru.model.query import Addresses, page_query, query
from byeoru.model.site import Term


@page_query(terms=True, reason=("`{0}`의 글 변경", "pages in `{0}` changed"))
def group(facts: Facts, address: str) -> Addresses:
    """Return the pages of a term, newest first; those of a series in its order."""
    return facts.site.by_term[address].members


@page_query(terms=True, reason=("`{0}`의 최근 글 {1}편 변경", "the {1} most recent pages in `{0}` changed"))
def newest(facts: Facts, address: str, count: int) -> Addresses:
    """Return the newest pages of a term; those of another kind of page than posts count as well."""
    return facts.site.by_term[address].members[:count]


@page_query(terms=True, reason=("{1} `{2}`의 글 변경", "pages in {1} `{2}` changed"))
def named(facts: Facts, edition: str, taxonomy: str, name: str) -> Addresses:
    """Return the pages of the term of a name."""
    group = facts.by_name.get((edition, taxonomy, name))
    return group.members if group else ()


@query(sees=ORDER, reason=("`{0}`의 이름 변경", "name of `{0}` changed"))
def term(facts: Facts, address: str) -> Term:
    """Return the term whose page has an address."""
    return facts.site.by_term[address].term


@query(sees=ORDER, terms=True, shared=True, reason=("전체 목록 ({1}) 변경", "all of {1} changed"))
def terms(facts: Facts, edition: str, taxonomy: str) -> tuple[tuple[Term, int, int], ...]:
    """Return the terms of a taxonomy with their numbers of pages and their depths, in the order of an index."""
    groups = (group for group in facts.site.groups if group.term.kind == taxonomy and group.term.edition == edition)
    return tuple((group.term, len(group.members), group.depth) for group in groups)


@query(sees=ORDER, terms=True, reason=("`{0}`의 하위 분류 변경", "terms below `{0}` changed"))
def inner(facts: Facts, address: str) -> tuple[tuple[Term, int], ...]:
    """Return the terms one level below one, with their numbers of pages."""
    return tuple((group.term, len(group.members)) for group in facts.inner_groups.get(address, ()))


@query(sees=ORDER, reason=("`{0}`의 상위 분류 변경", "terms above `{0}` changed"))
def outer(facts: Facts, address: str) -> tuple[Term, ...]:
    """Return the terms above a nested one, from the root."""
    group = facts.site.by_term[address]
    terms: list[Term] = []
    for _ in range(group.depth):
        address = above(address)
        terms.append(facts.site.by_term[address].term)
    return tuple(reversed(terms))

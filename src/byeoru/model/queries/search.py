"""Queries about the search index: its root, its shards and its titles.

In:  ``Facts``, and the language of an edition or the name of a shard.
Out: what the files of the index show; ``KeyError`` for what does not exist.
Must not: hold a posting; the text of a shard comes from the cache, and its digest is the result here.
"""

from collections.abc import Mapping

from byeoru.base.digest import digest_text
from byeoru.model.durability import BODY, META, ORDER
from byeoru.model.facts import Facts
from byeoru.model.query import first_argument, query
from byeoru.model.search import rounded
from byeoru.model.site import PageSummary

Titles = tuple[tuple[int, PageSummary], ...]  # with slots


@query(
    sees=ORDER | BODY,
    documents=first_argument,
    places=lambda *_: (),  # a shard is a name itself
    reason=("검색 색인의 조각 변경", "shard of the search index changed"),
)
def shard(facts: Facts, name: str) -> str:
    """Return the digest of a shard: the document that it shows is the shard itself, as `Facts.key` knows it."""
    return facts.shards[name]


@query(sees=ORDER, reason=("검색 색인의 구성 변경", "layout of the search index changed"))
def search_root(facts: Facts, language: str) -> tuple[int, int, tuple[tuple[str, int], ...]]:
    """Return how many documents there are, log2 of the size of the slot table, and the shards of each segment."""
    edition = facts.searched[language]
    segments = tuple((segment.name.rpartition("-")[0], len(segment.digests)) for segment in edition.segments)
    return rounded(len(edition.slots)), edition.bits, segments


def _digest(rows: Titles, digests: Mapping[str, str]) -> str:
    return digest_text("".join([f"{slot} {digests[summary.address]}" for slot, summary in rows]))


@query(
    sees=ORDER | META,
    documents=lambda _, rows: [summary.address for _, summary in rows],
    digest=_digest,
    reason=("검색 결과의 제목 변경", "titles of search results changed"),
)
def search_titles(facts: Facts, language: str, first: int, count: int) -> Titles:
    """Return the summaries of the documents in *count* slots; a document that the site no longer has is left out."""
    slots, by_address = facts.slots_by_language[language], facts.site.by_address
    taken = [(slot, by_address.get(slots[slot])) for slot in range(first, first + count) if slot in slots]
    return tuple((slot, page.summary) for slot, page in taken if page is not None)

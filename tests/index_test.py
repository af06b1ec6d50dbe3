"""The search index of a site, made without a cache."""

from collections.abc import Mapping

from byeoru.base.digest import digest_text
from byeoru.index.boundaries import boundaries_for
from byeoru.index.document_terms import postings_of
from byeoru.index.partials import shards_of
from byeoru.index.segments import layouts, shards_for
from byeoru.model.search import IndexedEdition, IndexedSegment, SearchIndex, shard_name
from byeoru.model.site import Site


def index_of(site: Site, terms: Mapping[str, str]) -> tuple[SearchIndex, dict[str, str]]:
    """Return the index of a site from the *terms* of its documents by path, and the texts of its shards by name."""
    editions = []
    texts: dict[str, str] = {}
    for layout in layouts(site):
        segments = []
        for name, members, is_newest in layout.segments:
            documents = [(slot, terms[path]) for slot, path in members]
            shards = shards_for(sum(postings_of(found) for _, found in documents), is_newest=is_newest)
            whole = shards_of(documents, boundaries_for(shards, layout.language))
            segments.append(IndexedSegment(f"{name}-{shards}", tuple(map(digest_text, whole))))
            texts |= {
                shard_name(layout.language, layout.bits, f"{name}-{shards}", number): text
                for number, text in enumerate(whole)
            }
        editions.append(IndexedEdition(layout.code, layout.language, layout.bits, layout.slots, tuple(segments)))
    return SearchIndex(tuple(editions)), texts


def written(terms: dict[str, int]) -> str:
    """Return terms with their impacts as `parse.terms` writes them."""
    alike = {impact: [term for term in terms if terms[term] == impact] for impact in sorted(terms.values())}
    return "\n".join(f"{chr(96 + impact)}\t{' '.join(found)}" for impact, found in alike.items())

"""The search index of a site, made without a cache."""

from collections.abc import Mapping

from byeoru.base.digest import digest_text
from byeoru.index.boundaries import boundaries_for
from byeoru.index.segments import layouts, shards_for
from byeoru.index.shards import Gathered
from byeoru.model.search import IndexedEdition, IndexedSegment, SearchIndex, shard_name
from byeoru.model.site import Site


def index_of(site: Site, terms: Mapping[str, str]) -> tuple[SearchIndex, dict[str, str]]:
    """Return the index of a site from the *terms* of its documents by path, and the texts of its shards by name."""
    editions = []
    texts: dict[str, str] = {}
    for layout in layouts(site):
        segments = []
        for name, members, is_newest in layout.segments:
            gathered = Gathered()
            postings = sum(gathered.add(slot, terms[path]) for slot, path in members)
            shards = shards_for(postings, is_newest=is_newest)
            whole = list(gathered.texts(boundaries_for(shards, layout.language)))
            segments.append(IndexedSegment(f"{name}-{shards}", tuple(map(digest_text, whole))))
            texts |= {
                shard_name(layout.language, layout.bits, f"{name}-{shards}", number): text
                for number, text in enumerate(whole)
            }
        editions.append(IndexedEdition(layout.code, layout.language, layout.bits, layout.slots, tuple(segments)))
    return SearchIndex(tuple(editions)), texts

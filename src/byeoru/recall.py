"""Pass the connected site of a process to the next one, which then connects what has changed since.

In:  the tables of the cache; at the end of a process, its memory.
Out: the memory to begin with: that of an earlier build, as if this process had made it.
Must not: be relied on: without it, or with one of other options, the site is connected from its documents.

The site is written when too much differs from the one that was written before. Until then, only the names of what
differs in the output folder are: an edit of a site of 10,000 posts need not write 5 MB.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from byeoru.base.ahead import Ahead
from byeoru.base.diagnostic import Outcome
from byeoru.base.frozen import ThawError, frozen, thawed
from byeoru.cache.last_build import STORED_SITE
from byeoru.cache.links import Links, LinksState
from byeoru.cache.stored_site import MARK, marked_site, store_site
from byeoru.cache.tables import Tables
from byeoru.connected import Connected
from byeoru.graph.link_index import LinkIndex
from byeoru.graph.links import resolve
from byeoru.graph.names import Names
from byeoru.graph.similar_names import SimilarNames, Syllables
from byeoru.graph.spellings import Spellings
from byeoru.memory import Memory, Recalled
from byeoru.model.content import Document
from byeoru.model.project import Profile
from byeoru.model.queries import QUERIES
from byeoru.model.results import Results
from byeoru.model.site import Site

_MANY = 500  # names that differ; each costs the next process a lookup, and its document is connected again
_TABLES = (LinkIndex, Names, SimilarNames, Spellings, Syllables)  # classes that are not values, and hold only these


class _Kept(NamedTuple):
    """A connected site without what belongs to a process: results of queries, and tables of the cache."""

    documents: Mapping[str, Outcome[Document | None]]
    fields: dict[str, Any]  # of ``Connected``
    site: Site
    links: LinksState[LinkIndex]
    summaries: tuple[int, dict[str, str]]  # the sum of their digests (`model/on_demand`), and these by address


def recalled(profile: Profile, tables: Tables, ahead: Ahead) -> Memory:
    """Return the memory of an earlier process, whose bytes may have been read *ahead*; without, only the *tables*."""
    memory = Memory(tables)
    data = ahead.take(STORED_SITE)
    if data is None:
        data = marked_site(tables.store, profile, tables.program)
    if not data:
        return memory
    try:
        kept = thawed(data[MARK:], _TABLES)
    except ThawError:
        return memory
    if not isinstance(kept, _Kept):
        return memory
    revision = tables.documents.adopt(kept.documents)
    links = Links(tables.store, profile, tables.program, tables.documents, resolve, state=kept.links)
    results = Results(kept.site, kept.fields["appearance"].theme.value.value, QUERIES)
    results.summary_digests.sum, digests = kept.summaries
    results.summary_digests.update(digests)
    site = Connected(**kept.fields | {"revision": revision}, results=results, links=links)
    mark = data[:MARK].hex()
    match tables.store.get(_names(profile)):
        case [str(of), list(names), str(signature)] if of == mark:
            return memory._replace(site=site, recalled=Recalled(mark, kept.site, site.shape, names, signature))
    return memory._replace(site=site)


def note(profile: Profile, memory: Memory) -> None:
    """Store the names of what differs between the output folder and the site that the next process recalls."""
    names, shown = _differing(memory), memory.emitted
    if memory.recalled is None or names is None or shown is None:
        memory.tables.store.drop((_names(profile),))
    else:
        memory.tables.store.put(_names(profile), [memory.recalled.mark, names, shown.signature])


def keep(profile: Profile, memory: Memory) -> None:
    """Store the site of *memory* if the one that is stored differs too much from it."""
    site, shown, tables = memory.site, memory.emitted, memory.tables
    names = _differing(memory)
    if site is None or shown is None or shown.signature != site.signature or (names is not None and len(names) < _MANY):
        return
    if shown.folder.written != tables.traces.written:
        return  # a later build has written the folder
    fields = {name: value for name, value in site._asdict().items() if name not in {"results", "links"}}
    digests = site.results.summary_digests
    summaries = digests.sum, dict(digests)  # the sum takes all digests
    kept = _Kept(tables.documents.decoded, fields, site.results.site, site.links.state, summaries)
    mark = store_site(tables.store, profile, tables.program, frozen(kept))
    names = shown.site.names_changed_since(site.results.site)
    tables.store.put(_names(profile), [mark, names, shown.signature])
    tables.store.commit()


def _differing(memory: Memory) -> list[str] | None:
    """Return the names of what the output folder shows otherwise than the recalled site; None for too much."""
    before, shown = memory.recalled, memory.emitted
    if before is None or shown is None or not shown.signature or shown.shape != before.shape:
        return None
    return shown.site.names_changed_since(before.site)


def _names(profile: Profile) -> str:
    return f"differing/{profile.name}"

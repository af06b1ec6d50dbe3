"""Pass the connected site of a process to the next one, which then connects what has changed since.

In:  the tables of the cache; at the end of a process, its memory.
Out: the memory to begin with: that of an earlier build, as if this process had made it.
Must not: be relied on: without it, or with one of other options, the site is connected from its documents.

The site is written when too much differs from the one that was written before. Until then, only the names of what
differs in the output folder are: an edit of a site of 10,000 posts need not write 8 MB. Nor does it read all of it:
pages, documents and references are in blocks (`base/mappings`).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from byeoru.base.ahead import Ahead
from byeoru.base.derived import Derived
from byeoru.base.diagnostic import Diagnostic, Outcome
from byeoru.base.frozen import frozen_parts, thawed
from byeoru.base.mappings import Blocks
from byeoru.base.thaw_error import ThawError
from byeoru.cache.known_documents import KnownDocuments
from byeoru.cache.last_build import STORED_SITE
from byeoru.cache.links import Links, LinksState
from byeoru.cache.stored_site import MARK, marked_site, store_site
from byeoru.cache.tables import Tables
from byeoru.connected import Connected
from byeoru.discover.pages import PathsByUse
from byeoru.discover.settings import KnownSettings
from byeoru.graph.link_index import LinkIndex
from byeoru.graph.links import resolve
from byeoru.memory import AllDocuments, Memory, Recalled
from byeoru.model.changed_names import names_changed
from byeoru.model.content import Document
from byeoru.model.project import Profile
from byeoru.model.queries import QUERIES
from byeoru.model.results import Results
from byeoru.model.site import Site

_MANY = 500  # names that differ; each costs the next process a lookup, and its document is connected again


class _Kept(NamedTuple):
    """A connected site without what belongs to a process: results of queries, and tables of the cache."""

    settings: KnownSettings | None
    paths: Derived[list[str], PathsByUse]
    identities: Mapping[str, str]  # of documents, by path (`cache/documents`)
    documents: Blocks[Document]  # that are not those of pages
    problems: Mapping[str, tuple[Diagnostic, ...]]  # of documents, by path
    fields: dict[str, Any]  # of ``Connected``
    site: Site
    links: LinksState[LinkIndex]
    summaries: tuple[int, dict[str, str]]  # the sum of their digests (`model/on_demand`), and these by address

    def document(self, path: str) -> Outcome[Document | None]:
        """Return one document with its problems; none for an unknown one."""
        document = self.documents.get(path)
        if document is None and path in self.site.by_source:
            document = self.site.by_source[path].document
        return Outcome(document, self.problems.get(path, ()))


def recalled(profile: Profile, tables: Tables, ahead: Ahead) -> Memory:
    """Return the memory of an earlier process, whose bytes may have been read *ahead*; without, only the *tables*."""
    memory = Memory(tables)
    data = ahead.take(STORED_SITE)
    if data is None:
        data = marked_site(tables.store, profile, tables.program)
    if not data:
        return memory
    try:
        kept = thawed(memoryview(data)[MARK:])
    except ThawError:
        return memory
    if not isinstance(kept, _Kept):
        return memory
    revision = tables.documents.adopt(kept.identities, kept.document)
    documents, signature = KnownDocuments(kept.identities, tables.documents.known), kept.fields["inputs"].documents
    known = AllDocuments(kept.paths.value.documents, revision, documents, kept.problems, signature)
    memory = memory._replace(settings=kept.settings, paths=kept.paths, documents=known)
    links = Links(tables.store, profile, tables.program, tables.documents, resolve, state=kept.links)
    results = Results(kept.site, kept.fields["appearance"].theme.value.value, QUERIES)
    results.summary_digests.sum, digests = kept.summaries
    results.summary_digests.update(digests)
    site = Connected(**kept.fields | {"revision": revision}, results=results, links=links)
    mark = data[:MARK].hex()
    match tables.store.get(_names(profile)):
        case [str(of), list(names), str(look), str(signature)] if of == mark:
            recalled = Recalled(mark, kept.site, site.shape, site.outputs, names, look, signature)
            return memory._replace(site=site, recalled=recalled)
    return memory._replace(site=site)


def note(profile: Profile, memory: Memory) -> None:
    """Store the names of what differs between the output folder and the site that the next process recalls."""
    names, shown = _differing(memory), memory.emitted
    if memory.recalled is None or names is None or shown is None:
        memory.tables.store.drop((_names(profile),))
    else:
        memory.tables.store.put(_names(profile), [memory.recalled.mark, names, shown.look, shown.signature])


def keep(profile: Profile, memory: Memory) -> None:
    """Store the site of *memory* if the one that is stored differs too much from it."""
    site, shown, tables = memory.site, memory.emitted, memory.tables
    names = _differing(memory)
    if site is None or shown is None or shown.signature != site.signature or (names is not None and len(names) < _MANY):
        return
    if shown.folder.written != tables.traces.written or not _is_of_documents(site, memory):
        return  # of a later build, which has not come to its end
    documents = memory.documents.documents
    fields = {name: value for name, value in site._asdict().items() if name not in {"results", "links"}}
    digests = site.results.summary_digests
    summaries = digests.sum, dict(digests)  # the sum takes all digests
    pages, dated = site.results.site.by_source, site.inputs.commit_times
    others = {path: documents[path] for path in documents if path not in pages or path in dated}
    kept = _Kept(
        memory.settings,
        memory.paths,
        tables.documents.identities(documents),
        Blocks(others),
        memory.documents.problems,
        fields,
        site.results.site.in_blocks(memory.recalled.site if memory.recalled is not None else None),
        site.links.state,
        summaries,
    )
    mark = store_site(tables.store, profile, tables.program, frozen_parts(kept))
    names = names_changed(shown.site, site.results.site)
    tables.store.put(_names(profile), [mark, names, shown.look, shown.signature])
    tables.store.commit()


def _is_of_documents(site: Connected, memory: Memory) -> bool:
    """Tell whether a site was connected from the documents and paths in *memory*."""
    known, changed = memory.documents, memory.tables.documents.changed_since(site.revision)
    if known.paths is not memory.paths.value.documents or any(path in known.documents for path in changed):
        return False
    return known.signature == site.inputs.documents


def _differing(memory: Memory) -> list[str] | None:
    """Return the names of what the output folder shows otherwise than the recalled site; None for too much."""
    before, shown = memory.recalled, memory.emitted
    if before is None or shown is None or not shown.signature or shown.shape != before.shape:
        return None
    if shown.outputs != before.outputs or shown.site.groups != before.site.groups:
        return None  # each process after this one would group and plan the pages again
    return names_changed(shown.site, before.site)


def _names(profile: Profile) -> str:
    return f"differing/{profile.name}"

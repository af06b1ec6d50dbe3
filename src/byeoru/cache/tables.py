"""The tables of one open cache that all builds share, whatever the site."""

from typing import NamedTuple

from byeoru.cache.documents import Documents
from byeoru.cache.memo import Memos
from byeoru.cache.parts import Parts
from byeoru.cache.search_table import SearchTable
from byeoru.cache.sources import Sources
from byeoru.cache.store import Store
from byeoru.cache.traces import Traces
from byeoru.model.project import Profile


class Tables(NamedTuple):
    """All tables; the revision of a table grows with every change."""

    store: Store
    program: str  # digest of the program that reads and writes them
    sources: Sources
    documents: Documents
    traces: Traces
    memos: Memos
    search: SearchTable
    parts: Parts

    @classmethod
    def opened(cls, store: Store, profile: Profile, program: str) -> "Tables":
        """Open the tables of *store*; tables that another program wrote are empty."""
        documents, traces = Documents(store, program), Traces(store, profile, program)
        search = SearchTable(store, profile, program, documents)
        memos, parts = Memos.opened(store, program), Parts(store, program, documents.body)
        return cls(store, program, Sources(store), documents, traces, memos, search, parts)

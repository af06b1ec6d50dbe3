"""The memo table of the index: after any history of edits, kills and losses it has the shards of a clean one."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byeoru.base.parallel import Workers
from byeoru.cache import search_table
from byeoru.cache.damage import Overtaken
from byeoru.cache.documents import Documents
from byeoru.cache.packed import packed
from byeoru.cache.search_table import SearchTable
from byeoru.cache.store import Store
from byeoru.index import segments
from byeoru.index.segments import layout_of
from byeoru.index.shards import Step, changes_of
from byeoru.model.project import Profile
from index_test import written

PATHS = st.sampled_from([f"{number:02}" for number in range(24)])
WORDS = st.sampled_from(["클로저", "글로저", "#도커", "react", "redux", "가비지", "컬렉션", "日本", "하나", "둘"])
TERMS = st.dictionaries(WORDS, st.integers(1, 15), min_size=1, max_size=6)
SITES = st.dictionaries(PATHS, TERMS, min_size=4, max_size=24)
EDITS = st.lists(st.tuples(PATHS, st.none() | TERMS), min_size=1, max_size=3)
EVENTS = st.sampled_from(["save", "save", "kill", "lose a row", "lose the old terms", "other profile", "nothing"])

Site = dict[str, dict[str, int]]  # the terms of each document


class Cache:
    """A store with the index of a profile, and what builds do to it."""

    def __init__(self, path: str, profile: str = "site") -> None:
        self.store = Store(path)
        self.profile = Profile("preview" if profile == "preview" else "site", "")
        self.keys: dict[str, str] = {}
        self.open()

    def open(self) -> None:
        """Begin as another process: what was not committed is lost."""
        path = self.store.path
        self.store.close()
        self.store = Store(path)
        self.documents = Documents(self.store, "program")
        self.table = SearchTable(self.store, self.profile, "program", self.documents)

    def build(self, site: Site) -> dict[str, str]:
        """Parse and index *site*; return the texts of the shards by the names of their files."""
        for path in self.keys.keys() - site.keys():
            self.documents.terms.drop(path)
        self.keys = {path: str(sorted(terms.items())) for path, terms in site.items()}
        for path, terms in site.items():
            if self.documents.terms.get(path, self.keys[path]) is None:
                self.documents.terms.put(path, key := self.keys[path], packed([key, written(terms)]))
        self.store.commit()  # as the parser does
        dated = [(path, f"/{path}/") for path in sorted(site) if int(path) % 5]
        undated = [(path, f"/{path}/") for path in site if int(path) % 5 == 0]
        layout = layout_of("", "ko", dated, undated)
        while True:
            with contextlib.suppress(Overtaken):
                index = self.table.updated([layout], self.keys.__getitem__, Workers(1))
                return {name: self.table.text(name) for name in index.shards()}
            self.open()

    def save(self) -> None:
        self.table.save()
        self.store.commit()

    def close(self) -> None:
        self.store.close()


@pytest.fixture(autouse=True)
def small_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let 4 documents be a full segment, 8 a larger one, and shards hold some ten postings."""
    monkeypatch.setattr(segments, "_DIGITS", (8, 4))
    monkeypatch.setattr(segments, "_SHARD_BYTES", 20)


@contextlib.contextmanager
def caches(*profiles: str) -> Iterator[list[Cache]]:
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        opened = [Cache(str(Path(folder) / ".blog" / "cache.db"), profile) for profile in profiles]
        for cache in opened:
            stack.callback(cache.close)
        yield opened


def clean(site: Site) -> dict[str, str]:
    with caches("site") as [cache]:
        return cache.build(site)


def after(site: Site, edits: list[tuple[str, dict[str, int] | None]]) -> Site:
    """Return *site* after edits: of each, the path and the new terms, None for a document that goes."""
    edited = dict(site)
    for path, terms in edits:
        if terms is not None:
            edited[path] = terms
        elif len(edited) > 1:
            edited.pop(path, None)
    return edited


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SITES, st.lists(st.tuples(EDITS, EVENTS), min_size=1, max_size=6), st.integers(0, 10**6))
def test_any_history_ends_with_the_shards_of_a_clean_index(
    site: Site, history: list[tuple[list[tuple[str, dict[str, int] | None]], str]], dice: int
) -> None:
    """Documents are edited, come and go; processes end; rows are lost; a preview indexes the same texts beside it."""
    with caches("site", "preview") as [cache, preview]:
        cache.build(site)
        for edits, event in history:
            match event:
                case "save":
                    cache.save()
                case "kill":
                    cache.open()
                case "lose a row":
                    cache.save()
                    lost = [*cache.store.names("shards/"), *cache.store.names("segments/")]
                    cache.store.drop([lost[dice % len(lost)]])
                    cache.store.commit()
                    cache.open()
                case "lose the old terms":
                    cache.store.drop(cache.store.names("old-terms/"))
                case "other profile":
                    cache.save()
                    preview.open()
                    preview.build(after(site, edits[:1]))
                    preview.save()
            site = after(site, edits)

            assert cache.build(site) == clean(site)
        cache.save()
        preview.open()
        assert preview.build(site) == clean(site)


def test_the_twin_that_skips_a_change_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison above fails if one change of a shard is left out."""
    site: Site = {f"{number:02}": {"클로저": 3, "react": number % 15 + 1} for number in range(12)}
    edited = site | {"03": {"클로저": 3, "redux": 2}}

    def skipping(steps: list[Step]) -> object:
        changes = dict(changes_of(steps) or {})
        changes.pop("react")
        return changes

    with caches("site") as [cache]:
        cache.build(site)
        assert cache.build(edited) == clean(edited)
    monkeypatch.setattr(search_table, "changes_of", skipping)
    with caches("site") as [cache]:
        cache.build(site)
        assert cache.build(edited) != clean(edited)


def test_an_edit_touches_the_shards_of_its_terms_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shards of other terms keep their digests, and the whole is not made again."""
    site: Site = {f"{number:02}": {"클로저": 3, "react": number % 15 + 1} for number in range(12)}
    with caches("site") as [cache]:
        before = cache.build(site)
        cache.save()
        cache.open()
        read: list[str] = []
        terms_of = cache.documents.terms_of

        def recorded(path: str, key: str) -> str:
            read.append(path)
            return terms_of(path, key)

        monkeypatch.setattr(cache.documents, "terms_of", recorded)

        changed = cache.build(site | {"03": {"클로저": 3, "redux": 2}})

    assert read == ["03"]
    assert {name for name in before if before[name] != changed[name]} < set(before)


def test_earlier_terms_are_kept_until_no_index_has_them() -> None:
    """What another profile has indexed stays as long as it needs it."""
    site: Site = {f"{number:02}": {"클로저": 3} for number in range(12)}
    with caches("site", "preview") as [cache, preview]:
        cache.build(site)
        cache.save()
        preview.build(edited := site | {"03": {"react": 1}})
        preview.save()
        kept = preview.store.names("old-terms/")
        cache.open()
        cache.build(edited)
        cache.save()

        assert len(kept) == 1
        assert cache.store.names("old-terms/") == []


def test_an_index_that_is_switched_off_leaves_no_rows() -> None:
    """Without a layout there are no segments, and what was stored is removed."""
    with caches("site") as [cache]:
        cache.build({"01": {"클로저": 3}})
        cache.save()

        cache.table.updated([], str, Workers(1))
        cache.save()

        assert cache.store.names("segments/") + cache.store.names("shards/") == []

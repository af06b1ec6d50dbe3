"""The memo table of links: after any history it has the targets of a clean one, and it looks up only what can differ."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byeoru.base.digest import digest_text
from byeoru.cache.documents import Documents, key_of, stamp_of
from byeoru.cache.links import Links, Targets
from byeoru.cache.parsings import Batch
from byeoru.cache.store import Store
from byeoru.graph.link_index import LinkIndex
from byeoru.graph.links import Resolution, resolve
from byeoru.graph.names import Names
from byeoru.model.content import Dialect, Document, Outline, ParseOptions, Slot, Source
from byeoru.model.project import Profile
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())
STAMP = stamp_of(OPTIONS, "program")
PATHS = ("a.md", "b.md", "x/a.md", "x/c.md", "메모.md")
LINKS = (
    "[[a]]",
    "[[b#절]]",
    "[[x/a]]",
    "[[별칭]]",
    "[[제목#절]]",
    "[[a#다른 절]]",
    "[[c]]",
    "[글](a.md#절)",
    "[[메머]]",
    "[a](x)",
)

TEXTS = st.builds(
    lambda front, headings, links: f"---\n{front}\n---\n\n{headings}\n\n{' '.join(links)}\n",
    st.sampled_from(["tags: []", "title: 제목", "aliases: [별칭]", "draft: true", "title: 제목\ndraft: true"]),
    st.sampled_from(["", "## 절", "## 다른 절 {#절}", "## 절\n\n## 다른 절"]),
    st.lists(st.sampled_from(LINKS), max_size=4),
)
SITES = st.dictionaries(st.sampled_from(PATHS), TEXTS, min_size=2, max_size=5)
EVENTS = st.sampled_from(["save", "save", "kill", "end early", "nothing"])


class Cache:
    """A store with documents and links, and what builds do to it."""

    def __init__(self, path: str) -> None:
        self.store = Store(path)
        self.resolved: list[str] = []  # paths of the documents whose references were looked up
        self.open()

    def open(self) -> None:
        """Begin as another process: what was not committed is lost."""
        path = self.store.path
        self.store.close()
        self.store = Store(path)
        self.documents = Documents(self.store, "program")
        self.links: Links[LinkIndex] | None = None

    def _resolve(
        self, slots: tuple[Slot, ...], path: str, address: str, index: LinkIndex, outline_of: Callable[[str], Outline]
    ) -> Resolution:
        self.resolved.append(path)
        return resolve(slots, path, address, index, outline_of)

    def parse(self, site: dict[str, str]) -> list[Document]:
        """Parse what has changed, and return all documents."""
        documents = []
        for path, text in sorted(site.items()):
            data, digest = text.encode(), digest_text(text)
            if not self.documents.has(path, digest, STAMP):
                source = Source(path, data, digest, key_of(path, digest, STAMP))
                for parsing in Batch(parse, OPTIONS)(None, [source]):
                    self.documents.record(parsing, STAMP)
            document = self.documents.known(path).value
            assert document is not None
            documents.append(document)
        return documents

    def build(self, site: dict[str, str], *, stops_after: int = 99) -> dict[str, Targets]:
        """Resolve all references of *site*; a build that fails stops before it has looked at all of them."""
        everything = self.parse(site)
        index = index_of(everything)
        profile = Profile("site", "")
        self.links = Links(self.store, profile, "program", self.documents, self._resolve, self.links)
        shown = [document for document in everything if not document.meta.draft]
        targets = {
            document.path: self.links(document, index.pages[document.path], index) for document in shown[:stops_after]
        }
        if stops_after >= len(shown):
            self.links.complete()
        return targets

    def clean(self, site: dict[str, str]) -> dict[str, Targets]:
        """Return the targets of *site* without the table."""
        everything = self.parse(site)
        index = index_of(everything)
        return {
            one.path: resolve(
                self.documents.slots(one.path, one.key), one.path, index.pages[one.path], index, self.documents.outline
            ).outcome
            for one in everything
            if not one.meta.draft
        }

    def save(self, site: dict[str, str]) -> None:
        """Store everything, as a build that has succeeded."""
        if self.links is not None:
            self.links.save(site)
        self.documents.save(site)
        self.store.commit()


def index_of(documents: list[Document]) -> LinkIndex:
    """Return the index of a site in which the address of a document is its path."""
    shown = [document for document in documents if not document.meta.draft]
    hidden = [document for document in documents if document.meta.draft]
    pages = {document.path: f"/{document.path.removesuffix('.md')}/" for document in shown}
    secrets = {document.path: f"/{document.path.removesuffix('.md')}/" for document in hidden}
    names = Names(shown, pages, (), "names:")
    return LinkIndex(
        pages, {}, (), {}, program="obsidian", names=names, hidden=Names(hidden, secrets, (), "hidden-names:")
    )


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(str(tmp_path / "cache.db"))


def check_history(history: list[tuple[dict[str, str], str]]) -> None:
    """Build one site after the other, and compare the targets of each with those of a clean build."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(f"{folder}/cache.db")
        for site, event in history:
            if event == "end early":
                cache.build(site, stops_after=1)
            assert cache.build(site) == cache.clean(site)
            if event == "save":
                cache.save(site)
            elif event == "kill":
                cache.open()
        cache.store.close()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(SITES, EVENTS), min_size=2, max_size=5))
def test_any_history_ends_like_a_clean_one(history: list[tuple[dict[str, str], str]]) -> None:
    """Renamed, hidden and new notes, aliases, titles and headings: the targets are those of a clean build."""
    check_history(history)


def test_the_property_fails_without_the_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that does not compare the answers to its lookups keeps the targets of an earlier site."""
    monkeypatch.setattr(Links, "_answers", lambda *_: "")

    with pytest.raises(AssertionError):
        check_history([({"a.md": "[[c]]\n", "b.md": "b\n"}, "save"), ({"a.md": "[[c]]\n", "x/c.md": "c\n"}, "save")])


def test_a_new_note_is_looked_up_by_those_that_asked_for_it(cache: Cache) -> None:
    """Only the documents whose links could mean the new note are resolved again."""
    site = {"a.md": "[[c]]\n", "b.md": "[[a]]\n", "메모.md": "[[별칭]] [글](a.md)\n"}
    cache.build(site)
    cache.resolved.clear()

    targets = cache.build(site | {"x/c.md": "c\n"})

    assert cache.resolved == ["a.md", "x/c.md"]
    assert targets["a.md"].value.targets == ("/x/c/",)


def test_a_new_title_is_looked_up_by_links_to_the_note(cache: Cache) -> None:
    """The label of a link is the title of the note, so those that found it by name are resolved again."""
    site = {"a.md": "[[b]]\n", "b.md": "글\n", "메모.md": "[[a]]\n"}
    cache.build(site)
    cache.resolved.clear()

    targets = cache.build(site | {"b.md": "---\ntitle: 새 제목\n---\n글\n"})

    assert cache.resolved == ["a.md", "b.md"]
    assert targets["a.md"].value.labels == ((0, "새 제목"),)


def test_an_edited_text_is_looked_up_by_links_to_its_headings(cache: Cache) -> None:
    """A heading that was missing is found by the links that name it, and nothing else is resolved again."""
    site = {"a.md": "[[b#절]]\n", "b.md": "글\n", "메모.md": "[[b]]\n"}
    cache.build(site)
    assert cache.links is not None

    cache.parse({"b.md": "글 한 줄 더\n"})
    same = cache.links.with_changed_headings(["b.md"])
    cache.parse({"b.md": "## 절\n"})
    changed = cache.links.with_changed_headings(["b.md"])

    assert (same, changed) == (set(), {"a.md"})
    document = cache.documents.known("a.md").value
    assert document is not None
    assert cache.links.resolved(document, "/a/").value.targets == ("/b/#%EC%A0%88",)


def test_an_unchanged_site_is_not_looked_up(cache: Cache) -> None:
    """If nothing that a link can mean has changed, another process reads the targets and asks nothing."""
    site = {"a.md": "[[b]] [[없음]]\n", "b.md": "글\n"}
    before = cache.build(site)
    cache.save(site)
    cache.open()
    cache.resolved.clear()

    assert cache.build(site) == before
    assert cache.resolved == []


def test_what_was_looked_up_is_not_kept_in_memory(cache: Cache) -> None:
    """When all documents are resolved, their lookups are forgotten; an edit finds the same again."""
    site = {"a.md": "[[c]] [[a]] [글](b.md)\n", "b.md": "b\n"}
    targets = cache.build(site)
    assert cache.links is not None
    index = cache.links.state.found_in
    assert index is not None

    assert not index.found
    assert not index.resolved

    document = cache.documents.known("a.md").value
    assert document is not None
    assert cache.links.resolved(document, "/a/") == targets["a.md"]
    assert (
        resolve(cache.documents.slots("a.md", document.key), "a.md", "/a/", index, cache.documents.outline).outcome
        == targets["a.md"]
    )


def test_references_to_one_page_have_one_text(cache: Cache) -> None:
    """A target of many references is in memory once, whether it was resolved or read from the cache."""
    site = {"a.md": "[[b]]\n", "b.md": "b\n", "x/a.md": "[[b]]\n"}
    new = cache.build(site)
    cache.save(site)
    cache.open()
    read = cache.build(site)

    assert len({id(targets[path].value.targets[0]) for targets in (new, read) for path in ("a.md", "x/a.md")}) == 1

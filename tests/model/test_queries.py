"""Every declared query sees of documents what it declares, no more and no less; so does every shared table.

One thing of a small site is changed after the other: metadata, places, texts. What the declarations do not name must
leave a result as it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

import pytest

from byeoru.base.diagnostic import Outcome
from byeoru.base.digest import digest_of
from byeoru.graph.references import link_graph
from byeoru.graph.retagged import retagged
from byeoru.graph.site import connect
from byeoru.index.segments import layouts
from byeoru.model.changed_names import names_changed
from byeoru.model.content import Alias, Dialect, Document, ParseOptions, Source
from byeoru.model.durability import BODY, META, NOTHING, ORDER, Lookup, Sees
from byeoru.model.facts import Facts
from byeoru.model.link_graph import to_page
from byeoru.model.metadata import LISTING_FIELDS, Metadata
from byeoru.model.names import EVERY, is_of_words, summary_of
from byeoru.model.output import QueryKey
from byeoru.model.parts import PartRow
from byeoru.model.queries import QUERIES
from byeoru.model.query import Addresses, Query, first_argument, page_query, query
from byeoru.model.results import Results
from byeoru.model.search import IndexedEdition, IndexedSegment, SearchIndex
from byeoru.model.services import Analytics, Comments
from byeoru.model.settings import DEFAULT_SECTIONS, Author, Section, Settings, SiteLanguage
from byeoru.model.site import Page, Resolved, Site
from byeoru.model.theme import Chosen, Static, Template, Theme
from byeoru.model.trace import Trace
from byeoru.parse.document import parse
from byeoru.render.kinds import RESERVED
from program_copy_test import PROGRAM, ProgramCopy

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())
SETTINGS = Settings(title="t", authors=(Author("홍길동", id="hong"),), page_size=2)
THEME = Theme(
    "t",
    (Template("post.html", "p", "d", ""), Template("post.html", "q", "e", "", 1)),
    (Static("t.css", "p", "d"),),
    (Chosen("accent", "red"), Chosen("graph", "true", "flag")),
    (("ko", (("a", "가"),)),),
)
HEADERS = {
    "content/posts/a.md": "date: 2026-01-01\ntags: [x]\ncategory: os\nseries: 연재",
    "content/posts/b.md": "date: 2026-01-02\ntags: [x]\ncategory: os\nseries: 연재\npin: true",
    "content/posts/c.md": "date: 2026-02-02\ntags: [x, z]\nauthors: [hong]",
    "content/posts/d.md": "date: 2025-03-01\ntags: [z, x/y]",
    "content/posts/a.en.md": "date: 2026-01-01\ntags: [x]",
    "content/notes/n.md": "title: 노트\nupdated: 2026-01-01",
    "content/notes/f/index.md": "title: 폴더",
    "content/notes/f/o.md": "title: 안",
    "content/notes/f/g/index.md": "title: 속 폴더",
    "content/notes/f/g/p.md": "title: 속",
    "content/notes/index.md": "title: 모든 노트",
    "content/notes/m.md": "title: 나머지\nupdated: 2026-01-01",
    "content/pages/about.md": "title: 소개",
    "content/index.md": "title: 첫 페이지",
}
LINKS = {"content/posts/b.md": ("/posts/a/",), "content/notes/n.md": ("/posts/a/",)}
ADDRESSES = (
    "/posts/a/",
    "/posts/b/",
    "/posts/c/",
    "/posts/d/",
    "/en/posts/a/",
    "/notes/n/",
    "/notes/m/",
    "/about/",
    "/notes/f/",
)
# Arguments of every query that takes any.
ARGUMENTS: dict[str, list[QueryKey]] = {
    "title": [("",), ("en",)],
    "description": [("",), ("en",)],
    "menu": [("",), ("en",)],
    "home": [("",), ("en",)],
    "page": [(path,) for path in HEADERS],
    "address": [(path,) for path in HEADERS],
    "source": [(address,) for address in ADDRESSES],
    "older": [(address,) for address in ADDRESSES],
    "newer": [(address,) for address in ADDRESSES],
    "edition": [("",), ("en",)],
    "translations": [(address,) for address in ADDRESSES],
    "posts": [("", 0), ("", 1), ("en", 0)],
    "pinned": [("",)],
    "pager": [("", 0), ("", 1)],
    "recent": [("", 1), ("", 5)],
    "tended": [("", 1), ("", 5)],
    "sections": [("",)],
    "section": [("", "notes")],
    "crumbs": [("", "content/notes/f")],
    "top": [("", "notes"), ("", "posts")],
    "below": [("content/notes/f/index.md",)],
    "folder_tree": [("content/notes/f/index.md",), ("content/notes/index.md",)],
    "section_tree": [("", "notes")],
    "group": [("/tags/x/",), ("/categories/os/",), ("/series/연재/",)],
    "siblings": [(address,) for address in ADDRESSES],
    "related": [(address,) for address in ADDRESSES],
    "backlinks": [(address,) for address in ADDRESSES],
    "newest": [("/tags/x/", 1), ("/tags/x/", 5)],
    "named": [("", "tag", "x")],
    "term": [("/tags/x/",)],
    "terms": [("", "tag"), ("", "category")],
    "inner": [("/tags/x/",), ("/categories/os/",)],
    "outer": [("/tags/x/y/",), ("/categories/os/",)],
    "author": [("홍길동",)],
    "archive": [("", ""), ("", "2026")],
    "days": [("",)],
    "has": [("", "categories"), ("", "about")],
    "file": [("content/posts/p.png",)],
    "size": [("/posts/p.png",)],
    "length": [("/posts/p.png",)],
    "static": [("t.css",)],
    "template": [("post.html",), ("post.html", 1)],
    "option": [("accent",)],
    "texts": [("ko",)],
    "shard": [("search:ko/6/p0-8/0",), ("search:ko/6/u-8/7",), ("search:en/6/p0-8/0",)],
    "part": [(address, "") for address in ADDRESSES],
    "search_root": [("ko",), ("en",)],
    "has_map": [("",), ("en",)],
    "map_size": [("",), ("en",)],
    "mapped": [("", 0), ("en", 0)],
    "map_folders": [("",), ("en",)],
    "most_linked": [("", 1), ("", 5)],
    "search_titles": [("ko", first, 8) for first in range(0, 64, 8)],
}
KEYS: list[QueryKey] = [(name, *arguments) for name in QUERIES for arguments in ARGUMENTS.get(name, [()])]


def document(path: str, header: str) -> Document:
    """Return the document of a file with that header."""
    parsed = parse(Source(path, f"---\n{header}\n---\n글 {path}\n".encode(), "", f"key of {path}"), OPTIONS).value
    assert parsed is not None
    return parsed.document


DOCUMENTS = {path: document(path, header) for path, header in HEADERS.items()}


def site_of(documents: Mapping[str, Document], links: Mapping[str, tuple[str, ...]] = LINKS) -> Site:
    """Return the site of *documents* with their *links*."""

    def resolve(one: Document, *_: object) -> Outcome[Resolved]:
        return Outcome(Resolved(links.get(one.path, ())))

    result = connect(tuple(documents.values()), (), {"content/posts/p.png": "d"}, {}, SETTINGS, resolve, RESERVED)
    assert {page.summary.address for page in result.value.pages} >= set(ADDRESSES) or documents is not DOCUMENTS
    return with_parts(with_index(result.value))


def with_index(site: Site) -> Site:
    """Return the site with a search index of eight shards a segment, each of which shows all texts of the segment."""
    editions = []
    for code, language, bits, slots, segments in layouts(site):
        digests = {
            name: digest_of([(slot, site.by_source[path].document.key) for slot, path in members])
            for name, members, _ in segments
        }
        indexed = tuple(IndexedSegment(f"{name}-8", (digest,) * 8) for name, digest in digests.items())
        editions.append(IndexedEdition(code, language, bits, slots, indexed))
    return site.with_indexes(link_graph(site, lambda _: {}), SearchIndex(tuple(editions)))


def with_parts(site: Site) -> Site:
    """Return the site with what is known of its texts, in which every link embeds a text."""
    slots = {page.document.path: tuple(range(len(page.targets))) for page in site.pages}
    rows = [
        PartRow(path, "", digest_of(site.by_source[path].document.key), 9, some, some) for path, some in slots.items()
    ]
    return site.with_parts(tuple(rows))


class Change(NamedTuple):
    """A site that differs from ``SITE`` in one thing."""

    kind: Sees  # what has to be declared by those who see it
    path: str  # of the document that is another
    site: Site


SITE = site_of(DOCUMENTS)


def other_values(value: object) -> list[Any]:
    """Return values that a field can have instead."""
    match value:
        case bool():
            return [not value]
        case int():
            return [value + 1]
        case str():
            return [f"{value}!", f"!{value}"]
        case datetime():
            return [value + timedelta(days=400), value - timedelta(days=400), None]
    return [datetime(2026, 5, 5, tzinfo=UTC)]


def metadata_changes(old: Document) -> Iterator[tuple[Sees, Document]]:
    """Yield *old* with another value of each field of its metadata."""
    others = {"section": ["notes"], "language": ["en"]}
    for field in Metadata._fields:
        for value in others.get(field, other_values(getattr(old.meta, field))):
            yield ORDER if field in LISTING_FIELDS else META, old._replace(meta=old.meta._replace(**{field: value}))


def changes() -> Iterator[Change]:
    """Yield every site that differs in one thing."""
    for path, old in DOCUMENTS.items():
        others = [
            (BODY, old._replace(key="other")),
            (META, old._replace(cover="https://example.com/p.png")),
            (ORDER, old._replace(tags=("y", "x"))),
            (ORDER, old._replace(tags=())),
            (ORDER, old._replace(categories=("db",))),
            (ORDER, old._replace(series="다른 연재")),
            (ORDER, old._replace(is_unlisted=True)),
            (ORDER, old._replace(slug="other")),
            (ORDER, old._replace(authors=("hong",))),
            (ORDER, old._replace(aliases=(Alias("/old/", 2, 1, 1),))),
            *metadata_changes(old),
        ]
        yield from (Change(kind, path, site_of(DOCUMENTS | {path: new})) for kind, new in others if new != old)
        yield Change(ORDER, path, site_of({one: other for one, other in DOCUMENTS.items() if one != path}))
        yield Change(BODY, path, site_of(DOCUMENTS, LINKS | {path: ("/posts/d/",)}))
    yield Change(ORDER, "", site_of({path: old for path, old in DOCUMENTS.items() if old.meta.section != "notes"}))
    spelled = {path: old._replace(tags=tuple(tag.upper() for tag in old.tags)) for path, old in DOCUMENTS.items()}
    yield Change(ORDER, "", site_of(spelled))


CHANGES = list(changes())


def faults(queries: Mapping[str, Query[Any, Any]], keys: list[QueryKey]) -> set[str]:
    """Return the queries whose results change with parts that they do not declare."""
    before = Results(SITE, THEME, queries)
    undeclared = set()
    for kind, path, site in CHANGES:
        after = Results(site, THEME, queries)
        for key in keys:
            declared = queries[str(key[0])]
            if before.digest(key) == after.digest(key):
                continue
            if not kind & declared.sees:
                undeclared.add(declared.name)
            elif kind is not ORDER and before.digest(key):
                names = (declared.texts if kind is BODY else declared.documents)(key[1:], before.value(key))
                changed = {path, *names_changed(site, SITE)} if kind is BODY else {path}
                if not {EVERY, *changed} & {before.path_of(name) for name in names}:
                    undeclared.add(declared.name)
    return undeclared


def unnamed(queries: Mapping[str, Query[Any, Any]], keys: list[QueryKey]) -> set[str]:
    """Return the queries whose results, or whose names, change although what these stand for has not."""
    one = Results(SITE, THEME, queries)
    missed = set()
    for *_, site in CHANGES:
        other = Results(site, THEME, queries)
        for before, after in ((one, other), (other, one)):
            names = {key: before.names_of(key) for key in keys}
            changed = {name for name in {*chain(*names.values())} if before.key(name) != after.key(name)}
            for key in keys:
                is_same = before.digest(key) == after.digest(key) and {*after.names_of(key)} <= {*names[key]}
                if not is_same and changed.isdisjoint(names[key]):
                    missed.add(str(key[0]))
    return missed


def undeclared_terms(queries: Mapping[str, Query[Any, Any]], keys: list[QueryKey]) -> set[str]:
    """Return the queries whose values change with tags of pages that they do not name, and that do not declare it."""

    def value(results: Results, key: QueryKey) -> object:
        try:
            return results.value(key)
        except KeyError:
            return None

    before, others = Results(SITE, THEME, queries), (("x",), ("y", "x"), ("x/y",), ())
    edited = [old._replace(tags=tags) for old in DOCUMENTS.values() for tags in others if old.tags != tags]
    sites = [(one.path, site) for one in edited if (site := retagged(SITE, [one])) is not None]
    assert any(site.groups != SITE.groups for _, site in sites)
    missed = set()
    for path, site in sites:
        after = Results(site, THEME, queries)
        for key in keys:
            if value(before, key) != value(after, key) and summary_of(path) not in before.names_of(key):
                missed.add(str(key[0]))
    return {name for name in missed if not queries[name].sees_terms and queries[name].places is None}


def test_every_query_is_tried() -> None:
    """Each query has arguments here under which it has a result."""
    results = Results(SITE, THEME, QUERIES)

    assert {str(name) for name, *_ in KEYS if results.digest((name, *_))} == QUERIES.keys()


def test_no_value_changes_with_tags_that_it_does_not_declare() -> None:
    """What pages a result shows depends on tags only where its query says so, or names the places that decide."""
    assert undeclared_terms(QUERIES, KEYS) == set()
    wrong = {name: replace(one, sees_terms=False) for name, one in QUERIES.items()}
    assert undeclared_terms(wrong, KEYS) == {name for name, one in QUERIES.items() if one.sees_terms} - {
        "outer",
        "term",
    }


def test_every_declaration_is_collected() -> None:
    """Every declared query is collected, and none hides another one of its name."""
    files = sorted((PROGRAM / "model/queries").glob("*.py"))
    declared = [
        name
        for path in files
        for name in re.findall(r"^@(?:page_)?query\([^@]*?^def (\w+)", path.read_text(), re.MULTILINE)
    ]

    assert sorted(declared) == sorted(QUERIES)


def test_every_query_has_a_type() -> None:
    """The result of a query is typed where it is made, so that no view needs to convert it."""
    untyped = [name for name, one in QUERIES.items() if get_type_hints(one.function)["return"] in (object, Any)]

    assert untyped == []


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"title": "u"}, {"title"}),
        ({"description": "u"}, {"description"}),
        ({"menu": (("u", "/"),)}, {"menu"}),
        ({"language": "en"}, {"language"}),
        ({"languages": (SiteLanguage("en", "u"),)}, {"title"}),
        ({"languages": (SiteLanguage("en", "", "u"),)}, {"description"}),
        ({"base_url": "https://u.kr"}, {"base_url"}),
        ({"base_url": "https://u.kr/v"}, {"base_url", "base_path"}),
        ({"author": Author("u", id="v", bio="w")}, {"site_author"}),
        ({"author": Author(id="v", bio="w")}, set()),
        ({"authors": (Author("홍길동", bio="u"),)}, {"author"}),
        ({"feed_size": 3}, {"feed_size"}),
        ({"robots": ("u",)}, {"robots"}),
        ({"verification": (("naver", "u"),)}, {"verification"}),
        ({"comments": Comments("utterances", "u/v", ())}, {"comments"}),
        ({"analytics": Analytics("umami")}, {"analytics"}),
        ({"extra": "1"}, {"extra"}),
        ({"sections": (*DEFAULT_SECTIONS, Section("u", "/u/:slug/", is_dated=False))}, {"undated_sections"}),
        ({"sections": (*DEFAULT_SECTIONS, Section("u", "/u/:slug/", is_dated=True))}, {"dated_sections"}),
        ({"timezone": "UTC", "theme": "u", "editor": "v"}, set()),
    ],
)
def test_a_setting_changes_the_queries_about_it_alone(changes: dict[str, Any], names: set[str]) -> None:
    """An output is not rebuilt because of a setting that it does not show."""
    before, after = (
        Results(site, THEME, QUERIES) for site in (SITE, replace(SITE, settings=replace(SETTINGS, **changes)))
    )

    assert {str(key[0]) for key in KEYS if before.digest(key) != after.digest(key)} == names


def test_no_query_sees_more_than_it_declares() -> None:
    """A change of a part or document that a query does not declare leaves its results."""
    assert faults(QUERIES, KEYS) == set()


def test_no_result_changes_without_what_it_names() -> None:
    """A result changes only with the keys of its names, which a build compares in place of all results."""
    assert unnamed(QUERIES, KEYS) == set()


def test_every_query_sees_what_it_declares() -> None:
    """A query declares no part whose changes leave its results, as that would cause needless rebuilds."""
    before = Results(SITE, THEME, QUERIES)
    seen = dict.fromkeys(QUERIES, NOTHING)
    for kind, _, site in CHANGES:
        after = Results(site, THEME, QUERIES)
        for key in KEYS:
            if before.digest(key) != after.digest(key):
                seen[str(key[0])] |= kind

    assert seen == {name: declared.sees for name, declared in QUERIES.items()}


@query(sees=ORDER, reason=("", ""))
def titles(facts: Facts) -> list[str]:
    return [page.summary.meta.title for page in facts.site.pages]


@query(sees=META, reason=("", ""))
def dates(facts: Facts) -> list[str]:
    return [str(page.summary.meta.date) for page in facts.site.pages]


@query(sees=ORDER | META, reason=("", ""))
def keys(facts: Facts) -> list[str]:
    return [page.document.key for page in facts.site.pages]


@page_query(documents=first_argument, reason=("", ""))
def others(facts: Facts, path: str) -> Addresses:
    return tuple(page.summary.address for page in facts.site.pages if page.document.path != path)


@page_query(reason=("", ""))
def first_by_title(facts: Facts) -> Addresses:
    return (min((page.summary for page in facts.site.pages), key=lambda one: one.meta.title).address,)


@query(sees=ORDER | META | BODY, documents=first_argument, digest=lambda page, _: page.document.key, reason=("", ""))
def page(facts: Facts, path: str) -> Page:
    return facts.site.by_source[path]


@pytest.mark.parametrize(
    ("declared", "arguments", "is_fault"),
    [
        (titles, (), True),
        (dates, (), True),
        (keys, (), True),
        (others, ("content/posts/a.md",), True),
        (first_by_title, (), True),
        (page, ("content/posts/a.md",), False),
    ],
    ids=lambda value: value.name if isinstance(value, Query) else "",
)
def test_a_wrong_declaration_is_caught(declared: Query[Any, Any], arguments: QueryKey, is_fault: bool) -> None:
    """The test above fails for a query that sees titles, positions, texts or documents that it does not declare."""
    assert faults({declared.name: declared}, [(declared.name, *arguments)]) == ({declared.name} if is_fault else set())


def test_shared_dependencies_cannot_be_texts() -> None:
    """A shared query cannot see texts, as shared dependencies are not compared after edits of texts."""
    with pytest.raises(ValueError, match="shared"):
        query(sees=BODY, shared=True, reason=("", ""))


@pytest.mark.parametrize("owner", [Site, Facts])
def test_no_table_sees_more_than_it_declares(owner: type) -> None:
    """A change of a part that a shared table does not declare leaves the table."""
    tables = {name: value for name, value in vars(owner).items() if isinstance(value, Lookup)}
    assert tables

    def table(site: Site, name: str) -> object:
        return getattr(site if owner is Site else Facts(site, THEME), name)

    for kind, path, site in CHANGES:
        for name, declared in tables.items():
            if not kind & declared.sees:
                assert table(site, name) == table(SITE, name), f"{name} sees {kind} of {path}"


def test_results_that_are_taken_over_are_those_of_today() -> None:
    """A result is reused from the last build only if it is the same."""
    old = Results(SITE, THEME, QUERIES)
    for key in KEYS:
        old.digest(key)
    for kind, path, site in CHANGES:
        fresh, reused = Results(site, THEME, QUERIES), Results(site, THEME, QUERIES)

        reused.reuse_valid(old)

        assert [reused.digest(key) for key in KEYS] == [fresh.digest(key) for key in KEYS], f"{kind} of {path}"


def test_results_are_taken_over_where_words_alone_have_changed() -> None:
    """Results are reused when only words have changed, so the test above is not vacuous."""
    path = "content/posts/b.md"
    old = Results(SITE, THEME, QUERIES)
    for key in (("terms", "", "tag"), ("group", "/tags/x/"), ("page", path), ("page", "content/posts/a.md")):
        old.digest(key)
    titled = [change for change in CHANGES if change.kind is META and change.path == path]
    for _, _, site in titled:
        reused = Results(site, THEME, QUERIES)

        reused.reuse_valid(old)

        assert reused._digests.keys() == {("terms", "", "tag"), ("page", "content/posts/a.md")}


@query(
    sees=ORDER | META | BODY,
    documents=lambda _, rows: [address for address, _ in rows],
    texts=lambda arguments, rows: [to_page(str(arguments[0])), *(address for address, _ in rows)],
    reason=("", ""),
)
def linking(facts: Facts, path: str) -> tuple[tuple[str, str], ...]:
    """Return the pages that link to one, with something of their texts."""
    sources = [facts.site.by_source[ref.path] for ref in facts.site.links.incoming.get(path, ())]
    return tuple((source.summary.address, source.document.key) for source in sources)


@query(sees=ORDER | BODY, reason=("", ""))
def words(facts: Facts) -> str:
    """Return a value that depends on all texts."""
    return " ".join(page.document.key for page in facts.site.pages)


def test_a_query_of_many_texts_depends_on_them_all() -> None:
    """A query that shows texts of several documents depends on each of them."""
    queries: dict[str, Query[Any, Any]] = {"linking": linking, "words": words, "page": page}
    results = Results(SITE, THEME, queries)
    trace = Trace(results)
    trace.query(linking, "content/posts/a.md")
    trace.query(words)
    keys: list[QueryKey] = [("linking", "content/posts/a.md"), ("words",), ("page", "content/posts/a.md")]
    before = [results.digest(key) for key in keys]

    names = trace.dependencies.names
    results.take(site_of(DOCUMENTS | {"content/notes/n.md": DOCUMENTS["content/notes/n.md"]._replace(key="other")}))

    assert {name for name in names if is_of_words(name) and "://" not in name} == {
        "content/posts/a.md",  # whose key covers the links to it
        "content/notes/n.md",
        "content/posts/b.md",
        EVERY,
    }
    assert faults(queries, keys) == set()
    assert [results.digest(key) != digest for key, digest in zip(keys, before, strict=True)] == [True, True, False]


def test_texts_and_words_that_are_taken_change_what_shows_them() -> None:
    """After an edit of one text or its title, results are those of the new site, whatever was queried before."""
    for kind, _, site in CHANGES:
        if kind is not ORDER:
            results, fresh = Results(SITE, THEME, QUERIES), Results(site, THEME, QUERIES)
            for key in KEYS:
                results.digest(key)

            results.take(site)

            assert [results.digest(key) for key in KEYS] == [fresh.digest(key) for key in KEYS]


OLDEST = """
from byeoru.model.facts import Facts
from byeoru.model.query import Addresses, page_query


@page_query(reason=("가장 오래된 글", "the oldest post"))
def oldest(facts: Facts) -> Addresses:
    return facts.posts("")[-1:]
"""
KIND = """
from byeoru.model.output import Output
from byeoru.model.queries.oldest import oldest
from byeoru.render.kind import Kind


def render(task, context):
    return "".join(summary.meta.title for summary in context.trace.query(oldest)).encode()


KIND = Kind("oldest", lambda facts: [Output("oldest.txt", "oldest")], render)
"""


def test_a_new_query_is_one_declaration(tmp_path: Path) -> None:
    """A new query in a new module is found, invalidates the outputs that made it, and is reported as the reason."""
    program, blog = ProgramCopy(tmp_path), tmp_path / "blog"
    program.add("model/queries/oldest.py", OLDEST)
    program.add("render/kinds/oldest.py", KIND)
    (blog / "content/posts").mkdir(parents=True)
    (blog / "blog.yml").write_text("title: t\n")
    (blog / "content/posts/b.md").write_text("---\ntitle: b\ndate: 2026-01-02\n---\n글\n")
    reported = []

    for title, text in (("a", "글"), ("a", "말"), ("c", "말")):
        (blog / "content/posts/a.md").write_text(f"---\ntitle: {title}\nsummary: s\ndate: 2026-01-01\n---\n{text}\n")
        reported.append(program.build(blog, "--explain"))

        assert (blog / "site/oldest.txt").read_text() == title
    assert ["oldest.txt" in one for one in reported] == [True, False, True]
    assert "oldest.txt: the oldest post" in reported[-1]

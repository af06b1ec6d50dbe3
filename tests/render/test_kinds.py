"""A kind of output is one module: everything else reads the table that is collected from these modules."""

from pathlib import Path

import pytest

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.site import Site
from byeoru.render import kinds
from byeoru.render.kinds import KINDS, MEDIA_TYPES, RESERVED
from byeoru.render.plan import plan
from program_copy_test import ProgramCopy
from site_test import SiteTest
from sites_test import Bench

MODULES = sorted(path.stem for path in Path(kinds.__file__).parent.glob("[!_]*.py"))
# Kinds whose addresses authors or their settings choose, and the files of a theme.
CHOSEN = {"page", "redirect", "copy", "indexnow", "static", "stylesheet"}
TEXTS = [
    *((f"content/posts/{n}.md", f"---\ndate: 2025-0{n}-01\ntags: [t]\ncategory: a/b\n---\n글\n") for n in range(1, 8)),
    ("content/posts/8.md", "---\ntitle: 팔\ndate: 2026-01-01\nseries: s\nauthors: [an]\naliases: [/old/]\n---\n글\n"),
    ("content/posts/8.en.md", "---\ntitle: eight\ndate: 2026-01-01\n---\ntext\n"),
    ("content/notes/n.md", "# n\n"),
]
PLANTED = '''
"""How many pages the site has."""

from byeoru.model.output import Output
from byeoru.model.queries import settings
from byeoru.model.reserved import Reserved
from byeoru.render.kind import Kind, Remedy


def _outputs(facts):
    yield Output("counted/index.html", "counted", str(len(facts.site.pages)))


def _render(task, context):
    return f"{context.trace.query(settings.title, '')}: {task.output.subject}".encode()


KIND = Kind("counted", _outputs, _render, Reserved(common=("/counted/",)), origin=lambda _: "the count of pages",
            remedy=Remedy("rename-file", 0))
'''


@pytest.fixture
def example(tmp_path: Path) -> Site:
    """Return a site that has outputs of each kind."""
    deploy = "deploy:\n  indexnow: 0123456789abcdef\n"
    bench = Bench(tmp_path, f"title: t\nbase_url: https://example.com\nfeed_size: 3\npage_size: 2\n{deploy}")
    return bench.connect(bench.documents(TEXTS), {"content/posts/p.png": "digest"})


def planned(site: Site, root: Path) -> tuple[Output, ...]:
    """Return the outputs of a site with the default theme."""
    return plan(site, Bench(root).theme, KINDS).value


def test_kinds_are_in_the_order_of_their_modules() -> None:
    """The table has each module once, in an order that does not depend on the disk."""
    assert [kind.outputs.__module__.rpartition(".")[2] for kind in KINDS.values()] == MODULES


def test_the_example_has_every_kind(example: Site, tmp_path: Path) -> None:
    """The example site has outputs of each kind, so the tests below cover all kinds."""
    assert {output.kind for output in planned(example, tmp_path)} == KINDS.keys() - {"static"}  # the bench has none


def test_what_the_program_fills_is_reserved(example: Site, tmp_path: Path) -> None:
    """A page in another program's folder cannot take the address of a generated output."""
    codes = [edition.code for edition in example.editions]
    sections = RESERVED.section_addresses((code, "notes") for code in codes)
    single, prefixes = {*RESERVED.addresses(codes), *sections}, RESERVED.prefixes(codes)
    addresses = {
        "/" + output.path.removesuffix("index.html")
        for output in planned(example, tmp_path)
        if output.kind not in CHOSEN
    }

    assert {address for address in addresses - single if not address.startswith(prefixes)} == set()


def test_servers_know_the_type_of_every_feed(example: Site, tmp_path: Path) -> None:
    """A feed of the site is XML or JSON by its name; its kind says which, and a server's configuration repeats it."""
    feeds = {
        f"/{output.path}": KINDS[output.kind].media_type
        for output in planned(example, tmp_path)
        if output.kind in {"atom", "rss", "json-feed"} and not output.edition
    }

    assert feeds == MEDIA_TYPES
    assert all(feeds.values())


def test_a_common_list_is_in_every_edition(example: Site, tmp_path: Path) -> None:
    """Lists that every edition has are in the site map and in the language switch, also of an empty edition."""
    paths = {output.path for output in planned(example, tmp_path)}

    assert len(example.editions) > 1
    for edition in example.editions:
        prefix = f"{edition.code}/" if edition.code else ""
        assert {f"{prefix}{address[1:]}index.html" for address in RESERVED.common} <= paths


def test_the_rows_of_a_task_are_those_that_it_shows(example: Site, tmp_path: Path) -> None:
    """The task of a page has its body, that of a feed those of the newest posts, that of a shard its text."""
    facts = Facts(example, Bench(tmp_path).theme)
    inputs = {
        name: [{one.key for one in kind.inputs(output, example)} for output in kind.outputs(facts)]
        for name, kind in KINDS.items()
    }
    newest = {example.by_address[address].document.path for address in example.editions[0].posts[:3]}

    assert inputs["page"] == [{page.document.path} for page in example.pages]
    assert inputs["rss"] == [newest, newest]
    assert inputs["search-shard"] == [{name} for name in example.search.shards()]
    assert {name for name, rows in inputs.items() if any(rows)} == {"page", "atom", "rss", "json-feed", "search-shard"}


def test_a_kind_is_added_by_one_file(site: SiteTest, tmp_path: Path) -> None:
    """A new kind in one module is rendered, reserved, listed, and named in clashes of addresses."""
    program = ProgramCopy(tmp_path / "copy")
    program.add("render/kinds/counted.py", PLANTED)
    site.write("content/posts/a.md", "---\ntitle: 가\n---\n글\n")
    site.write("content/posts/a.en.md", "---\ntitle: a\n---\n[count](/counted/)\n")

    program.build(site.root, "--strict")

    assert (site.root / "site/counted/index.html").read_text(encoding="utf-8") == "시험 노트: 2"
    assert "https://example.com/counted/" in (site.root / "site/sitemap.xml").read_text(encoding="utf-8")

    site.write("content/pages/counted.md", "# mine\n")

    assert "the count of pages" in program.run(site.root, "build", "--strict", code=1)

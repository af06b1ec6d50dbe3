"""Twice the input costs at most twice the work (and a little for sorting), in each stage of a build.

Markdown has a file of its own. Each case doubles its input four times; counted are lines of Python and calls of C.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from byeoru.base.diagnostic import Diagnostic, Location, warning
from byeoru.base.problem_text import group_problems, kinds_of
from byeoru.base.toml_nodes import toml_mapping
from byeoru.base.yaml_nodes import YamlProblem, read_mapping
from byeoru.discover.lines import line_at
from byeoru.media.gps import exif as exif_block
from byeoru.media.gps import iso_boxes, png, strip, xmp_iptc
from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.model.project import Project
from byeoru.parse.document import parse
from growth_test import LIMIT, TIMED, Growth, growth
from picture_test import IPTC, XMP, box, exif, picture, with_chunk, with_iptc
from sites_test import Bench, posts

pytestmark = pytest.mark.slow  # `.ci/run` runs it

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


def assert_linear(found: Growth) -> None:
    """Fail if twice the input takes much more than twice the work."""
    assert found.counted <= LIMIT
    assert found.timed <= TIMED


FRONT: dict[str, Callable[[int], str]] = {
    "keys": lambda n: "---\n" + "".join(f"k{n:05}{at:05}: 1\n" for at in range(n)) + "---\n",
    "keys that are nearly known": lambda n: "---\n" + "".join(f"titel{n:05}{at:05}: 1\n" for at in range(n)) + "---\n",
    "one key again and again": lambda n: "---\n" + "title: 1\n" * n + "---\n",
    "keys read one by one": lambda n: "---\n" + "".join(f"k{n:05}{at:05}: [a\n" for at in range(n)) + "---\n",
    "lines of one value read alone": lambda n: "---\ntitle: [a\nx:\n" + "  b\n" * n + "---\n",
    "guarded words": lambda n: "---\ntitle: [a\nx: " + "draft " * n + "\n---\n",
    "a long value": lambda n: "---\ntitle: " + "글 " * n + "\n---\n",
    "quotes": lambda n: "---\ntitle: [a\nx: " + "'" * n + "\n---\n",
    "tags": lambda n: "---\ntags: [" + ", ".join(f"t{at}" for at in range(n)) + "]\n---\n",
    "tags in lines": lambda n: "---\ntags:\n" + "".join(f"  - t{at}\n" for at in range(n)) + "---\n",
    "addresses": lambda n: "---\naliases:\n" + "".join(f"  - /t{at}/\n" for at in range(n)) + "---\n",
    "a category": lambda n: "---\ncategory: " + "a/" * n + "\n---\n",
    "blank lines before": lambda n: "\n" * n + "---\ntitle: a\n---\n",
    "fences": lambda n: "---\ntitle: a\n" + "--- x\n" * n + "---\n",
    "no end": lambda n: "---\n" + "title: a\n" * n,
    "spaces behind a fence": lambda n: "---\ntitle: a\n" + ("---" + " " * 40 + "x\n") * n + "---\n",
    "keys of TOML": lambda n: "+++\n" + "".join(f"k{n:05}{at:05} = 1\n" for at in range(n)) + "+++\n",
    "tables of TOML": lambda n: "+++\n" + "".join(f"[k{n:05}{at:05}]\na = 1\n" for at in range(n)) + "+++\n",
    "tables in a list of TOML": lambda n: "+++\n" + "[[k]]\na = 1\n" * n + "+++\n",
    "a list of TOML": lambda n: "+++\ntags = [" + ", ".join(f'"t{at}"' for at in range(n)) + "]\n+++\n",
    "a long text of TOML": lambda n: "+++\ntitle = '''" + "글\n" * n + "'''\n+++\n",
    "quotes of TOML": lambda n: "+++\ntitle = " + '"' * n + "\n+++\n",
    "escapes of TOML": lambda n: '+++\ntitle = """' + '\\"""' * n + "\n+++\n",
    "brackets of TOML": lambda n: "+++\ntitle = " + "[]" * n + "\n+++\n",
    "keys of JSON": lambda n: "{\n" + ",\n".join(f'"k{n:05}{at:05}": 1' for at in range(n)) + "\n}\n",
    "a list of JSON": lambda n: '{"tags": [' + ", ".join(f'"t{at}"' for at in range(n)) + "]}\n",
    "JSON without an end": lambda n: '{"title": "a",\n' + '"b": {"c": 1},\n' * n,
    "quotes of JSON": lambda n: '{"title": ' + '"' * n + "\n}\n",
    "escapes of JSON": lambda n: '{"title": "' + '\\"' * n + "\n}\n",
    "spaces of JSON": lambda n: '{"title"' + " " * n + ":\n" + "   x\n" * n + "}\n",
    "pairs of JSON": lambda n: "".join(f'"k{n:05}{at:05}": 1,\n' for at in range(n)) + ";;;\n",
    "pairs of JSON without an end": lambda n: '"a": 1,\n' * n,
    "a broken list": lambda n: "---\ntags: [" + 'a "' * n + "\n---\n",
    "lines of a broken list": lambda n: "---\ntags: [a\n" + "- b, ' \"\n" * n + "---\n",
    "items with signs": lambda n: "---\ntags:\n" + "- @a [\n" * n + "---\n",
    "items with tabs": lambda n: "---\ntags:\n" + "-\ta\n" * n + "---\n",
    "items that are unclosed lists": lambda n: "---\ntags:\n" + "- [a, b\n" * n + "---\n",
    "tags in lists in a list": lambda n: "---\ntags:\n" + "".join(f"- [a{at}, [b{at}]]\n" for at in range(n)) + "---\n",
    "spaces in a date": lambda n: "---\ndate: '2022-01-01" + " " * n + "10:00'\n---\n",
    "steps of an alias": lambda n: "---\naliases: ['" + "../" * n + "a/']\n---\n",
    "images": lambda n: "---\ncover: '" + "a(" * n + "'\n---\n",
    "commas of TOML": lambda n: "+++\ntitle = {" + ",a.b" * n + "\n+++\n",
}


@pytest.mark.parametrize("name", FRONT)
def test_front_matter_costs_linear_work(name: str) -> None:
    """Valid or invalid front matter of any form costs work in proportion to its length."""

    def prepare(size: int) -> Callable[[], object]:
        source = Source("content/posts/a.md", (FRONT[name](size) + "글\n").encode(), "", "")
        return lambda: parse(source, OPTIONS)

    assert_linear(growth(prepare, 60))


ANCHORS: dict[str, Callable[[int], str]] = {
    "dead links": lambda n: "".join(f"## {at} 제목\n\n[가](#{at}-제)\n\n" for at in range(n)),
    "dead links in HTML": lambda n: "".join(f'<p id="a{at}">\n<a href="#b{at}">가</a></p>\n\n' for at in range(n)),
    "one dead link": lambda n: "## 제목\n\n" * n + "[가](#제)\n",
}


@pytest.mark.parametrize("name", ANCHORS)
def test_links_to_anchors_cost_linear_work(name: str) -> None:
    """The nearest anchor is searched for some dead links only, since each search compares all anchors."""

    def prepare(size: int) -> Callable[[], object]:
        source = Source("content/posts/a.md", ANCHORS[name](size).encode(), "", "")
        return lambda: parse(source, OPTIONS)

    assert_linear(growth(prepare, 40))


def nested(sign: str, count: int) -> str:
    return sign[0] * count + sign[1:] * count


# Text, what reads it, and the code of the one problem.
TOO_MUCH: dict[str, tuple[str, Callable[[str], object], str]] = {
    "a dotted key of TOML": ("a" + ".a" * 50_000 + " = 1", toml_mapping, "yaml-too-large"),
    "a dotted key of 60 KB": ("a" + ".a" * 30_000 + " = 1", toml_mapping, "yaml-too-deep"),
    "a dotted key in quotes": ('"a" . ' * 40 + "'b' = 1", toml_mapping, "yaml-too-deep"),
    "a dotted table": ("[a" + ".a" * 30_000 + "]", toml_mapping, "yaml-too-deep"),
    "a dotted key in a table": ("x = {b = 1, a" + ".a" * 40 + " = 1}", toml_mapping, "yaml-too-deep"),
    "many keys of TOML": ("".join(f"k{at} = 1\n" for at in range(40_000)), toml_mapping, "yaml-too-large"),
    "brackets of TOML": ("x = " + nested("[]", 5000), toml_mapping, "yaml-too-deep"),
    "tables of TOML": ("x = " + "{a = " * 5000 + "1" + "}" * 5000, toml_mapping, "yaml-too-deep"),
    "brackets of YAML": ("x: " + nested("[]", 5000), read_mapping, "yaml-too-deep"),
    "mappings of YAML": ("x: " + "{a: " * 5000 + "1" + "}" * 5000, read_mapping, "yaml-too-deep"),
    "lines of YAML": ("x:\n " + "- " * 5000 + "a", read_mapping, "yaml-too-deep"),
    "aliases of YAML": ("a: &a [x]\nb: [*a, *a]\n", read_mapping, "yaml-alias"),
    "many keys of YAML": ("".join(f"k{at}: 1\n" for at in range(40_000)), read_mapping, "yaml-too-large"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_excessive_front_matter_is_refused_before_parsing(name: str) -> None:
    """Depth and size are limited by Byeoru itself, before a library parses the text."""
    text, read, code = TOO_MUCH[name]

    with pytest.raises(YamlProblem) as found:
        read(text)
    assert found.value.code == code


@pytest.mark.parametrize("name", [name for name in TOO_MUCH if "TOML" in name or "dotted" in name])
def test_excessive_front_matter_makes_the_post_a_draft(name: str) -> None:
    """Its location is reported, and as the post may be a draft, it is treated as one."""
    source = Source("content/posts/a.md", f"+++\n{TOO_MUCH[name][0]}\n+++\n글\n".encode(), "", "")
    found, problems = parse(source, OPTIONS)

    assert found is not None
    assert found.document.meta.draft
    assert (problems[0].code, str(problems[0].location)) == (TOO_MUCH[name][2], "content/posts/a.md:2:1")


def test_typical_toml_is_read_completely() -> None:
    """Dotted keys, tables, nested lists, dates, and brackets and dots in texts are read, each key with its line."""
    text = (
        'title = "a.b.c [[[ {{{"\ndate = 2026-01-01T10:00:00+09:00\ntags = ["x", "y"]\n'
        f'long = """\n{"1. " * 60}\n{"[" * 60}\n"""\n# {"[" * 60}\n[params]\n"a b".c.d = [[1], [2]]\n'
        "[menu.main]\nname = 'x'\n[[extra]]\ny = 1\n[[extra]]\ny = 2\n"
    )
    found = {key.text: (key.line, node) for key, node in toml_mapping(text).pairs}

    lines = {name: line for name, (line, _) in found.items()}
    assert lines == {"title": 1, "date": 2, "tags": 3, "long": 4, "params": 9, "menu": 11, "extra": 13}


SITES: dict[str, Callable[[int], object]] = {
    "posts": posts,
    "a tag": lambda n: posts(n, lambda at: "tags: [a, b]\n"),
    "tags of their own": lambda n: posts(n, lambda at: f"tags: [t{at}, T{at}]\n"),
    "tags in two spellings": lambda n: posts(n, lambda at: f"tags: [t{at // 2}{'-' * (at % 2)}x]\n"),
    "categories": lambda n: posts(n, lambda at: f"category: a/b/c{at}\n"),
    "deep categories": lambda n: posts(n, lambda at: f"category: {'a/' * 200}c{at % 3}\n"),
    "a series": lambda n: posts(n, lambda at: "series: s\n"),
    "authors": lambda n: posts(n, lambda at: f"author: 김{at}\n"),
    "old addresses": lambda n: posts(n, lambda at: f"aliases: [/old/{at}/, /older/{at}/]\n"),
    "one slug": lambda n: posts(n, lambda at: "slug: same\n"),
    "slugs of two": lambda n: [(f"_posts/2026-01-0{at % 2 + 1}-p{at // 2}.md", f"# {at}\n") for at in range(n)],
    "links": lambda n: posts(n, text=lambda at: f"[a](p{max(at - 1, 0):05}.md) [b](/posts/p00001/) [c](#x)\n"),
    "broken links": lambda n: posts(n, text=lambda at: f"[a](q{at:05}.md) ![b](none{at}.png)\n"),
    "translations": lambda n: [
        (f"content/posts/p{at // 2:05}{'.en' * (at % 2)}.md", f"---\ndate: 2026-01-01\n---\n# {at}\n")
        for at in range(n)
    ],
    "a chain of translations": lambda n: posts(n, lambda at: f"lang: en\ntranslation_of: /posts/p{at + 1:05}/\n"),
    "notes": lambda n: [(f"content/notes/d{at % 7}/e{at}/n{at}.md", f"# {at}\n[[n{at - 1}]]\n") for at in range(n)],
    "one name in many folders": lambda n: [(f"source/d{at}/x/same.md", f"![a](x/same{at}.png)\n") for at in range(n)],
}


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """Return what makes sites in memory."""
    return Bench(tmp_path_factory.mktemp("bench"))


@pytest.mark.parametrize("name", SITES)
def test_connecting_and_planning_cost_linear_work(bench: Bench, name: str) -> None:
    """Addresses, taxonomies, links and outputs cost work in proportion to the documents."""

    def prepare(size: int) -> Callable[[], object]:
        parsed = bench.documents(SITES[name](size))  # type: ignore[arg-type]
        files = {f"source/d{at}/x/same{at}.png": "0" for at in range(size)} if name.startswith("one name") else {}
        return lambda: bench.plan(bench.connect(parsed, files))

    assert_linear(growth(prepare, 20))


def test_no_suggestion_is_searched_for_a_very_long_link(bench: Bench) -> None:
    """A name of thousands of characters cannot be a misspelt file name."""

    def prepare(size: int) -> Callable[[], object]:
        parsed = bench.documents([("content/posts/a.md", f"[a]({'x' * size}.md)\n"), ("content/posts/b.md", "글\n")])
        return lambda: bench.connect(parsed)

    assert_linear(growth(prepare, 400))


# What is made, of which site; of one output each, or of all pages together.
RENDERED: dict[str, tuple[str, Callable[[str, str], bool]]] = {
    "the archive": ("posts", lambda kind, path: path == "archive/index.html"),
    "the calendar": ("posts", lambda kind, _: kind == "calendar"),
    "the page of a tag": ("a tag", lambda kind, path: path == "tags/a/index.html"),
    "the index of tags": ("tags of their own", lambda kind, path: path == "tags/index.html"),
    "the index of categories": ("categories", lambda kind, path: path == "categories/index.html"),
    "the page of a series": ("a series", lambda kind, path: path == "series/s/index.html"),
    "the list of notes": ("notes", lambda kind, _: kind == "section"),
    "the site map": ("posts", lambda kind, _: kind == "sitemap"),
    "what models read": ("posts", lambda kind, _: kind == "llms"),
    "Atom": ("posts", lambda kind, _: kind == "atom"),
    "RSS": ("posts", lambda kind, _: kind == "rss"),
    "JSON Feed": ("posts", lambda kind, _: kind == "json-feed"),
    "the feed of a tag": ("a tag", lambda kind, path: path == "tags/a/feed.xml"),
    "all pages": ("posts", lambda kind, _: kind == "page"),
    "all pages with a tag": ("a tag", lambda kind, _: kind == "page"),
    "all pages with links": ("links", lambda kind, _: kind == "page"),
    "all parts of a series": ("a series", lambda kind, _: kind == "page"),
    "all translations": ("translations", lambda kind, _: kind == "page"),
    "all lists of posts": ("posts", lambda kind, _: kind == "posts"),
    "all redirects": ("old addresses", lambda kind, _: kind == "redirect"),
}


SLOW = "all parts of a series"  # from 50 parts to 800, each with its page


@pytest.mark.parametrize("name", [pytest.param(one, marks=pytest.mark.slow if one == SLOW else ()) for one in RENDERED])
def test_rendering_costs_linear_work(tmp_path: Path, name: str) -> None:
    """An output costs work in proportion to its content, and all outputs of a kind in proportion to their number."""
    bench = Bench(tmp_path, "title: t\nbase_url: https://example.com\nfeed_size: 1000\n")
    site, wanted = RENDERED[name]

    def prepare(size: int) -> Callable[[], object]:
        return bench.rendering(SITES[site](size), lambda output: wanted(output.kind, output.path))  # type: ignore[arg-type]

    assert_linear(growth(prepare, 50 if name == SLOW else 25 if name.startswith("the") else 12))


JPEG = picture("JPEG", exif=exif())
PNG = picture("PNG")
FILES: dict[str, Callable[[int], bytes]] = {
    "blocks of EXIF": lambda n: JPEG[:2] + (b"\xff\xe1" + (len(exif()) + 2).to_bytes(2, "big") + exif()) * n + JPEG[2:],
    "marks of EXIF": lambda n: JPEG[:2] + b"Exif\0\0" * n,
    "EXIF in one block": lambda n: JPEG[:2] + (b"\xff\xe1\xff\xffExif\0\0II*\0") * n,
    "RIFF": lambda n: b"RIFF0000WEBP" + (b"EXIF\x08\0\0\0II*\0\x08\0\0\0") * n,
    "empty chunks of RIFF": lambda n: b"RIFF0000WEBP" + b"JUNK\0\0\0\0" * n,
    "chunks of PNG": lambda n: (
        with_chunk(PNG, b"tEXt", b"a\0b")[:33] + with_chunk(PNG, b"tEXt", b"a\0b")[33:48] * n + PNG[33:]
    ),
    "EXIF of PNG": lambda n: (
        PNG[:33] + with_chunk(PNG, b"eXIf", exif()[6:])[33 : 33 + 12 + len(exif()) - 6] * n + PNG[33:]
    ),
    "a long text of PNG": lambda n: with_chunk(PNG, b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP * n),
    "hexadecimal digits of PNG": lambda n: with_chunk(
        PNG, b"tEXt", b"Raw profile type exif\0\nexif\n9\n" + b"00\n" * n
    ),
    "XMP": lambda n: JPEG[:2] + XMP * n + JPEG[2:],
    "openings of XMP": lambda n: JPEG[:2] + b"<rdf:RDF" * n,
    "an opening in XMP": lambda n: b"\xff\xd8<rdf:RDF" + b"<exif:GPSLatitude>" * n,
    "properties of XMP": lambda n: b"\xff\xd8<rdf:RDF" + b"<exif:GPSLatitude>1</exif:GPSLatitude>" * n,
    "attributes of XMP": lambda n: b"\xff\xd8<rdf:RDF" + b" exif:GPSLatitude='1'" * n,
    "half attributes of XMP": lambda n: b"\xff\xd8<rdf:RDF" + b' exif:GPSLatitude="' * n,
    "names of XMP": lambda n: b"\xff\xd8<rdf:RDF <" + b"a.b-" * n,
    "spaces of XMP": lambda n: b"\xff\xd8<rdf:RDF exif:GPSLatitude" + b" " * n + b"x",
    "IPTC": lambda n: b"\xff\xd8" + (b"8BIM\x04\x04\0\0" + len(IPTC).to_bytes(4, "big") + IPTC) * n,
    "IPTC in one": lambda n: b"\xff\xd8" + (b"8BIM\x04\x04\0\0\x7f\xff\xff\xff" + b"\x1c\x02\x5a\0\x01S") * n,
    "datasets of IPTC": lambda n: (
        b"\xff\xd8" + b"8BIM\x04\x04\0\0" + (6 * n).to_bytes(4, "big") + b"\x1c\x02\x5a\0\x01S" * n
    ),
    "a whole picture": lambda n: with_iptc(JPEG) + b"\0" * n,
    "directories of TIFF": lambda n: (
        b"II*\0" + b"".join(b"\0\0" + (8 + 6 * at).to_bytes(4, "little") for at in range(n))
    ),
    "entries of TIFF": lambda n: (
        b"II*\0\x08\0\0\0" + min(n, 65535).to_bytes(2, "little") + (b"\x69\x87\x04\0\x01\0\0\0\x08\0\0\0") * n
    ),
    "pointers of TIFF": lambda n: (
        b"II*\0\x08\0\0\0\x01\0\x4a\x01\x04\0" + n.to_bytes(4, "little") + b"\x1a\0\0\0" + b"\x08\0\0\0" * n
    ),
    "places of TIFF": lambda n: (
        b"II*\0\x08\0\0\0" + min(n, 65535).to_bytes(2, "little") + (b"\x25\x88\x04\0\x01\0\0\0\x08\0\0\0") * n
    ),
    "boxes": lambda n: box(b"ftyp", b"heic") + box(b"moov", box(b"udta", box(b"loci", b"x") * n)),
    "films": lambda n: box(b"ftyp", b"mp42") + box(b"moov", box(b"udta", box(b"loci", b"x"))) * n,
    "names of films": lambda n: box(b"ftyp", b"mp42") + b"moov" * n,
    "films in one": lambda n: box(b"ftyp", b"mp42") + b"\x7f\xff\xff\xffmoov" * n,
    "boxes in boxes": lambda n: box(b"ftyp", b"mp42") + b"\x7f\xff\xff\xffmoov\x7f\xff\xff\xfftrak" * n,
    "keys": lambda n: box(
        b"moov", box(b"meta", b"\0" * 4 + box(b"hdlr"), box(b"keys", b"\0" * 8, box(b"mdta", b"location.ISO6709") * n))
    ),
    "many keys": lambda n: box(
        b"moov",
        box(b"meta", box(b"hdlr"), box(b"keys", b"\0" * 8, box(b"mdta", b"x")) * n, box(b"ilst", box(b"\0\0\0\1")) * n),
    ),
    "items": lambda n: (
        box(b"ftyp", b"heic")
        + box(
            b"meta",
            b"\0" * 4,
            box(b"iinf", b"\0" * 6, box(b"infe", b"\2\0\0\0\0\1\0\0Exif") * n),
            box(b"iloc", b"\0\0\0\0\x44\0" + n.to_bytes(2, "big") + b"\0\1\0\0\0\1\0\0\0\x20\0\0\0\x08" * n),
        )
    ),
    "metas": lambda n: box(b"ftyp", b"heic") + box(b"meta", b"\0" * 4) * n,
}


@pytest.mark.parametrize("name", FILES)
def test_reading_image_metadata_costs_linear_work(name: str) -> None:
    """Images and videos, as cameras write them or malformed, cost work in proportion to their size."""

    def prepare(size: int) -> Callable[[], object]:
        data = FILES[name](size)

        def work() -> None:
            parts = iter([data, b""])
            assert sum(len(part) for part in strip.strip_image(lambda _: next(parts, b""))) > 0
            at = 0

            def read(count: int) -> bytes:
                nonlocal at
                at += count
                return data[at - count : at]

            assert b"".join(strip.strip_video(read))
            for strip_gps in (xmp_iptc.strip_gps, exif_block.strip_gps, iso_boxes.strip_gps):
                strip_gps(data)
            png.strip_gps(data, exif_block.strip_gps, xmp_iptc.strip_gps)

        return work

    assert_linear(growth(prepare, 150))


def test_showing_a_source_line_costs_linear_work(tmp_path: Path) -> None:
    """A file is read up to the line, however long the line is."""

    def prepare(size: int) -> Callable[[], object]:
        (tmp_path / "a.md").write_text("글\n" * size, encoding="utf-8")
        return lambda: line_at(Project(str(tmp_path)), Location("a.md", size))

    assert_linear(growth(prepare, 60))


GROUPED: dict[str, Callable[[int], Diagnostic]] = {
    "one": lambda _: warning("unknown-key", Location("a"), key="x"),
    "many": lambda at: warning("unknown-key", Location("a"), key=str(at)),
    "alone": lambda at: warning("broken-link", Location("a", at + 1)),
}


@pytest.mark.parametrize("name", GROUPED)
def test_grouping_problems_costs_linear_work(name: str) -> None:
    """Problems with the same message are grouped in linear time."""

    def prepare(size: int) -> Callable[[], object]:
        problems = [GROUPED[name](at) for at in range(size)]
        return lambda: kinds_of(group_problems(problems))

    assert_linear(growth(prepare, 60))

"""Keys of front matter: other programs' are known, misspelt ones of ours are not."""

import json
import string
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.fields import normal_form, plain
from byeoru.base.yaml_nodes import read_mapping
from byeoru.model.content import Conventions
from byeoru.parse.field_reading import Reading
from byeoru.parse.fields import FrontMatter, read_fields
from byeoru.parse.foreign_keys import _BY_PROGRAM, is_foreign
from byeoru.parse.frontmatter import read_header, split
from byeoru.parse.keys import NAMES, STAND_INS, meaning_of
from byeoru.parse.privacy import edit_distance, is_privacy_key

FREQUENT = ("title", "updated", "category", "categories", "permalink", "aliases", "description", "series", "summary")


def fields(header: str, program: str = "", path: str = "content/posts/a.md") -> tuple[FrontMatter, list[Diagnostic]]:
    """Return the fields of a front matter, and its problems."""
    problems: list[Diagnostic] = []
    parsed = read_header(split(f"---\n{header}\n---\n"), path, problems)
    return read_fields(parsed, 2, path, Reading(UTC, Conventions(program)), problems), problems


@given(st.sampled_from(FREQUENT), st.data())
def test_a_misspelt_key_is_reported(key: str, data: st.DataObject) -> None:
    """A key that is one edit from a frequent one of ours is unknown, unless it is a word of its own."""
    at = data.draw(st.integers(0, len(key) - 1))
    letter = data.draw(st.sampled_from(string.ascii_lowercase))
    typo = data.draw(
        st.sampled_from(
            [key[:at] + key[at + 1 :], key[:at] + letter + key[at:], key[:at] + letter + key[at + 1 :], key + letter]
        )
    )

    if meaning_of(typo) is None and not is_privacy_key(typo):
        assert not is_foreign(typo)
        assert [problem.code for problem in fields(f"{typo}: x")[1]] == ["unknown-key"]


def test_no_foreign_key_is_one_of_ours() -> None:
    """A key that we read is not listed as one to ignore, and none is a misspelling of a frequent one."""
    listed = {normal_form(key) for keys in _BY_PROGRAM.values() for key in keys.split()}

    assert {key for key in listed if meaning_of(key) or is_privacy_key(key)} == set()
    assert {(key, name) for key in listed for name in FREQUENT if edit_distance(key, name, 1) == 1} == set()


def test_a_foreign_key_is_listed_once() -> None:
    """It stands under the first program that has it."""
    keys = [normal_form(key) for keys in _BY_PROGRAM.values() for key in keys.split()]

    assert [key for key in set(keys) if keys.count(key) > 1] == []


@pytest.mark.parametrize("key", sorted(NAMES))
def test_every_name_of_a_key_has_a_meaning(key: str) -> None:
    """In any letter case, and with any separator."""
    assert meaning_of(key) == meaning_of(key.upper()) == meaning_of(key.replace("_", "-")) is not None


THEMES = {
    "Chirpy": "pin: true\nmath: true\nmermaid: true\nimage:\n  path: /a.png\n  alt: 그림\n  lqip: data:x\nmedia_subpath: /a/",
    "Minimal Mistakes": "toc: true\ntoc_sticky: true\nexcerpt: a\nheader:\n  teaser: /a.png\nauthor_profile: true\nclasses: wide",
    "Hexo Butterfly": "top_img: false\ncover: /a.png\nkatex: true\naplayer: true\nabbrlink: 1a2b\nhighlight_shrink: false",
    "Hexo Fluid": "index_img: /a.png\nbanner_img: /b.png\nhide: false\narchive: true\ncomment: waline\nmath: true",
    "PaperMod": "ShowToc: true\nTocOpen: false\nhidemeta: false\ncover:\n  image: /a.png\n  hidden: true\neditPost: {URL: x}",
    "Blowfish": "showTableOfContents: true\nseries: [a]\nseries_order: 1\nfeatureimage: /a.png\nshowHero: true",
    "AstroPaper": "pubDatetime: 2024-01-01\nmodDatetime: 2024-01-02\nfeatured: true\nogImage: /a.png\ntimezone: Asia/Seoul",
    "Docusaurus": "sidebar_position: 1\nhide_table_of_contents: true\nlast_update: {date: 2024-01-01}\nimage: /a.png",
    "VitePress": "outline: deep\nlastUpdated: 2024-01-01\neditLink: true\nprev: false\ncover: /a.png\nhead: [[meta, {a: b}]]",
    "Material": "hide: [navigation, toc]\nicon: x\nstatus: new\nsearch: {boost: 2}\nreadtime: 3\nimage: /a.png",
    "Obsidian": "cssclasses: [a]\naliases: [다른 이름]\nkanban-plugin: basic\ndg-home: true\nrating: 5\nbanner: /a.png",
}


@pytest.mark.parametrize("theme", THEMES)
def test_the_front_matter_of_a_theme_is_no_problem(theme: str) -> None:
    """Its keys are known, and its image is the cover."""
    front, problems = fields(THEMES[theme])

    assert problems == []
    assert front.cover is not None or theme == "Obsidian"
    assert not front.meta.draft


@pytest.mark.parametrize("key", STAND_INS["cover"].split())
def test_each_key_of_an_image_is_the_cover(key: str) -> None:
    """As a text, in a list, or in a mapping; `cover` wins."""
    for value in ("/a.png", "[/a.png, /b.png]", "{path: /a.png, alt: x}", "{image: /a.png}", "//a.kr/a.png"):
        front, problems = fields(f"{key}: {value}")
        assert front.cover is not None
        assert front.cover.target.endswith("/a.png")
        assert problems == []
    assert fields(f"{key}: /a.png\ncover: /c.png")[0].cover.target == "/c.png"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "value", ["false", "true", "'#49b1f5'", "transparent", "linear-gradient(#fff, #000)", "", "{}"]
)
def test_an_image_that_is_switched_off_is_none(value: str) -> None:
    """Butterfly's `cover: false` or color is neither an image nor a problem."""
    assert (fields(f"cover: {value}")[0].cover, fields(f"cover: {value}")[1]) == (None, [])


@pytest.mark.parametrize(
    ("header", "series", "order", "codes"),
    [
        ("series: a b\nseriesOrder: 2", "a b", 2, []),
        ("series: [a]\nseries_order: 2", "a", 2, []),
        ("series: {name: a, order: 2}", "a", 2, []),
        ("series: [a, b]", "a", 0, ["one-series"]),
        ("series: []\npart: 3", "", 3, []),
    ],
)
def test_a_series_is_a_name_or_a_list_with_one(header: str, series: str, order: int, codes: list[str]) -> None:
    """Hugo's taxonomy is a list; of several series only the first counts, with a warning."""
    front, problems = fields(header)

    assert (front.series, front.series_order) == (series, order)
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("description: a\nexcerpt: b", []),
        ("tags: [a]\nkeywords: b", []),
        ("keywords: b\ntags: [a]", []),
        ("tags:\ntag: a", []),
        ("cover: /a.png\nimage: /b.png\nthumbnail: /c.png", []),
        ("date: 2020-01-01\ncreated: 2019-01-01", []),
        ("lastmod: 2020-01-01\nupdated: 2020-01-01", []),
        ("lastmod: 2020-01-01\nupdated: 2021-01-01", ["same-meaning-key"]),
        ("tags: [a]\ntag: b", ["same-meaning-key"]),
        ("title: a\ntitle: a", ["duplicate-key"]),
    ],
)
def test_only_a_key_that_contradicts_another_is_reported(header: str, codes: list[str]) -> None:
    """Two keys with one meaning are a problem if their values differ, and if none of them is a mere stand-in."""
    assert [problem.code for problem in fields(header)[1]] == codes


@pytest.mark.parametrize(
    "key", ["lastmod", "updated", "modified", "last_modified_at", "lastUpdated", "updatedDate", "modDatetime", "수정일"]
)
def test_each_key_of_an_update_is_its_date(key: str) -> None:
    """The names of Hugo, Hexo, Obsidian, Jekyll, VitePress, Astro and AstroPaper."""
    front, problems = fields(f"{key}: 2022-07-08")

    assert str(front.meta.updated) == "2022-07-08 00:00:00+00:00"
    assert problems == []


def test_a_key_that_nobody_knows_is_no_problem_in_a_folder_of_another_program() -> None:
    """A theme or a vault may have any key; one that is an edit from ours is reported there too."""
    header = "나만의 속성: x\nmy-property: x\ntitel: x\nrating: 5"

    assert [problem.argument("key") for problem in fields(header, "jekyll")[1]] == ["titel"]
    assert [problem.argument("key") for problem in fields(header, path="vault/a.md")[1]] == ["titel"]
    assert [problem.argument("key") for problem in fields(header)[1]] == ["나만의 속성", "my-property", "titel"]


PRIVATE = {
    "draft: true": "draft = true",
    "draf: true": "draf = true",
    "published: false": "published = false",
    "visibility: private": 'visibility = "private"',
    "password: x": 'password = "x"',
    "private: true": "private = true",
    "encrypted: true": "encrypted = true",
    "headless: true": "headless = true",
    "expiryDate: 언젠가": 'expiryDate = "언젠가"',
    "build: {render: never}": 'build = {render = "never"}',
    "_build: {render: never}": '[_build]\nrender = "never"',
    "date: 언젠가": 'date = "언젠가"',
}


@pytest.mark.parametrize("yaml", PRIVATE)
def test_what_keeps_a_page_back_does_so_in_every_format(yaml: str) -> None:
    """In YAML, TOML and JSON."""
    values = json.dumps(plain(read_mapping(yaml)))

    for text in (f"---\n{yaml}\n---\n", f"+++\n{PRIVATE[yaml]}\n+++\n", f"{values}\n", f"{values[1:-1]}\n;;;\n"):
        problems: list[Diagnostic] = []
        parts = split(text)
        header = read_header(parts, "a.md", problems)
        assert parts.fence
        assert read_fields(header, 2, "a.md", Reading(UTC), problems).meta.draft, text

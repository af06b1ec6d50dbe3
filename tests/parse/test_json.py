"""JSON front matter: the same fields as in YAML, with positions, and nothing published that cannot be read."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.base.diagnostic import Outcome
from byeoru.base.fields import plain
from byeoru.base.yaml_nodes import read_mapping
from byeoru.model.content import Dialect, Parsed, ParseOptions, Source
from byeoru.parse.document import parse
from byeoru.parse.frontmatter import split
from byeoru.parse.json_nodes import json_mapping

OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp", "Cf"))
TEXTS = st.text(LETTERS, max_size=12)
VALUES = st.recursive(
    st.one_of(TEXTS, st.booleans(), st.none(), st.integers(-(10**12), 10**12)),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(LETTERS, min_size=1, max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.text(LETTERS, min_size=1, max_size=8), VALUES, min_size=1, max_size=5)


def read(text: str) -> Outcome[Parsed | None]:
    """Parse a post."""
    return parse(Source("content/posts/a.md", text.encode(), "digest", "key"), OPTIONS)


@given(OBJECTS, st.sampled_from([None, 2, "\t"]), st.booleans())
def test_json_is_read_as_the_same_yaml(values: dict[str, object], indent: int | str | None, is_ascii: bool) -> None:
    """Every object has the same keys and values in both, however it is indented and escaped."""
    text = json.dumps(values, indent=indent, ensure_ascii=is_ascii)
    expected = plain(read_mapping(json.dumps(values, ensure_ascii=False)))

    assert plain(json_mapping(text)) == expected
    assert plain(json_mapping(text.strip()[1:-1])) == expected


@given(OBJECTS, st.text("글 \n#", max_size=10))
def test_json_front_matter_ends_where_its_object_does(values: dict[str, object], body: str) -> None:
    """Nothing of the text is taken, and nothing of the front matter is left in it."""
    values = {"title": "a"} | values
    for header in (json.dumps(values), json.dumps(values, indent=1)):
        parts = split(f"{header}\n{body}")
        assert (parts.fence, parts.header, parts.body) == ("{", header, body)
    pairs = json.dumps(values, indent=1)[1:-1]
    parts = split(f"{pairs};;;\n{body}")
    assert (parts.fence, parts.header.strip(), parts.body) == (";;;", pairs.strip(), body)


@pytest.mark.parametrize(
    "text",
    [
        '{\n  "title": "제목",\n  "date": "2026-01-02",\n  "tags": ["a", "b"],\n  "nope": 1\n}\n\n본문\n',
        '\n{"title": "제목",\n"date": "2026-01-02", "tags": ["a", "b"],\n  \n  "nope": 1}\n본문\n',
        '"title": "제목",\n"date": "2026-01-02",\n"tags": ["a", "b"],\n\n  "nope": 1\n;;;\n본문\n',
        ';;;\n"title": "제목",\n"date": "2026-01-02", "tags": ["a", "b"],\n  "nope": 1,\n;;;\n본문\n',
    ],
)
def test_json_of_hugo_and_hexo_is_front_matter(text: str) -> None:
    """Its fields are read, an unknown key has its line and column, and the text begins after it."""
    parsed, [problem] = read(text)

    line = text.split("\n").index(next(one for one in text.split("\n") if "nope" in one)) + 1
    assert (problem.code, problem.location.line, problem.location.column) == ("unknown-key", line, 3)
    assert parsed
    assert (parsed.document.meta.title, parsed.document.tags, parsed.body.pieces) == (
        "제목",
        ("a", "b"),
        ("<p>본문</p>\n",),
    )
    assert str(parsed.document.meta.date) == "2026-01-02 00:00:00+09:00"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{\n  "title": "a"\n  "draft": true\n}\n\n비밀\n', "3:3 json-syntax"),
        ('{\n  "title": "a",\n  "draft": true\n\n비밀\n', "4:1 json-syntax"),
        ('{\n  "title": "a",\n  draft: true\n}\n비밀\n', "3:3 json-syntax"),
        ('"title": "a"\n"draft": true\n;;;\n비밀\n', "2:1 json-syntax"),
        ('{"title": ' + "[" * 40 + "]" * 40 + "}\n비밀\n", "1:1 yaml-too-deep"),
        ('{"title": ' + "[" * 100_000 + "\n비밀\n", "1:1 yaml-too-large"),
        ('{"title": "' + "x" * 70_000 + '"}\n비밀\n', "1:1 yaml-too-large"),
    ],
)
def test_json_that_cannot_be_read_keeps_the_post_back(text: str, problem: str) -> None:
    """The fault is pointed at, and the keys are not shown as text."""
    parsed, problems = read(text)

    assert [f"{one.location.line}:{one.location.column} {one.code}" for one in problems[:1]] == [problem]
    assert [one.code for one in problems[1:]] == ["unclear-draft"]
    assert parsed
    assert parsed.document.meta.draft


@pytest.mark.parametrize(
    "line", ['"draft": true', '"published": false', '"build": {"render": "never"}', '"password": "x"']
)
def test_a_privacy_marker_in_json_keeps_the_post_back(line: str) -> None:
    """As in YAML and TOML."""
    parsed, _ = read(f'{{"title": "a", {line}}}\n본문\n')

    assert parsed
    assert parsed.document.meta.draft


@pytest.mark.parametrize(
    "text", ['{"a": 1} 는 JSON이다\n', '"인용": 글\n', "{% raw %}\n", "{: .class}\n글\n", '{ "a" }\n', "{}\n"]
)
def test_text_that_begins_like_json_is_text(text: str) -> None:
    """An object in a sentence, a quote, and tags of other programs are shown."""
    assert split(text).fence == ""


@pytest.mark.parametrize("escape", [r"\ud800", r"\udfff x", r"\u0000", r"\ud83d\ude00"])
def test_an_escape_of_half_a_character_is_no_crash(escape: str) -> None:
    """The title can be written in UTF-8."""
    parsed, _ = read(f'{{"title": "{escape}"}}\n본문\n')

    assert parsed
    assert parsed.document.meta.title.encode()

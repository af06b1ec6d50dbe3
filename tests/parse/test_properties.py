"""Properties: keys of front matter for readers, with links."""

import json

import pytest

from byeoru.model.content import Conventions, Dialect, ParseOptions, Source
from byeoru.parse.document import parse

VAULT = ParseOptions(("posts", "notes"), "UTC", "ko", Dialect(), Conventions("obsidian"))


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("title: 가", None),
        ("평점: 5", [["평점", [["5"]]]]),
        ('up: "[[b]]"', [["up", [[[1, ""]]]]]),
        ("up: [[b]]", [["up", [[[1, ""]]]]]),
        ('see: ["[[b|비]] 와 [[c]]", 말]', [["see", [[[1, "비"], " 와 ", [2, ""]], ["말"]]]]),
        ('series: "[[s]]"\nup: "[[b]]"', [["up", [[[2, ""]]]]]),
        ("extra:\n  점수: 3\n  목록: [가, 나]", [["점수", [["3"]]], ["목록", [["가"], ["나"]]]]),
        ("layout: note\ncss: a", None),
        ("빈칸:\n목록: []", None),
    ],
)
def test_custom_keys_are_properties_and_their_links_are_references(front: str, expected: object) -> None:
    """Keys that no program reads are properties; each link in them is one of the references that follow the text's."""
    parsed = parse(Source("a.md", f"---\n{front}\n---\n[[first]]\n".encode(), "", ""), VAULT).value

    assert parsed is not None
    found = json.loads(parsed.document.properties) if parsed.document.properties else None
    assert found == expected
    numbers = [run[0] for _, values in found or () for value in values for run in value if isinstance(run, list)]
    assert all(parsed.slots[number].kind == "wiki" for number in numbers)

"""A mapping of plain lines has the nodes that the parser of YAML finds."""

import random
from collections.abc import Iterator

import pytest

from byeoru.base.plain_yaml import plain_mapping
from byeoru.base.yaml_nodes import Mapping, YamlProblem, read_mapping

LINES = [
    *["title: 벼루", 'title: "a: b # c"', "title: 'x, y'", "title:", "title :  가 나  ", "date: 2024-01-02 03:04:05"],
    *["tags: [\"가\", 'b, c' ]", "tags: [a, '']", "# 가: 나", "  #"],
    *["tags: [가, b c , d]", "tags: []", "tags:", "- a", "  - b", "  - 'c'", '- "d"', "    - e", "", "   "],
]
SIGNS = [
    *['"', "'", "#", " #", ":", ": ", " :", ",", ", ", "[", "]", "{", "}", "-", "- ", "---", "...", "?", "!", "&", "*"],
    *["|", ">", "%", "@", "`", "~", "null", "<<", "\\", "=", "\t", "\r", "\x07", "\x85", "\u00a0", "\u2028", "\ufeff"],
    *["\ud800", "\uffff", "😀", " ", "  ", "\n", "\n  ", "\n\n", "a", "가", "''", '""', "//", "a:b"],
]


def texts(seed: int, count: int) -> Iterator[str]:
    """Return mappings of which most have one or two signs where none belongs."""
    rng = random.Random(seed)
    for _ in range(count):
        text = "\n".join(rng.choice(LINES) for _ in range(rng.randint(1, 5))) + rng.choice(["\n", ""])
        for _ in range(rng.randint(0, 2)):
            at = rng.randint(0, len(text))
            text = text[:at] + rng.choice(SIGNS) + text[at + rng.randint(0, 1) :]
        yield text


def parsed(text: str) -> Mapping | str:
    """Return what the parser of YAML makes of a text, or the code of its problem."""
    try:
        return read_mapping(text)
    except YamlProblem as problem:
        return problem.code


def differing(seed: int, count: int) -> list[str]:
    """Return the texts of which plain lines and YAML differ."""
    return [text for text in texts(seed, count) if (plain := plain_mapping(text)) and plain != parsed(text)]


def test_plain_lines_are_what_the_parser_makes_of_them() -> None:
    """Texts, lines, columns and widths are the same."""
    assert differing(1, 4000) == []


@pytest.mark.slow
def test_many_plain_lines_are_what_the_parser_makes_of_them() -> None:
    """The same for two hundred thousand texts."""
    assert differing(2, 200_000) == []


def test_usual_front_matter_is_plain() -> None:
    """What most posts begin with is read without the parser."""
    text = 'title: "벼루: 먹"\ndate: 2024-01-02 03:04:05\ntags: [먹, "붓"]\n# 가\ncategories:\n  - 글\n\ndraft: false\n'

    assert plain_mapping(text) == parsed(text)


@pytest.mark.parametrize("text", ["", "\n", "a: b: c\n", "a: b\n- c\n", "a: |\n  b\n", "a: &b c\n", "a:\n  b: c\n"])
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    """A text with one line that is not plain is none of ours."""
    assert plain_mapping(text) is None


def test_a_wrong_reading_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: if quotes were part of a text, texts would differ."""
    monkeypatch.setattr("byeoru.base.plain_yaml._QUOTES", "")

    assert differing(1, 200) != []

"""Unlinked mentions: names of notes in a text that are no links."""

import pytest

from byeoru.parse.unlinked import NamesInText, unlinked


def found(text: str, *names: str) -> list[str]:
    """Return the words that are found in *text*."""
    return [text[start:end] for start, end, _ in unlinked(text, NamesInText(names))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("클로저를 쓴다", ["클로저"]),
        ("클로저에서는 쓴다", ["클로저"]),
        ("클로저링은 다른 말이다", []),
        ("반클로저", []),
        ("Closure, closures", ["Closure"]),
        ("closures", []),
        ("closure를 쓴다", ["closure"]),
        ("가비지 컬렉션이 돈다", ["가비지 컬렉션"]),
        ("클로저와 클로저", ["클로저"]),
    ],
)
def test_a_name_is_a_whole_word_perhaps_with_a_particle(text: str, expected: list[str]) -> None:
    """Only a particle may follow a name in its word; the first place of each name counts, in any case."""
    assert found(text, "클로저", "closure", "가비지 컬렉션") == expected


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: 클로저\n---\n",
        "`클로저`",
        "``a ` 클로저``",
        "```\n클로저\n```",
        "> ~~~\n> 클로저\n> ~~~",
        "[[클로저]] ![[클로저#절]] [[클로저|말]]",
        "[클로저](a.md) [클로저][b]\n\n[b]: 클로저.md",
        "# 클로저\n",
        "%%클로저%%",
        "<!-- 클로저 -->",
        "<a href='x'>클로저</a> <img alt='클로저'>",
        "$클로저$ $$\n클로저\n$$",
        "https://example.com/클로저 #클로저",
        "{{ 클로저 }} {% 클로저 %}",
    ],
)
def test_nothing_is_found_in_what_is_no_prose(text: str) -> None:
    """Front matter, code, links, headings, comments, tags, formulas and addresses mention nothing."""
    assert found(text, "클로저") == []


def test_the_longest_name_is_found() -> None:
    """Of several names at one place, the longest is meant; names of one letter or of digits are none."""
    assert found("좀비 프로세스와 좀비, 가 2024", "좀비", "좀비 프로세스", "가", "2024") == ["좀비 프로세스", "좀비"]

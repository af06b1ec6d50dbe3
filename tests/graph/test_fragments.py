"""Which heading or block the end of a link means."""

import pytest

from byeoru.graph.fragments import anchor_in_brackets, anchor_of, nearest_anchor
from byeoru.model.content import Outline

HEADINGS = (
    (2, "정의", "정의"),
    (3, "예-하나", "예: 하나"),
    (2, "쓰임", "쓰임"),
    (3, "예-하나-1", "예: 하나"),
    (4, "정의-1", "정의"),
    (2, "why-closures", "Why closures?"),
    (2, "1-준비", "1. 준비"),
    (2, "c", "C++"),
    (2, "prep", "준비물"),
)
OUTLINE = Outline(tuple(sorted({*(id_ for _, id_, _ in HEADINGS), "^abc", "표"})), HEADINGS)


@pytest.mark.parametrize(
    ("fragment", "anchor"),
    [
        ("정의", "정의"),
        ("쓰임#예: 하나", "예-하나-1"),
        ("쓰임#예 하나#정의", "정의-1"),
        ("정의-1", "정의-1"),
        ("WHY CLOSURES?", "why-closures"),
        ("준비물", "prep"),
        ("prep", "prep"),
        ("표", "표"),
        ("^ABC", "^abc"),
        ("^없음", None),
        ("쓰임#준비물", None),
        ("제목", ""),
        ("제목#쓰임", "쓰임"),
        ("제목#없음", None),
        ("없음", None),
        ("#", None),
    ],
)
def test_fragments_in_brackets(fragment: str, anchor: str | None) -> None:
    """A heading is named by its text, below others if they precede it, or by its id; a block by its id."""
    assert anchor_in_brackets(fragment, "제목", OUTLINE) == anchor


@pytest.mark.parametrize(
    ("fragment", "anchor"),
    [
        ("why-closures", "why-closures"),
        ("Why-closures", "why-closures"),
        ("Why closures?", "why-closures"),
        ("_1-준비", "1-준비"),
        ("1.-준비", "1-준비"),
        ("제목", ""),
        ("없음", None),
        ("?", None),
        ("", None),
    ],
)
def test_ids_of_other_programs(fragment: str, anchor: str | None) -> None:
    """An id that differs in capitals and signs, as Hexo and VuePress write it, is that of the heading."""
    assert anchor_of(fragment, "제목", OUTLINE) == anchor


def test_what_two_headings_could_be_is_neither() -> None:
    """An id in other signs is only found if one heading is meant."""
    outline = Outline(("a-b", "a_b"), ())

    assert anchor_of("a.b", "제목", outline) is None
    assert anchor_of("a_b", "제목", outline) == "a_b"


@pytest.mark.parametrize(
    ("fragment", "near"),
    [("정으", "정의"), ("Why closure", "Why closures?"), ("쓰임#준비뭄", "준비물"), ("^abd", "^abc"), ("", "")],
)
def test_the_nearest_heading_or_block(fragment: str, near: str) -> None:
    """A suggestion for a heading is its text, for a block its id."""
    assert nearest_anchor(fragment, OUTLINE) == near

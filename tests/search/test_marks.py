"""The parts of a text that a query found."""

import pytest

from byeoru.search.marks import marks_of, places


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        (["클로저"], "클로저에서는 클로저란", ["클로저", "클로저"]),
        (["호출"], "재귀호출", ["호출"]),
        (["가비지컬렉션"], "가비지 컬렉션과 가비지컬렉션", ["가비지 컬렉션", "가비지컬렉션"]),
        (["가비지", "가비지컬렉션"], "가비지 컬렉션", ["가비지 컬렉션"]),
        (["gpu"], "GPU에서 egpu", ["GPU", "gpu"]),
        (["c", "go"], "C와 Go, react, 고go", ["C", "Go", "go"]),
        (["c++", ".*"], "C++ .* x", ["C++", ".*"]),
        ([], "아무것", []),
        (["<b>"], "<b>", ["<b>"]),
    ],
)
def test_words_are_marked_inside_longer_ones(words: list[str], text: str, marked: list[str]) -> None:
    """Endings stay outside, a joined word is found written apart, and signs are no pattern."""
    assert [text[start:end] for start, end in places(marks_of(words), text)] == marked

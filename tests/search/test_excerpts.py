"""The sentence of a page that a result shows."""

import pytest

from byeoru.search.excerpts import excerpt
from byeoru.search.marks import marks_of

LONG = "머리말이 길다 " * 20


@pytest.mark.parametrize(
    ("page", "words", "shown"),
    [
        ("<main><p>첫 문단</p><p>두 번째\n문단</p></main>", ["문단"], "첫 문단"),
        ("<main><p>모델</p><p>모델을 저장</p></main>", ["모델", "저장"], "모델을 저장"),
        (
            "<nav>클로저</nav><main><nav>클로저</nav><p>본문의 클로저</p></main><footer>클로저",
            ["클로저"],
            "본문의 클로저",
        ),
        ("<main><script>클로저</script><style>클로저</style><p>없다</p></main>", ["클로저"], ""),
        ("<main><p>a &lt;b&gt; &amp; 클로저</p></main>", ["클로저"], "a <b> & 클로저"),
        ("<main><svg>클로저", ["클로저"], ""),
        (
            '<main><section data-from="/b/">클로저<section>둘</section>셋 클로저</section><p>여기의 클로저',
            ["클로저"],
            "여기의 클로저",
        ),
        ('<main><td><span data-from="/b/">클로저</span>표</td>', ["클로저"], ""),
        ("", ["클로저"], ""),
        ("<main><p>글</p></main>", [], ""),
    ],
)
def test_the_paragraph_with_most_words_is_shown(page: str, words: list[str], shown: str) -> None:
    """It is text as a reader sees it, of the page itself and not of what is around it."""
    assert excerpt(page, marks_of(words)) == shown


def test_a_long_paragraph_is_cut_around_the_first_mark() -> None:
    """The cut is between words, and shown on both sides."""
    shown = excerpt(f"<p>{LONG}그 클로저는 {LONG}</p>", marks_of(["클로저"]))

    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "그 클로저는 머리말이" in shown
    assert len(shown) <= 114


def test_a_text_without_spaces_is_cut_too() -> None:
    """A mark is always in what is shown."""
    shown = excerpt("가" * 1000 + "클로저" + "나" * 1000, marks_of(["클로저"]))

    assert "클로저" in shown
    assert len(shown) < 130

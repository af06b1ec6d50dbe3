"""A summary is the beginning of a text, cut at a good position."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.parse.summary import graphemes, summarise

FAMILY = "👨‍👩‍👧‍👦"
FLAG = "🇰🇷"
PIECES = [
    "가",
    "힣",
    "\u1112\u1161\u11ab",
    "\u1112",
    "\u1161",
    "\u11ab",
    "e\u0301",
    FAMILY,
    FLAG,
    "👍🏽",
    "❤️",
    "한",
    "a",
    " ",
    ". ",
    "\u0301",
    "\u200d",
    "日",
]


def padded(end: str, room: int = 90) -> str:
    """Return a text whose first sentence ends late enough for a cut, followed by more text."""
    return "가" * room + end


@pytest.mark.parametrize("text", ["", "짧다.", "가" * 110, "a" * 165, "1. 첫째"])
def test_a_short_text_is_its_own_summary(text: str) -> None:
    """Up to 110 syllables or 165 letters are shown in full."""
    assert summarise(text) == text


@pytest.mark.parametrize("end", ["다.", "요.", "까?", "다!", "다…", "다.”", "요.’", "다.)", "?!", "。", "。」", "죠?”"])
def test_a_sentence_that_ends_late_ends_the_summary(end: str) -> None:
    """A summary that ends with a sentence, including closing quotes, gets no ellipsis."""
    after = "" if "。" in end else " "

    assert summarise(padded(end) + after + "나" * 90) == padded(end)


@pytest.mark.parametrize(
    "middle",
    [
        "1.0 ",
        "v2. ",
        "1. ",
        "e.g. ",
        "i.e. ",
        "README.md ",
        "... ",
        "vs. ",
        "A. ",
        "예 etc. 등 ",
        "etc. and ",
        "다.”라고 ",
        "뭐?라고 ",
    ],
)
def test_a_stop_that_ends_nothing_is_no_end(middle: str) -> None:
    """Decimal points, versions, abbreviations, file names, ellipses and quotes do not end a sentence."""
    summary = summarise(padded(" " + middle) + "나" * 90)

    assert summary.endswith("…")


def test_the_last_sentence_that_fits_is_kept() -> None:
    """Of two possible ends of sentences, the later one is used."""
    assert summarise("가" * 70 + "다. " + "나" * 20 + "요. " + "라" * 90).endswith("요.")


def test_a_sentence_that_ends_early_is_not_enough() -> None:
    """If the last sentence ends before three fifths of the limit, the text is cut at a space."""
    text = "짧다. " + "벼루에 먹을 갈고 " * 20

    assert 90 < len(summarise(text)) < 130
    assert summarise(text).endswith(("갈고…", "먹을…", "벼루에…"))


def test_a_text_without_spaces_is_cut_between_graphemes() -> None:
    """Japanese and long URLs have no spaces, so they are cut between graphemes."""
    assert summarise("가" * 200) == "가" * 109 + "…"
    assert summarise("a " + "가" * 200) == "a " + "가" * 108 + "…"


def test_a_cut_leaves_no_dangling_sign() -> None:
    """No comma or opening bracket precedes the ellipsis."""
    assert summarise("가" * 100 + ", (" + "나" * 50) == "가" * 100 + "…"


def test_width_counts_and_not_the_number_of_characters() -> None:
    """Width counts: a decomposed syllable and a family emoji are one character, letters are narrower."""
    decomposed = unicodedata.normalize("NFD", "한" * 200)

    assert summarise(decomposed) == unicodedata.normalize("NFD", "한" * 109) + "…"
    assert summarise(FAMILY * 200) == FAMILY * 109 + "…"
    assert summarise(FLAG * 200) == FLAG * 109 + "…"
    assert len(summarise("a" * 200)) == 165
    assert summarise("한" * 100 + FAMILY) == "한" * 100 + FAMILY


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("각", ["각"]),
        ("\u1100\u1161\u11a8나", ["\u1100\u1161\u11a8", "나"]),
        ("가\u11a8", ["가\u11a8"]),
        ("각\u1161", ["각", "\u1161"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👨‍👩‍👧‍👦👍🏽", ["👨‍👩‍👧‍👦", "👍🏽"]),
        ("❤️\u200d🔥", ["❤️\u200d🔥"]),
        ("🇰🇷🇯🇵🇰", ["🇰🇷", "🇯🇵", "🇰"]),
        ("가🇰🇷🇯🇵", ["가", "🇰🇷", "🇯🇵"]),
        ("1️⃣2", ["1️⃣", "2"]),
        ("\r\n\n", ["\r\n", "\n"]),
        ("", []),
    ],
)
def test_graphemes_are_what_a_reader_counts(text: str, parts: list[str]) -> None:
    """Jamo of a syllable, combining marks, joined and toned emoji and flags are one grapheme each."""
    assert list(graphemes(text)) == parts


@given(st.text(min_size=80) | st.lists(st.sampled_from(PIECES), min_size=80, max_size=400).map("".join))
def test_a_summary_is_the_beginning_of_its_text(text: str) -> None:
    """A summary is a prefix of the text plus an ellipsis, and never cuts a grapheme."""
    summary = summarise(text)
    beginning = summary.removesuffix("…") if summary != text else text
    boundaries = {0}
    for grapheme in graphemes(text):
        boundaries.add(max(boundaries) + len(grapheme))

    assert text.startswith(beginning)
    assert len(beginning) in boundaries
    assert len(list(graphemes(summary))) <= 165


@given(st.text())
def test_graphemes_join_to_their_text(text: str) -> None:
    """The graphemes of a text joined are the text."""
    assert "".join(graphemes(text)) == text

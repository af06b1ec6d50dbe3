"""The letters of Hangul."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.korean.jamo import initials, order

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1)


@pytest.mark.parametrize(
    ("typed", "word"),
    [("클로ㅈ", "클로저"), ("이터레잍", "이터레이터"), ("클ㄹ", "클로저"), ("달ㄱ", "닭"), ("오", "왜")],
)
def test_a_half_typed_word_is_a_prefix(typed: str, word: str) -> None:
    """What is typed so far begins the word, also where a consonant of the next syllable looks like a final."""
    assert order(word).startswith(order(typed))


@pytest.mark.parametrize(
    ("one", "other"), [("쓰레드", "스레드"), ("메세지", "매쎄지"), ("왜", "외"), ("얘기", "예기"), ("게시판", "계시판")]
)
def test_spellings_that_are_confused_are_one(one: str, other: str) -> None:
    """Tense and plain consonants, ㅐ, ㅔ and ㅖ, ㅚ and ㅙ are the same in the order of the index."""
    assert order(one) == order(other)


def test_compositions_are_one() -> None:
    """A word of decomposed letters, as macOS writes names of files, has the same order."""
    assert order(normalize("NFD", "꿹클로저")) == order("꿹클로저")


@given(SYLLABLES)
def test_the_order_has_only_simple_jamo(word: str) -> None:
    """Every syllable becomes jamo that one key of a keyboard writes, of which none is a tense consonant."""
    assert set(order(word)) <= set("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㅏㅑㅓㅔㅕㅗㅛㅜㅠㅡㅣ")


@given(SYLLABLES, SYLLABLES)
def test_the_beginning_of_a_word_is_a_prefix(first: str, rest: str) -> None:
    """The jamo of a word begin with those of its first syllables."""
    assert order(first + rest) == order(first) + order(rest)


def test_initials_are_the_first_consonants() -> None:
    """A tense consonant stays, and what is no syllable has no initial."""
    assert initials("쓰레드 pool") == "ㅆㄹㄷ"

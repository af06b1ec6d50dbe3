"""Words typed with the wrong keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.korean.keyboard import to_hangul, to_latin

SYLLABLES = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1)


@pytest.mark.parametrize(
    ("keys", "word"), [("zmffhwj", "클로저"), ("rkqt", "값"), ("dhlfk", "외라"), ("ekfrdl", "닭이"), ("dkswk", "안자")]
)
def test_keys_write_a_korean_word(keys: str, word: str) -> None:
    """What was typed on a Latin keyboard is composed as an input method does."""
    assert to_hangul(keys) == word


@given(SYLLABLES)
def test_both_ways_agree(word: str) -> None:
    """The keys of any word write that word again."""
    assert to_hangul(to_latin(word)) == word


@given(st.text())
def test_any_text_is_accepted(text: str) -> None:
    """No text makes it fail."""
    to_latin(text)
    to_hangul(text)


def test_keys_without_jamo_write_nothing() -> None:
    """A word with a digit or a sign was not typed on a Korean keyboard."""
    assert to_hangul("utf8") == ""

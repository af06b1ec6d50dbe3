"""Reading time is computed from the words of each language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.parse.reading import minutes, reading_seconds


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("", 0),
        ("벼루에 " * 202, 60),
        ("word " * 238, 60),
        ("語" * 439, 60),
        ("あ" * 653, 60),
        ("漢字かな" * 163 + "か", 60),
        ("Linux에 " * 202, 60),
        ("벼루(硯)에 " * 202, 60),
        ("벼루에 word " * 202, 60 + 51),
        ("벼루에\n먹을\t갈고\n" * 101, 90),
        ("ㅋㅋ " * 202, 60),
        ("“벼루” — " * 202, 60 + 51),
        ("가 " * 202 + "「」", 60),
    ],
)
def test_words_take_their_time(words: str, seconds: int) -> None:
    """An eojeol is one word whatever its letters; Latin words are faster; Han and kana are counted by character."""
    assert reading_seconds(words, 0, 0) == seconds


def test_code_and_pictures_take_time_too() -> None:
    """A line of code takes two seconds, and an image ten."""
    assert reading_seconds("벼루에 " * 202, 12, 3) == 60 + 24 + 30


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, 1), (1, 1), (60, 1), (89, 1), (90, 2), (149, 2), (150, 3), (3600, 60)]
)
def test_minutes_are_the_nearest_and_at_least_one(seconds: int, shown: int) -> None:
    """The reading time is at least one minute."""
    assert minutes(seconds) == shown


@given(st.text(), st.text())
def test_more_words_never_take_less_time(one: str, other: str) -> None:
    """Adding a paragraph in Korean or English cannot make a post shorter."""
    korean = "".join(character for character in other if not "\u3000" <= character <= "\ufaff" or character >= "가")

    assert reading_seconds(one, 0, 0) <= reading_seconds(f"{one}\n{korean}", 0, 0)

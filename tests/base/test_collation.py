"""Names are sorted as in a Korean index, and listed under its letters."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.base.collation import INITIALS, initial, sorting_key

HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1)
KOREAN = st.text(st.sampled_from("가각갛까낳나다따라마바빠사싸아자짜차카타파하힣ㄱㄲㄳㅋㅏㅣ 12abZ"), min_size=1)


@pytest.mark.parametrize(
    "names",
    [
        ["가나", "도커", "리눅스", "Docker", "linux", "2024", "#태그"],
        ["Part 1", "part 2", "Part 10", "part 100"],
        ["1.2", "1.9", "1.10", "02", "3", "10"],
        ["1화", "2화", "10화"],
        ["study", "study/cs231n", "study/nlp", "study log", "study-log"],
        ["깃", "깃 허브", "깃발", "깃a", "깃1"],
        ["ㄱ", "가", "각", "ㄲ", "까", "나"],
        ["cafe", "café", "cafes"],
        ["가", "漢字"],
    ],
)
def test_names_are_sorted(names: list[str]) -> None:
    """The order is Hangul, Latin letters, numbers by value, the rest; a child in a tree follows its parent."""
    assert sorted(set(names), key=sorting_key) == names


def test_case_and_composition_are_tie_breakers() -> None:
    """Case and Unicode composition matter only between names that are otherwise equal."""
    names = ["docker b", "Docker a", unicodedata.normalize("NFD", "각"), "갂", "가"]

    assert [unicodedata.normalize("NFC", name) for name in sorted(names, key=sorting_key)] == [
        *("가", "각", "갂"),
        *("Docker a", "docker b"),
    ]


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        *(
            ("가방", "ㄱ"),
            ("까치", "ㄱ"),
            ("뚝", "ㄷ"),
            ("빵", "ㅂ"),
            ("쌀", "ㅅ"),
            ("찌개", "ㅈ"),
            ("힣", "ㅎ"),
            ("아", "ㅇ"),
        ),
        *(
            ("ㄱ자", "ㄱ"),
            ("ㄲ", "ㄱ"),
            ("ㅋㅋ", "ㅋ"),
            ("ㅄ", "ㅂ"),
            ("ㅏ", "ㅇ"),
            (unicodedata.normalize("NFD", "닭"), "ㄷ"),
        ),
        *(("\u1112\u119e\u11ab글", "ㅎ"), ("docker", "D"), ("Zig", "Z"), ("Émile", "E"), ("3분", "0–9"), ("٣", "0–9")),
        *((".NET", "#"), ("漢字", "#"), ("ひ", "#"), ("Ж", "#"), ("🐳", "#"), ("", "#"), (" 벼루", "ㅂ"), ("ㅿ", "#")),
    ],
)
def test_a_name_has_an_index_letter(text: str, letter: str) -> None:
    """Double consonants are listed with single ones, and single or decomposed letters with the syllables."""
    assert initial(text) == letter


def test_an_index_has_42_letters() -> None:
    """They are fourteen consonants, twenty-six Latin letters, digits and the rest."""
    assert len(INITIALS) == 14 + 26 + 2
    assert "".join(INITIALS[:14]) == "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"


def test_all_syllables_are_in_dictionary_order() -> None:
    """Syllables are ordered by initial consonant, then vowel, then final consonant."""
    syllables = [chr(code) for code in range(0xAC00, 0xD7A4)]

    assert sorted(syllables, key=sorting_key) == syllables


@given(HANGUL, HANGUL)
def test_hangul_words_are_in_the_order_of_their_jamo(one: str, other: str) -> None:
    """A dictionary compares words syllable by syllable, and syllables letter by letter."""

    def letters(word: str) -> list[str]:
        return [unicodedata.normalize("NFD", syllable) for syllable in word]

    assert (sorting_key(one) < sorting_key(other)) == (letters(one) < letters(other))


@given(st.lists(st.text(min_size=1) | KOREAN))
def test_sorted_names_have_sorted_index_letters(names: list[str]) -> None:
    """No letter comes twice, so an index can be written in one pass; names of only spaces and marks are excluded."""
    named = [name for name in names if sorting_key(name)[0]]
    positions = [INITIALS.index(initial(name)) for name in sorted(named, key=sorting_key)]

    assert all(before <= after for before, after in pairwise(positions))


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_numbers_in_names_are_compared_by_value(one: int, other: int) -> None:
    """Part 2 comes before Part 10, for numbers of any size."""
    if one != other:
        assert (sorting_key(f"글 {one}편") < sorting_key(f"글 {other}편")) == (one < other)

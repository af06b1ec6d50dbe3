"""The table of suffixes."""

import pytest

from byeoru.korean.suffixes import WEAK, suffixes


@pytest.mark.parametrize(
    "suffix", ["에서는", "들에게", "입니다", "합니다", "하려면", "되었다", "됐습니다", "시킨다", "해야한다", "이라는"]
)
def test_forms_are_made_of_stems_and_endings(suffix: str) -> None:
    """Particles are combined, and endings are joined to the stems of verbs with their final consonants."""
    assert suffix in suffixes()


def test_weak_suffixes_are_suffixes() -> None:
    """A suffix that is called weak is one of the table."""
    assert suffixes() >= WEAK


def test_every_suffix_is_hangul() -> None:
    """No jamo of the table is left over in a suffix."""
    assert all("가" <= letter <= "힣" for suffix in suffixes() for letter in suffix)

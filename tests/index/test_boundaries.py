"""Boundaries are constants that every number of shards takes a part of."""

import pytest

from byeoru.index.boundaries import boundaries_for, coded, decoded
from byeoru.korean.jamo import order

LANGUAGES = pytest.mark.parametrize("language", ["ko", "en"])


@LANGUAGES
def test_each_number_of_shards_has_the_boundaries_of_half_as_many(language: str) -> None:
    """A reader derives the boundaries of each segment from those of the largest one."""
    for shards in (8, 64, 4096):
        assert len(boundaries_for(shards, language)) == shards - 1
        assert set(boundaries_for(shards // 2, language)) <= set(boundaries_for(shards, language))


@LANGUAGES
def test_boundaries_are_keys_in_the_order_of_the_index(language: str) -> None:
    """They rise, and are written as the index sorts; a space would end an entry of the root."""
    boundaries = boundaries_for(4096, language)

    assert sorted(set(boundaries)) == list(boundaries)
    assert all(order(boundary) == boundary and not boundary.split()[1:] for boundary in boundaries)
    assert decoded(coded(boundaries)) == boundaries


def test_korean_and_other_languages_have_boundaries_of_their_own() -> None:
    """An English edition is divided among Latin words, and a Korean one of any country as Korean is."""
    assert boundaries_for(8, "ko-KR") == boundaries_for(8, "ko") != boundaries_for(8, "en")
    assert boundaries_for(8, "en") == boundaries_for(8, "fr")
    assert "".join(boundaries_for(8, "en")).isascii()

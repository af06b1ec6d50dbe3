"""Boundaries are constants that every number of shards takes a part of."""

from byeoru.index.boundaries import boundaries_for, coded, decoded
from byeoru.korean.jamo import order


def test_each_number_of_shards_has_the_boundaries_of_half_as_many() -> None:
    """A reader derives the boundaries of each segment from those of the largest one."""
    for shards in (8, 64, 4096):
        assert len(boundaries_for(shards)) == shards - 1
        assert set(boundaries_for(shards // 2)) <= set(boundaries_for(shards))


def test_boundaries_are_keys_in_the_order_of_the_index() -> None:
    """They rise, and are written as the index sorts; a space would end an entry of the root."""
    boundaries = boundaries_for(4096)

    assert sorted(set(boundaries)) == list(boundaries)
    assert all(order(boundary) == boundary and not boundary.split()[1:] for boundary in boundaries)
    assert decoded(coded(boundaries)) == boundaries

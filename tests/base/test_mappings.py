"""These mappings are dictionaries that read and copy only what they are asked for."""

import pickle
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.base import mappings
from byeoru.base.frozen import frozen, thawed
from byeoru.base.mappings import Blocks, Edited, Through, differing, edited
from byeoru.base.thaw_error import ThawError

VALUES = st.dictionaries(st.text(max_size=3), st.integers(0, 3), max_size=200)
HISTORY = st.lists(st.dictionaries(st.text(max_size=2), st.integers(0, 3), max_size=4), max_size=3)


def after(values: Mapping[str, int], changes: list[dict[str, int]]) -> Mapping[str, int]:
    for change in changes:
        values = Edited(values, change)
    return values


@given(VALUES, HISTORY)
def test_blocks_are_like_a_dictionary(values: dict[str, int], changes: list[dict[str, int]]) -> None:
    """After any changes, here and in another process, keys and values are those of a dictionary, in its order."""
    plain = values
    for change in changes:
        plain = plain | change
    made = after(Blocks(values), changes)

    for one in (after(values, changes), made, thawed(frozen(made)), pickle.loads(pickle.dumps(made, 5))):
        assert list(one.items()) == list(plain.items())
        assert (len(one), one == plain) == (len(plain), True)
        assert all(key in one for key in plain)
        assert "아님" not in one


@given(VALUES, HISTORY, HISTORY)
def test_what_differs_is_found(
    values: dict[str, int], ours: list[dict[str, int]], theirs: list[dict[str, int]]
) -> None:
    """Of two mappings, frozen together or not, the differing keys are those of their dictionaries."""
    new, old = after(values, ours), after(values, theirs)
    expected = {key for key in {*new, *old} if new.get(key) != old.get(key)}
    base = Blocks(values)

    pairs = [(new, old), (after(base, ours), after(base, theirs)), (after(base, ours), old), (new, after(base, theirs))]

    assert [set(differing(one, other)) for one, other in pairs] == [expected] * 4


def test_only_what_is_asked_for_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """To count, name or compare the values reads none of them; to take one reads its block, once."""
    left = thawed(frozen(Blocks({f"{number}": number for number in range(1000)})))
    read: list[bytes] = []

    def noted(data: bytes) -> list[int]:
        read.append(data)
        values: list[int] = thawed(data)
        return values

    monkeypatch.setattr(mappings, "thawed", noted)
    through = Through({f"/{number}/": f"{number}" for number in range(1000)}, left)

    later = edited(left, {"500": 0})

    assert (len(later), "1" in later, "/1/" in through, list(later)[-1], len(through)) == (
        1000,
        True,
        True,
        "999",
        1000,
    )
    assert read == []
    assert differing(later, left) == ["500"]
    assert (later["500"], later["501"], left["500"], through["/502/"]) == (0, 501, 500, 502)
    assert len(read) == 1


@given(VALUES, VALUES, HISTORY, st.sampled_from([1, 3, 64]))
def test_blocks_of_other_values_are_like_a_dictionary(
    values: dict[str, int], others: dict[str, int], changes: list[dict[str, int]], size: int
) -> None:
    """Whichever blocks of an earlier mapping are used again: keys came or went, values changed, the order is another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mappings, "_SIZE", size)
        before = after(thawed(frozen(Blocks(dict(sorted(values.items()))))), changes)
        new = {key: before[key] if key in before and value else value for key, value in sorted(others.items())}
        for one in (new, dict(reversed(new.items()))):
            made = Blocks(one, before)

            assert list(made.items()) == list(thawed(frozen(made)).items()) == list(one.items())


def test_blocks_around_a_new_value_remain_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that comes, changes or goes freezes its own block again, and no other."""
    left = thawed(frozen(Blocks({f"{number:04}": (number,) for number in range(1000)})))
    frozen_again: list[int] = []

    def noted(values: list[tuple[int]]) -> bytes:
        frozen_again.append(len(values))
        return frozen(values)

    monkeypatch.setattr(mappings, "frozen", noted)
    now = dict(left) | {"0500+": (0,), "0700": (1,)}
    del now["0100"]

    made = Blocks(dict(sorted(now.items())), left)

    assert dict(made) == now
    assert frozen_again == [63, 65, 64]


def test_a_forged_block_is_refused() -> None:
    """A block that asks for a call raises the error of frozen values where it is read."""
    forged: Blocks[int] = Blocks.__new__(Blocks)
    forged.__setstate__((("a",), [1], [b"\x01\x00\x00\x00"]))

    with pytest.raises(ThawError):
        forged["a"]

"""Values come back as they were packed, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.cache.packed import LARGE, packed, packed_with_text, unpacked

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters()),
    lambda values: st.lists(values) | st.dictionaries(st.text(), values),
)


@given(value=PLAIN, stamp=st.text(st.characters(codec="utf-8"), max_size=10))
def test_a_value_comes_back(value: object, stamp: str) -> None:
    """Any plain value is restored, texts with bytes that are no characters included."""
    assert unpacked(packed(value, stamp), stamp) == value


@given(values=st.lists(PLAIN), text=st.text(st.characters()))
def test_a_text_behind_values_comes_back(values: list[object], text: str) -> None:
    """A long text is restored as the last item, whatever it contains."""
    assert unpacked(packed_with_text(values, text)) == [*values, text]


@pytest.mark.parametrize("value", ["short", "long " * LARGE])
def test_a_damaged_value_is_none(value: str) -> None:
    """Each byte that is changed or missing is noticed, in small and in compressed values."""
    data = packed(value)
    for at in range(0, len(data), len(data) // 20 + 1):
        assert unpacked(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :]) is None
        assert unpacked(data[:at]) is None


def test_a_large_value_takes_less_room() -> None:
    """What is stored of a long text is compressed."""
    assert len(packed("긴 글 " * LARGE)) < LARGE

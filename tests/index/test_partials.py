"""Partial indexes are merged to the shards that are made of all documents at once."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from byeoru.index.boundaries import boundaries_for
from byeoru.index.partials import merged, partial_index, shards_of
from index_test import written

WORDS = st.sampled_from(
    ["클로저", "글로저", "ㅋㄹㅈ=클로저", "#도커", "react", "re", "쓰레드", "스레드", "日本", "c++"]
)
TERMS = st.dictionaries(WORDS, st.integers(1, 15), max_size=8)


@given(st.dictionaries(st.integers(0, 300_000), TERMS, max_size=12), st.lists(st.integers(0, 12), max_size=4))
def test_shards_do_not_depend_on_how_documents_are_divided(site: dict[int, dict[str, int]], cuts: list[int]) -> None:
    """Any division, also into parts without a document or without a term, leads to the same text."""
    documents = [(slot, written(site[slot])) for slot in sorted(site)]
    ends = [0, *sorted(cuts), len(documents)]
    ranges, shards = boundaries_for(8, "ko"), boundaries_for(32, "ko")

    parts = [partial_index(documents[start:end], ranges) for start, end in pairwise(ends)]

    assert shards_of(documents, shards) == [
        text
        for number in range(8)
        for text in merged([part[number] for part in parts], shards[number * 4 : number * 4 + 3])
    ]

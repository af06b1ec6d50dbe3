"""Shards that are edited line by line are those that are made as a whole."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from byeoru.index.boundaries import boundaries_for
from byeoru.index.partials import shards_of
from byeoru.index.postings import DIGITS, impact
from byeoru.index.shards import Step, changes_of, edited, read, shard_of
from index_test import written

WORDS = st.sampled_from(
    ["클로저", "글로저", "ㅋㄹㅈ=클로저", "#도커", "react", "re", "쓰레드", "스레드", "가", "갂", "日本", "c++"]
)
TERMS = st.dictionaries(WORDS, st.integers(1, 15), max_size=8)
SITES = st.dictionaries(st.integers(0, 6000), TERMS, max_size=6)
BOUNDARIES = boundaries_for(8, "ko")


def shards(site: dict[int, dict[str, int]]) -> list[str]:
    return shards_of([(slot, written(site[slot])) for slot in sorted(site)], BOUNDARIES)


@given(SITES)
def test_a_shard_has_each_posting_of_its_terms(site: dict[int, dict[str, int]]) -> None:
    """What is read from all shards is what was written, and each term is in the shard that readers look for."""
    texts = shards(site)

    found = {
        (term, slot): impact for text in texts for term, postings in read(text).items() for slot, impact in postings
    }

    assert found == {(term, slot): terms[term] for slot, terms in site.items() for term in terms}
    assert all(shard_of(term, BOUNDARIES) == number for number, text in enumerate(texts) for term in read(text))


@given(SITES, SITES, st.dictionaries(st.integers(0, 6000), st.integers(0, 6000), max_size=2))
def test_edits_line_by_line_lead_to_the_text_of_a_clean_build(
    old: dict[int, dict[str, int]], new: dict[int, dict[str, int]], moves: dict[int, int]
) -> None:
    """Documents come, go, change and take another slot, also one that another document leaves."""
    moved = {slot: moves.get(slot, slot) for slot in old}
    kept = {slot: old[slot] for slot in old if list(moved.values()).count(moved[slot]) == 1}
    steps = [Step(slot, written(terms), moved[slot], written(new.get(moved[slot], {}))) for slot, terms in kept.items()]
    taken = {moved[slot] for slot in kept}
    steps += [Step(slot, "", slot, written(terms)) for slot, terms in new.items() if slot not in taken]
    steps += [Step(slot, written(terms), slot, "") for slot, terms in old.items() if slot not in kept]
    changes = changes_of(steps)
    assert changes is not None

    by_shard: dict[int, dict[str, dict[int, str]]] = defaultdict(dict)
    for term, letters in changes.items():
        by_shard[shard_of(term, BOUNDARIES)][term] = dict(letters)
    texts = [edited(text, by_shard.get(number, {})) for number, text in enumerate(shards(old))]

    assert texts == shards(new)


def test_a_lost_version_of_a_document_is_no_change_that_can_be_applied() -> None:
    """Without the former terms of a document its postings cannot be found, so a segment has to be made again."""
    assert changes_of([Step(1, "b\ta", 1, "c\ta"), Step(2, None, 2, "b\ta")]) is None


def test_digits_of_gaps_are_no_letters_of_impacts() -> None:
    """A reader splits postings at the letters from a to o."""
    assert len(set(DIGITS)) == 74
    assert not set(DIGITS) & set("abcdefghijklmno\t\n")
    assert impact("o") == 15

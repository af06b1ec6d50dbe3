"""The name that was probably meant: it differs in spacing, in what sounds alike, or in one letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byeoru.graph.names import Names
from byeoru.graph.similar_names import SimilarNames
from graph.graphs import documents

NAMES = SimilarNames(
    Names(
        documents({f"{name}.md": "글\n" for name in ("클로저", "쓰레드 풀", "데코레이터", "closure", "일지", "C")}), {}
    )
)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("클로져", "클로저"),
        ("클로", ""),
        ("클로저는", "클로저"),
        ("클로저와 스코프", ""),
        ("스레드풀", "쓰레드 풀"),
        ("쓰레드_풀", "쓰레드 풀"),
        ("데코래이터", "데코레이터"),
        ("폴더/클로저", "클로저"),
        ("Closrue", ""),
        ("clsure", "closure"),
        ("일기", ""),
        ("B", ""),
        ("", ""),
    ],
)
def test_the_nearest_name(written: str, near: str) -> None:
    """One letter, the spaces and a particle may be wrong; a name of two letters is too short for a guess."""
    assert NAMES.to(written) == near


LETTERS = st.text("가나다라", min_size=3, max_size=8)


@given(LETTERS, st.integers(0, 7), st.sampled_from(["replace", "remove", "add"]), st.sampled_from("가나다라마"))
def test_any_single_mistake_is_found(name: str, at: int, mistake: str, letter: str) -> None:
    """Wherever in a name the letter is that was replaced, left out or added, the name is found."""
    at = min(at, len(name) - 1)
    rest = name[at:] if mistake == "add" else name[at + 1 :]
    written = name[:at] + ("" if mistake == "remove" else letter) + rest
    names = SimilarNames(Names(documents({f"{name}.md": "글\n"}), {}))

    assert names.to(written) == (name if len(written) >= 3 else "")

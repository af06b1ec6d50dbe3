"""No case loses a word in silence: every word of a published text is on its page, or a problem names its line."""

import pytest

from cases.case import CASES, build_case
from compare_words import measure

NAMES = sorted(f"{path.parent.name}/{path.name}" for path in CASES.glob("*/*") if (path / "expected.txt").exists())
NOT_BUILT = {"reports/39-two-aliases-message"}  # its error is the case


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_case_is_on_its_page(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Source and page are compared by patterns that know nothing of the parser; markup is not shown in silence."""
    if (CASES / name / "make.py").exists():
        pytest.skip("the files of this case are made, with a number of them")
    root = build_case(name, tmp_path_factory.mktemp("case")).root

    measured = measure(root, root / "site")

    assert (measured.lost, measured.literal, measured.is_written) == ((), (), name not in NOT_BUILT)

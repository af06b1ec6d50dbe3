"""No case is forgotten."""

from pathlib import Path

import pytest

from cases.case import CASES


def test_each_case_has_a_test() -> None:
    """The name of each folder of `../shared/cases` is written in a test of this package."""
    if not CASES.is_dir():
        pytest.skip("../shared/cases is not there")
    names = [path.relative_to(CASES).as_posix() for path in CASES.glob("*/*") if path.is_dir()]
    tests = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py"))

    assert len(names) == 89
    assert [name for name in names if f'"{name}' not in tests] == []

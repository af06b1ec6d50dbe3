"""Yes/no questions: in the author's language, with any keyboard layout."""

import subprocess
import sys

import pytest

PROGRAM = """
from byeoru.cli.confirm import confirm
print("\\n" + repr(confirm({question!r}, {language!r}, default={default})))
"""


def answered(typed: str, language: str, *, default: bool) -> "subprocess.CompletedProcess[str]":
    """Return the output of a process that asks a question and reads *typed*."""
    program = PROGRAM.format(question="?", language=language, default=default)
    return subprocess.run([sys.executable, "-c", program], input=typed, capture_output=True, text=True, check=True)


@pytest.mark.parametrize(("typed", "expected"), [("y", True), ("ㅛ", True), ("예", True), ("No", False), ("ㅜ", False)])
def test_yes_and_no_with_any_keyboard_layout(typed: str, expected: bool) -> None:
    """The keys y and n are understood with a Korean layout too."""
    assert answered(f"{typed}\n", "ko", default=not expected).stdout.splitlines()[-1] == repr(expected)


@pytest.mark.parametrize("default", [True, False])
def test_enter_is_the_default(default: bool) -> None:
    """Enter selects the capital letter in `[Y/n]`."""
    done = answered("\n", "en", default=default)

    assert done.stdout.splitlines()[-1] == repr(default)
    assert ("[Y/n]" in done.stdout) == default


def test_an_unclear_answer_repeats_the_question_in_korean() -> None:
    """On a Korean terminal no message of click is in English."""
    done = answered("글쎄\ny\n", "ko", default=False)

    assert done.stdout.splitlines()[-1] == "True"
    assert done.stderr == "`y`(예)나 `n`(아니요)으로 답하세요\n"

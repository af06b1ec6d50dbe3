"""Questions with yes or no: in the author's language, on any keyboard."""

import subprocess
import sys

import pytest

PROGRAM = """
from byeoru.cli.confirm import confirm
print("\\n" + repr(confirm({question!r}, {language!r}, default={default})))
"""


def answered(typed: str, language: str, *, default: bool) -> "subprocess.CompletedProcess[str]":
    """Return what a process printed that asked, and got *typed*."""
    program = PROGRAM.format(question="?", language=language, default=default)
    return subprocess.run([sys.executable, "-c", program], input=typed, capture_output=True, text=True, check=True)


@pytest.mark.parametrize(("typed", "expected"), [("y", True), ("ㅛ", True), ("예", True), ("No", False), ("ㅜ", False)])
def test_yes_and_no_on_any_keyboard(typed: str, expected: bool) -> None:
    """A keyboard that is set to Hangul answers as well."""
    assert answered(f"{typed}\n", "ko", default=not expected).stdout.splitlines()[-1] == repr(expected)


@pytest.mark.parametrize("default", [True, False])
def test_enter_is_the_default(default: bool) -> None:
    """The capital letter of `[Y/n]` is what Enter stands for."""
    done = answered("\n", "en", default=default)

    assert done.stdout.splitlines()[-1] == repr(default)
    assert ("[Y/n]" in done.stdout) == default


def test_another_answer_is_asked_again_in_korean() -> None:
    """Nothing on a Korean terminal is click's English."""
    done = answered("글쎄\ny\n", "ko", default=False)

    assert done.stdout.splitlines()[-1] == "True"
    assert done.stderr == "`y`(예)나 `n`(아니요)으로 답하세요\n"

"""Whatever the program says is whole: read from the calls in its source, in both languages."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from byeoru.base.messages import CATALOGUE, LANGUAGES, say

SOURCE = Path(__file__).parents[2] / "src/byeoru"
FIELD = re.compile(r"(?<!{){(\w+)")
# Rows of tables, which are nothing but what is put into them.
_ROWS = {code for code, both in CATALOGUE.items() if not re.search(r"\w", re.sub(r"{[^}]*}", "", both[0]))}


def constants(node: ast.expr | None) -> list[str]:
    """Return the texts that an argument can be: one, or both of a choice."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=other):
            return [*constants(body), *constants(other)]
    return []


def calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Return each call of a function in our source, with its place."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node


def given(call: ast.Call) -> set[str] | None:
    """Return the names that a call gives to its sentence; None where they are not all spelled out."""
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else {name for name in names if name}


def lacking(code: str, call: ast.Call) -> set[str]:
    """Return what the sentences of *code* name and the call does not give."""
    names = given(call)
    korean, english = CATALOGUE[code]
    return set() if names is None else {*FIELD.findall(korean), *FIELD.findall(english)} - names


def test_a_problem_has_all_that_its_sentence_and_its_hint_name() -> None:
    """A hint whose words are missing would end the program, or be empty."""
    seen = 0
    for place, call in calls("warning", "error"):
        hints = constants(call.args[2]) if len(call.args) > 2 else []
        for code in (
            *(f"problem.{one}" for one in constants(call.args[0]) if one),
            *(f"hint.{one}" for one in hints if one),
        ):
            seen += 1
            assert code in CATALOGUE, (place, code)
            assert not lacking(code, call), (place, code)
    assert seen > 150


def test_a_sentence_has_all_that_it_names() -> None:
    """The same for everything else that is said."""
    seen = 0
    for place, call in calls("say"):
        for code in (one for one in constants(call.args[0]) if "." in one):
            seen += 1
            assert code in CATALOGUE, (place, code)
            assert not lacking(code, call), (place, code)
    assert seen > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language: str) -> None:
    """Even a sentence whose arguments are empty says something, unless it is nothing but its argument."""
    for code in CATALOGUE:
        text = CATALOGUE[code][LANGUAGES.index(language)]
        if code.startswith("reason.") or (code in _ROWS and not code.startswith(("problem.", "hint."))):
            continue
        said = say(code, language, **dict.fromkeys(FIELD.findall(text), ""))  # type: ignore[arg-type]
        assert said.strip(" ·:`"), code


def test_numbers_of_nouns() -> None:
    """English counts one thing and several things; Korean does not care."""
    assert say("summary.errors", "en", count=1) == "1 error"
    assert say("summary.errors", "en", count=0) == "0 errors"
    assert say("summary.errors", "ko", count=1) == "오류 1개"

"""Stages of notes: `stage: 씨앗`."""

from dataclasses import replace

import pytest

from byeoru.model.content import Conventions, Dialect, ParseOptions, Source
from byeoru.parse.document import parse

OPTIONS = ParseOptions(("posts", "notes", "pages"), "UTC", "ko", Dialect())


def stage_of(line: str, options: ParseOptions = OPTIONS) -> tuple[str, list[str]]:
    """Return the stage of a note with that line of front matter, and the problems."""
    parsed, problems = parse(Source("content/notes/a.md", f"---\n{line}\n---\n글\n".encode(), "", ""), options)
    assert parsed is not None
    return parsed.document.meta.stage, [f"{one.location} {one.code}" for one in problems]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("stage: 씨앗", "seed"),
        ("stage: Budding", "budding"),
        ("growth: 🌳", "evergreen"),
        ("단계: 상록수", "evergreen"),
        ("stage:", ""),
    ],
)
def test_a_stage_is_a_word_of_either_language_or_a_plant(line: str, expected: str) -> None:
    """A stage is known in Korean, in English and as a plant; no value is no stage."""
    assert stage_of(line) == (expected, [])


def test_an_unknown_stage_is_reported_at_its_place() -> None:
    """A word that is no stage is underlined, and the page has none."""
    assert stage_of("stage: 거목") == ("", ["content/notes/a.md:2:8 unknown-stage"])


def test_a_stage_of_another_program_may_mean_anything() -> None:
    """In a vault, `stage: production` is a property of its author."""
    vault = replace(OPTIONS, conventions=Conventions("obsidian"))

    assert stage_of("stage: production", vault) == ("", [])

"""The Markdown that we add to CommonMark, one file per feature: input and HTML between lines of one dot.

`make golden` writes the expected halves anew; read the difference before it is committed. A name in brackets behind
the title switches something on: `[breaks]`, `[ruby]`, `[en]`, `[html off]`.
"""

import re
from pathlib import Path
from typing import NamedTuple

import html5lib
import pytest

from byeoru.model.content import Dialect
from markdown_test import html_of, rendered

FOLDER = Path(__file__).parent / "fixtures"
_CASE = re.compile(r"^(?P<title>\S[^\n]*)\n\.\n(?P<text>.*?)^\.\n(?P<html>.*?)^\.\n", re.DOTALL | re.MULTILINE)


class Case(NamedTuple):
    """One example."""

    file: str
    title: str
    text: str
    html: str


def cases_of(path: Path) -> list[Case]:
    matches = _CASE.finditer(path.read_text(encoding="utf-8"))
    return [Case(path.name, match["title"], match["text"], match["html"]) for match in matches]


CASES = [case for path in sorted(FOLDER.glob("*.md")) for case in cases_of(path)]


def dialect_of(case: Case) -> Dialect:
    return Dialect(
        html="[html off]" not in case.title,
        breaks="[breaks]" in case.title,
        ruby="[ruby]" in case.title,
        kramdown="[kramdown]" in case.title,
    )


def shown(case: Case) -> str:
    """Render an example, followed by its problems."""
    result = rendered(case.text, dialect_of(case), "en" if "[en]" in case.title else "ko")
    notes = (f"! {one.location.line}:{one.location.column} {one.code}\n" for one in result.problems)
    return html_of(result) + "".join(notes)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.title}")
def test_an_example_renders_as_specified(case: Case) -> None:
    """Each feature renders exactly as its file specifies."""
    assert shown(case) == case.html


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.title}")
def test_an_example_is_html_that_a_parser_reads_without_error(case: Case) -> None:
    """The HTML of each example is valid: all elements are closed and nested as HTML allows."""
    page = html_of(rendered(case.text, dialect_of(case))).replace('<math display="block">', "<math>")
    if "! " in case.html and "tag" in case.html:
        pytest.skip("raw HTML as its author wrote it")

    html5lib.HTMLParser(strict=True).parse(
        f"<!DOCTYPE html><html><head><title>x</title></head><body>{page}</body></html>"
    )


def write() -> None:
    """Rewrite the expected halves of all files."""
    for path in sorted(FOLDER.glob("*.md")):
        cases = cases_of(path)
        intro = path.read_text(encoding="utf-8").split("\n.\n", 1)[0].rpartition("\n")[0]
        texts = [f"{case.title}\n.\n{case.text}.\n{shown(case)}.\n" for case in cases]
        path.write_text("\n".join([*([intro] if intro else []), *texts]), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()

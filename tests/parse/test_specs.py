"""The examples of CommonMark 0.31.2 and of GitHub's extensions, with a reason for each difference.

`spec/` holds them as [number, section, Markdown, HTML]; their licence is in NOTICE.
"""

import json
import re
from pathlib import Path

import pytest

from byeoru.model.content import Dialect
from markdown_test import bare, html

SPEC = Path(__file__).parent / "spec"
COMMONMARK = json.loads((SPEC / "commonmark-0.31.2.json").read_text(encoding="utf-8"))
EXTENSIONS = json.loads((SPEC / "gfm-0.29-extensions.json").read_text(encoding="utf-8"))

DIFFERENT = {
    31: "a reference in raw HTML is read, so that it can be resolved: its entities are written as characters",
    548: "brackets in brackets are a wikilink",
    559: "brackets in brackets are a wikilink",
    590: "brackets in brackets are a wikilink",
    144: "an info string is read as attributes too: the name of a language is no `;`",
    211: "a quote in code needs no escape",
    218: "the library leaves out the line break in an empty quote",
    239: "likewise",
    240: "likewise",
    **dict.fromkeys([572, 573, 576, 577, 584, 585, 586, 588, 589, 591], "a picture with a title, alone, is a figure"),
    602: "bare addresses are links (GitHub's extension)",
    606: "likewise",
    608: "likewise",
    611: "likewise",
    612: "likewise",
    630: "as 31",
}
# GitHub's rules that we leave on purpose, by the number of the example in GFM 0.29.
UNLIKE_GITHUB = {
    279: "a list that has tasks is marked by a class, and its boxes are `disabled checked`",
    280: "likewise",
    491: "one `~` strikes nothing out: `1~2주` is a range",
}


@pytest.mark.parametrize(("number", "section", "text", "expected"), COMMONMARK, ids=lambda value: str(value)[:20])
def test_an_example_of_commonmark_renders_as_specified(number: int, section: str, text: str, expected: str) -> None:
    """Every example of CommonMark renders as specified, except for differences with a stated reason."""
    result = bare(html(text, Dialect(math=False)))

    assert (result == expected.replace(" />", ">")) is (number not in DIFFERENT), (section, result)


@pytest.mark.parametrize(("number", "section", "text", "expected"), EXTENSIONS, ids=lambda value: str(value)[:20])
def test_an_extension_of_github_renders_as_specified(number: int, section: str, text: str, expected: str) -> None:
    """Tables, tasks, `~~` and bare URLs render as on GitHub, except where Korean requires a difference."""
    if section.startswith("Disallowed"):
        pytest.skip("raw HTML is the author's own here; `markdown: {html: false}` takes all of it away")
    result = re.sub(r"\s+", " ", bare(html(text, Dialect(math=False))))
    wanted = re.sub(r"\s+", " ", expected.replace(" />", ">").replace(' checked=""', ""))
    wanted = wanted.replace("<tbody></tbody>", "")
    result = re.sub(r' style="text-align:(\w+)"', r' align="\1"', result)

    assert (result == wanted) is (number not in UNLIKE_GITHUB), result

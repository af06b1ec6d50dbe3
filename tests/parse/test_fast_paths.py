"""The fast ways through Markdown give what the slow ones give, on CommonMark's examples, this project and noise."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from byeoru.model.content import Dialect
from byeoru.parse.blocks import Blocks
from byeoru.parse.plain_inline import simple
from byeoru.parse.rules import inlines
from markdown_test import html_of, rendered

ROOT = Path(__file__).parents[2]
MARKS = [
    *"**__~~``[]()!<>&\\\"'aB1 가힣를은,.  \n\n==$${}:^#-+@/|",
    *["**", "](", "[a](b.md)", "[b](https://a.kr/x 'y')", "`c`", "![", "&amp;", "&#35;", "<b>", "https://", "://"],
    *[
        "https://a.kr/x_y",
        "http://b.c/d",
        "에서",
        "가나",
        "https://x.kr/한",
        "www.",
        "[^1]",
        "漢",
        "字",
        "  \n",
        "\\\n",
    ],
    *["\u3000", "\ufe0f", "~~", ' "t")', "(/u)", "%20", "3*3", "snake_case"],
]


def noise(seed: int, count: int) -> Iterator[str]:
    """Return short texts of all marks that any rule reads."""
    rng = random.Random(seed)
    for _ in range(count):
        yield "".join(rng.choice(MARKS) for _ in range(rng.randint(1, 14)))


def differs(text: str, dialect: Dialect, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Tell whether simple text renders otherwise when the parser reads it."""
    fast = rendered(text, dialect)
    with monkeypatch.context() as patch:
        patch.setattr(inlines, "simple", lambda *_, **__: None)
        slow = rendered(text, dialect)
    return (fast.body, fast.slots, fast.opening) != (slow.body, slow.slots, slow.opening)


def test_simple_text_is_what_the_parser_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that is read without tokens gives the same HTML, slots and words."""
    wrong = [text for text in noise(1, 2500) if differs(text, Dialect(breaks=len(text) % 5 == 0), monkeypatch)]

    assert wrong == []


@pytest.mark.slow
def test_much_simple_text_is_what_the_parser_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Likewise, with a hundred thousand texts."""
    assert [text for text in noise(2, 100_000) if differs(text, Dialect(), monkeypatch)] == []


def test_most_text_of_the_example_site_is_simple() -> None:
    """The fast way is taken: it is worth nothing if it is never simple enough."""
    texts = [text for path in (ROOT / "content").rglob("*.md") for text in path.read_text("utf-8").split("\n\n")]
    prose = [text for text in texts if text[:1] not in {"`", "|", "#", "-", "!", ">", " ", ""}]
    found = [text for text in prose if simple(text, breaks=False, has_definitions=False)]

    assert len(found) > 0.6 * len(prose)


def library() -> MarkdownIt:
    """Return the library's parser with the rules whose blocks we read our own way."""
    parser = MarkdownIt("commonmark", {"maxNesting": 300}).enable(["table", "strikethrough"])
    deflist_plugin(parser)
    return parser


def fast() -> MarkdownIt:
    parser = library()
    Blocks.adopt(parser)
    return parser


SLOW, FAST = library(), fast()


def examples() -> list[str]:
    """Return CommonMark's examples and the Markdown of this project."""
    spec = json.loads((ROOT / "tests/parse/spec/commonmark-0.31.2.json").read_text("utf-8"))
    files = [*ROOT.glob("*.md"), *(ROOT / "content").rglob("*.md"), *(ROOT / "tests/parse/fixtures").glob("*.md")]
    return [text for _, _, text, _ in spec] + [path.read_text("utf-8") for path in files]


def test_blocks_are_those_of_the_library() -> None:
    """With only the rules tried that can match, every example has the same blocks."""
    assert [text for text in examples() if FAST.render(text) != SLOW.render(text)] == []


LINES = st.sampled_from(
    [
        *[
            "# a",
            "a",
            "===",
            "---",
            "- b",
            "  - c",
            "1. d",
            "> e",
            ">> f",
            "    g",
            "\tg",
            "```",
            "~~~",
            "|h|i|",
            "|-|-|",
        ],
        *[
            "<div>",
            "</div>",
            "<!-- x",
            "-->",
            "[j]: /k",
            "[j]",
            ": l",
            "",
            "",
            "   ",
            "\u3000n",
            "***",
            "+",
            "9) o",
            ">",
            "> ```",
            ">\tp",
            "> - q",
            " > # r",
            "    - s",
            "    > t",
        ],
    ]
)


@example(["a", ": l", "==="])
@example([": l", ": l", "==="])
@given(st.lists(LINES, max_size=12))
def test_any_lines_have_the_blocks_of_the_library(lines: list[str]) -> None:
    """However blocks meet, they begin and end where the library has them."""
    text = "\n".join(lines) + "\n"

    assert FAST.render(text).replace("\u3000", "") == SLOW.render(text).replace("\u3000", "")


def test_a_wrong_shortcut_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: where emphasis forgets its particles, texts differ."""
    monkeypatch.setattr("byeoru.parse.plain_inline.flanks", lambda *_, **__: (False, False))

    assert any(differs(text, Dialect(), monkeypatch) for text in noise(3, 500))


def test_the_bench_of_marks_reaches_the_page() -> None:
    """Noise is rendered as text where it means nothing."""
    assert html_of(rendered("가 ] 나 } 다")) == "<p>가 ] 나 } 다</p>\n"

"""Blocks that are read without tokens are what the library makes of them: in the specification, noise and real posts."""

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from byeoru.model.content import Dialect
from byeoru.parse.frontmatter import split
from byeoru.parse.markdown import Rendered, render
from byeoru.parse.markup.finished import Finisher
from byeoru.parse.plain_inline import PlainInline

ROOT = Path(__file__).parents[2]
DIALECTS = (Dialect(), Dialect(kramdown=True, ruby=True), Dialect(is_note=True, breaks=True), Dialect(html=False))
BEGINNINGS = [
    *[
        "",
        "",
        "",
        "",
        " ",
        "  ",
        "   ",
        "    ",
        "\t",
        "> ",
        ">",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "10. ",
        "  - ",
        "    - ",
    ],
    *["# ", "## ", "| ", "  1. ", "   * ", ">  ", "> - ", "- - ", ": ", "-   ", "-\t", "1.  ", "\u3000"],
]
TEXTS = [
    *[
        "가나",
        "다라 마바",
        "a",
        "See you in the next post",
        "**강조**를",
        "*a* b",
        "`c`",
        "`a|b`",
        "[x](y.md)",
        "[x]",
        "3*3",
    ],
    *[
        "![p](q.png)",
        "<br>",
        "<b>a</b>",
        "a<br>b",
        "&amp;",
        "&",
        "a\\|b",
        "\\*",
        "snake_case",
        "__a__",
        "***b***",
        "~~c~~",
    ],
    *[
        "https://a.kr/b",
        "www.a.kr",
        "a@b.kr",
        "[[노트]]",
        "[[노트|이름]]",
        "$x$",
        "==가==",
        "a  ",
        "a\\",
        "!",
        "가!",
        "한![",
    ],
    *[
        "[ ] 할 일",
        "[x] done",
        "[TOC]",
        "[!NOTE] 알림",
        "[^1]",
        "^id",
        "가 ^id",
        "{: .c}",
        "{:toc}",
        "id:: 1",
        "a | b",
        "|",
    ],
    *[
        "a | b |",
        "--|--",
        "|--|:-:|",
        ":--|--:",
        "---",
        "***",
        "* * *",
        "===",
        "```",
        "~~~",
        "```py",
        "[r]: /u",
        "[^1]: 가",
    ],
    *[
        "https://youtu.be/abcdefghijk",
        "<div>",
        "</div>",
        "<!-- more -->",
        "<!-- toc -->",
        "목차",
        "2024-05-01",
        "-",
        "1.",
        "",
    ],
    *[
        "\u3000가",
        "漢",
        "字",
        "#",
        "#tag",
        ":::",
        "!!! note",
        "/// tip",
        "``` ```",
        "0",
        "007. a",
        "1234567890. a",
        "``a``",
    ],
    *[
        "![漢](q.png)",
        "![300](q.png)",
        '![p](q.png "t")',
        "![p|200x100](q.png)",
        "![*p*](<q.png>)",
        "![p](file:///q.png)",
        "[![p](q.png)](r.md)",
        "$\\frac{a}{b}$",
        "$5\\$ $",
        "$ x$",
        "$$x$$",
        "$\\frac$",
        "$`x`$",
        "$5와 $7",
        "`漢`",
        "<https://a.kr/나?b=<c>",
        "<https://youtu.be/abcdefghijk>",
        "<mailto:a@b.kr>",
        "<https://xn--o39aom.kr>",
        "https://xn--o39aom.kr/a",
        "x ^id",
        "a ^2",
        "[ ] ",
    ],
    *[
        "![",
        "](",
        "*",
        "_",
        "**",
        "|a|b|c|",
        "| | |",
        "|-|",
        "\\",
        "&#35;",
        "a\tb",
        "{{x}}",
        "![[그림.png]]",
        "{#i}",
        "![",
    ],
]


def hostile(seed: int, count: int) -> Iterator[str]:
    """Return short documents of lines that begin blocks, end them, or nearly do."""
    rng = random.Random(seed)
    for _ in range(count):
        lines = []
        for _ in range(rng.randint(1, 7)):
            words = "".join(rng.choice([*TEXTS, " "]) for _ in range(rng.choice((1, 1, 1, 2, 3))))
            lines += [rng.choice(BEGINNINGS) + words, *[""] * rng.choice((0, 0, 0, 1, 2))]
        yield "\n".join(lines)


def both(text: str, monkeypatch: pytest.MonkeyPatch, number: int = 0) -> tuple[Rendered, Rendered]:
    """Return what becomes of a text with quick forms, and without."""
    dialect, language = DIALECTS[number % 4], ("ko", "en")[number % 3 % 2]
    quick = render(text, "a.md", 1, dialect=dialect, language=language, title="")
    with monkeypatch.context() as patch:
        patch.setattr(PlainInline, "read", lambda *_, **__: None)
        patch.setattr(Finisher, "is_touched", lambda *_: True)
        slow = render(text, "a.md", 1, dialect=dialect, language=language, title="")
    return quick, slow


def wrong(texts: Iterator[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts of which anything differs without quick forms."""
    found = []
    for number, text in enumerate(texts):
        quick, slow = both(text, monkeypatch, number)
        if quick != slow:
            found.append(text)
    return found


def test_quick_blocks_of_noise_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever lines follow each other, a quick form reads them as the library does, or leaves them."""
    assert wrong(hostile(1, 1500), monkeypatch) == []


def test_quick_blocks_of_the_specification_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples of CommonMark, and any two in a row, come out the same."""
    spec = [text for _, _, text, _ in json.loads((ROOT / "tests/parse/spec/commonmark-0.31.2.json").read_text("utf-8"))]
    rng = random.Random(1)
    pairs = [f"{one}\n{rng.choice(spec)}" for one in spec]

    assert wrong(iter([*spec, *pairs]), monkeypatch) == []


def test_quick_blocks_of_our_texts_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Markdown of this project comes out the same."""
    files = [*ROOT.glob("*.md"), *(ROOT / "content").rglob("*.md"), *(ROOT / "tests/parse/fixtures").glob("*.md")]

    assert wrong((path.read_text("utf-8") for path in files), monkeypatch) == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_quick_blocks_of_much_noise_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for two hundred thousand texts."""
    assert wrong(hostile(2, 200_000), monkeypatch) == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_quick_blocks_of_real_blogs_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for the texts of real blogs, in the folder that BYEORU_BLOGS names."""
    folder = os.environ.get("BYEORU_BLOGS", "")
    if not folder:
        pytest.skip("BYEORU_BLOGS names no folder with blogs")
    texts = (split(path.read_text("utf-8", "replace")).body for path in sorted(Path(folder).rglob("*.md")))

    assert wrong(texts, monkeypatch) == []


def test_a_block_beside_attributes_or_an_id_has_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that gives attributes or an id to the block above or below it does so to quick blocks, too."""
    blocks = ["가나", "# 가", "- 가\n- 나", "|가|나|\n|-|-|\n|다|라|", "> 가"]
    lines = [f"\n{gap}{line}\n{gap}" for gap in ("", "\n") for line in ("{: .c}", "^id")]

    assert wrong((one + line + one for line in lines for one in blocks), monkeypatch) == []


def with_notes(seed: int, count: int) -> Iterator[str]:
    """Return documents with references to footnotes where they are none, too."""
    rng = random.Random(seed)
    words = [
        *["가", "a ", " ", "\n", "**", "*", "`", "[", "]", "(b)", "!", "^", "\\"],
        *["[x](y.md)", "^[가]", "https://a.kr/b"],
    ]
    references = ["[^1]", "[^2]", "[^나]", "[^a b]", "[^3]", "[^1][^2]", "[^1]:", "[^1](b)", "[^1][x]", "[가[^1]](b)"]
    blocks = ["", "- ", "# ", "> ", "| 가 | ", "[^2]: ", "[^나]: "]
    for _ in range(count):
        texts = ["".join(rng.choices([*words, *references * 2], k=rng.randint(1, 6))) for _ in range(4)]
        yield "\n\n".join([*(rng.choice(blocks) + text for text in texts), "[^1]: 다"])


def test_quick_references_to_footnotes_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """They have the same numbers, also beside texts that need the parser."""
    assert wrong(with_notes(1, 1500), monkeypatch) == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_many_quick_references_to_footnotes_are_those_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for twenty thousand texts."""
    assert wrong(with_notes(2, 20_000), monkeypatch) == []


def test_a_wrong_quick_form_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: if quick paragraphs had no language, texts would differ."""
    monkeypatch.setattr("byeoru.parse.markup.block_parser.opening_tag", lambda name, _: f"<{name}>")

    assert wrong(hostile(1, 1500), monkeypatch) != []

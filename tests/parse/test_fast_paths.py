"""The fast paths of Markdown render like the slow ones: CommonMark's examples, this project's files and noise."""

import json
import random
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.deflist import deflist_plugin

from byeoru.model.content import Dialect
from byeoru.parse.markup.block_parser import BlockParser
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.finished import Finisher
from byeoru.parse.markup.rule import Rule
from byeoru.parse.plain_inline import PlainInline
from byeoru.parse.rules import RULES
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
    """Return short texts of all characters that any rule reads."""
    rng = random.Random(seed)
    for _ in range(count):
        yield "".join(rng.choice(MARKS) for _ in range(rng.randint(1, 14)))


ENDS = [
    "",
    " ",
    "a",
    "가",
    "를",
    "\n",
    "*",
    "`",
    "]",
    ")",
    "](b.md)",
    "b",
    ".",
    "(",
    "1",
    "}",
    "=",
    " x",
    "!",
    "://",
    "[x](y)",
]
BLOCK_ENDS = ["", " ", "a", " 가", "\n", "\n\n", "---", "```", "] b", "]: /c", "> ", "1. ", "\n===\n", "div>", "$$\n"]


def noise_of(rule: Rule, seed: int, count: int) -> Iterator[str]:
    """Return short texts that contain the triggers of a rule, among characters of all rules."""
    rng = random.Random(f"{rule.name} {seed}")
    inside = [*rule.starts, *rule.needs_tokens, *rule.stops]
    lines = sorted(set("".join([*rule.blocks.values(), *rule.below.values()])))
    for _ in range(count if inside or lines else 0):
        text = "".join(rng.choice([*ENDS, *MARKS]) for _ in range(rng.randint(0, 3)))
        for _ in range(rng.randint(1, 4)):
            mark = rng.choice(inside) if inside else ""
            text += mark + "".join(rng.choice([*ENDS, mark]) for _ in range(rng.randint(0, 4)))
            if lines and rng.random() < 0.5:
                text += "\n" * rng.randint(1, 2) + rng.choice(lines) * rng.randint(1, 3) + rng.choice(BLOCK_ENDS)
        yield text


def dialect_of(rule: Rule) -> Dialect:
    """Return a dialect in which a rule is enabled."""
    dialects = (Dialect(ruby=True), Dialect(kramdown=True), Dialect(is_note=True))
    return next(dialect for dialect in dialects if rule.is_enabled(dialect))


def differs(text: str, dialect: Dialect, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Tell whether anything about a text that is rendered without tokens differs from what the parser makes of it."""
    fast = rendered(text, dialect)
    with monkeypatch.context() as patch:
        patch.setattr(PlainInline, "read", lambda *_, **__: None)
        patch.setattr(Finisher, "is_touched", lambda *_: True)
        slow = rendered(text, dialect)
    return fast != slow


def test_simple_text_is_what_the_parser_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text that is rendered without tokens has the same HTML, slots and words as from the parser."""
    wrong = [text for text in noise(1, 1000) if differs(text, Dialect(breaks=len(text) % 5 == 0), monkeypatch)]

    assert wrong == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_text_of_a_rule_is_what_the_parser_makes_of_it(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    """Text with the triggers of a rule is left to the parser, or rendered as the parser does."""
    dialect = dialect_of(rule)

    assert [text for text in noise_of(rule, 1, 150) if differs(text, dialect, monkeypatch)] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_blocks_of_a_rule_begin_with_declared_characters(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    """A block rule that is tried only at its declared first characters misses no block."""
    texts, dialect = list(noise_of(rule, 2, 150 if rule.blocks or rule.below else 0)), dialect_of(rule)
    fast = [rendered(text, dialect) for text in texts]
    with monkeypatch.context() as patch:
        patch.setattr(BlockParser, "starting", everything)
        slow = [rendered(text, dialect) for text in texts]

    assert [text for text, one, other in zip(texts, fast, slow, strict=True) if one != other] == []


SHAPES = ["{0}a{0}", "{0}가{0}를", "x {0}a b{0} y", "{0}a|b}}", "a{0}b", "{0}a](b.md)", "[{0}](b.md)", "{0}", "a {0} b"]
BLOCK_SHAPES = [
    "{0} a",
    "{0}a{0}",
    "{0}\na\n{0}",
    "a\n{0} b",
    "{0}[a]: /b",
    "{0}a]: /b",
    "{0}div>",
    "1{0} a",
    "a\n\n{0} b\n{0} c",
]


@pytest.mark.parametrize("mark", string.punctuation)
def test_no_rule_begins_with_what_it_does_not_declare(mark: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule reacts to an ASCII character that it does not declare as a trigger."""
    texts = [shape.format(mark * count) for shape in (*SHAPES, *BLOCK_SHAPES) for count in (1, 2, 3)]
    fast = [rendered(text) for text in texts]
    with monkeypatch.context() as patch:
        patch.setattr(PlainInline, "read", lambda *_, **__: None)
        patch.setattr(BlockParser, "starting", everything)
        slow = [rendered(text) for text in texts]

    assert [text for text, one, other in zip(texts, fast, slow, strict=True) if one != other] == []


def everything(parser: BlockParser, _: StateBlock, __: int, chain: str = "") -> tuple[object, ...]:
    """Return all rules of a chain, whatever a line begins with."""
    names = {rule.fn: rule.name for rule in parser.ruler.__rules__}
    return tuple(rule for rule in parser.ruler.getRules(chain) if names[rule] != "code")


def test_a_rule_is_known_to_the_fast_paths_by_its_starts() -> None:
    """A new rule ends plain text and is tried at its lines, without being listed anywhere else."""
    rule = Rule("comment", starts=("%%",), blocks={"comment": "%"})
    plain = PlainInline([*RULES, rule])

    assert plain.read("가 % 나", MarkdownEnv(), breaks=False, has_definitions=False) is not None
    assert plain.read("가 %%나%%", MarkdownEnv(), breaks=False, has_definitions=False) is None
    assert plain.read("[가%%](나.md)", MarkdownEnv(), breaks=False, has_definitions=False) is None


@pytest.mark.slow
def test_much_simple_text_is_what_the_parser_makes_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same for a hundred thousand texts."""
    assert [text for text in noise(2, 100_000) if differs(text, Dialect(), monkeypatch)] == []


def test_most_text_of_the_example_site_is_simple() -> None:
    """Most text of the example site takes the fast path."""
    texts = [text for path in (ROOT / "content").rglob("*.md") for text in path.read_text("utf-8").split("\n\n")]
    prose = [text for text in texts if text[:1] not in {"`", "|", "#", "-", "!", ">", " ", ""}]
    plain = PlainInline(RULES)
    simple = [text for text in prose if plain.read(text, MarkdownEnv(), breaks=False, has_definitions=False)]

    assert len(simple) > 0.6 * len(prose)


def library() -> MarkdownIt:
    """Return the library's parser with those rules whose blocks we parse differently."""
    parser = MarkdownIt("commonmark", {"maxNesting": 300}).enable(["table", "strikethrough"])
    deflist_plugin(parser)
    return parser


def fast() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 300}).enable("strikethrough")
    for rule in RULES:
        if rule.name in {"tables", "definitions", "quotes"}:
            rule.install(parser)
    BlockParser.adopt(parser, RULES)
    return parser


SLOW, FAST = library(), fast()


def examples() -> list[str]:
    """Return CommonMark's examples and the Markdown of this project."""
    spec = json.loads((ROOT / "tests/parse/spec/commonmark-0.31.2.json").read_text("utf-8"))
    files = [*ROOT.glob("*.md"), *(ROOT / "content").rglob("*.md"), *(ROOT / "tests/parse/fixtures").glob("*.md")]
    return [text for _, _, text, _ in spec] + [path.read_text("utf-8") for path in files]


def test_blocks_are_those_of_the_library() -> None:
    """Every example has the same blocks when only the rules that can match are tried."""
    assert [text for text in examples() if FAST.render(text, MarkdownEnv()) != SLOW.render(text)] == []


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
    """For any sequence of lines, blocks begin and end as in the library."""
    text = "\n".join(lines) + "\n"

    assert FAST.render(text, MarkdownEnv()).replace("\u3000", "") == SLOW.render(text).replace("\u3000", "")


def test_a_wrong_shortcut_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: without the rule for particles after emphasis, texts differ."""
    monkeypatch.setattr("byeoru.parse.rules.emphasis.flanks", lambda *_, **__: (False, False))

    assert any(differs(text, Dialect(), monkeypatch) for text in noise(3, 500))


def test_the_bench_of_marks_reaches_the_page() -> None:
    """The noise is rendered: a character without meaning is text on the page."""
    assert html_of(rendered("가 ] 나 } 다")) == "<p>가 ] 나 } 다</p>\n"

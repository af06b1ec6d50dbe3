"""Inputs that make Markdown parsers slow or deeply recursive, from known attacks on other implementations.

Each is made at several sizes, and has a word planted where a parser that gives up would lose it. That work grows no faster
than a text is counted in `tests/attack/test_growth_markdown.py`; here a text only has to end, so nothing is timed.
"""

from collections.abc import Callable

import pytest

from byeoru.model.content import Dialect
from markdown_test import html_of, rendered, slots_of

WORD = "씨앗말"

Family = Callable[[int], str]

# The size of each family: what the slowest of the ways to read it takes a fraction of a second for.
FAMILIES: dict[str, tuple[int, Family]] = {
    # Emphasis.
    "nested strong emphasis": (200, lambda n: "*a **a " * n + WORD + " b** b*" * n),
    "runs that only open": (5000, lambda n: "a **b" + "c* " * n + WORD),
    "runs that only close": (5000, lambda n: "a_ " * n + WORD),
    "openers without closers": (5000, lambda n: "_a " * n + WORD),
    "openers of both marks": (5000, lambda n: "*_a " * n + WORD),
    "pairs that cross": (3000, lambda n: "*a_ " * n + WORD),
    "runs whose lengths never fit": (2000, lambda n: "*a " * n + WORD + " **b" * n),
    "the rule of three": (2000, lambda n: "a***b* c*** " * n + WORD),
    "one long run": (8000, lambda n: "*" * n + WORD + "*" * n),
    "struck and marked": (2000, lambda n: "~~a ==b " * n + WORD + " c== d~~" * n),
    "emphasis beside Hangul": (1500, lambda n: "**가(나)**를 *다" * n + WORD),
    "emphasis between emoji": (3000, lambda n: "**👩\u200d💻**\ufe0f*" * n + WORD),
    # Links and brackets.
    "openers of links": (2000, lambda n: "[a](" * n + WORD),
    "closers of links": (5000, lambda n: "a](b" * n + " " + WORD),
    "openers and emphasis": (500, lambda n: "[ a_" * n + WORD),
    "brackets in brackets": (700, lambda n: "[" * n + WORD + "]" * n),
    "brackets that only open": (1000, lambda n: "[" * n + WORD),
    "pictures in pictures": (100, lambda n: "![" * n + WORD + "](a)" * n),
    "links that never close": (2000, lambda n: "[a](<b " * n + WORD),
    "titles that never close": (2000, lambda n: '[a](b "c ' * n + WORD),
    "parentheses in a target": (3000, lambda n: f"{WORD} [a](" + "(" * n + "b" + ")" * n + ")"),
    "a target without an end": (5000, lambda n: f"{WORD} [a](" + "b" * n),
    "many references": (
        1000,
        lambda n: "".join(f"[a{i}] " for i in range(n)) + WORD + "\n\n" + "".join(f"[a{i}]: /{i}\n" for i in range(n)),
    ),
    "one reference, often": (2000, lambda n: "[a] " * n + WORD + "\n\n[a]: /b\n"),
    "long labels": (20_000, lambda n: f"[{'a' * n}] {WORD}\n\n[{'a' * n}]: /b\n"),
    "labels of which none is known": (2000, lambda n: "[a][b] " * n + WORD + "\n\n[c]: /d\n"),
    "definitions that are none": (2000, lambda n: "[a]: <b\n" * n + WORD),
    "footnotes": (
        700,
        lambda n: "".join(f"a[^{i}] " for i in range(n)) + "\n\n" + "".join(f"[^{i}]: b\n\n" for i in range(n)) + WORD,
    ),
    "footnotes in place": (60, lambda n: "a^[" * n + WORD + "]" * n),
    "one footnote, often": (2000, lambda n: "a[^1] " * n + f"\n\n[^1]: {WORD}\n"),
    "autolinks that never close": (2000, lambda n: "<https://a" * n + " " + WORD),
    "addresses": (1000, lambda n: "https://a.kr/b에서 www.a.kr를 a@b.kr은 " * n + WORD),
    "an address of marks": (2000, lambda n: f"{WORD} https://a.kr/" + "(" * n + ".,)&amp;" * n),
    "at signs and dots": (3000, lambda n: "a.b@c." * n + " " + WORD),
    # Code, HTML and entities.
    "growing runs of backticks": (150, lambda n: "".join("e" + "`" * i for i in range(1, n)) + WORD),
    "backticks that never close": (5000, lambda n: "`a``" * n + WORD),
    "fences in fences": (100, lambda n: "".join("`" * (n + 3 - i) + "\n" for i in range(n)) + WORD),
    "comments that never close": (3000, lambda n: "a <!-- " * n + WORD),
    "comments of hyphens": (3000, lambda n: f"{WORD} <!--" + "--a" * n),
    "declarations that never close": (3000, lambda n: "a <!A " * n + WORD),
    "instructions that never close": (3000, lambda n: "a <?" * n + WORD),
    "CDATA that never closes": (150, lambda n: "a <![CDATA[" * n + WORD),
    "tags that never close": (3000, lambda n: "a <b c='d " * n + WORD),
    "a tag of many attributes": (1500, lambda n: f"{WORD} <b" + " c='d'" * n),
    "raw HTML of many references": (500, lambda n: "<div>\n" + "<img src='a.png'> " * n + WORD + "\n</div>\n"),
    "less-than signs": (20_000, lambda n: f"{WORD} " + "<" * n),
    "entities": (3000, lambda n: "&amp;&#0;&lt" * n + " " + WORD),
    "entities that are none": (5000, lambda n: "&a" * n + " " + WORD),
    "backslashes": (20_000, lambda n: "\\" * n + WORD),
    "NUL": (20_000, lambda n: "a\0" * n + WORD),
    # Blocks.
    "quotes in quotes": (140, lambda n: "> " * n + WORD),
    "quotes that end": (1000, lambda n: "> a\nb\n\n" * n + WORD),
    "lists in lists": (70, lambda n: "".join("  " * i + "- a\n" for i in range(n)) + "  " * n + WORD),
    "lists on one line": (60, lambda n: "- " * n + WORD),
    "lists and quotes": (40, lambda n: "> - " * n + WORD),
    "items": (2000, lambda n: "- a\n" * n + f"- {WORD}\n"),
    "loose items": (1000, lambda n: "- a\n\n" * n + f"- {WORD}\n"),
    "items of different marks": (1000, lambda n: "- a\n+ b\n* c\n" * n + f"- {WORD}\n"),
    "tabs in lists": (1000, lambda n: "-\ta\n\t-\tb\n\n\t\tc\n" * n + f"\n{WORD}\n"),
    "callouts in callouts": (50, lambda n: "".join("> " * i + "[!TIP]- a\n" for i in range(1, n)) + "> " * n + WORD),
    "callouts": (1000, lambda n: "> [!NOTE]\n> a\n\n" * n + WORD),
    "tasks": (1000, lambda n: "- [ ] a\n- [x] b\n" * n + f"- [x] {WORD}\n"),
    "definitions": (700, lambda n: "a\n: b\n\n" * n + f"{WORD}\n: c\n"),
    "colons": (2000, lambda n: ": a\n" * n + WORD),
    "a heading of underlines": (3000, lambda n: f"{WORD}\n" + "a\n" * n + "===\n"),
    "underlines": (2000, lambda n: "a\n---\n" * n + WORD),
    "headings of one name": (1500, lambda n: "# a\n" * n + f"# {WORD}\n"),
    "a huge heading": (20_000, lambda n: "# " + "a#" * n + f" {WORD} " + "#" * n),
    "a heading of braces": (5000, lambda n: f"# {WORD} " + "{#a" * n + "}"),
    "lists of contents": (60, lambda n: "[TOC]\n\n# a\n\n## b\n\n" * n + WORD),
    "hard breaks": (3000, lambda n: "a  \nb\\\n" * n + WORD),
    "breaks between Han": (5000, lambda n: "漢\n字  \n" * n + WORD),
    "spaces at the end": (20_000, lambda n: f"{WORD}" + " " * n + "\na" + "\t" * n + "\n"),
    "lines without an end": (20_000, lambda n: f"{WORD} " + "a" * n),
    "empty lines": (20_000, lambda n: "\n" * n + WORD + "\n" * n),
    "rules": (2000, lambda n: "* * *\n- - -\n" * n + WORD),
    # Tables.
    "a table without rows": (1000, lambda n: f"| {WORD} |" + "a|" * n + "\n|" + "-|" * (n + 1) + "\n"),
    "a table of many columns": (
        300,
        lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + ("|b" * n + "|\n") * 5 + f"\n{WORD}\n",
    ),
    "a sparse table": (100, lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "|b\n" * n + f"|{WORD}|\n"),
    "tables that are none": (2000, lambda n: "| a\n|-|-|\n" * n + WORD),
    "a row of pipes": (5000, lambda n: f"{WORD}\n\n" + "|" * n + "\n" + "|-" * n + "\n"),
    # What we add.
    "attributes": (2000, lambda n: "[a](b){.c}{#d}{e=f " * n + WORD),
    "attributes without an end": (2000, lambda n: "![a](b){" * n + WORD),
    "lines of attributes": (1000, lambda n: "a\n{: .b}\n\n" * n + WORD),
    "attributes below attributes": (2000, lambda n: f"{WORD}\n" + "{: .b}\n" * n),
    "a line of many attributes": (5000, lambda n: f"{WORD}\n{{: " + ".b #c d=e " * n + "}\n"),
    "dollars": (5000, lambda n: "$a" * n + " " + WORD),
    "formulas": (500, lambda n: "$a$ $$b$$ " * n + WORD),
    "formulas that never close": (2000, lambda n: "$$\na\n" * n + f"\n{WORD}\n"),
    "a formula of groups": (3000, lambda n: "$" + "{" * n + "a" + "}" * n + f"$ {WORD}"),
    "a formula of roots": (3000, lambda n: "$" + r"\sqrt" * n + f" a$ {WORD}"),
    "ruby": (3000, lambda n: "{漢|한}{a|" * n + WORD),
    "figures": (700, lambda n: '![a](b.png "c")\n\n![d](e.png)\n*f*\n\n' * n + WORD),
    "embeds": (1000, lambda n: "https://youtu.be/abcdefghijk\n\n" * n + WORD),
    "marks of a summary": (2000, lambda n: "a\n\n<!-- more -->\n\n" * n + WORD),
    "info strings": (100, lambda n: "```" + 'py {1,2} title="a" ' * n + f"\n{WORD}\n```\n"),
    "marked lines": (1500, lambda n: "```nosuch\n" + "a // [!code ++]\n" * n + f"{WORD}\n```\n"),
}
DIALECTS = {"html": Dialect(ruby=True), "text": Dialect(html=False, breaks=True)}


def test_there_is_a_family_for_each_rule() -> None:
    """There are many families of inputs, each with different sizes."""
    assert len(FAMILIES) >= 40
    assert all(len(make(2 * size)) > len(make(size)) for size, make in FAMILIES.values())


@pytest.mark.parametrize("name", FAMILIES)
@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("share", [0.1, *(pytest.param(share, marks=pytest.mark.slow) for share in (1, 2))])
def test_a_hostile_text_ends_with_its_word(name: str, dialect: str, share: float) -> None:
    """A malicious input of any size is processed, and keeps its planted word."""
    size, make = FAMILIES[name]

    result = rendered(make(int(share * size)), DIALECTS[dialect])

    assert slots_of(result.body) == list(range(len(result.slots)))
    assert WORD in html_of(result)

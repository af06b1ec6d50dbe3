"""Compare emphasis with the reference, npm's `markdown-it-cjk-friendly`, on random strings of characters that matter.

It needs `node`, and the packages `markdown-it` and `markdown-it-cjk-friendly` below the folder that the environment
variable `BYEORU_NODE_MODULES` names, or below `.ci/node_modules` of the checkout:

    npm install --prefix .ci markdown-it@14 markdown-it-cjk-friendly@3

Compared are the parser of `byeoru.parse.markup.flanking` alone, so that no other rule of ours is in the way, and inline
text alone: the Python library strips U+3000 and other spaces of Unicode from the ends of a paragraph, as `str.strip`
does, and the JavaScript one does not. That is no matter of emphasis (and `byeoru.parse.markup.block_parser` does not either).
"""

import json
import os
import random
import subprocess
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from byeoru.parse.markup.inline_parser import Inline
from programs import program

NAMED = os.environ.get("BYEORU_NODE_MODULES", "")
MODULES = Path(NAMED) if NAMED else Path(__file__).parents[2] / ".ci" / "node_modules"

STRINGS = 20_000
ALPHABET = [
    # Marks: runs of each length, and what may stand around them.
    *("*", "*", "**", "**", "***", "~~", "~~", "_", "__", "~"),
    *(" ", " ", "a", "1", ".", "(", ")", '"', "-", r"\*", r"\_", "&", "["),
    "\n",
    # Spaces of other kinds.
    *("\u00a0", "\u2003", "\u200b", "\u3000"),
    # Hangul of every kind: syllables, jamo of two blocks, half-width letters.
    *("가", "나다", "를", "ㄱ", "\u1100", "\u1161", "\u11a8", "\ud7b0", "\uffa1"),
    # Han in the basic and the supplementary planes, kana, and their punctuation.
    *("漢", "字", "\U00020bb7", "あ", "ア", "ｱ", "、", "。", "「", "」", "（", "）", "！", "～", "·", "…", "—"),
    # Quotes whose width depends on what is around them, emoji, and the selectors behind them.
    *("“", "”", "‘", "’", "\ufe00", "\ufe01", "\ufe0e", "\ufe0f", "\U000e0100"),
    *("🎉", "☺", "©", "〰", "㊗", "🇰", "🈁", "👩\u200d💻"),
    # Punctuation, symbols and marks of other scripts.
    *("¿", "§", "€", "+", "é", "е", "\u0301", "\u3099", "☆", "①"),
]
# `require` finds a package from a folder, whether that is called `node_modules` or holds one.
PROGRAM = """
import {createRequire} from "node:module";
import {pathToFileURL} from "node:url";
import {readFileSync} from "node:fs";
const {resolve} = createRequire(process.argv[1] + "/");
const load = async (name) => (await import(pathToFileURL(resolve(name)))).default;
const [MarkdownIt, friendly] = [await load("markdown-it"), await load("markdown-it-cjk-friendly")];
const parser = new MarkdownIt("commonmark").enable(["strikethrough"]).use(friendly);
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => parser.renderInline(text))));
"""


def missing() -> str:
    """Return what the reference lacks on this machine, "" if it can run."""
    for name in ("markdown-it", "markdown-it-cjk-friendly"):
        if not any((place / name).is_dir() for place in (MODULES, MODULES / "node_modules")):
            return f"there is no npm package `{name}` below {MODULES} (BYEORU_NODE_MODULES names another folder)"
    return ""


def reference(texts: list[str]) -> list[str]:
    """Render all *texts* in one process of Node."""
    done = subprocess.run(
        [program("node"), "--input-type=module", "-e", PROGRAM, str(MODULES)],
        input=json.dumps(texts).encode(),
        stdout=subprocess.PIPE,
        check=True,
        timeout=60,
    )
    texts_as_html: list[str] = json.loads(done.stdout)
    return texts_as_html


@lru_cache(maxsize=1)
def ours() -> MarkdownIt:
    """Return the library's parser with our flanking rules and no other rule of ours."""
    parser = MarkdownIt("commonmark").enable(["strikethrough"])
    parser.inline.__class__ = Inline
    return parser


def text_of(chance: random.Random) -> str:
    """Return one short text."""
    return "".join([chance.choice(ALPHABET) for _ in range(chance.randint(3, 14))])


def framed(chance: random.Random) -> str:
    """Return a pair of runs with one or two characters on each side, where only flanking decides."""
    run = chance.choice(["*", "**", "***", "~~", "_", "__"])
    outside, inside = [[chance.choice(ALPHABET) for _ in range(4)] for _ in range(2)]
    return "x" + "".join([*outside[:2], run, *inside[:2], "y", *inside[2:], run, *outside[2:]]) + "z"


needs_reference = pytest.mark.skipif(missing() != "", reason=missing() or "the packages are here")


@needs_reference
@pytest.mark.parametrize("make", [text_of, framed])
def test_emphasis_is_that_of_the_reference(make: Callable[[random.Random], str]) -> None:
    """Emphasis beside CJK letters is the same as in the reference implementation, for any string."""
    chance = random.Random(f"emphasis {make.__name__}")
    texts = [make(chance) for _ in range(STRINGS // 2)]

    different = [
        (text, wanted, result)
        for text, wanted in zip(texts, reference(texts), strict=True)
        if (result := ours().renderInline(text)) != wanted
    ]

    assert different[:3] == []


@needs_reference
def test_the_reference_is_no_plain_commonmark() -> None:
    """The reference implements the amendment, and the strings contain cases that it changes."""
    assert reference(["**강조(強調)**를"]) == ["<strong>강조(強調)</strong>를"]

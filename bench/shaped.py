"""Generate a blog in the shape of real ones, for measurements.

    shaped.py OUT --posts N [--seed S]

In:  the number of posts, and a seed; `constructs.csv`, which tells how often each construct occurs in real blogs.
Out: a complete site like that of `corpus.py`, with the same words, whose posts consist of these constructs.
Must not: contain a word of the blogs that were counted, or be tuned to a parser.

Each block is drawn with the mean frequency of its kind, and each line of text is given the markup that lines have. A
construct that the parser under test finds hard occurs as often as people write it.
"""

import csv
import sys
from collections.abc import Callable, Sequence
from decimal import Context, Decimal
from functools import lru_cache, partial
from pathlib import Path

from corpus import begun, main
from dice import Dice, summed
from prose import MATHS, Draft, heading, noun, plain_sentence
from snippets import NAMES, code, identifier, pieces_of
from vocabulary import particle

_TABLE = Path(__file__).with_name("constructs.csv")
_ONE = 1000  # the rates of the table refer to this many
_SYNONYMS = {
    "bash": ("sh", "shell"),
    "javascript": ("js", "jsx"),
    "typescript": ("ts", "tsx"),
    "cpp": ("c++",),
    "yaml": ("yml",),
    "dockerfile": ("docker",),
}


@lru_cache(maxsize=1)
def rates() -> dict[tuple[str, str], Decimal]:
    """Read the mean rate of each construct by group and name."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        return {(row["group"], row["construct"]): Decimal(row["mean"]) for row in csv.DictReader(file)}


@lru_cache(maxsize=8)
def _ladder(group: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the constructs of a group, and their cumulative weights."""
    found = {name: int(rate * 10) for (of, name), rate in rates().items() if of == group}
    known = _pieces() if group == "fence" else _BLOCKS.keys() if group == "block" else found
    found = {name: weight for name, weight in found.items() if name in known}
    return tuple(found), summed(found.values())


@lru_cache(maxsize=1)
def _pieces() -> dict[str, tuple[str, ...]]:
    """Return the snippets of each language by every name that real fences have for it."""
    pieces = pieces_of("pieces.md") | pieces_of("more_pieces.md")
    pieces["no language"] = pieces.pop("text")
    return pieces | {other: pieces[name] for name, others in _SYNONYMS.items() for other in others}


def _drawn(dice: Dice, group: str) -> str:
    names, ladder = _ladder(group)
    return names[dice.rank(ladder)]


def _times(dice: Dice, group: str, name: str) -> int:
    """Draw how often a construct occurs in one of its group."""
    rate = rates().get((group, name), Decimal(0)) / _ONE
    return int(rate) + dice.chance(float(rate % 1))


# Markup of a noun, by the name that the table has for it.
_MARKUP: dict[str, Callable[[Draft, str], str]] = {
    "code": lambda draft, word: f"`{identifier(draft.dice) if draft.dice.chance(0.3) else word}`",
    "strong": lambda _, word: f"**{word}**",
    "strong, then a letter": lambda draft, word: f"**{word}({draft.dice.pick(NAMES)})**",
    "emphasis with *": lambda _, word: f"*{word}*",
    "emphasis with _": lambda draft, word: f"_{word}_ " if draft.dice.chance(0.5) else f"__{word}__ ",
    "nested emphasis": lambda _, word: f"***{word}***",
    "deleted": lambda _, word: f"~~{word}~~",
    "link": lambda draft, word: f"[{word}]({_address(draft)})",
    "image": lambda draft, word: f"![{word}]({draft.picture()})",
    "autolink": lambda draft, _: f"<https://example.org/{draft.dice.pick(NAMES)}>",
    "bare URL": lambda draft, _: f"https://example.org/{draft.dice.pick(NAMES)}/{draft.dice.below(100)} ",
    "wikilink": lambda draft, word: f"[[{draft.dice.pick(NAMES)}|{word}]]",
    "brackets": lambda _, word: f"[{word}]",
    "<br>": lambda _, word: f"{word}<br>",
    "HTML": lambda _, word: f"<kbd>{word}</kbd>",
    "entity": lambda _, word: f"{word}&nbsp;",
    "< or &": lambda draft, word: f"{word} {draft.dice.pick('<&')} {draft.dice.below(100)}, ",
    "escape": lambda _, word: f"\\<{word}\\>",
    "math": lambda draft, _: f"${draft.dice.pick(MATHS)}$ ",
    "template tag": lambda _, word: f"{{{{ site.{word} }}}}",
    "tab": lambda _, word: f"{word}\t",
}


def _sentence(draft: Draft) -> str:
    """Generate a sentence without markup; URLs are markup here."""
    sentence = plain_sentence(draft)
    while "://" in sentence:
        sentence = plain_sentence(draft)
    return sentence


def _address(draft: Draft) -> str:
    return (draft.earlier() if draft.dice.chance(0.3) else "") or f"https://example.org/{draft.dice.pick(NAMES)}"


def _text(draft: Draft, sentence: str) -> str:
    """Return a sentence with the markup that a line of text has in the mean, at random places."""
    words = sentence.split(" ")
    for name, marked in _MARKUP.items():
        for _ in range(_times(draft.dice, "inline", name)):
            word = noun(draft)
            words.insert(draft.dice.below(len(words)), marked(draft, word.text) + particle("은", word.final))
    if _times(draft.dice, "inline", "link by reference"):
        words.append(f"[{noun(draft).text}][{draft.dice.below(3) + 1}]")
    if _times(draft.dice, "inline", "footnote"):
        draft.notes.append(_sentence(draft))
        words.append(f"[^{len(draft.notes)}]")
    return " ".join(words)


def _line(draft: Draft) -> str:
    return _text(draft, _sentence(draft))


def _paragraph(draft: Draft) -> str:
    """Generate one to four sentences; what breaks lines stands between sentences."""
    text = _line(draft)
    paragraphs = rates()["block", "paragraph"] / sum(rate for (of, _), rate in rates().items() if of == "block")
    for _ in range(draft.dice.below(4)):
        soft, hard = (rates().get(("inline", f"{name} break"), Decimal(0)) / _ONE for name in ("soft", "hard"))
        roll = Decimal(draft.dice.below(_ONE)) / _ONE * paragraphs
        text += "\n" if roll < soft else "  \n" if roll < soft + hard else " "
        text += _sentence(draft)
    return text


def _list(draft: Draft, *, numbered: bool) -> str:
    """Generate a list with what lists of its kind have."""
    dice = draft.dice
    facts = {name for (of, name) in rates() if of == "list" and _times(dice, "list", name)}
    marker = "1. " if numbered else "* " if "of *" in facts else "+ " if "of +" in facts else "- "
    indent = "\t" if "indented by tabs" in facts else " " * len(marker)
    depth = max([1, *(int(fact[0]) for fact in facts if fact.endswith("levels"))])
    count = max(1, int(rates()["post", "items of a list"]) + dice.between(-2, 2) - depth + 1)
    lines: list[str] = []
    for at in range(count):
        box = f"[{dice.pick(' x')}] " if "of tasks" in facts else ""
        lines.append(f"{marker}{box}{_line(draft)}")
        lines += [f"{indent * level}{marker}{_line(draft)}" for level in range(1, depth) if at == 0]
        lines += [""] if "loose" in facts and at < count - 1 else []
    for fact, more in _IN_LISTS.items():
        if fact in facts:
            lines += [indent + line if line else "" for line in more(draft).split("\n")]
    return "\n".join(lines)


def _quote(draft: Draft) -> str:
    facts = {name for (of, name) in rates() if of == "quote" and _times(draft.dice, "quote", name)}
    lines = [f"> {_line(draft)}"]
    lines += [">", f"> {_line(draft)}"] if "of several paragraphs" in facts else []
    lines += [">", *(f"> - {_line(draft)}" for _ in range(3))] if "with a list" in facts else []
    lines += [">", *(f"> {line}" for line in _fence(draft).split("\n"))] if "with a fence" in facts else []
    lines += [">", f"> > {_line(draft)}"] if "nested" in facts else []
    lines += [_sentence(draft)] if "with lazy lines" in facts and len(lines) == 1 else []
    return "\n".join(lines)


def _table(draft: Draft) -> str:
    columns = draft.dice.between(2, 4)
    rows = [[noun(draft).text for _ in range(columns)], ["---"] * columns]
    rows += [[_text(draft, noun(draft).text) for _ in range(columns)] for _ in range(draft.dice.between(2, 7))]
    bars = "{}" if _times(draft.dice, "table", "without outer bars") else "| {} |"
    return "\n".join(bars.format(" | ".join(row)) for row in rows)


def _fence(draft: Draft, fence: str = "```") -> str:
    language = _drawn(draft.dice, "fence")
    name = "" if language == "no language" else language
    return f"{fence}{name}\n{code(draft.dice, noun(draft).text, _pieces()[language], language)}\n{fence}"


def _heading(style: str, level: int, draft: Draft) -> str:
    words = heading(draft)
    return f"{words}\n{'=-'[level - 1] * 8}" if style else f"{'#' * level} {words}"


_IN_LISTS: dict[str, Callable[[Draft], str]] = {
    "with a fence": _fence,
    "with a table": lambda draft: f"\n{_table(draft)}",
    "with a heading": lambda draft: f"\n{_heading('', 3, draft)}",
    "with indented code": lambda draft: f"\n    {identifier(draft.dice)}()",
    "with a quote": lambda draft: f"\n{_quote(draft)}",
}
_BLOCKS: dict[str, Callable[[Draft], str]] = {
    "paragraph": _paragraph,
    "bullets": lambda draft: _list(draft, numbered=False),
    "numbers": lambda draft: _list(draft, numbered=True),
    "quote": _quote,
    "table": _table,
    "fence": _fence,
    "fence of ~": lambda draft: _fence(draft, "~~~"),
    "indented code": lambda draft: f"    {identifier(draft.dice)}()\n    {identifier(draft.dice)}()",
    "rule": lambda _: "---",
    "HTML br": lambda _: "<br>",
    "HTML img": lambda draft: f'<img src="{draft.picture()}" alt="{noun(draft).text}" width="400">',
    "HTML p": lambda draft: f"<p>\n{_sentence(draft)}\n</p>",
    **{
        f"{style}heading {level}": partial(_heading, style, level)
        for style, levels in (("", range(1, 7)), ("setext ", range(1, 3)))
        for level in levels
    },
}


def _block(draft: Draft) -> str:
    return _BLOCKS[_drawn(draft.dice, "block")](draft)


def body(draft: Draft, count: int) -> str:
    """Generate *count* blocks, the footnotes behind them, and the definitions of links by reference."""
    blocks: Sequence[str] = [_block(draft) for _ in range(count)]
    notes = [f"[^{number}]: {note}" for number, note in enumerate(draft.notes, 1)]
    targets = [f"[{number}]: https://example.org/{draft.dice.pick(NAMES)}" for number in (1, 2, 3)]
    is_referring = any(f"][{number}]" in block for block in blocks for number in (1, 2, 3))
    return "\n\n".join([*blocks, *notes, *(["\n".join(targets)] if is_referring else [])]) + "\n"


def size(dice: Dice) -> int:
    """Draw the number of blocks of a post."""
    median, most = rates()["post", "blocks, median"], rates()["post", "blocks, 9 of 10"]
    spread = Context(prec=20).ln(most / median) / Decimal("1.2816")  # nine of ten of a bell curve are below this
    return dice.length(median, spread, 3, 400)


def post(seed: int, number: int) -> str:
    """Generate one post with its front matter."""
    draft, head = begun(seed, number, "shaped")
    return f"{head}\n{body(draft, size(draft.dice))}"


if __name__ == "__main__":
    sys.exit(main("Write a blog of invented posts in the shape of real ones.", post))

"""Replace references in the text of a file, and leave every other byte.

In:  a text as it is in the file, and its references with their replacements.
Out: the new text; None if a reference is not written literally.
Must not: decide what a reference leads to. The caller reads the new text and compares.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import unquote

from byeoru.model.content import Slot
from byeoru.renaming.spelling import BRACKETS, as_written

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
MARK = "\ufeff"  # which some editors write at the beginning
# What stands before a destination in Markdown, in the definition of a reference, in HTML, and after a key of YAML.
_BEFORE = re.compile(r"""(?:\]\(\s*<?|\]:\s*<?|=\s*["']?|[(,:]\s*["']?|^\s*-?\s*["']?)$""")
_BEHIND = frozenset({"", *")>\"',\r\n(]}"})


class Replacement(NamedTuple):
    """A reference, and the path or name that it should have."""

    slot: Slot
    spelling: str  # decoded


def spliced(text: str, replacements: Iterable[Replacement]) -> str | None:
    """Return *text* with the *replacements*, which are in the order of the text."""
    lines = LINE.findall(text)
    found: dict[tuple[int, int, int], str] = {}
    for slot, spelling in replacements:
        place = _place(lines, slot, found)
        if place is None:
            return None
        line, start, end = place
        found[place] = as_written(slot, spelling, lines[line][start:end])
    for line, start, end in sorted(found, reverse=True):
        lines[line] = lines[line][:start] + found[line, start, end] + lines[line][end:]
    return "".join(lines)


def _place(lines: list[str], slot: Slot, taken: dict[tuple[int, int, int], str]) -> tuple[int, int, int] | None:
    """Return where a reference is written: a line, from 0, and the characters in it; None if it is not there."""
    spellings = [slot.target] if slot.kind in BRACKETS else sorted({slot.target, unquote(slot.target)}, key=len)
    first = slot.line - 1
    if 0 <= first < len(lines) and slot.column:
        start = slot.column - 1 + (first == 0 and lines[0].startswith(MARK))
        for one in spellings:
            if lines[first].startswith(one, start) and _is_reference(lines[first], start, start + len(one), slot):
                place = first, start, start + len(one)
                if place not in taken:
                    return place
    definition = None
    for line in (*range(first, len(lines)), *range(first)):
        for one in spellings:
            at = lines[line].find(one)
            while at >= 0:
                place = line, at, at + len(one)
                if _is_reference(lines[line], at, at + len(one), slot):
                    if place not in taken:
                        return place
                    definition = definition or place  # of several references
                at = lines[line].find(one, at + 1)
    return definition


def _is_reference(line: str, start: int, end: int, slot: Slot) -> bool:
    """Tell whether the text from *start* to *end* stands where a reference of that kind does."""
    if slot.kind in BRACKETS:
        return line[:start].rstrip(" \t").endswith("[[") and line[end:].lstrip(" \t").startswith(("|", "\\|", "]]"))
    behind = line[end:].lstrip(" \t")[:1]
    return _BEFORE.search(line[:start]) is not None and behind in {
        "",
        ")",
        ">",
        '"',
        "'",
        ",",
        "\r",
        "\n",
        "(",
        "]",
        "}",
    }

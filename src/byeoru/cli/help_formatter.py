"""Format help pages by display width, as a Hangul character takes two columns.

In:  the paragraphs, options and commands that click passes.
Out: lines that fit the terminal, with aligned columns.
Must not: know any command. Click's own formatter counts characters, so lines in Korean would be too long.
"""

import re
import shutil
from collections.abc import Iterable, Iterator

import click

from byeoru.cli.console import width

WIDEST = 100  # columns: a longer line is hard to read
NARROWEST = 24
_GAP = 2  # columns between a name and its text
# Where a word wider than the terminal may be broken: after the bar in `ko|en`, else anywhere.
_PIECES = re.compile(r"[^|]*\|?")


class ColumnHelpFormatter(click.HelpFormatter):
    """Click's formatter, measuring columns instead of characters."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        """Use the width of the terminal minus one column, which some terminals reserve for the cursor."""
        columns = width or min(shutil.get_terminal_size().columns, max_width or WIDEST) - 1
        super().__init__(indent_increment, max(columns, NARROWEST))

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line; continuation lines start below the first argument."""
        before = f"{prefix or ''}{prog} "
        self._write_hanging(before, args, width(before) if width(before) < self.width // 2 else 4)

    def write_text(self, text: str) -> None:
        """Write paragraphs, separated by blank lines; indented lines keep their indentation."""
        for line in text.splitlines():
            indent = len(line) - len(line.lstrip())
            self._write_hanging(" " * (self.current_indent + indent), line, self.current_indent + indent)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = _GAP) -> None:
        """Write names and descriptions in two columns; a name too wide for the first column gets its own line."""
        listed = list(rows)
        most = min(col_max, self.width * 2 // 5)
        fitting = [width(name) for name, _ in listed if width(name) <= most]
        start = self.current_indent + (max(fitting) if fitting else 2) + col_spacing
        for name, text in listed:
            before = " " * self.current_indent + name
            if width(before) + col_spacing > start:
                self._write_hanging(" " * self.current_indent, name, self.current_indent + 4)
                before = ""
            self._write_hanging(before + " " * (start - width(before)), text, start)

    def _write_hanging(self, before: str, text: str, indent: int) -> None:
        """Write *text* after *before*; continuation lines are indented by *indent*."""
        lines = list(wrapped(text, self.width - width(before), self.width - indent)) or [""]
        margin = "\n" + " " * indent
        self.write((before + margin.join(lines)).rstrip() + "\n")


def wrapped(text: str, first: int, others: int) -> Iterator[str]:
    """Wrap *text* at spaces into lines of at most *first*, then *others* columns.

    >>> list(wrapped("사이트를 지어 펴냅니다", 13, 10))
    ['사이트를 지어', '펴냅니다']
    >>> list(wrapped("[address|local|empty]", 12, 12))
    ['[address|', 'local|empty]']
    """
    room, line = first, ""
    for word in text.split():
        for number, piece in enumerate(_broken(word, others)):
            joint = " " if line and not number else ""
            if line and width(line + joint + piece) > room:
                yield line
                room, line, joint = others, "", ""
            line += joint + piece
    if line:
        yield line


def _broken(word: str, room: int) -> Iterator[str]:
    """Yield *word*, or pieces of it that fit into *room* columns."""
    if width(word) <= room:
        yield word
        return
    for piece in _PIECES.findall(word):
        part = ""
        for letter in piece:
            if width(part + letter) > room:
                yield part
                part = ""
            part += letter
        if part:
            yield part

"""Pages of help, measured in columns of the terminal: a letter of Hangul takes two.

In:  the paragraphs, options and commands that click hands over.
Out: lines that fit the terminal, with the texts of a list one below the other.
Must not: know any command; click's own formatter counts characters, so that Korean lines run over the edge.
"""

import re
import shutil
from collections.abc import Iterable, Iterator

import click

from byeoru.cli.console import width

WIDEST = 100  # columns: a longer line is hard to read
NARROWEST = 24
_GAP = 2  # columns between a name and its text
# Where a word that is wider than the terminal may be broken: behind the bar of `ko|en`, else anywhere.
_PIECES = re.compile(r"[^|]*\|?")


class ColumnHelpFormatter(click.HelpFormatter):
    """Click's formatter with the terminal's columns in place of characters."""

    def __init__(self, indent_increment: int = 2, width: int | None = None, max_width: int | None = None) -> None:
        """Take the width of the terminal, less a column that some terminals keep for the cursor."""
        columns = width or min(shutil.get_terminal_size().columns, max_width or WIDEST) - 1
        super().__init__(indent_increment, max(columns, NARROWEST))

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage; what does not fit stands below the first argument."""
        before = f"{prefix or ''}{prog} "
        self._write_hanging(before, args, width(before) if width(before) < self.width // 2 else 4)

    def write_text(self, text: str) -> None:
        """Write paragraphs, which blank lines divide; a line that begins with spaces keeps them."""
        for line in text.splitlines():
            indent = len(line) - len(line.lstrip())
            self._write_hanging(" " * (self.current_indent + indent), line, self.current_indent + indent)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = _GAP) -> None:
        """Write names and their texts in two columns; a name that is too wide for the first has a line of its own."""
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
        """Write *text* behind *before*, its further lines at *indent*."""
        lines = list(wrapped(text, self.width - width(before), self.width - indent)) or [""]
        margin = "\n" + " " * indent
        self.write((before + margin.join(lines)).rstrip() + "\n")


def wrapped(text: str, first: int, others: int) -> Iterator[str]:
    """Cut *text* between words into lines of at most *first* and then *others* columns.

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
    """Return *word*, or where it is wider than a line the pieces of it that are not."""
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

"""Tables in a scrollable box; an empty header cell is rendered as a data cell.

The quick form reads tables in which no row has too many cells, which is reported.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import MD_TRIM_CHARS, mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from byeoru.parse.markup.block_parser import is_interrupted
from byeoru.parse.markup.containers import line_of
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.finished import BlockWriter, Finisher, NotPlain, attributes_text
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.simple import words_html
from byeoru.parse.markup.writer import attributes_of, in_tag


def _install(parser: MarkdownIt) -> None:
    parser.enable("table")


def _open(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return f'<div class="table"><table{in_tag(attributes_of(tokens[at].attrs), env)}>\n'


def _close(_: Sequence[Token], __: int, ___: MarkdownEnv) -> str:
    return "</table></div>\n"


def _head_open(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return f"<{_head(tokens[at + 1])}{in_tag(attributes_of(tokens[at].attrs), env)}>"


def _head_close(tokens: Sequence[Token], at: int, _: MarkdownEnv) -> str:
    return f"</{_head(tokens[at - 1])}>\n"


def _head(content: Token) -> str:
    """Return the element of a header cell: screen readers announce an empty `th`."""
    return "th" if content.content else "td"


_DELIMITERS = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?>(?:\|[ \t]*+:?-++:?[ \t]*+)*)\|?[ \t]*+")
_ALIGNMENTS = {(True, True): "center", (False, True): "right", (True, False): "left"}
_MOST_MISSING = 1000  # cells that rows may lack together; the library has a limit


def _quick(state: StateBlock, start: int, end: int, finisher: Finisher) -> Sequence[Token] | None:
    if start + 1 >= end:
        return None
    head, delimiters = line_of(state, start), line_of(state, start + 1)
    if "|" not in head or not _DELIMITERS.fullmatch(delimiters) or delimiters.startswith(("- ", "-\t")):
        return None
    names, styles = _cells_of(head), [attributes_text(_style(cell)) for cell in _cells_of(delimiters)]
    if len(names) != len(styles) or len(delimiters) < 2 or state.is_code_block(start + 1):
        raise NotPlain
    block = BlockWriter("table", start, finisher)
    block.write('<div class="table"><table>\n<thead>\n')
    _write_row(start, head, names, _Columns("th", styles), block)
    block.write("</thead>\n")
    last = _last_row(state, start + 2, end)
    block.write("<tbody>\n" if last > start + 2 else "")
    columns = _Columns("td", styles)
    missing = 0
    for line in range(start + 2, last):
        row = line_of(state, line)
        cells = _cells_of(row)
        if len(cells) != len(styles):
            missing += len(styles) - len(cells)
            if len(cells) > len(styles) or missing > _MOST_MISSING:
                raise NotPlain
            cells += [""] * (len(styles) - len(cells))
        _write_row(line, row, cells, columns, block)
    block.write("</tbody>\n</table></div>\n" if last > start + 2 else "</table></div>\n")
    return block.tokens(last)


class _Columns:
    """The columns of the head or of the body of a table."""

    def __init__(self, tag: str, styles: Sequence[str]) -> None:
        self.tag, self.styles = tag, styles
        self.row = "".join(["<tr>\n", *[f"<{tag}{style}>%s</{tag}>\n" for style in styles], "</tr>\n"])


def _cells_of(row: str) -> list[str]:
    row = mdTrim(row)
    cells = escapedSplit(row) if "\\" in row else row.split("|")
    first, last = int(cells[0] == ""), len(cells) - (len(cells) > 1 and cells[-1] == "")
    return [cell.strip(MD_TRIM_CHARS) for cell in cells[first:last]]


def _style(delimiter: str) -> dict[str, str]:
    """Return the attributes of the cells of a column.

    >>> _style(":-:"), _style("---")
    ({'style': 'text-align:center'}, {})
    """
    alignment = _ALIGNMENTS.get((delimiter[0] == ":", delimiter[-1] == ":"))
    return {"style": f"text-align:{alignment}"} if alignment else {}


def _last_row(state: StateBlock, start: int, end: int) -> int:
    """Return the line after the last row of a table whose rows begin at *start*."""
    for line in range(start, end):
        if state.isEmpty(line) or state.is_code_block(line) or is_interrupted(state, "blockquote", line, end):
            return line
    return end


def _write_row(line: int, row: str, cells: Sequence[str], columns: _Columns, block: BlockWriter) -> None:
    lines, attributes = (line, line + 1), block.finisher.attributes
    if block.finisher.has_words_alone(row) and all(cells) and not any(map(attributes, cells)):
        block.words(" ".join(cells), lines, columns.row % tuple(map(words_html, cells)))
        return
    block.write("<tr>\n")
    for cell, style in zip(cells, columns.styles, strict=True):
        name = columns.tag if cell else "td"
        block.text(cell, lines, f"<{name}{style}{attributes_text(attributes(cell))}>", f"</{name}>\n")
    block.write("</tr>\n")


RULE = Rule(
    "tables",
    _install,
    below={"table": "|-:"},
    quick={"table": _quick},
    html={"table_open": _open, "table_close": _close, "th_open": _head_open, "th_close": _head_close},
)

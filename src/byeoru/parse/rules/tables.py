"""Tables in a scrollable box; an empty header cell is rendered as a data cell.

The quick form reads tables in which no row has too many cells, which is reported.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from byeoru.parse.markup.block_parser import is_interrupted
from byeoru.parse.markup.containers import line_of
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.finished import BlockWriter, Finisher, NotPlain, attributes_text
from byeoru.parse.markup.rule import Rule
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
    _write_row(start, "th", names, styles, block)
    block.write("</thead>\n")
    last = _last_row(state, start + 2, end)
    missing = 0
    for line in range(start + 2, last):
        cells = _cells_of(line_of(state, line))
        missing += len(styles) - len(cells)
        if len(cells) > len(styles) or missing > _MOST_MISSING:
            raise NotPlain
        block.write("<tbody>\n" if line == start + 2 else "")
        _write_row(line, "td", cells + [""] * (len(styles) - len(cells)), styles, block)
    block.write("</tbody>\n</table></div>\n" if last > start + 2 else "</table></div>\n")
    return block.tokens(last)


def _cells_of(row: str) -> list[str]:
    row = mdTrim(row)
    cells = escapedSplit(row) if "\\" in row else row.split("|")
    first, last = int(cells[0] == ""), len(cells) - (len(cells) > 1 and cells[-1] == "")
    return [mdTrim(cell) for cell in cells[first:last]]


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


def _write_row(line: int, tag: str, cells: Sequence[str], styles: Sequence[str], block: BlockWriter) -> None:
    block.write("<tr>\n")
    lines, attributes = (line, line + 1), block.finisher.attributes
    for cell, style in zip(cells, styles, strict=True):
        name = tag if cell else "td"
        block.text(cell, lines, f"<{name}{style}{attributes_text(attributes(cell))}>", f"</{name}>\n")
    block.write("</tr>\n")


RULE = Rule(
    "tables",
    _install,
    below={"table": "|-:"},
    quick={"table": _quick},
    html={"table_open": _open, "table_close": _close, "th_open": _head_open, "th_close": _head_close},
)

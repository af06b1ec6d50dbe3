"""Tables of kramdown, which need no delimiter row.

    | a | b |
    | c | d |

In:  lines that all begin and end with a bar and have the same number of cells, two or more.
Out: the tokens of a table; rows above a line of hyphens are its head.
Must not: take a table that GitHub reads too, or a paragraph with a bar in it.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import escapedSplit

from byeoru.parse.markup.containers import line_of
from byeoru.parse.markup.rule import Rule

_DIVIDER = re.compile(r"\|[ \t|:+=-]++")  # or an empty row

Row = tuple[int, list[str]]  # its line, and its cells


def _install(parser: MarkdownIt) -> None:
    parser.block.ruler.after("table", "kramdown_table", _read)


def _read(state: StateBlock, start: int, end: int, _: bool) -> bool:
    if state.is_code_block(start) or not line_of(state, start).startswith("|"):
        return False
    last = _last(state, start, end)
    head, body = _rows(state, start, last)
    rows = [*head, *body]
    if len(rows) < 2 or not body or len(rows[0][1]) < 2 or any(len(row[1]) != len(rows[0][1]) for row in rows):
        return False
    state.push("table_open", "table", 1).map = [start, last]
    if head:
        _push(state, "thead", "th", head)
    _push(state, "tbody", "td", body)
    state.push("table_close", "table", -1)
    state.line = last
    return True


def _last(state: StateBlock, start: int, end: int) -> int:
    """Return the line after the last one with bars; *start* if words follow it."""
    for line in range(start, end):
        if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return line
        text = line_of(state, line).rstrip()
        if not text.startswith("|") or not text.endswith("|"):
            return line if text.startswith("{:") else start
    return end


def _rows(state: StateBlock, start: int, last: int) -> tuple[list[Row], list[Row]]:
    """Return the rows of the head and of the body; all lines but the first divider are dropped if they are dividers."""
    head: list[Row] = []
    body: list[Row] = []
    for line in range(start, last):
        text = line_of(state, line).strip()
        if not _DIVIDER.fullmatch(text) or not ("-" in text or "=" in text):
            body.append((line, escapedSplit(text.removeprefix("|").removesuffix("|"))))
        elif body and not head:
            head, body = body, []
    return head, body


def _push(state: StateBlock, part: str, cell: str, rows: Sequence[Row]) -> None:
    state.push(f"{part}_open", part, 1).map = [rows[0][0], rows[-1][0] + 1]
    for line, cells in rows:
        state.push("tr_open", "tr", 1).map = [line, line + 1]
        for text in cells:
            state.push(f"{cell}_open", cell, 1)
            inline = state.push("inline", "", 0)
            inline.content, inline.map, inline.children = text.strip(), [line, line + 1], []
            state.push(f"{cell}_close", cell, -1)
        state.push("tr_close", "tr", -1)
    state.push(f"{part}_close", part, -1)


RULE = Rule(
    "kramdown_tables",
    _install,
    blocks={"kramdown_table": "|"},
    after=("tables",),
    is_enabled=lambda dialect: dialect.kramdown,
)

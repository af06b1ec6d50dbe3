"""Blocks between lines of slashes (`pymdownx.blocks`, of MkDocs).

    /// warning | A title
        open: True

    Words.
    ///

In:  a line of three or more slashes and a known name, to the line of slashes that ends it.
Out: a callout; a caption, a tab or a plain block is a `div`.
Must not: take a comment of code for a block.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.callout import Callout, callout_of, close_callout, foreign_callout, open_callout
from byeoru.parse.markup.containers import INTERRUPTED, close_box, end_of_indented, last_line, line_of, open_box, within
from byeoru.parse.markup.rule import Rule

_HEAD = lazy_pattern(r"/{3,}[ \t]*(?P<name>[a-z][\w-]*)[ \t]*(?:\|[ \t]*(?P<title>[^\n]*?))?[ \t]*")
_OPTION = lazy_pattern(r"[ \t]*(type|open)[ \t]*:[ \t]*['\"]?([\w-]+)")
_OTHERS = frozenset({"caption", "definition", "figure-caption", "html", "tab", "table-caption"})


def _install(parser: MarkdownIt) -> None:
    parser.block.ruler.before("fence", "slash_block", _read, {"alt": INTERRUPTED})


def _read(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    text = line_of(state, start)
    head = _HEAD.fullmatch(text) if text.startswith("///") and not state.is_code_block(start) else None
    if head is None or not _is_known(head["name"]):
        return False
    last = last_line(state, start, end, "/")
    if last < 0:
        return False
    if silent:
        return True
    first = end_of_indented(state, start, last)
    callout = _callout(head, _options(state, start, first))
    title = head["title"] or "" if head["name"] == "tab" else ""
    opening = open_callout(state, start, callout) if callout else open_box(state, start, head["name"], title)
    with within(state, last):
        state.md.block.tokenize(state, first, last)
    if callout:
        close_callout(state, callout)
    else:
        close_box(state)
    state.line = last + 1
    opening.map = [start, state.line]
    return True


def _is_known(name: str) -> bool:
    return name == "admonition" or name in _OTHERS or foreign_callout(name) is not None


def _options(state: StateBlock, start: int, end: int) -> dict[str, str]:
    """Return the options that are indented directly below the first line."""
    lines = (line_of(state, line) for line in range(start + 1, end))
    return {match[1]: match[2].lower() for line in lines if (match := _OPTION.match(line))}


def _callout(head: re.Match[str], options: dict[str, str]) -> Callout | None:
    name, title = head["name"], head["title"] or ""
    if name in _OTHERS:
        return None
    kind = options.get("type", name if name != "admonition" else "note")
    callout = foreign_callout(kind, title=title) or callout_of(kind, title=title)
    fold = ("+" if options.get("open") == "true" else "-") if name == "details" else ""
    return callout._replace(fold=fold)


RULE = Rule("slash_blocks", _install, blocks={"slash_block": "/"})

"""Task lists: an item that begins with `[ ]` or `[x]` has a box that is ticked or not."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

_BOX = re.compile(r"\[([ xX])\][ \t\n]+(?=\S)")


def install(parser: MarkdownIt) -> None:
    """Teach *parser* to read task lists."""
    parser.core.ruler.after("block", "tasks", _find)


def _find(state: StateCore) -> None:
    if not any(box in state.src for box in ("[ ]", "[x]", "[X]")):
        return
    tokens = state.tokens
    for at in range(2, len(tokens)):
        token = tokens[at]
        if token.type != "inline" or not token.content.startswith("[") or tokens[at - 2].type != "list_item_open":
            continue
        found = _BOX.match(token.content)
        if found:
            token.content = token.content[found.end() :]
            token.meta["box"] = "done" if found[1] in "xX" else "open"
            tokens[at - 2].attrJoin("class", "task")

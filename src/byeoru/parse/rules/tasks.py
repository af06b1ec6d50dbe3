"""Task lists: an item that begins with `[ ]` or `[x]` gets a checkbox."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.rule import Rule

# Attributes and label of each checkbox; labels are Korean or English.
_TICKS = {
    "open": ("disabled", "할 일", "to do"),
    "done": ("disabled checked", "끝난 일", "done"),
}
_BOX = re.compile(r"\[([ xX])\][ \t\n]+(?=\S)")


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.after("block", "tasks", _find)


def without_box(text: str, *, is_korean: bool) -> tuple[str, str]:
    """Return the text of a list item without its box, and the HTML of the box, "" if it has none.

    >>> without_box("[x] 가", is_korean=False)
    ('가', '<input type="checkbox" disabled checked aria-label="done"> ')
    """
    match = _BOX.match(text)
    if match is None:
        return text, ""
    attributes, korean, english = _TICKS["done" if match[1] in "xX" else "open"]
    label = korean if is_korean else english
    return text[match.end() :], f'<input type="checkbox" {attributes} aria-label="{label}"> '


def _find(state: StateCore) -> None:
    if not any(box in state.src for box in ("[ ]", "[x]", "[X]")):
        return
    tokens, is_korean = state.tokens, environment_of(state).is_korean
    for at in range(2, len(tokens)):
        token = tokens[at]
        if token.type != "inline" or not token.content.startswith("[") or tokens[at - 2].type != "list_item_open":
            continue
        token.content, box = without_box(token.content, is_korean=is_korean)
        if box:
            token.meta["before"] = box
            tokens[at - 2].attrJoin("class", "task")


RULE = Rule("tasks", _install, after=("attributes",))

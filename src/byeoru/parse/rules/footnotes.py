"""Footnotes `[^1]` and `^[in place]`; one that nothing refers to is shown all the same, so that no word is lost."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin


def install(parser: MarkdownIt) -> None:
    """Teach *parser* to read footnotes."""
    footnote_plugin(parser)
    in_place = next(rule for rule in parser.inline.ruler.__rules__ if rule.name == "footnote_inline").fn

    def outside_links(state: StateInline, silent: bool) -> bool:
        return not state.linkLevel and in_place(state, silent)  # its number is a link itself

    parser.inline.ruler.at("footnote_inline", outside_links)
    parser.core.ruler.before("footnote_tail", "unused_footnotes", _keep_unused)


def _keep_unused(state: StateCore) -> None:
    """Give a number to notes that nothing refers to, and to those whose label another note has already."""
    notes = state.env.get("footnotes")
    if not notes:
        return
    listed = notes.setdefault("list", {})
    unused = state.env["unused_footnotes"]
    seen: set[str] = set()
    for token in state.tokens:
        if token.type != "footnote_reference_open":
            continue
        label = token.meta["label"]
        number = notes["refs"].get(":" + label, -1)
        if label in seen or number < 0:
            unused[len(listed)] = (label, token.map[0] if token.map else 0)
            token.meta["label"] = f"{label}\0{len(listed)}"  # a label that no author can have written
            listed[len(listed)] = {"label": token.meta["label"], "count": 0}
        seen.add(label)

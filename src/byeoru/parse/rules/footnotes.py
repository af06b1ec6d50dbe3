"""Footnotes `[^1]` and `^[in place]`; one that nothing refers to is shown all the same, so that no word is lost."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.footnote import footnote_plugin


def install(parser: MarkdownIt) -> None:
    """Teach *parser* to read footnotes."""
    footnote_plugin(parser)
    parser.core.ruler.before("footnote_tail", "unused_footnotes", _keep_unused)


def _keep_unused(state: StateCore) -> None:
    notes = state.env.get("footnotes")
    if not notes:
        return
    notes.setdefault("list", {})
    for label, number in notes.get("refs", {}).items():
        if number < 0:
            number = len(notes["list"])  # noqa: PLW2901
            notes["list"][number] = {"label": label[1:], "count": 0}
            notes["refs"][label] = number
            state.env.setdefault("unused_footnotes", {})[number] = label[1:]

"""Footnotes `[^1]` and `^[in place]`; one that nothing refers to is shown all the same, so that no word is lost."""

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin

from byeoru.parse.rules.brackets import label_at, note_end
from byeoru.parse.rules.inline_state import State


def install(parser: MarkdownIt) -> None:
    """Teach *parser* to read footnotes."""
    footnote_plugin(parser)
    parser.inline.ruler.at("footnote_inline", _read_in_place)
    parser.inline.ruler.at("footnote_ref", _read_reference)
    parser.core.ruler.before("footnote_tail", "unused_footnotes", _keep_unused)


def _read_in_place(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    bracket = state.pos + 1
    if state.src[state.pos] != "^" or not state.src.startswith("[", bracket) or bracket + 1 >= state.posMax:
        return False
    if state.linkLevel or state.is_too_deep(silent=silent):  # the number of a footnote is a link itself
        return False
    end = label_at(state, bracket).end
    if end < 0:
        return False
    if not silent:
        listed = _notes(state.env)["list"]
        number = len(listed)
        listed[number] = {"content": state.src[bracket + 1 : end], "tokens": []}  # before those within it
        listed[number]["tokens"] = state.read_within(bracket + 1, end)
        state.push("footnote_ref", "", 0).meta = {"id": number}
    state.pos = end + 1
    return True


def _read_reference(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    end = note_end(state, state.pos) if state.src[state.pos] == "[" else 0
    if not end:
        return False
    if not silent:
        notes = _notes(state.env)
        label = state.src[state.pos + 2 : end - 1]
        number = notes["refs"][":" + label]
        if number < 0:
            number = notes["refs"][":" + label] = len(notes["list"])
            notes["list"][number] = {"label": label, "count": 0}
        again = notes["list"][number]["count"]
        notes["list"][number]["count"] += 1
        state.push("footnote_ref", "", 0).meta = {"id": number, "subId": again, "label": label}
    state.pos = end
    return True


def _notes(env: Any) -> Any:  # noqa: ANN401  (the library's own: labels, and notes by their numbers)
    return env.setdefault("footnotes", {"refs": {}, "list": {}})


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

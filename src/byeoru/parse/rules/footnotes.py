"""Footnotes `[^1]` and `^[inline]`; an unreferenced footnote is shown too, so that no text is lost."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_plugin, footnote_tail

from byeoru.base.patterns import lazy_pattern
from byeoru.model.body import Anchor, Fragment, WayBack
from byeoru.parse.markup.brackets import label_at, note_end
from byeoru.parse.markup.environment import Footnotes, MarkdownEnv, RuleFinding, environment_of
from byeoru.parse.markup.inline_parser import State
from byeoru.parse.markup.rule import Rule
from byeoru.parse.markup.text_reader import Hard, TextReader

# What looks like a reference. Brackets with a circumflex are regular expressions too: `[^a-z]+`.
_REFERENCE = lazy_pattern(r"\[\^([^\s\[\]^]{1,60})\](?![(:+*?{])")
_PLAIN_REFERENCE = re.compile(r"\[\^([\w-]{1,60})\](?![(\[:])")
_NOTE_LABEL = lazy_pattern(r"\d{1,3}|[가-힣]+")


def _install(parser: MarkdownIt) -> None:
    footnote_plugin(parser)
    parser.inline.ruler.at("footnote_inline", _read_in_place)
    parser.inline.ruler.at("footnote_ref", _read_reference)
    parser.core.ruler.before("footnote_tail", "unused_footnotes", _keep_unused)
    parser.core.ruler.at("footnote_tail", _move_to_end)
    parser.core.ruler.after("inline", "undefined_footnotes", _report_undefined)


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
        notes = environment_of(state).footnotes.notes
        number = len(notes)
        notes[number] = {"content": state.src[bracket + 1 : end], "tokens": []}  # before those within it
        notes[number]["tokens"] = state.read_within(bracket + 1, end)
        state.push("footnote_ref", "", 0).meta = {"id": number}
    state.pos = end + 1
    return True


def _read_reference(state: StateInline, silent: bool) -> bool:
    assert isinstance(state, State)
    end = note_end(state, state.pos) if state.src[state.pos] == "[" else 0
    if not end:
        return False
    if not silent:
        label = state.src[state.pos + 2 : end - 1]
        state.push("footnote_ref", "", 0).meta = _counted(label, environment_of(state).footnotes)
    state.pos = end
    return True


def _counted(label: str, footnotes: Footnotes) -> dict[str, Any]:
    """Count a reference to the footnote with a *label*; return its number, and how many references are before it."""
    numbers, notes = footnotes
    number = numbers[":" + label]
    if number < 0:
        number = numbers[":" + label] = len(notes)
        notes[number] = {"label": label, "count": 0}
    again = notes[number]["count"]
    notes[number]["count"] += 1
    return {"id": number, "subId": again, "label": label}


def _quick_reference(reader: TextReader) -> None:
    match = _PLAIN_REFERENCE.match(reader.text, reader.at)
    if match is None or reader.env is None or ":" + match[1] not in reader.env.footnotes.numbers:
        raise Hard
    meta: dict[str, Any] = {}
    label, footnotes = match[1], reader.env.footnotes
    reader.at = match.end()
    reader.later(partial(_number, meta), lambda: meta.update(_counted(label, footnotes)))


def _report_undefined(state: StateCore) -> None:
    """Report references to footnotes that are not defined; in a text without footnotes, only those that say so."""
    if "[^" not in state.src:
        return
    env = environment_of(state)
    has_notes = bool(env.footnotes.numbers)
    reported: set[str] = set()
    for token in state.tokens:
        if token.type != "inline" or not token.children or "[^" not in token.content:
            continue
        # Escapes and code are other tokens, and end the text.
        text = "".join([child.content if child.type == "text" else "\n" for child in token.children])
        for label in _REFERENCE.findall(text):
            if label not in reported and (has_notes or _NOTE_LABEL.fullmatch(label)):
                reported.add(label)
                first, end = token.map or (0, 0)
                finding = RuleFinding(
                    "undefined-footnote", (first, end), {"label": label}, f"[^{label}]", "define-footnote"
                )
                env.findings.append(finding)


class _Unused:
    """The unreferenced footnotes of a document."""

    def __init__(self) -> None:
        self.numbers: set[int] = set()


def _keep_unused(state: StateCore) -> None:
    """Assign numbers to footnotes that are unreferenced or repeat the label of another."""
    env = environment_of(state)
    numbers, notes = env.footnotes
    if not numbers:
        return
    seen: set[str] = set()
    for token in state.tokens:
        if token.type != "footnote_reference_open":
            continue
        label = token.meta["label"]
        number = numbers.get(":" + label, -1)
        if label in seen or number < 0:
            line = token.map[0] if token.map else 0
            env.record_of(_Unused).numbers.add(len(notes))
            env.findings.append(RuleFinding("unused-footnote", (line, line + 1), {"label": label}, f"[^{label}]:"))
            token.meta["label"] = f"{label}\0{len(notes)}"  # a label that no author can have written
            notes[len(notes)] = {"label": token.meta["label"], "count": 0}
        seen.add(label)


def _move_to_end(state: StateCore) -> None:
    """Move the footnotes to the end of the document; the library would copy all tokens where there are none, too."""
    if any(environment_of(state).footnotes):
        footnote_tail(state)


def _reference(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return _number(tokens[at].meta, env)


def _number(meta: Mapping[str, Any], env: MarkdownEnv) -> str:
    """Return the number that leads to a footnote."""
    number = meta["id"] + 1
    href, name = env.pieces.put(Fragment(f"fn:{number}")), env.pieces.put(Anchor(f"fnref:{number}{_again(meta)}"))
    return f'<sup class="fnref"><a href="{href}"{name}>{number}</a></sup>'


def _again(meta: Mapping[str, int]) -> str:
    """Return the suffix of the id of a second reference to the same footnote."""
    return f"-{meta['subId'] + 1}" if meta.get("subId") else ""


def _block_open(_: Sequence[Token], __: int, ___: MarkdownEnv) -> str:
    return '<section class="footnotes">\n<ol>\n'


def _block_close(_: Sequence[Token], __: int, ___: MarkdownEnv) -> str:
    return "</ol>\n</section>\n"


def _note_open(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    number = tokens[at].meta["id"] + 1
    return f"<li{env.pieces.put(Anchor(f'fn:{number}'))}>"


def _note_close(_: Sequence[Token], __: int, ___: MarkdownEnv) -> str:
    return "</li>\n"


def _way_back(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    meta = tokens[at].meta
    if meta["id"] in env.record_of(_Unused).numbers:
        return ""
    label = "본문으로" if env.is_korean else "Back to the text"
    return " " + env.pieces.put(WayBack(f"fnref:{meta['id'] + 1}{_again(meta)}", label))


RULE = Rule(
    "footnotes",
    _install,
    starts=("^[", "[^"),
    quick_texts={"[^": _quick_reference},
    blocks={"footnote_def": "["},
    html={
        "footnote_ref": _reference,
        "footnote_block_open": _block_open,
        "footnote_block_close": _block_close,
        "footnote_open": _note_open,
        "footnote_close": _note_close,
        "footnote_anchor": _way_back,
    },
)

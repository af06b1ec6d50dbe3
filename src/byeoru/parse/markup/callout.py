"""Callouts as tokens, whatever syntax they are written in.

In:  the name of a kind, whether it folds, and a title.
Out: ``Callout``, and the tokens that begin one. `rules.callouts` writes them as HTML.
Must not: know how a callout is written.
"""

from typing import NamedTuple

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

# GitHub has five kinds, Obsidian thirteen with other names for some; each with its Korean and English title.
TITLES = {
    "note": ("노트", "Note"),
    "tip": ("팁", "Tip"),
    "important": ("중요", "Important"),
    "warning": ("주의", "Warning"),
    "caution": ("경고", "Caution"),
    "abstract": ("요약", "Summary"),
    "info": ("정보", "Info"),
    "todo": ("할 일", "To do"),
    "success": ("성공", "Success"),
    "question": ("질문", "Question"),
    "failure": ("실패", "Failure"),
    "danger": ("위험", "Danger"),
    "bug": ("버그", "Bug"),
    "example": ("예제", "Example"),
    "quote": ("인용", "Quote"),
}
_OTHER_NAMES = {
    "summary": "abstract",
    "tldr": "abstract",
    "hint": "tip",
    "check": "success",
    "done": "success",
    "help": "question",
    "faq": "question",
    "attention": "warning",
    "fail": "failure",
    "missing": "failure",
    "error": "danger",
    "cite": "quote",
}
# Names in the containers and classes of other programs: Docusaurus, VuePress, Zenn, Qiita, Just the Docs.
_FOREIGN_NAMES = {
    "alert": "caution",
    "highlight": "note",
    "message": "note",
    "new": "info",
    "notice": "note",
    "primary": "note",
    "secondary": "note",
    "seealso": "info",
    "warn": "warning",
}
_FOLDED = {"details", "spoiler", "collapse"}  # names of containers that are closed at first
_DETAILS = ("자세히", "Details")


class Callout(NamedTuple):
    """What is shown of a callout besides its text."""

    kind: str  # its class
    label: tuple[str, str]  # in Korean and English, where it has no title of its own
    fold: str = ""  # "-" for closed, "+" for open, "" if it does not fold
    title: str = ""  # Markdown
    is_titled: bool = True  # it has a title or a label


def callout_of(name: str, fold: str = "", title: str = "") -> Callout:
    """Return the callout of a *name* as GitHub or Obsidian has it; of an unknown one the name is the label."""
    kind = _OTHER_NAMES.get(name, name)
    return Callout(kind if kind in TITLES else "note", TITLES.get(kind, (name, name)), fold, title)


def foreign_callout(name: str, fold: str = "", title: str = "") -> Callout | None:
    """Return the callout of a *name* in another program; None if no program has a callout of that name.

    >>> foreign_callout("warn").kind, foreign_callout("details").fold, foreign_callout("columns")
    ('warning', '-', None)
    """
    if name in _FOLDED:
        return Callout("note", _DETAILS, fold or "-", title)
    known = _FOREIGN_NAMES.get(name, name)
    return callout_of(known, fold, title) if known in TITLES or known in _OTHER_NAMES else None


def open_callout(state: StateBlock, line: int, callout: Callout) -> Token:
    """Push the tokens that begin a callout at *line*; return the first, whose lines the caller completes."""
    opening = state.push("callout_open", "aside", 1)
    opening.map, opening.meta = [line, line + 1], {"kind": callout.kind, "fold": callout.fold}
    if callout.is_titled:
        state.push("callout_title_open", "p", 1).meta = {"fold": callout.fold, "label": callout.label}
        words = state.push("inline", "", 0)
        words.content, words.map, words.children = callout.title, [line, line + 1], []
        state.push("callout_title_close", "p", -1).meta = {"fold": callout.fold}
    return opening


def close_callout(state: StateBlock, callout: Callout) -> None:
    """Push the token that ends a callout."""
    state.push("callout_close", "aside", -1).meta = {"fold": callout.fold}


def around(quote: Token, line: list[int] | None, callout: Callout) -> list[Token]:
    """Turn the opening token of a *quote* into that of a callout; return it with its title."""
    quote.type, quote.tag = "callout_open", "aside"
    quote.meta = {"kind": callout.kind, "fold": callout.fold}
    if not callout.is_titled:
        return [quote]
    level = quote.level + 1
    words = Token("inline", "", 0, content=callout.title, map=line, level=level + 1, children=[])
    meta = {"fold": callout.fold, "label": callout.label}
    opening = Token("callout_title_open", "p", 1, level=level, block=True, meta=meta)
    closing = Token("callout_title_close", "p", -1, level=level, block=True, meta={"fold": callout.fold})
    return [quote, opening, words, closing]

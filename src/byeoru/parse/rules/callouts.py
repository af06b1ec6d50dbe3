"""Callouts: GitHub's alerts and Obsidian's callouts share one syntax.

    > [!TIP]- A title of its own
    > Words; `-` folds it, `+` folds it open.

In:  the tokens of quotes.
Out: `callout_open`, `callout_close` and a title, at any depth. Any other quote is unchanged.
"""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule

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
_HEAD = re.compile(r"\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*([^\n]*)(?:\n|$)")
_PROMPT = re.compile(r"\bprompt-(tip|info|warning|danger)\b")  # a class of Jekyll's theme Chirpy


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "callouts", _find)


def _find(state: StateCore) -> None:
    if "[!" not in state.src and "prompt-" not in state.src:
        return
    tokens: list[Token] = []
    folds: list[str | None] = []  # of the open quotes; None for a plain quote
    at, source = 0, state.tokens
    while at < len(source):
        token = source[at]
        at += 1
        if token.type == "blockquote_open":
            head = _head(source, at)
            if head is None:
                folds.append(None)
                tokens.append(token)
                continue
            kind, fold, title = head
            folds.append(fold)
            tokens += _opened(token, source[at + 1] if at + 1 < len(source) else token, kind, fold, title)
            if title is not None:
                at = _without_head(source, at)
        elif token.type == "blockquote_close":
            if (folded := folds.pop()) is not None:
                token.type, token.tag, token.meta = "callout_close", "aside", {"fold": folded}
            tokens.append(token)
        else:
            tokens.append(token)
    state.tokens = tokens


def _head(tokens: list[Token], at: int) -> tuple[str, str, str | None] | None:
    """Return kind, fold and title of the quote whose content begins at *at*; title None: there is no line to remove."""
    classes = str(tokens[at - 1].attrs.get("class", ""))
    if (prompt := _PROMPT.search(classes)) is not None:
        return prompt[1], "", None
    if at + 1 >= len(tokens) or tokens[at].type != "paragraph_open":
        return None
    match = _HEAD.match(tokens[at + 1].content)
    if match is None:
        return None
    return match[1].lower(), match[2], match[3].strip()


def _opened(quote: Token, inline: Token, kind: str, fold: str, title: str | None) -> list[Token]:
    name = _OTHER_NAMES.get(kind, kind)
    quote.type, quote.tag = "callout_open", "aside"
    quote.meta = {"kind": name if name in TITLES else "note", "fold": fold, "written": kind}
    words = Token("inline", "", 0, content=title or "", map=inline.map, level=quote.level + 2, children=[])
    opening = Token("callout_title_open", "p", 1, level=quote.level + 1, block=True, meta=dict(quote.meta, kind=name))
    closing = Token("callout_title_close", "p", -1, level=quote.level + 1, block=True, meta={"fold": fold})
    return [quote, opening, words, closing]


def _without_head(tokens: list[Token], at: int) -> int:
    """Remove the first line of the paragraph at *at*; return the next index: after the paragraph if it is empty now."""
    inline = tokens[at + 1]
    match = _HEAD.match(inline.content)
    assert match is not None
    inline.content = inline.content[match.end() :].lstrip(" \t")
    if inline.map and inline.content:
        inline.map = [inline.map[0] + 1, inline.map[1]]
    return at if inline.content else at + 3


def _open(tokens: Sequence[Token], at: int, _: MarkdownEnv) -> str:
    meta = tokens[at].meta
    css = f'class="callout {meta["kind"]}"'
    if not meta["fold"]:
        return f"<div {css}>\n"
    return f"<details {css}{' open' if meta['fold'] == '+' else ''}>\n"


def _close(tokens: Sequence[Token], at: int, _: MarkdownEnv) -> str:
    return "</details>\n" if tokens[at].meta["fold"] else "</div>\n"


def _title_open(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    meta = tokens[at].meta
    korean, english = TITLES.get(meta["kind"], (meta["written"], meta["written"]))
    title = tokens[at + 1].content
    words = "" if title else escaped(korean if env.is_korean else english)
    return f"<summary>{words}" if meta["fold"] else f'<p class="callout-title">{words}'


def _title_close(tokens: Sequence[Token], at: int, _: MarkdownEnv) -> str:
    return "</summary>\n" if tokens[at].meta["fold"] else "</p>\n"


RULE = Rule(
    "callouts",
    _install,
    html={
        "callout_open": _open,
        "callout_close": _close,
        "callout_title_open": _title_open,
        "callout_title_close": _title_close,
    },
    after=("headings",),
)

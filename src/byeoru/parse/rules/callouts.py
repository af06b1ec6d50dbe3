"""Callouts: GitHub's alerts and Obsidian's callouts share one syntax.

    > [!TIP]- A title of its own
    > Words; `-` folds it, `+` folds it open.

In:  the tokens of quotes, and of paragraphs with a class of a callout in Jekyll's themes.
Out: `callout_open`, `callout_close` and a title, at any depth. Any other quote or paragraph is unchanged.
"""

from collections.abc import Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from byeoru.base.escaping import escaped
from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.callout import Callout, around, callout_of, foreign_callout
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.rule import Rule

_HEAD = lazy_pattern(r"\[!([A-Za-z][\w-]*)(?:\|[^\]\n]*)?\]([+-]?)[ \t]*([^\n]*)(?:\n|$)")
# Classes of Jekyll's themes: Chirpy, Minimal Mistakes, Just the Docs. The last is not told from a class of the author's
# own, unless it is written as kramdown writes classes.
_PROMPT = lazy_pattern(r"(?<!\S)prompt-(tip|info|warning|danger)(?!\S)")
_NOTICE = lazy_pattern(r"(?<!\S)notice(?:--(primary|info|warning|success|danger))?(?!\S)")
_BOX = lazy_pattern(r"(?<!\S)(highlight|important|new|note|tip|caution|danger|info|warning)(-title)?(?!\S)")


def _install(parser: MarkdownIt) -> None:
    parser.core.ruler.before("inline", "callouts", _find)


def _find(state: StateCore) -> None:
    if "[!" not in state.src and "{:" not in state.src:
        return
    tokens: list[Token] = []
    open_quotes: list[Callout | None] = []  # None for a plain quote
    at, source = 0, state.tokens
    while at < len(source):
        token = source[at]
        at += 1
        if token.type == "blockquote_open":
            callout, at = _callout_at(source, at)
            open_quotes.append(callout)
            inline = source[at] if at < len(source) else token
            tokens += [token] if callout is None else around(token, inline.map or token.map, callout)
        elif token.type == "blockquote_close":
            if (callout := open_quotes.pop()) is not None:
                _close_quote(token, callout)
            tokens.append(token)
        elif token.type == "paragraph_open" and token.attrs and (styled := _of_class(token)) is not None:
            tokens += _paragraph(source[at - 1 : at + 2], styled)
            at += 2
        else:
            tokens.append(token)
    state.tokens = tokens


def _close_quote(token: Token, callout: Callout) -> None:
    token.type, token.tag, token.meta = "callout_close", "aside", {"fold": callout.fold}


def _callout_at(tokens: list[Token], at: int) -> tuple[Callout | None, int]:
    """Return the callout of the quote whose content begins at *at*, and where its text begins then."""
    styled = _of_class(tokens[at - 1]) if tokens[at - 1].attrs else None
    inline = tokens[at + 1] if at + 1 < len(tokens) and tokens[at].type == "paragraph_open" else None
    if styled is not None:
        is_titled = inline is not None and styled.begins_with_title
        return (styled.callout._replace(title=inline.content), at + 3) if inline and is_titled else (styled.callout, at)
    match = _HEAD.match(inline.content) if inline else None
    if match is None:
        return None, at
    return callout_of(match[1].lower(), match[2], match[3].strip()), _without_head(tokens, at, match.end())


class _Styled(NamedTuple):
    """A callout that a class stands for."""

    callout: Callout
    begins_with_title: bool = False  # its first paragraph is its title


def _of_class(token: Token) -> _Styled | None:
    """Return the callout that the class of a quote or paragraph means, None if it means none.

    Chirpy and Just the Docs put a word or picture above the text of their callouts, Minimal Mistakes does not.
    """
    classes = str(token.attrs.get("class", ""))
    if prompt := _PROMPT.search(classes):
        return _Styled(callout_of(prompt[1])) if token.type == "blockquote_open" else None
    if "kramdown" not in token.meta:
        return None
    if notice := _NOTICE.search(classes):
        callout = foreign_callout(notice[1] or "notice")
        return _Styled(callout._replace(is_titled=False)) if callout else None
    box = _BOX.search(classes)
    callout = foreign_callout(box[1]) if box else None
    return _Styled(callout, begins_with_title=bool(box[2])) if box and callout else None


def _paragraph(tokens: list[Token], styled: _Styled) -> list[Token]:
    """Put the tokens of a paragraph into a callout, as its text or its title."""
    opening, inline, closing = tokens
    is_title = styled.begins_with_title
    callout = styled.callout._replace(title=inline.content if is_title else "")
    quote = Token("blockquote_open", "", 1, level=opening.level, block=True, map=opening.map, attrs=opening.attrs)
    opening.attrs = {}
    for token in tokens:
        token.level += 1
    end = Token("callout_close", "aside", -1, level=quote.level, block=True, meta={"fold": callout.fold})
    return [*around(quote, inline.map, callout), *([] if is_title else [opening, inline, closing]), end]


def _without_head(tokens: list[Token], at: int, end: int) -> int:
    """Remove the first line, up to *end*, of the paragraph at *at*; return the next index: an empty one is skipped."""
    inline = tokens[at + 1]
    inline.content = inline.content[end:].lstrip(" \t")
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
    korean, english = meta["label"]
    title = tokens[at + 1].content
    words = "" if title else escaped(korean if env.is_korean else english)
    return f"<summary>{words}" if meta["fold"] else f'<p class="callout-title">{words}'


def _title_close(tokens: Sequence[Token], at: int, _: MarkdownEnv) -> str:
    return "</summary>\n" if tokens[at].meta["fold"] else "</p>\n"


RULE = Rule(
    "callouts",
    _install,
    claims=r"\[!",
    html={
        "callout_open": _open,
        "callout_close": _close,
        "callout_title_open": _title_open,
        "callout_title_close": _title_close,
    },
    after=("headings",),
)

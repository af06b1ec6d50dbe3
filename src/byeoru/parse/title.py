"""The title that the text of a document gives, or repeats.

In:  the tokens of a document, and the title in its front matter.
Out: the title that a heading gives; the heading is removed if the page shows its words as the title anyway.
Must not: remove a heading with an image or a link, or one that ends a text of its own: its sections would lose it.
"""

import re
from collections.abc import Sequence
from urllib.parse import quote

from markdown_it.token import Token

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.environment import MarkdownEnv
from byeoru.parse.markup.finished import FINISHED, texts_of
from byeoru.parse.markup.headings import is_heading, size_of, text_of
from byeoru.parse.markup.words import plain, simple_of

_LABELS = "작성일|작성|날짜|등록일|수정일|게시일|date|posted|published|updated|last updated|written"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
# A line that is only a date: `2024 / 05 / 01`, `작성일: 2024년 5월 1일 (수)`, `May 1st, 2024`.
_DATE_LINE = lazy_pattern(
    rf"(?:(?:{_LABELS})[ ]*:?[ ]*)?(?=[^\n]*\d)"
    rf"(?:[\d\s./:,()~\-]|년|월|일|시|분|초|오전|오후|[월화수목금토일](?:요일)?|(?:{_MONTHS})[a-z]*+|st|nd|rd|th|am|pm|kst)+",
    re.IGNORECASE,
)
_LONGEST_DATE = 60


def take_title(tokens: list[Token], env: MarkdownEnv, given: str, plain_types: frozenset[str]) -> str:
    """Return the title of a text whose front matter has the title *given*, "" for none.

    Without a title, the first top-level `h1` gives it; *plain_types* are the inline tokens that a title can show.
    """
    first = next((at for at, token in enumerate(tokens) if is_heading(token) and token.level == 0), -1)
    if given:
        if first >= 0 and _same(plain(text_of(tokens, first), env), given) and not _is_target(tokens[first], env):
            _take(tokens, first, env, plain_types)
        return given
    at = next((at for at in range(max(first, 0), len(tokens)) if _is_title(tokens[at])), -1)
    title = plain(text_of(tokens, at), env) if at >= 0 else ""
    if at >= 0:
        _take(tokens, at, env, plain_types)
    return title


def _is_title(token: Token) -> bool:
    return is_heading(token) and token.tag == "h1" and token.level == 0


def _is_target(heading: Token, env: MarkdownEnv) -> bool:
    """Report whether the text may link to a heading, as a table of contents that is written by hand does."""
    name, text = heading.meta["heading"].id, env.references.text
    return f"#{name}" in text or f"#{quote(name)}" in text


def _same(words: str, title: str) -> bool:
    return " ".join(words.split()).casefold() == " ".join(title.split()).casefold()


def _take(tokens: list[Token], at: int, env: MarkdownEnv, plain_types: frozenset[str]) -> None:
    """Remove the heading at *at* if it is plain words, and the text begins with it or below a line with a date."""
    if _is_plain(text_of(tokens, at), plain_types) and _is_lead(tokens[:at], env):
        del tokens[at : at + size_of(tokens[at])]


def _is_plain(inline: Token, plain_types: frozenset[str]) -> bool:
    if texts := texts_of(inline):
        return not texts.marked
    simple = simple_of(inline)
    return not simple.pieces if simple else plain_types.issuperset(child.type for child in inline.children or [])


def _is_lead(tokens: Sequence[Token], env: MarkdownEnv) -> bool:
    """Report whether the text before a heading is only HTML, such as comments, lines, and dates."""
    return all(
        token.type in {"html_block", "hr", "paragraph_open", "paragraph_close"}
        or (token.type in {"inline", FINISHED} and token.tag in {"", "p"} and _is_date(plain(token, env)))
        for token in tokens
    )


def _is_date(words: str) -> bool:
    return len(words) <= _LONGEST_DATE and _DATE_LINE.fullmatch(words.strip()) is not None

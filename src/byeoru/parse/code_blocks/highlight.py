"""Highlight code as HTML with the short class names of Pygments; the colours are in a style sheet.

In:  the name of a language and the code.
Out: spans; no span crosses a line break, so that each line can be wrapped.
Must not: search installed packages for lexers: that costs 26 to 115 ms, and results would differ between machines.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module

from pygments.lexer import Lexer
from pygments.token import STANDARD_TYPES, _TokenType

from byeoru.base.escaping import escaped_code
from byeoru.parse.code_blocks.fast_lexer import Token, speed_up
from byeoru.parse.code_blocks.languages import lexer_name, lexers

# Some lexers take quadratic time for input that no real program contains (measured with Pygments 2.21: ten thousand
# empty lines of C take minutes): long runs of white space or of words, and very long lines. It is not highlighted.
_BLANKS_LIMIT, _WORDS_LIMIT, _LINE_LIMIT = 300, 1000, 2000
_BLANKS = re.compile(rf"\s{{{_BLANKS_LIMIT}}}")
_WORD = re.compile(r"[^\W_]")
_SHORT, _KEPT = 30, 4000  # characters of a text whose span is kept, and how many of a CSS class
_BETWEEN_WORDS = re.compile(r"[^\w\s.\[\]$<>?]+")


@lru_cache(maxsize=512)  # of 25,594 blocks of 33 real blogs, 9 % stand among the 512 before them
def highlight(code: str, language: str) -> str:
    """Return *code* as HTML; code in an unknown language, JSON that is none, or beyond the limits above is plain.

    >>> highlight("x = 1", "python")
    '<span class="n">x</span> <span class="o">=</span> <span class="mi">1</span>'
    """
    lexer = _lexer(language.lower())
    if lexer is None or not _is_like_code(code):
        return escaped_code(code)
    # `get_tokens` would only normalise the text again, and add a generator around each token.
    tokens: Iterable[Token] = lexer.get_tokens_unprocessed(code if code.endswith("\n") else code + "\n")
    if language == "json":
        tokens = list(tokens)
        if any(_CSS[kind] == "err" and _WORD.search(text) for _, kind, text in tokens):
            return escaped_code(code)  # a log, or headers: Pygments would colour single letters of its words
    parts: list[str] = []
    pending = css = ""  # text of one CSS class, and that class
    for _, kind, text in tokens:
        name = _CSS[kind]
        if name == css:
            pending += text
        else:
            parts.append(_SPANS[css][pending])
            pending, css = text, name
    parts.append(_SPANS[css][pending])
    html = "".join(parts)
    return html if code.endswith("\n") else html.removesuffix("\n")


def _is_like_code(code: str) -> bool:
    if len(code) < _BLANKS_LIMIT:
        return True
    if _BLANKS.search(code):
        return False
    return len(code) < _WORDS_LIMIT or (
        max(map(len, _BETWEEN_WORDS.split(code))) < _WORDS_LIMIT and max(map(len, code.split("\n"))) < _LINE_LIMIT
    )


def _span(css: str, text: str) -> str:
    text = escaped_code(text)
    if not css or not text:
        return text
    if "\n" not in text:
        return f'<span class="{css}">{text}</span>'
    return "\n".join([f'<span class="{css}">{line}</span>' if line else "" for line in text.split("\n")])


class _SpansOfClass(dict[str, str]):
    """The spans of short texts of one CSS class: names and signs return so often that four of five are known."""

    def __init__(self, css: str) -> None:
        super().__init__()
        self._css = css

    def __missing__(self, text: str) -> str:
        span = _span(self._css, text)
        if len(text) <= _SHORT:
            if len(self) >= _KEPT:
                self.clear()
            self[text] = span
        return span


class _Spans(dict[str, _SpansOfClass]):
    """The spans of each CSS class."""

    def __missing__(self, css: str) -> _SpansOfClass:
        found = self[css] = _SpansOfClass(css)
        return found


_SPANS = _Spans()


class _CssClasses(dict[_TokenType, str]):
    """The CSS class of each token type, "" for white space; non-standard types have the class of their parent."""

    def __missing__(self, kind: _TokenType) -> str:
        name = STANDARD_TYPES.get(kind)
        if name is None:
            name = self[kind.parent] if kind.parent is not None else ""
        self[kind] = "" if name == "w" else name
        return self[kind]


_CSS = _CssClasses()


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    """Return the lexer of a language; it is cached, as a new one for each block would cost a third more time."""
    location = lexers().get(lexer_name(language) or "")
    if location is None:
        return None
    speed_up()
    module, name = location
    lexer: Lexer = getattr(import_module(module), name)()
    return lexer

"""Code to HTML with the short class names of Pygments; the colours live in a style sheet.

In:  a language's name and the code.
Out: spans; no span crosses the end of a line, so that lines can be wrapped one by one.
Must not: look for lexers in installed packages: that scan costs 26 to 115 ms, and the answer would differ
from machine to machine.
"""

from functools import lru_cache
from html import escape
from importlib import import_module

from pygments.lexer import Lexer
from pygments.lexers import LEXERS
from pygments.token import STANDARD_TYPES, _TokenType

_ESCAPES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}


def highlight(code: str, language: str) -> str:
    """Return *code* as HTML; a language that Pygments does not know is plain text.

    >>> highlight("x = 1", "python")
    '<span class="n">x</span> <span class="o">=</span> <span class="mi">1</span>'
    """
    lexer = _lexer(language.lower())
    if lexer is None:
        return escape(code, quote=False)
    parts: list[str] = []
    run, css = "", ""
    for kind, text in lexer.get_tokens(code):
        name = _css(kind)
        if name == css:
            run += text
        else:
            _add(parts, css, run)
            run, css = text, name
    _add(parts, css, run)
    html = "".join(parts)
    return html if code.endswith("\n") else html.removesuffix("\n")


def _add(parts: list[str], css: str, text: str) -> None:
    escaped = text.translate(_ESCAPES)
    if not css or not escaped:
        parts.append(escaped)
    elif "\n" not in escaped:
        parts.append(f'<span class="{css}">{escaped}</span>')
    else:
        lines = (f'<span class="{css}">{line}</span>' if line else "" for line in escaped.split("\n"))
        parts.append("\n".join(lines))


@lru_cache(maxsize=None)
def _css(kind: _TokenType) -> str:
    """Return the class of a token type, "" for what needs no colour; a type of a plugin takes its parent's."""
    if kind in STANDARD_TYPES:
        name = STANDARD_TYPES[kind]
        return "" if name == "w" else name
    return _css(kind.parent) if kind.parent is not None else ""


@lru_cache(maxsize=1)
def _classes() -> dict[str, tuple[str, str]]:
    """Map each name of a language to the module and class of its lexer, of those that Pygments brings along."""
    return {alias: (module, cls) for cls, (module, _, aliases, *_rest) in LEXERS.items() for alias in aliases}


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    """Return the lexer of a language, made once: making one for each block costs a third more."""
    found = _classes().get(language)
    if found is None:
        return None
    module, cls = found
    lexer: Lexer = getattr(import_module(module), cls)(stripnl=False, ensurenl=True)
    return lexer

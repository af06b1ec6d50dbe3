"""Code to HTML with the short class names of Pygments; the colours live in a style sheet.

In:  a language's name and the code.
Out: spans; no span crosses the end of a line, so that lines can be wrapped one by one.
Must not: look for lexers in installed packages: that scan costs 26 to 115 ms, and the answer would differ
from machine to machine.
"""

import re
from functools import lru_cache
from importlib import import_module

from pygments.lexer import Lexer
from pygments.token import STANDARD_TYPES, _TokenType

from byeoru.base.escaping import escaped_code
from byeoru.parse.code_blocks.fast_lexer import quicken
from byeoru.parse.code_blocks.languages import lexer_name, lexers

# What no program looks like, and what lexers go through again from each of its characters (measured with Pygments 2.21:
# ten thousand empty lines of C take minutes): a long run of blanks or of words, and a line without an end.
_MOST_BLANKS, _MOST_WORDS, _LONGEST_LINE = 300, 1000, 2000
_BLANKS = re.compile(rf"\s{{{_MOST_BLANKS}}}")
_BETWEEN_WORDS = re.compile(r"[^\w\s.\[\]$<>?]+")


def highlight(code: str, language: str) -> str:
    """Return *code* as HTML; a language that nobody knows is plain text, and so is what no program looks like.

    >>> highlight("x = 1", "python")
    '<span class="n">x</span> <span class="o">=</span> <span class="mi">1</span>'
    """
    lexer = _lexer(language.lower())
    if lexer is None or not _is_like_code(code):
        return escaped_code(code)
    parts: list[str] = []
    held = css = ""  # text of one colour, and its class
    # The lexer's own `get_tokens` would only clean the text, which is clean, and pass each token on once more.
    for _, kind, text in lexer.get_tokens_unprocessed(code if code.endswith("\n") else code + "\n"):
        name = _CSS[kind]
        if name == css:
            held += text
            continue
        if held:
            parts.append(_span(css, held))
        held, css = text, name
    parts.append(_span(css, held))
    html = "".join(parts)
    return html if code.endswith("\n") else html.removesuffix("\n")


def _is_like_code(code: str) -> bool:
    if len(code) < _MOST_BLANKS:
        return True
    if _BLANKS.search(code):
        return False
    return len(code) < _MOST_WORDS or (
        max(map(len, _BETWEEN_WORDS.split(code))) < _MOST_WORDS and max(map(len, code.split("\n"))) < _LONGEST_LINE
    )


def _span(css: str, text: str) -> str:
    text = escaped_code(text)
    if not css or not text:
        return text
    if "\n" not in text:
        return f'<span class="{css}">{text}</span>'
    return "\n".join([f'<span class="{css}">{line}</span>' if line else "" for line in text.split("\n")])


class _Classes(dict[_TokenType, str]):
    """The class of each token type, "" for what needs no colour; a type of a plugin takes its parent's."""

    def __missing__(self, kind: _TokenType) -> str:
        name = STANDARD_TYPES.get(kind)
        if name is None:
            name = self[kind.parent] if kind.parent is not None else ""
        self[kind] = "" if name == "w" else name
        return self[kind]


_CSS = _Classes()


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    """Return the lexer of a language, made once: making one for each block costs a third more."""
    found = lexers().get(lexer_name(language) or "")
    if found is None:
        return None
    module, cls = found
    return quicken(getattr(import_module(module), cls)())

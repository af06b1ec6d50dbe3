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

from byeoru.base.escaping import escaped_code
from byeoru.parse.code_blocks.fast_lexer import runs, speed_up, uses_our_loop
from byeoru.parse.code_blocks.languages import lexer_name, lexers
from byeoru.parse.code_blocks.spans import Run, runs_of, written

# Some lexers take quadratic time for input that no real program contains (measured with Pygments 2.21: ten thousand
# empty lines of C take minutes): long runs of white space or of words, and very long lines. It is not highlighted.
_BLANKS_LIMIT, _WORDS_LIMIT, _LINE_LIMIT = 300, 1000, 2000
_BLANKS = re.compile(rf"\s{{{_BLANKS_LIMIT}}}")
_WORD = re.compile(r"[^\W_]")
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
    text = code if code.endswith("\n") else code + "\n"
    found: Iterable[Run] = runs(lexer, text) if uses_our_loop(lexer) else runs_of(lexer.get_tokens_unprocessed(text))
    if language == "json":
        found = list(found)
        if any(css == "err" and _WORD.search(word) for css, word in found):
            return escaped_code(code)  # a log, or headers: Pygments would colour single letters of its words
    html = written(found)
    return html if code.endswith("\n") else html.removesuffix("\n")


def _is_like_code(code: str) -> bool:
    if len(code) < _BLANKS_LIMIT:
        return True
    if _BLANKS.search(code):
        return False
    return len(code) < _WORDS_LIMIT or (
        max(map(len, _BETWEEN_WORDS.split(code))) < _WORDS_LIMIT and max(map(len, code.split("\n"))) < _LINE_LIMIT
    )


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

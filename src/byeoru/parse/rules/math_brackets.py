r"""Mathematics in brackets: `\(…\)` and `\[…\]`, as MathJax reads them, and with two backslashes as for kramdown.

In:  LaTeX between such brackets. With a single backslash it must look like a formula, as in Markdown `\(` is a
     parenthesis: `\(참고\)` and `\[1\]` are text.
Out: tokens of formulas, which `math` renders.
Must not: search a text for a closing bracket more than once.
"""

import re
from bisect import bisect_left

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.block_parser import first_of
from byeoru.parse.markup.environment import environment_of
from byeoru.parse.markup.rule import Rule

_OPENING = lazy_pattern(r"(\\{1,2})([(\[])")
_CLOSING = lazy_pattern(r"(?<!\\)\\{1,2}[)\]]|\n(?=[ \t>]*+\n)")
_BLANK = "\n"  # what ends a formula, as a closing bracket does
_SENTENCE = lazy_pattern(r"[가-힣ぁ-ヿ]|[A-Za-z]{3,} [A-Za-z]{3,}")
_COMMAND = lazy_pattern(r"\\[A-Za-z]+(?:\{[^{}]*\})?")
_WORD = lazy_pattern(r"[A-Za-z]{3}")
_RELATION = lazy_pattern(r"[=<>_]")


class _Closings:
    """The closing brackets of the text that was read last, by bracket."""

    def __init__(self) -> None:
        self.text = ""
        self.positions: dict[str, list[int]] = {}

    def after(self, text: str, closing: str, at: int) -> int:
        """Return the index of the first *closing* bracket at or after *at*, -1 if a blank line is before it."""
        if text is not self.text:
            self.text, self.positions = text, {}
            for match in _CLOSING.finditer(text):
                self.positions.setdefault(match[0], []).append(match.start())
        end, blank = self._next(closing, at), self._next(_BLANK, at)
        return -1 if -1 < blank < end else end

    def _next(self, sign: str, at: int) -> int:
        known = self.positions.get(sign, [])
        following = bisect_left(known, at)
        return known[following] if following < len(known) else -1


class _InlineClosings(_Closings):
    """Those of inline text, which is read between blocks."""


def _install(parser: MarkdownIt) -> None:
    parser.inline.ruler.before("escape", "math_brackets", _read)
    parser.block.ruler.before("paragraph", "math_brackets", _read_block, {"alt": ["paragraph", "blockquote", "list"]})


def _closing(opening: re.Match[str]) -> str:
    return opening[1] + (")" if opening[2] == "(" else "]")


def _is_formula(latex: str, opening: re.Match[str]) -> bool:
    """Tell whether the text in brackets is a formula; two backslashes have no other meaning."""
    if not latex.strip():
        return False
    if len(opening[1]) == 2:
        return True
    words = _COMMAND.sub("", latex)
    if _SENTENCE.search(words):
        return False
    return words != latex or "^" in words or (_RELATION.search(words) is not None and not _WORD.search(words))


def _read(state: StateInline, silent: bool) -> bool:
    opening = _OPENING.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "\\" else None
    if not opening:
        return False
    closing = _closing(opening)
    end = environment_of(state).record_of(_InlineClosings).after(state.src, closing, opening.end())
    if not 0 <= end <= state.posMax - len(closing):
        return False
    latex = state.src[opening.end() : end]
    if not _is_formula(latex, opening):
        return False
    if not silent:
        kind = "math_inline" if opening[2] == "(" else "math_inline_double"
        state.push(kind, "math", 0).content = latex
    state.pos = end + len(closing)
    return True


def _read_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    r"""Read lines from `\[` to `\]`, which begin and end lines of their own."""
    if state.is_code_block(start) or first_of(state, start) != "\\":
        return False
    at = state.bMarks[start] + state.tShift[start]
    opening = _OPENING.match(state.src, at)
    if not opening or opening[2] != "[":
        return False
    closing = _closing(opening)
    behind = environment_of(state).record_of(_Closings).after(state.src, closing, opening.end())
    line = bisect_left(state.eMarks, behind, start, end) if behind >= 0 else end
    if line >= end or state.src[behind + len(closing) : state.eMarks[line]].strip():
        return False
    lines = [state.src[state.bMarks[row] + state.tShift[row] : state.eMarks[row]] for row in range(start, line + 1)]
    latex = "\n".join(lines)[len(opening[0]) :].rstrip().removesuffix(closing)
    if not _is_formula(latex, opening):
        return False
    if not silent:
        state.line = line + 1
        token = state.push("math_block", "math", 0)
        token.content, token.map, token.block = latex, [start, line + 1], True
    return True


RULE = Rule(
    "math_brackets",
    _install,
    starts=("\\(", "\\[", "\\\\(", "\\\\["),
    blocks={"math_brackets": "\\"},
    after=("math",),
    is_enabled=lambda dialect: dialect.math,
)

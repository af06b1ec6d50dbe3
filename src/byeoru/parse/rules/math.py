"""Mathematics: `$…$` and `$$…$$` become MathML when the site is built; the page needs no script.

In:  LaTeX between dollars, also `$`…`$`, or in a fence ```` ```math ````. `$5와 $7` is not a formula, which neither
     begins nor ends with a space, nor touches a digit.
Out: MathML; an invalid formula is rendered as code and reported.
Must not: exceed the limits of math-core: it crashes the process on groups nested thousands deep, and on a few
hundred roots in a thread with a small stack (measured with 0.9).
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from byeoru.base.patterns import lazy_pattern
from byeoru.parse.markup.environment import MarkdownEnv, RuleFinding
from byeoru.parse.markup.rule import Rule, Words
from byeoru.parse.markup.tex import prepared
from byeoru.parse.markup.text_reader import Hard, TextReader

MAX_SIZE = 8192  # characters of one formula
MAX_DEPTH = 50  # of braces and of commands that take an argument without them

# Macros that other programs have and math-core lacks; `abs` to `floor` are those of the packages physics and mathtools.
_MACROS = {
    "abs": r"\left|#1\right|",
    "argmax": r"\operatorname*{arg\,max}",
    "argmin": r"\operatorname*{arg\,min}",
    "ceil": r"\left\lceil #1\right\rceil",
    "floor": r"\left\lfloor #1\right\rfloor",
    "norm": r"\left\|#1\right\|",
    "substack": r"\begin{matrix}#1\end{matrix}",
    "widetilde": r"\tilde{#1}",
}
_MONEY = lazy_pattern(r"\$\d[^$\n가-힣]*+[가-힣][^$\n]*+\$")  # a formula that begins with a number holds no sentence
_IN_BACKTICKS = lazy_pattern(r"\$`([^`\n]++)`\$")  # as GitHub and GitLab write it
_PLAIN = re.compile(r"\$(?!\s)((?:[ -#%-Z\[\]-_a-~]|\\[ -~])+)(?<!\s)\$")  # without non-ASCII, `$` and backticks
_FENCED = "math"  # the language of a block that is a formula, likewise


class Formula(NamedTuple):
    """A formula as HTML, and its error."""

    html: str
    problem: str = ""


def _install(parser: MarkdownIt) -> None:
    dollarmath_plugin(
        parser, allow_labels=False, allow_space=False, allow_digits=False, allow_blank_lines=False, double_inline=True
    )
    inline = next(rule for rule in parser.inline.ruler.__rules__ if rule.name == "math_inline")
    inline_rule = inline.fn

    def guarded(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != "$" or _MONEY.match(state.src, state.pos):
            return False
        if match := _IN_BACKTICKS.match(state.src, state.pos, state.posMax):
            if not silent:
                state.push("math_inline", "math", 0).content = match[1]
            state.pos = match.end()
            return True
        if state.pos:
            return inline_rule(state, silent)
        # The library reads the character at index -1 at the start of a text, which in Python is the last one.
        source = state.src
        state.src, state.pos, state.posMax = " " + source, 1, state.posMax + 1
        is_read = inline_rule(state, silent)
        state.src, state.pos, state.posMax = source, state.pos - 1, state.posMax - 1
        return is_read

    parser.inline.ruler.at("math_inline", guarded)
    block = next(rule for rule in parser.block.ruler.__rules__ if rule.name == "math_block")

    def alone(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return _is_alone(state, start) and block_rule(state, start, end, silent)

    block_rule = block.fn
    parser.block.ruler.at("math_block", alone, {"alt": block.alt})
    parser.core.ruler.after("block", "math_fence", _find_fences)


def _find_fences(state: StateCore) -> None:
    """Turn fenced blocks in the language `math` into formulas."""
    if _FENCED not in state.src:
        return
    for token in state.tokens:
        if token.type == "fence" and token.info.strip() == _FENCED:
            token.type = "math_block"


def _is_alone(state: StateBlock, line: int) -> bool:
    """Report whether a line that begins with `$$` is a block: in kramdown `$$a$$ 또는 $$b$$` is inline text."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()
    return text.find("$$", 2) in {-1, len(text) - 2}


@lru_cache(maxsize=1 << 10)
def formula(latex: str, *, is_display: bool) -> Formula:
    """Return *latex* as MathML, or as code with the error."""
    from math_core import LatexError  # imported late: most posts have no formula

    tex = prepared(latex, is_display=is_display)
    problem = "too-large" if len(tex) > MAX_SIZE else "too-deep" if depth(tex) > MAX_DEPTH else ""
    if not problem:
        try:
            return Formula(_converter().convert_with_local_state(tex, displaystyle=is_display))
        except LatexError as error:
            problem = str(error).partition("\n")[0]
    mark = "$$" if is_display else "$"
    return Formula(f'<code class="math-error">{escape(mark + latex + mark, quote=False)}</code>', problem)


def depth(tex: str) -> int:
    r"""Return the nesting depth of groups; consecutive commands without braces count as nested.

    >>> depth("{a{b}}"), depth(r"\sqrt" * 9)
    (2, 9)
    """
    now = deepest = run = 0
    for at, character in enumerate(tex):
        if character == "\\":
            run += 1
        elif character == "{":
            now += 1
            run = 0
        elif character == "}":
            now -= 1
            run = 0
        elif not character.isalpha():
            run = 0
        deepest = max(deepest, now, run if tex[at - 1 : at] == "\\" else 0)
    return deepest


@lru_cache(maxsize=1)
def _converter():  # type: ignore[no-untyped-def]  # noqa: ANN202  (a type of a library that is imported late)
    from math_core import LatexToMathML

    return LatexToMathML(macros=_MACROS, fancy_error=False)


def _inline(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    return _written(tokens[at], env, is_display=False)


def _inline_double(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    """Render `$$…$$`: a display formula if alone on its line, inline within a sentence, as in kramdown."""
    around = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
    is_alone = all(token.type in {"softbreak", "hardbreak"} for token in around)
    return _written(tokens[at], env, is_display=is_alone)


def _block(tokens: Sequence[Token], at: int, env: MarkdownEnv) -> str:
    if lines := tokens[at].map:
        env.block = (lines[0], lines[1])
    return f'<div class="math">{_written(tokens[at], env, is_display=True)}</div>\n'


def _written(token: Token, env: MarkdownEnv, *, is_display: bool) -> str:
    rendered = formula(token.content, is_display=is_display)
    if rendered.problem:
        env.findings.append(RuleFinding("bad-formula", env.block, {"reason": rendered.problem}))
    return rendered.html


def _quick(reader: TextReader) -> None:
    match, start = _PLAIN.match(reader.text, reader.at), reader.at
    if match is None or reader.text[start - 1 : start].isdigit() or reader.text.startswith("\\", start - 1):
        raise Hard
    rendered = formula(match[1], is_display=False)
    if rendered.problem or reader.text[match.end() : match.end() + 1].isdigit():
        raise Hard
    reader.at = match.end()
    reader.words.append(match[1])
    reader.html.append(rendered.html)


RULE = Rule(
    "math",
    _install,
    starts=("$",),
    quick_texts={"$": _quick},
    blocks={"math_block": "$"},
    html={"math_inline": _inline, "math_inline_double": _inline_double, "math_block": _block},
    words={"math_inline": Words(), "math_inline_double": Words(are_all=False)},
    is_enabled=lambda dialect: dialect.math,
)

r"""Prepare LaTeX for math-core, which has fewer commands than the programs that blogs use.

In:  a formula as KaTeX and MathJax read it.
Out: an equivalent formula for math-core 0.9: lines and numbers of a display formula are an environment.
Must not: take more than linear time.
"""

import re

from byeoru.base.patterns import lazy_pattern

_SIGNS = str.maketrans({"∅": r"\emptyset ", "∵": r"\because ", "∴": r"\therefore "})
_SPLIT = re.compile(r"\\(begin|end)\{(?:split|eqalign)\}")
_EQUATIONS = lazy_pattern(r"\\(begin|end)\{eqnarray\*?\}")
_EQUALS = lazy_pattern(r"&\s*+(=|\\[a-z]++|[<>])\s*+&")
_NAMED = re.compile(r"\\(mbox|mathbbm|require\{[a-z]+\}|label\{[^{}]*\}|cr(?![A-Za-z]))")
_PLAIN = {"mbox": r"\text", "mathbbm": r"\mathbb", "cr": r"\\"}
_STEP = lazy_pattern(
    r"\\(?P<begin>begin)(?![A-Za-z])|\\(?P<end>end)(?![A-Za-z])|\\(?P<tag>tag)(?![A-Za-z])|\\[^A-Za-z]|[{}&]"
)


def prepared(latex: str, *, is_display: bool) -> str:
    r"""Return *latex* for math-core.

    >>> prepared(r"a \\ b", is_display=True), prepared(r"a \tag{1}", is_display=True)
    ('\\begin{gather*}a \\\\ b\\end{gather*}', '\\begin{gather*}a \\tag{1}\\end{gather*}')
    """
    tex = _SPLIT.sub(r"\\\1{aligned}", latex.strip()).translate(_SIGNS)
    if "eqnarray" in tex:
        tex = _EQUALS.sub(r"&\1", _EQUATIONS.sub(r"\\\1{align*}", tex))
    tex = _NAMED.sub(_renamed, tex)
    environment = _environment(tex) if is_display else ""
    return f"\\begin{{{environment}}}{tex}\\end{{{environment}}}" if environment else tex


def _renamed(match: re.Match[str]) -> str:
    return _PLAIN.get(match[1], "")


def _environment(tex: str) -> str:
    r"""Return the environment that a formula needs: `\\`, `\tag` and `&` outside of another one imply it."""
    depth = 0
    has_lines = has_columns = False
    for step in _STEP.finditer(tex):
        sign = step[0]
        if step["begin"] or sign == "{":
            depth += 1
        elif step["end"] or sign == "}":
            depth -= 1
        elif depth == 0:
            has_lines |= sign == "\\\\" or step["tag"] is not None
            has_columns |= sign == "&"
    return "align*" if has_lines and has_columns else "gather*" if has_lines else ""

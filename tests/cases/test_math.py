"""Formulas in the notations of other programs."""

from pathlib import Path

from cases.case import build_case


def test_brackets_of_mathjax_are_formulas(tmp_path: Path) -> None:
    r"""`\\( … \\)` is a formula, as MathJax shows what kramdown makes of it."""
    case = build_case("folders/mathjax-parens", tmp_path)

    assert "크기는 <math><msup><mn>2</mn><mn>10</mn></msup></math>이다" in case.everything()
    assert "\\(" not in case.everything()


def test_formulas_of_github_are_read(tmp_path: Path) -> None:
    """A formula in dollars and backticks, and one in a fence `math`, are formulas, not code."""
    main = build_case("reports/21-github-math", tmp_path).main("/posts/a/")

    assert "식 <math><msub><mi>a</mi><mi>b</mi></msub></math> 은" in main
    assert '<math display="block"><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo>' in main
    assert "<code" not in main


def test_numbers_and_lines_of_formulas_are_shown(tmp_path: Path) -> None:
    """A formula has the number of its tag, and two lines where it has a line break; neither is code."""
    case = build_case("reports/22-math-tag-and-newline", tmp_path)
    first, second = case.main("/posts/a/").split('<div class="math">')[1:]

    assert "(1)" in first
    assert second.count("<mtr>") == 2
    assert "math-error" not in case.main("/posts/a/")
    assert case.problems == ()

"""The theme and the author's own files: icons and templates."""

from pathlib import Path

from cases.case import build_case


def test_the_favicon_of_the_author_is_the_icon_of_every_page(tmp_path: Path) -> None:
    """`static/favicon.svg`, `.ico` and `.png` take the place of the theme's seal."""
    case = build_case("reports/43-favicon", tmp_path)

    pages = [page.read_text(encoding="utf-8") for page in (case.root / "site").rglob("*.html")]
    assert len(pages) > 5
    assert all('<link rel="icon" href="/favicon.svg" type="image/svg+xml" sizes="any">' in page for page in pages)
    assert all('href="/favicon.ico"' in page and 'href="data:' not in page for page in pages)


def test_a_template_and_a_block_that_nothing_uses_are_reported(tmp_path: Path) -> None:
    """Both with what was probably meant."""
    case = build_case("reports/42-template-never-used", tmp_path)

    assert case.at("unused-template") == ["templates/single.html:0"]
    assert case.at("unused-block") == ["templates/post.html:2"]
    hints = [problem["hint"] for problem in case.problems]
    assert any("`post.html`" in hint for hint in hints)
    assert any("`main`" in hint for hint in hints)

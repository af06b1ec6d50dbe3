"""The theme and the author's own files: icons and templates."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cases.case import CASES, build_case
from site_test import SiteTest


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


def test_the_404_page_of_the_author_takes_the_place_of_the_generated_one(site: SiteTest) -> None:
    """`static/404.html` has no front matter that could give it another address."""
    site.write("static/404.html", "내 404")

    assert site.build().must_succeed().problems == []
    assert site.page("404.html") == "내 404"


def test_a_long_series_shows_the_parts_around_each_page(site: SiteTest) -> None:
    """A thousand parts would otherwise be a million lines; each page links to the list of all."""
    make = CASES / "reports/48-series-of-hundreds/make.py"
    if not make.is_file():
        pytest.skip("../shared/cases is not there")
    subprocess.run([sys.executable, str(make), "120"], cwd=site.root, check=True, timeout=60)
    site.build().must_succeed()

    shown = [re.findall(r"<li>", _series_of(site.page(f"posts/p{number:04}/index.html"))) for number in range(120)]
    assert max(map(len, shown)) == 40
    assert all('href="/series/til/"' in _series_of(site.page(f"posts/p{number:04}/index.html")) for number in (0, 119))


def _series_of(page: str) -> str:
    details = re.search(r'<details class="series".*?</details>', page, re.DOTALL)
    return details[0] if details else ""

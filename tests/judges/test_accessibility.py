"""axe-core reads every kind of page as assistive technology would, in two widths and two schemes, and finds nothing."""

import json
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from judges.example import KINDS, page_of, pages
from judges.judges_here import module

WIDTHS = (360, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# WCAG 2.0 to 2.2 in A and AA and what axe calls good practice; besides, contrast of 7:1 as AAA asks.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# A page at rest: colours that are halfway to others have no contrast to speak of.
STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"


def findings(page: Page) -> list[str]:
    """Return what axe finds in the page that is open, each with its place."""
    if not page.evaluate("() => 'axe' in window"):
        page.add_style_tag(content=STILL)
        page.add_script_tag(path=module("axe-core/axe.min.js"))
    found: dict[str, Any] = page.evaluate(f"() => axe.run(document, {json.dumps(OPTIONS)})")
    assert found["passes"], "axe has looked at nothing"
    return [
        f"{rule['id']} at {' '.join(map(str, node['target']))}: {node['failureSummary']} {node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def judged(browser: Browser, address: str, scheme: Literal["light", "dark"], widths: tuple[int, ...]) -> list[str]:
    """Return the findings for a page in some widths."""
    module("axe-core/axe.min.js")
    with browser.new_context(color_scheme=scheme) as context:
        page = context.new_page()
        found = []
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(address)
            found += [f"{width} px, {scheme}: {one}" for one in findings(page)]
        return found


@pytest.mark.slow
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "moved"])
def test_axe_finds_nothing_in_any_kind_of_page(
    kind: str, scheme: Literal["light", "dark"], example: Path, host: str, browser: Browser
) -> None:
    """Not on a phone, not on a desk, by day or by night."""
    assert judged(browser, host + page_of(example, kind), scheme, WIDTHS) == []


@pytest.mark.slow
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_any_text(
    scheme: Literal["light", "dark"], example: Path, host: str, browser: Browser
) -> None:
    """Every post and note: code in each language, tables, formulas, drawings."""
    texts = [path for path in pages(example) if path.startswith(("/posts/", "/notes/", "/en/")) and path != "/notes/"]

    found = {path: found for path in texts if (found := judged(browser, host + path, scheme, (1280,)))}

    assert found == {}


@pytest.mark.slow
def test_axe_does_see(browser: Browser) -> None:
    """A page with a picture without words and with pale letters is told so."""
    with browser.new_page() as page:
        page.set_content("<!doctype html><title>a</title><img src='data:,'><p style='color: #666'>pale</p>")
        found = " ".join(findings(page))

    assert "image-alt" in found
    assert "html-has-lang" in found
    assert "color-contrast-enhanced" in found

"""The example site as a person meets it: with keys alone, without scripts, on any screen, by night, and on paper."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from judges.example import KINDS, page_of, pages

pytestmark = pytest.mark.slow

# 320 is 640 at 200 %, or 1280 at 400 % (WCAG 2.2, 1.4.10).
WIDTHS = (320, 360, 768, 1280, 1920)
# Where the keys are, in the order in which a page is read.
FOCUS = """() => {
  const one = document.activeElement;
  const places = {skip: ".skip", title: ".site-title", menu: ".site-menu a", languages: ".versions a",
    search: ".search-opener", toggle: ".theme-toggle", main: "main *"};
  const place = Object.keys(places).find(name => one.matches(places[name])) ?? (one.matches("footer *") ? "footer" : "");
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  return {place, seen: box.width > 0 && box.height > 0 && style.outlineStyle !== "none", end: one === document.body};
}"""
# Elements that go beyond the right edge, and do not lie in something that scrolls for itself.
WIDE = """() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= innerWidth) return [];
  const scrolls = one => one && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
  const wide = [...document.body.querySelectorAll("*")]
    .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one.parentElement))
    .map(one => one.outerHTML.slice(0, 80));
  return [`${page.scrollWidth} px wide`, ...wide.slice(0, 3)];
}"""
# What a script would have to bring to life: buttons outside of a form that goes somewhere, and links that go nowhere.
DEAD = """() => [...document.querySelectorAll(
    "button, input:not([disabled]), select, [role=button], [onclick], a[href='#'], a:not([href])")]
  .filter(one => one.checkVisibility() && !one.closest("form[action]")).map(one => one.outerHTML.slice(0, 120))"""
HIDDEN = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, pre, table, figure, dd, time)")]
  .filter(one => !one.checkVisibility({visibilityProperty: true, opacityProperty: true})
    && !one.closest("details:not([open])")).map(one => one.outerHTML.slice(0, 120))"""
# Tell what the page looks like when its body begins, before anything is painted.
WATCH = """new MutationObserver((_, observer) => {
  if (!document.body) return;
  observer.disconnect();
  window.atFirst = [document.readyState, document.documentElement.dataset.theme ?? "",
    getComputedStyle(document.documentElement).colorScheme];
}).observe(document, {childList: true, subtree: true})"""
CUT = """() => [...document.querySelectorAll("pre, table")].filter(one => one.scrollWidth > one.clientWidth + 1
  || one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(one => one.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("kind", ["home", "post", "note", "tags"])
def test_keys_alone_reach_everything(kind: str, example: Path, host: str, browser: Browser) -> None:
    """Tab goes past the menu, to the title, the menu, other languages, search, toggle, the text and its end, always seen."""
    with browser.new_page(viewport={"width": 1280, "height": 800}) as page:
        page.goto(host + page_of(example, kind))
        passed = _tabs(page)

    places = [place for place in dict.fromkeys(passed) if place != "languages" or kind in {"home", "tags"}]
    languages = ["languages"] if kind in {"home", "tags"} else []
    assert places == ["skip", "title", "menu", *languages, "search", "toggle", "main", "footer"]


def _tabs(page: Page) -> list[str]:
    passed: list[str] = []
    for _ in range(1000):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["end"]:
            return passed
        assert focus["seen"], (passed, page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)"))
        passed.append(focus["place"])
    raise AssertionError("the keys are caught")


def test_the_way_past_the_menu_leads_past_it(example: Path, host: str, browser: Browser) -> None:
    """Enter on the first link puts the keys into the text."""
    with browser.new_page() as page:
        page.goto(host + page_of(example, "post"))
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")

        assert page.evaluate(FOCUS)["place"] == "main"


def test_the_toggle_works_with_keys_and_is_remembered(host: str, browser: Browser) -> None:
    """Its choice is that of the next page too, and a second press takes it back."""
    with browser.new_page(color_scheme="light") as page:
        page.goto(host + "/")
        page.locator(".theme-toggle").press("Enter")
        page.goto(f"{host}/about/")
        assert page.evaluate("() => document.documentElement.dataset.theme") == "dark"
        page.locator(".theme-toggle").press("Space")
        page.goto(host + "/")
        assert page.evaluate("() => document.documentElement.dataset.theme") is None


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "moved"])
def test_without_scripts_a_page_is_complete(kind: str, example: Path, host: str, browser: Browser) -> None:
    """Nothing is hidden that a script would show, and nothing is shown that only a script could use."""
    with browser.new_page(java_script_enabled=False) as page:
        page.goto(host + page_of(example, kind))

        assert page.evaluate(DEAD) == []
        assert page.evaluate(HIDDEN) == []


def test_nothing_is_asked_of_other_hosts(example: Path, host: str, browser: Browser) -> None:
    """Not while a page loads, nor when it is read to its end."""
    asked: list[str] = []
    with browser.new_context() as context:
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        for kind in KINDS:
            page.goto(host + page_of(example, kind), wait_until="load")
            page.mouse.wheel(0, 100_000)
            page.wait_for_load_state("networkidle")

    assert len(asked) >= len(KINDS)
    assert [url for url in asked if not url.startswith((f"{host}/", "data:", "blob:"))] == []


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_scrolls_sideways(width: int, example: Path, host: str, browser: Browser) -> None:
    """Wide code, tables and drawings scroll for themselves; the page never does."""
    with browser.new_page(viewport={"width": width, "height": 800}) as page:
        wide = {}
        for path in pages(example):
            page.goto(host + path)
            if found := page.evaluate(WIDE):
                wide[path] = found

    assert wide == {}


@pytest.mark.parametrize(("chosen", "system"), [("dark", "light"), ("light", "dark")])
def test_a_choice_is_there_before_the_first_paint(
    chosen: str, system: Literal["light", "dark"], example: Path, host: str, browser: Browser
) -> None:
    """A reader who chose a scheme sees no flash of the other one, because it is set before there is a body to paint."""
    with browser.new_page(color_scheme=system) as page:
        page.goto(host + "/")
        page.evaluate("theme => localStorage.setItem('theme', theme)", chosen)
        page.add_init_script(WATCH)
        page.goto(host + page_of(example, "post"))

        assert page.evaluate("() => window.atFirst") == ["loading", chosen, chosen]


@pytest.mark.parametrize("kind", ["home", "post", "note", "archive"])
def test_a_page_can_be_printed(kind: str, example: Path, host: str, browser: Browser) -> None:
    """It becomes a PDF, on white also by night, and no line of code or column of a table is cut off."""
    with browser.new_page(viewport={"width": 680, "height": 1000}, color_scheme="dark") as page:
        page.goto(host + page_of(example, kind))
        page.emulate_media(media="print", color_scheme="dark")

        assert page.evaluate(CUT) == []
        paper = "() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).backgroundColor]"
        assert set(page.evaluate(paper)) <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
        assert page.pdf(format="A4", print_background=True).startswith(b"%PDF")


def test_the_checks_do_see(browser: Browser) -> None:
    """A page that is too wide, has dead buttons and hides and cuts its text is told so."""
    wrong = """<!doctype html><main><p hidden>a</p><p style="opacity: 0">b</p><button>c</button><a href="#">d</a>
    <p style="width: 2000px">e</p><pre style="width: 9em; overflow: auto">fffffffffffffffffffffffffffffffffffff</pre></main>"""
    with browser.new_page() as page:
        page.set_content(wrong)

        assert len(page.evaluate(HIDDEN)) == 2
        assert len(page.evaluate(DEAD)) == 2
        assert len(page.evaluate(WIDE)) == 2
        assert len(page.evaluate(CUT)) == 1

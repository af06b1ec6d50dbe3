"""The search without a network, behind a strict policy, and in a browser that keeps nothing."""

import base64
import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from render.search.box import OPENER, ROWS, Box

pytestmark = pytest.mark.slow

SCRIPTS = Path(__file__).parents[3] / "themes/hanji/static/search"


def test_offline_is_said_and_tried_again(box: Box) -> None:
    """If the index cannot be read, the box says so and has a button that searches again."""
    box.open().type("클로저")
    box.context.set_offline(True)
    box.type("다른 말")
    assert box.rows.count() == 0
    expect(box.state).to_contain_text("연결되지 않아 찾지 못했습니다")

    box.context.set_offline(False)
    box.state.locator("button").click()
    expect(box.rows).to_have_count(8)
    box.errors.clear()  # Chromium itself reports that the network is gone


def test_a_first_opening_offline_is_said(box: Box) -> None:
    """If not even the modules come, the box says so; with a network, the next key brings them."""
    box.at("/")
    box.context.set_offline(True)
    box.page.locator(OPENER).click()
    expect(box.state).to_contain_text("연결되지 않아 찾지 못했습니다")

    box.context.set_offline(False)
    box.input.press_sequentially("클로저")
    expect(box.rows).to_have_count(8)
    box.errors.clear()


def test_a_strict_policy_is_kept(box: Box) -> None:
    """A site may forbid all scripts and styles but its own files and those that its pages contain."""
    violations = []

    def strictly(route: Route) -> None:
        response = route.fetch()
        inline = re.findall(r"<(script|style)>(.*?)</\1>", response.text(), re.DOTALL)
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for _, text in inline]
        allowed = " ".join(f"'sha256-{one}'" for one in hashes)
        policy = f"default-src 'none'; connect-src 'self'; script-src 'self' {allowed}; style-src 'self' {allowed}; img-src data:"
        route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

    box.context.route(re.compile(r"/(search/\?.*)?$"), strictly)
    box.page.on("console", lambda line: violations.append(line.text) if "Content Security" in line.text else None)
    box.open().type("클로저").page.wait_for_timeout(500)
    assert box.rows.count() == 8

    box.at("/search/?q=클로저").answered()
    assert box.rows.count() == 8
    assert violations == []


def test_recent_queries_are_offered_and_forgotten(box: Box) -> None:
    """A query that led to a page is offered the next time, newest first and once, at most five; one button forgets all."""
    for number in (0, 1, 2, 3, 4, 3, 5):
        box.open().type(f"클로저 {number}").press("Enter")
        box.page.wait_for_url("**/posts/closure/")
    box.open()
    expect(box.rows).to_have_count(5)
    assert box.rows.all_inner_texts() == [f"클로저 {number}" for number in (5, 3, 4, 2, 1)]
    assert box.page.locator(".search-help").is_visible()

    box.press("ArrowDown", "ArrowDown", "Enter")
    assert box.input.input_value() == "클로저 3"
    expect(box.rows).to_have_count(8)

    box.type("")
    box.state.get_by_role("button").click()
    expect(box.rows).to_have_count(0)
    expect(box.input).to_be_focused()
    expect(box.open().rows).to_have_count(0)


@pytest.mark.parametrize("kept", ["{}", "[1, null]", "nonsense"])
def test_what_others_stored_does_no_harm(box: Box, kept: str) -> None:
    """Another script of the host may have written anything under our name."""
    box.at("/").page.evaluate("(kept) => localStorage.setItem('/notes/search/ko/index.json', kept)", kept)

    assert box.open().type("클로저").rows.count() == 8


def test_a_browser_that_keeps_nothing_searches(browser: Browser, host: str) -> None:
    """Without storage, as in some private windows, only the recent queries are missing."""
    box = Box(browser, host)
    box.context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})")
    box.open().type("클로저").press("Enter")
    box.page.wait_for_url("**/posts/closure/")
    box.open()

    assert box.page.locator(ROWS).count() == 0
    assert box.errors == []
    box.context.close()

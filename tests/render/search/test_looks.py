"""How the search looks: for assistive technology, on a phone, on paper, and without moving anything."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from judges.test_accessibility import SCHEMES, findings
from render.search.box import OPENER, Box

pytestmark = pytest.mark.slow

PHONE: dict[str, Any] = {"viewport": {"width": 320, "height": 568}, "has_touch": True, "is_mobile": True}
SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => list.getEntries().forEach((entry) => { shifted += entry.value; }))
  .observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture
def phone(browser: Browser, host: str) -> Iterator[Box]:
    """Return a reader with the narrowest phone."""
    one = Box(browser, host, **PHONE)
    yield one
    one.context.close()
    assert one.errors == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", [{"width": 320, "height": 568}, {"width": 1280, "height": 800}], ids=["phone", "desk"])
def test_axe_finds_nothing_in_any_state(browser: Browser, host: str, scheme: str, size: dict[str, int]) -> None:
    """Empty, with results and one chosen, without a result, and with recent queries, by day and by night."""
    box = Box(browser, host, viewport=size, color_scheme=scheme).open()
    box.answered()
    found = findings(box.page)
    found += findings(box.type("클로저").press("ArrowDown").page)
    box.type("없는 말").page.wait_for_timeout(400)
    found += findings(box.page)
    box.type("클로저").press("Enter")
    box.page.wait_for_url("**/posts/closure/")
    box.open().answered()
    found += findings(box.page)
    box.at("/search/?q=클로저").answered()
    found += findings(box.page)
    box.context.close()

    assert found == []


def test_nothing_on_the_page_moves(box: Box) -> None:
    """Opening the dialog, results and quotations shift neither the page below nor the dialog; nor do those of the page."""
    box.context.add_init_script(SHIFTS)
    box.at("/").page.wait_for_load_state("networkidle")
    before = box.page.locator("main").bounding_box()
    box.page.locator(OPENER).click()
    box.page.wait_for_timeout(300)
    size = box.page.locator("dialog").bounding_box()
    for query in ("클로저", "없는 말", ""):
        box.type(query).page.wait_for_timeout(600)
        assert box.page.locator("dialog").bounding_box() == size
    assert box.page.locator("main").bounding_box() == before

    box.at("/search/?q=클로저").answered()
    box.page.wait_for_timeout(600)
    assert box.page.evaluate("shifted") < 0.01


def test_a_phone_shows_the_dialog_on_its_whole_screen(phone: Box) -> None:
    """On a phone the dialog fills what the keyboard leaves of the screen; nothing scrolls sideways, however long a title."""
    phone.open().type("클로저")
    dialog = phone.page.locator("dialog")
    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": 320, "height": 568}
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") == 320
    assert phone.page.locator("[role=listbox]").evaluate("(list) => list.scrollWidth <= list.clientWidth")
    assert float(phone.input.evaluate("(input) => parseFloat(getComputedStyle(input).fontSize)")) >= 16  # iOS zooms in

    phone.page.set_viewport_size({"width": 320, "height": 300})  # as a keyboard does
    phone.page.wait_for_timeout(200)
    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": 320, "height": 300}
    foot = phone.page.locator(".search-foot").bounding_box()
    assert foot is not None
    assert foot["y"] + foot["height"] <= 300
    phone.page.locator("[role=option]").last.scroll_into_view_if_needed()
    phone.page.locator(".search-close button").tap()
    expect(dialog).to_be_hidden()


def test_paper_has_no_search(box: Box) -> None:
    """Neither the button nor an open dialog is printed."""
    box.open().type("클로저").page.emulate_media(media="print")

    expect(box.page.locator("dialog")).to_be_hidden()
    expect(box.page.locator(OPENER)).to_be_hidden()


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_motion_is_for_those_who_like_it(box: Box, motion: Any, moves: bool) -> None:  # noqa: ANN401
    """The dialog comes softly, but at once where the reader has asked for less motion."""
    box.page.emulate_media(reduced_motion=motion)
    box.open()

    animation = box.page.locator("dialog").evaluate("(dialog) => getComputedStyle(dialog).animationName")
    assert (animation != "none") == moves

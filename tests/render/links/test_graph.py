"""The map in a browser: drawn from its files, found in, walked by keys and fingers, complete without a script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Position, expect

from judges.host import hosted
from judges.test_accessibility import SCHEMES, findings
from render.search.box import Box
from site_test import SETTINGS, SiteTest

pytestmark = pytest.mark.slow

MAP = "/graph/"
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True}


def opened(reader: Box) -> Locator:
    """Go to the map, wait until it is drawn, and return its canvas."""
    reader.at(MAP).page.locator(".graph[data-pages]").wait_for()
    reader.page.wait_for_timeout(200)
    return reader.page.locator(".graph canvas")


def place_of(reader: Box, title: str) -> Position:
    """Return where on the canvas a page is, as its own script has it once the search has chosen it alone."""
    reader.page.locator(".graph input").fill(title)
    reader.page.locator(".graph input").press("Enter")
    reader.page.wait_for_timeout(700)
    box = reader.page.locator(".graph canvas").bounding_box()
    assert box is not None
    return {"x": box["width"] / 2, "y": box["height"] / 2}


def ink(canvas: Locator) -> int:
    """Return how many pixels of a canvas are not empty."""
    count: int = canvas.evaluate(
        "(canvas) => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)"
        ".data.filter((value, at) => at % 4 === 3 && value).length"
    )
    return count


def test_all_listed_pages_are_on_the_map(reader: Box) -> None:
    """Posts and notes, each with its links; what is drawn is not empty."""
    canvas = opened(reader)

    expect(reader.page.locator(".graph")).to_have_attribute("data-pages", "4")
    assert ink(canvas) > 1000
    assert reader.page.locator("nav.site-menu a[aria-current]").inner_text() == "지도"


def test_a_word_or_initial_consonants_find_a_page(reader: Box) -> None:
    """Results are links below the box, the most linked first; the state says how many there are."""
    opened(reader)
    box, found = reader.page.locator(".graph input"), reader.page.locator(".graph-found a")
    for query in ("클로", "ㅋㄹㅈ"):
        box.fill(query)
        assert found.all_inner_texts() == ["클로저"]
        assert found.get_attribute("href") == "/notes/notes/js/closure/"
        expect(reader.page.locator(".graph-state")).to_have_text("글 1개")
    box.fill("없는 말")
    expect(reader.page.locator(".graph-state")).to_have_text("글 0개")
    box.fill("")
    expect(reader.page.locator(".graph-state")).to_have_text("")


def test_the_mouse_shows_links_and_opens_a_page(reader: Box) -> None:
    """A page under the mouse is named with its number of links; a click opens it."""
    canvas = opened(reader)
    place = place_of(reader, "클로저")
    canvas.hover(position=place)
    state = reader.page.locator(".graph-state")
    expect(state).to_have_text("클로저 나가는 링크 1 · 들어오는 링크 1")
    canvas.click(position=place)
    reader.page.wait_for_url("**/notes/js/closure/")


def test_keys_walk_and_open(reader: Box) -> None:
    """Arrows lead from page to page, each is said with a link, Escape lets go, Enter opens."""
    canvas = opened(reader)
    canvas.focus()
    seen = set()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        reader.press(key)
        seen.add(reader.page.locator(".graph-state a").inner_text())
    assert len(seen) >= 3
    reader.press("Escape")
    expect(reader.page.locator(".graph-state a")).to_have_count(0)

    reader.press("ArrowRight")
    target = reader.page.locator(".graph-state a").get_attribute("href")
    reader.press("Enter")
    reader.page.wait_for_url(f"**{target}")


def test_buttons_wheel_and_keys_move_the_map(reader: Box) -> None:
    """Each of them draws another picture, and the last button shows everything again."""
    canvas = opened(reader)
    picture = "(canvas) => canvas.toDataURL()"
    reader.page.mouse.move(2, 2)
    whole = canvas.evaluate(picture)

    def turn_the_wheel() -> None:
        canvas.hover(position={"x": 300, "y": 300})
        reader.page.mouse.wheel(0, -240)

    def press_keys() -> None:
        canvas.focus()
        reader.press("+", "+")

    for act in (reader.page.get_by_role("button", name="확대").click, turn_the_wheel, press_keys):
        before = canvas.evaluate(picture)
        act()
        reader.page.wait_for_timeout(400)
        assert canvas.evaluate(picture) != before
    reader.page.get_by_role("button", name="전체 보기").click()
    reader.page.mouse.move(2, 2)
    reader.page.wait_for_timeout(900)
    assert canvas.evaluate(picture) == whole


def test_a_second_visit_shows_the_same_picture(reader: Box) -> None:
    """Nothing is simulated: a place follows from the number of a page and its folder."""
    pictures = [opened(reader).evaluate("(canvas) => canvas.toDataURL()") for _ in range(2)]

    assert pictures[0] == pictures[1]


def test_a_finger_shows_first_and_opens_then(browser: Browser, host: str) -> None:
    """On a phone nothing is wider than the screen; one touch names a page, the next opens it."""
    phone = Box(browser, host, **PHONE)
    canvas = opened(phone)
    assert phone.page.evaluate("document.scrollingElement.scrollWidth") == 360
    place = place_of(phone, "클로저")
    canvas.tap(position=place)
    expect(phone.page.locator(".graph-state a")).to_have_text("클로저")
    canvas.tap(position=place)
    phone.page.wait_for_url("**/notes/js/closure/")
    assert phone.errors == []
    phone.context.close()


def test_without_a_script_there_are_lists(browser: Browser, host: str) -> None:
    """The most linked pages and the folders are links of the page itself."""
    reader = Box(browser, host, java_script_enabled=False).at(MAP)

    expect(reader.page.locator(".graph")).to_be_hidden()
    most = reader.page.get_by_role("region", name="가장 많이 연결된 글").get_by_role("link")
    assert most.all_inner_texts() == ["클로저", "프로세스"]
    assert reader.page.get_by_role("region", name="분류").get_by_role("link").all_inner_texts() == ["js", "os"]
    reader.context.close()


def test_paper_has_the_lists(reader: Box) -> None:
    """A map that cannot be moved is not printed."""
    canvas = opened(reader)
    reader.page.emulate_media(media="print")

    expect(canvas).to_be_hidden()
    expect(reader.page.get_by_role("region", name="분류")).to_be_visible()


def test_a_file_that_does_not_come_is_said(reader: Box) -> None:
    """Without the network the lists below are pointed at."""
    reader.context.route("**/graph/**/*.json", lambda route: route.abort())
    reader.at(MAP)

    expect(reader.page.locator(".graph-state")).to_contain_text("지도를 불러오지 못했습니다")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", [{"width": 360, "height": 640}, {"width": 1280, "height": 800}], ids=["phone", "desk"])
def test_axe_finds_nothing(browser: Browser, host: str, scheme: str, size: dict[str, int]) -> None:
    """At rest, with results, and with a page chosen, by day and by night."""
    reader = Box(browser, host, viewport=size, color_scheme=scheme)
    canvas = opened(reader)
    found = findings(reader.page)
    reader.page.locator(".graph input").fill("로")
    found += findings(reader.page)
    canvas.focus()
    reader.press("ArrowRight")
    found += findings(reader.page)
    reader.context.close()

    assert found == []


@pytest.fixture
def around(browser: Browser, host: str) -> Iterator[Locator]:
    """Return the surroundings of a note that has links in both directions."""
    reader = Box(browser, host, viewport={"width": 1280, "height": 800}).at("/notes/js/closure/")
    yield reader.page.locator(".local-map")
    assert findings(reader.page) == [], "axe"
    assert reader.errors == []
    reader.context.close()


def test_a_note_has_its_surroundings(around: Locator) -> None:
    """What links to it is on the left, what it links to on the right, with a thread to each, from the page alone."""
    expect(around).to_be_visible()
    assert around.get_by_role("list", name="들어오는 링크").get_by_role("link").all_inner_texts() == ["링크가 많은 글"]
    assert around.get_by_role("list", name="나가는 링크").get_by_role("link").all_inner_texts() == ["프로세스"]
    assert around.locator("path").count() == 2
    assert around.get_by_role("link", name="지도").get_attribute("href") == "/notes/graph/"


def test_a_note_without_links_has_none(reader: Box) -> None:
    """The place stays hidden."""
    reader.at("/notes/os/idle/").page.wait_for_load_state("networkidle")

    expect(reader.page.locator(".local-map")).to_be_hidden()


def test_a_large_map_is_drawn(browser: Browser, site: SiteTest) -> None:
    """With several parts all files are read, and links between them are known."""
    for number in range(300):
        target = f"n{(7 * number + 1) % 300}"
        site.write(
            f"content/notes/f{number % 9}/n{number}.md",
            f"# n{number}\n[a](../f{(7 * number + 1) % 300 % 9}/{target}.md)\n",
        )
    site.write("content/pages/about.md", "# 소개\n")
    site.build().must_succeed()
    files = sorted(path.relative_to(site.output).as_posix() for path in site.output.glob("graph/*/*.json"))
    with hosted(site.output) as address:
        reader = Box(browser, address, viewport={"width": 900, "height": 700})
        opened(reader)
        expect(reader.page.locator(".graph")).to_have_attribute("data-pages", "301")
        reader.page.locator(".graph input").fill("n0")
        reader.page.locator(".graph-found a").first.focus()
        expect(reader.page.locator(".graph-state")).to_have_text("n0 나가는 링크 1 · 들어오는 링크 1")
        assert reader.errors == []
        reader.context.close()

    assert files == [f"graph/10/{number}.json" for number in range(4)]


def test_a_site_can_turn_the_map_off(site: SiteTest) -> None:
    """With `graph: false` there is no page, no file and no entry in the menu; a page of the author's takes its place."""
    site.write("content/notes/a.md", "# 노트\n")
    there = []
    for options in ("", "theme: {name: hanji, graph: false}\n"):
        site.write("blog.yml", SETTINGS + options)
        site.build().must_succeed()
        there.append((Path(site.output / "graph").exists(), "/graph/" in site.page("notes/a/index.html")))
    site.write("blog.yml", SETTINGS)
    site.write("content/pages/graph.md", "# 그래프 이론\n")
    site.build().must_succeed()

    assert there == [(True, True), (False, False)]
    assert "그래프 이론" in site.page("graph/index.html")
    assert not list(site.output.glob("graph/*/*.json"))

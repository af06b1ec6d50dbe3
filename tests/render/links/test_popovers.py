"""Popovers of links: the right part of a page in the right place, for a mouse and for the keyboard, and nothing else."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from judges.host import hosted
from judges.test_accessibility import SCHEMES, findings
from render.search.box import Box
from site_test import SETTINGS, SiteTest

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).parents[3] / "themes/hanji/static/popovers.js"
POST = "/posts/home/"


def link(reader: Box, label: str) -> Locator:
    """Return a link of the text."""
    return reader.page.locator(".prose > ul a", has_text=re.compile(f"^{label}$"))


def shown(reader: Box) -> Locator:
    """Return the popover."""
    return reader.page.locator(".popover")


def hover(reader: Box, label: str) -> str:
    """Move the mouse from somewhere else to a link, and return the words of its popover."""
    leave(reader)
    link(reader, label).hover()
    expect(shown(reader)).to_be_visible()
    return shown(reader).inner_text()


def leave(reader: Box) -> None:
    """Move the mouse to the corner of the window and wait until the popover has gone."""
    reader.page.mouse.move(2, 2)
    expect(shown(reader)).to_have_count(0)


def test_the_script_is_small() -> None:
    """It is served as it is, with its comments."""
    assert len(gzip.compress(SCRIPT.read_bytes())) <= 1.6 * 1024


def test_a_link_shows_the_part_that_it_names(reader: Box) -> None:
    """The beginning, a section without the next one, another section of the same page, a block: each by itself."""
    reader.at(POST)
    whole = hover(reader, "첫머리")
    assert whole.startswith("클로저\n")
    assert "둘러싼 변수를" in whole
    assert "정의" in whole

    section = hover(reader, "정의")
    assert "환경을 묶은" in section
    assert "세는 함수" in section
    assert "쓰임" not in section
    assert "둘러싼" not in section

    other = hover(reader, "쓰임")
    assert "상태를 숨길" in other
    assert "환경을" not in other

    assert hover(reader, "블록").split("\n")[-1] == "표시가 있는 문단"
    assert "둘러싼 변수를" in hover(reader, "없는 절")


def test_a_footnote_is_shown_from_the_page_itself(reader: Box) -> None:
    """What is on the same page is not fetched, and has no title above it."""
    reader.at(POST).page.wait_for_load_state("networkidle")
    reader.requests.clear()
    text = hover(reader, "1")

    assert text.strip() == "여기 각주."
    assert [path for path in reader.requests if not path.endswith(".js")] == []


def test_files_and_other_hosts_are_not_fetched(reader: Box) -> None:
    """Only pages of the site are shown: a request to another host would tell it about the reader."""
    reader.at(POST)
    hover(reader, "첫머리")
    leave(reader)
    reader.requests.clear()
    for label in ("파일", "밖"):
        link(reader, label).hover()
        reader.page.wait_for_timeout(500)
        expect(shown(reader)).to_have_count(0)

    assert reader.requests == []


def test_the_place_is_found_anew_each_time(reader: Box) -> None:
    """Below the line, above it where there is no room below, always in the window, and again after the page has moved."""
    reader.at(POST).page.set_viewport_size({"width": 420, "height": 700})
    places = []
    for bottom in (500, 40):
        leave(reader)
        reader.page.evaluate("document.querySelector('.prose').style.marginTop = ''")
        top = link(reader, "정의").bounding_box()
        assert top is not None
        move = 700 - bottom - top["y"]
        reader.page.evaluate(f"document.querySelector('.prose').style.marginTop = '{move}px'")
        hover(reader, "정의")
        line, place = link(reader, "정의").bounding_box(), shown(reader).bounding_box()
        assert line is not None
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 420
        assert place["y"] >= 0
        assert place["y"] + place["height"] <= 700
        places.append(place["y"] > line["y"])

    assert places == [True, False]


def test_the_page_keeps_its_ids(reader: Box) -> None:
    """A copy has no ids, so links to them still lead to the text."""
    reader.at("/notes/js/closure/")
    reader.page.locator(".fnref a").hover()
    expect(shown(reader)).to_be_visible()

    assert shown(reader).locator("[id]:not([id=''])").count() == 0


def test_the_keyboard_opens_and_escape_closes(reader: Box) -> None:
    """The focus of the keyboard opens a popover, whose own links it never reaches; Escape closes it, and so does leaving."""
    reader.at(POST).press("Tab")
    link(reader, "첫머리").focus()
    reader.press("Shift+Tab", "Tab")
    expect(shown(reader)).to_be_visible()

    reader.press("Escape")
    expect(shown(reader)).to_have_count(0)
    expect(link(reader, "첫머리")).to_be_focused()
    reader.press("Tab")
    expect(link(reader, "정의")).to_be_focused()
    expect(shown(reader)).to_contain_text("환경을 묶은")
    reader.press("Tab")
    expect(link(reader, "쓰임")).to_be_focused()
    expect(shown(reader)).to_contain_text("상태를 숨길")


def test_a_popover_stays_under_the_mouse_and_opens_its_page(reader: Box) -> None:
    """A reader can move onto it; a click leads where the link leads. Scrolling closes it."""
    reader.at(POST)
    hover(reader, "정의")
    shown(reader).hover()
    reader.page.wait_for_timeout(500)
    expect(shown(reader)).to_be_visible()
    shown(reader).click()
    reader.page.wait_for_url("**/notes/js/closure/#*")
    assert shown(reader).count() == 0


def test_touch_has_no_popovers(reader: Box, browser: Browser, host: str) -> None:
    """A phone never loads the script; a finger on a screen that a mouse shares opens none."""
    phone = Box(browser, host, viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True).at(POST)
    link(phone, "정의").tap()
    phone.page.wait_for_url("**/notes/js/closure/#*")
    assert not [path for path in phone.requests if "popovers" in path]
    phone.context.close()

    reader.at(POST)
    hover(reader, "첫머리")
    leave(reader)
    link(reader, "정의").dispatch_event("pointerover", {"pointerType": "touch"})
    reader.page.wait_for_timeout(500)
    assert shown(reader).count() == 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_a_popover(browser: Browser, host: str, scheme: str) -> None:
    """By day and by night, it adds nothing to what axe finds on the page."""
    reader = Box(browser, host, viewport={"width": 1280, "height": 800}, color_scheme=scheme).at(POST)
    before = findings(reader.page)
    hover(reader, "첫머리")
    after = findings(reader.page)
    reader.context.close()

    assert after == before


def test_a_site_can_turn_them_off(site: SiteTest) -> None:
    """With `popovers: false`, pages do not name the script."""
    site.write("content/pages/about.md", "# 소개\n")
    named = []
    for options in ("", "theme: {name: hanji, popovers: false}\n"):
        site.write("blog.yml", SETTINGS + options)
        site.build().must_succeed()
        named.append("popovers.js" in site.page("about/index.html"))

    assert named == [True, False]


def test_the_way_back_from_a_footnote_shows_nothing(reader: Box) -> None:
    """A number alone tells a reader nothing."""
    reader.at(POST)
    hover(reader, "첫머리")
    leave(reader)
    reader.page.locator(".fnback").hover()
    reader.page.wait_for_timeout(500)

    expect(shown(reader)).to_have_count(0)


@pytest.mark.parametrize("script", ["wikilink", "markdown"])
def test_notes_of_a_vault_show_their_parts(browser: Browser, site: SiteTest, script: str) -> None:
    """A block by its id, and a heading by its path, whichever way the link is written."""
    one, other = {
        "wikilink": ("[[b#^fact|하나]]", "[[b#넷#다섯|둘]]"),
        "markdown": ("[하나](b.md#^fact)", "[둘](b.md#다섯)"),
    }[script]
    site.write("content/notes/a.md", f"# 가\n\n- {one}\n- {other}\n")
    site.write(
        "content/notes/b.md", "# 나\n\n처음\n\n이것이 사실이다. ^fact\n\n## 넷\n\n넷의 글\n\n### 다섯\n\n다섯의 글\n"
    )
    site.build().must_succeed()
    with hosted(site.output) as address:
        reader = Box(browser, address).at("/notes/a/")
        assert hover(reader, "하나").split() == ["나", "이것이", "사실이다."]
        assert hover(reader, "둘").split() == ["나", "다섯", "다섯의", "글"]
        reader.context.close()


def test_a_block_without_an_end_is_cut(browser: Browser, site: SiteTest) -> None:
    """Of a table with thousands of rows a popover has the beginning: the whole would stop the page for seconds."""
    site.write("content/notes/a.md", "# 가\n\n[표](b.md)\n")
    site.write("content/notes/b.md", "# 나\n\n| a | b |\n|---|---|\n" + "| 가나다 | 라마바 |\n" * 3000)
    site.build().must_succeed()
    with hosted(site.output) as address:
        reader = Box(browser, address).at("/notes/a/")
        reader.page.locator(".prose a").hover()
        expect(shown(reader)).to_contain_text("가나다")
        assert len(shown(reader).inner_text()) < 3000
        reader.context.close()

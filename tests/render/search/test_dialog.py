"""The dialog of the search: how it opens, what it shows, and how it is used with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from render.search.box import OPENER, Box

pytestmark = pytest.mark.slow

FOLDER = "/theme/search/"


def test_nothing_is_loaded_before_the_first_opening(box: Box) -> None:
    """Modules and root come once, when the reader opens the dialog, and before any of them has run."""
    box.at("/")
    box.page.wait_for_load_state("networkidle")
    assert [url for url in box.requests if "search" in url] == []

    order = box.page.evaluate(
        """async () => {
            document.querySelector(".search-opener").click();
            return [...document.querySelectorAll("head link[rel$=preload]")].map((link) => new URL(link.href).pathname);
        }"""
    )
    box.answered()
    loaded = [url for url in box.requests if url.startswith(FOLDER)]

    assert sorted(order) == sorted([f"/notes{url}" for url in loaded] + ["/notes/search/ko/index.json"])
    assert len(set(loaded)) == len(loaded)
    assert box.requests.count("/search/ko/index.json") == 1


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_keys_open_it(box: Box, key: str) -> None:
    """A slash, Ctrl-K and Command-K open the dialog with its field focused, wherever the reader is."""
    box.at("/posts/closure/").press(key)
    expect(box.input).to_be_focused()
    assert box.input.input_value() == ""

    box.press("Escape")
    expect(box.input).to_be_hidden()


def test_the_key_is_found_on_a_korean_keyboard(box: Box) -> None:
    """While Hangul is typed, Ctrl-K arrives as another letter on the same key."""
    box.at("/").page.evaluate(
        """document.body.dispatchEvent(new KeyboardEvent("keydown", {key: "ㅏ", code: "KeyK", ctrlKey: true, bubbles: true}))"""
    )
    expect(box.input).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(box: Box) -> None:
    """Somebody who types a path into a field of the page does not lose it to the search."""
    box.at("/notes/long/").page.locator("main input").press("/")

    expect(box.input).to_be_hidden()
    assert box.page.locator("main input").input_value() == "/"


def test_the_focus_returns_to_the_button(box: Box) -> None:
    """Esc, the button and a click beside the dialog close it; the focus is where it was."""
    box.open()
    for close in (
        lambda: box.press("Escape"),
        lambda: box.page.locator(".search-close button").click(),
        lambda: box.page.mouse.click(5, 5),
    ):
        close()
        expect(box.input).to_be_hidden()
        expect(box.page.locator(OPENER)).to_be_focused()
        box.press("Enter")
        expect(box.input).to_be_focused()


def test_only_a_click_beside_it_closes_it(box: Box) -> None:
    """Neither the empty parts of the dialog nor a selection that ends beside it close it."""
    box.open().type("클로저")
    edge = box.page.locator("dialog").bounding_box()
    assert edge is not None
    box.page.mouse.click(edge["x"] + 4, edge["y"] + 30)
    box.page.mouse.move(edge["x"] + 100, edge["y"] + 40)
    box.page.mouse.down()
    box.page.mouse.move(edge["x"] - 50, edge["y"] + 40)
    box.page.mouse.up()

    expect(box.input).to_be_visible()


def test_the_button_is_a_link_too(box: Box) -> None:
    """With Ctrl the page of the search opens in a tab of its own."""
    box.at("/")
    with box.context.expect_page() as opened:
        box.page.locator(OPENER).click(modifiers=["Control"])

    assert opened.value.url.endswith("/notes/search/")
    expect(box.input).to_be_hidden()


def test_words_are_marked_without_their_particles(box: Box) -> None:
    """Results show title, day or section, and summary; what was searched is marked, and `가` after it is not."""
    box.open().type("클로저")

    assert box.rows.nth(0).locator("b").inner_html() == "<mark>클로저</mark>가 기억하는 것"
    assert box.rows.nth(0).get_attribute("href") == "/notes/posts/closure/"
    assert [box.rows.nth(i).locator("small").inner_text() for i in (0, 2)] == ["2026. 3. 14.", "@notes"]
    assert box.state.inner_text() == "글 30개"


def test_texts_of_authors_stay_texts(box: Box) -> None:
    """Markup in a title or a summary is shown as it was written, and never run."""
    box.open().type("클로저")

    title = box.rows.nth(1).locator("b")
    assert title.inner_text() == "<img src=x onerror=\"document.title='taken'\"> & 'quotes'"
    assert box.rows.nth(1).locator("span").inner_html() == "&lt;b&gt;<mark>클로저</mark>&lt;/b&gt;"
    assert box.page.locator(".search img").count() == 0
    assert box.page.title() != "taken"


def test_arrows_move_through_the_results(box: Box) -> None:
    """Down and up go round through rows and text, Home and End to the ends; Enter opens, without an arrow the first."""
    box.open().type("클로저")
    reached = [box.press(key).active for key in ("ArrowDown", "ArrowDown", "Home", "End", "ArrowDown", "ArrowUp")]
    assert reached == [0, 1, 0, 7, -1, 7]

    box.press("ArrowDown", "Home")  # in the text, Home moves the caret
    assert box.active == -1
    assert box.input.evaluate("(input) => input.selectionStart") == 0

    box.press("Enter")
    box.page.wait_for_url("**/notes/posts/closure/")


def test_enter_opens_the_chosen_result(box: Box) -> None:
    """The row that the arrows have reached is the one that opens."""
    box.open().type("클로저").press("ArrowDown", "ArrowDown", "ArrowDown", "Enter")

    box.page.wait_for_url("**/notes/notes/long/")


def test_enter_waits_for_its_own_answer(box: Box) -> None:
    """Enter after fast typing never opens a result of what was typed before."""
    box.open().type("없는 말")
    box.input.fill("느린 말")
    box.press("Enter")

    box.page.wait_for_url("**/notes/posts/closure/")


def test_an_answer_that_comes_too_late_is_dropped(box: Box) -> None:
    """The answer to an earlier query does not replace that to a later one."""
    box.open()
    box.input.fill("느린 말")
    box.type("없는 말")
    box.page.wait_for_timeout(800)

    assert box.rows.count() == 0
    assert "없는 말" in box.state.inner_text()


def test_the_number_of_results_is_announced_at_rest(box: Box) -> None:
    """A screen reader hears of the last answer once, when typing has paused, and of no other."""
    box.open().page.evaluate(
        """() => {
            const status = document.querySelector("[role=status]");
            window.heard = [];
            new MutationObserver(() => heard.push(status.textContent)).observe(status, { childList: true });
        }"""
    )
    box.input.press_sequentially("컴퍼넌트", delay=60)
    box.page.wait_for_timeout(600)

    assert box.page.evaluate("heard") == ["‘컴퍼넌트’ 대신 ‘컴포넌트’ · 글 30개"]
    assert box.asked == ["컴", "컴퍼", "컴퍼넌", "컴퍼넌트"]


def test_no_result_says_what_else_can_be_done(box: Box) -> None:
    """Without a result, the query is named, and the advice and the lists are there."""
    box.open().type("없는 <b>말</b>")

    expect(box.state).to_have_text("‘없는 <b>말</b>’에 맞는 글이 없습니다. 낱말을 줄이거나 바꿔 보세요.")
    links = box.page.locator(".search-help a")
    assert [link.get_attribute("href") for link in links.all()] == ["/notes/archive/", "/notes/tags/"]
    assert links.first.is_visible()


def test_the_first_results_quote_their_pages(box: Box) -> None:
    """At rest, the passage of the page with the word replaces the summary; a page that is not there changes nothing."""
    box.open().type("클로저")
    quoted = box.rows.nth(0).locator("span")
    expect(quoted).to_contain_text("그래서 클로저를 쓰면 변수가 남는다.")

    assert quoted.inner_text().startswith("… ")
    assert quoted.locator("mark").inner_text() == "클로저"
    assert box.rows.nth(1).locator("span").inner_text() == "<b>클로저</b>"
    pages = sorted(url for url in box.requests if url.startswith(("/posts/", "/notes/")))
    assert pages == ["/notes/long/", "/posts/closure/", "/posts/hostile/"]


def test_more_results_follow_the_first(box: Box) -> None:
    """The button adds rows below those that are there; the chosen one stays chosen."""
    box.open().type("클로저").press("ArrowDown", "ArrowDown")
    more = box.page.locator(".search-more")
    more.click()
    expect(box.rows).to_have_count(24)
    assert box.active == 1

    more.click()
    expect(box.rows).to_have_count(30)
    expect(more).to_be_hidden()


def test_the_other_edition_gets_the_query(box: Box) -> None:
    """A link leads to the results in the other language; an edition is searched by its own index."""
    box.open().type("클로저 & 값")
    other = box.page.locator(".search-other")
    assert other.inner_text() == "English"
    other.click()
    box.page.wait_for_url("**/notes/en/search/?q=*")
    box.answered()

    assert box.input.input_value() == "클로저 & 값"
    assert "/search/en/index.json" in box.requests
    assert box.state.inner_text() == "Results: 30"


def test_any_query_is_calm(box: Box) -> None:
    """Whatever is pasted, the box answers, nothing is run, and nothing is written to the console."""
    box.open()
    for query in (
        " ",
        "ㅋ",
        ".*+?[",
        "<script>alert(1)</script>",
        "없는 <script>",
        "__proto__",
        "😀",
        "\u0007",
        "ㄱ" * 10_000,
    ):
        box.type(query).page.wait_for_timeout(350)

    assert box.page.locator(".search script").count() == 0

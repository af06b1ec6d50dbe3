"""The page of the search: a query at an address, with a script and without one."""

import pytest
from playwright.sync_api import Browser, expect

from render.search.box import Box
from site_test import SiteTest


@pytest.mark.slow
def test_an_address_shows_its_results(box: Box) -> None:
    """A query in the address is searched as soon as the page is there."""
    box.at("/search/?q=%ED%81%B4%EB%A1%9C%EC%A0%80").answered()

    assert box.input.input_value() == "클로저"
    assert box.rows.count() == 8
    assert box.page.locator("dialog").count() == 0


@pytest.mark.slow
def test_typing_keeps_the_address_up_to_date(box: Box) -> None:
    """What is typed replaces itself in the address, what was searched stays in the history, and back returns to it."""
    box.at("/posts/closure/").at("/search/")
    box.answered()
    box.type("클").type("클로저")
    box.page.wait_for_url("**/search/?q=%ED%81%B4%EB%A1%9C%EC%A0%80")
    box.press("Enter")
    box.type("없는 말")
    box.page.wait_for_url("**/search/?q=%EC%97%86*")
    assert box.rows.count() == 0

    box.page.go_back()
    expect(box.rows).to_have_count(8)
    assert box.input.input_value() == "클로저"

    box.page.go_forward()
    expect(box.rows).to_have_count(0)
    assert box.input.input_value() == "없는 말"

    box.page.go_back()
    box.page.go_back()
    assert box.page.url.endswith("/posts/closure/")


@pytest.mark.slow
def test_back_from_a_result_returns_to_the_results(box: Box) -> None:
    """A reader who opens a result at once finds the query again when coming back."""
    box.at("/search/").answered()
    box.type("클로저")
    box.rows.nth(0).click()
    box.page.wait_for_url("**/posts/closure/")
    box.page.go_back()

    expect(box.rows).to_have_count(8)
    assert box.input.input_value() == "클로저"


@pytest.mark.slow
def test_the_button_of_the_page_leads_to_its_field(box: Box) -> None:
    """On its own page the search has no second box: button and keys focus the field."""
    box.at("/search/").answered()
    box.press("/")
    expect(box.input).to_be_focused()
    box.open("/search/")


@pytest.mark.slow
def test_a_hostile_address_is_a_text(box: Box) -> None:
    """A query that somebody sends as a link is shown, not run."""
    box.at("/search/?q=없는<img src=x onerror=alert(1)>$%26\"'").answered()
    expect(box.state).to_contain_text("‘없는<img src=x onerror=alert(1)>$&\"'’")

    assert box.page.locator(".search img").count() == 0


@pytest.mark.slow
def test_without_a_script_the_page_leads_to_the_lists(browser: Browser, host: str) -> None:
    """The button in the header leads to the page, whose form works, and which names the archive and the tags."""
    box = Box(browser, host, java_script_enabled=False)
    box.at("/").page.locator(".search-opener").click()
    box.page.wait_for_url("**/notes/search/")
    box.input.fill("클로저")
    box.press("Enter")
    box.page.wait_for_url("**/notes/search/?q=*")

    expect(box.page.locator("main")).to_contain_text("스크립트가 꺼져 있어 검색할 수 없습니다")
    links = box.page.locator(".search-help a")
    assert [link.get_attribute("href") for link in links.all()] == ["/notes/archive/", "/notes/tags/"]
    assert links.first.is_visible()
    box.context.close()


def test_every_edition_has_a_page_that_robots_leave_alone(site: SiteTest) -> None:
    """The page is in each edition and names the others; it is in no site map and no feed, and search engines skip it."""
    site.write("content/posts/a.md", "---\ntitle: 가\ndate: 2026-01-01\n---\n글\n")
    site.write("content/posts/a.en.md", "---\ntitle: a\ndate: 2026-01-01\n---\ntext\n")
    site.build().must_succeed()

    korean, english = site.page("search/index.html"), site.page("en/search/index.html")
    assert '<meta name="robots" content="noindex">' in korean
    assert 'hreflang="en" href="https://example.com/en/search/"' in korean
    assert 'action="/en/search/" role="search" data-index="/search/en/index.json"' in english
    machines = ("sitemap.xml", "feed.xml", "rss.xml", "feed.json", "llms.txt")
    assert [name for name in machines if "/search/" in site.page(name)] == []


def test_a_site_can_do_without(site: SiteTest) -> None:
    """`search: false` in the settings leaves no page, no button and no dialog; the switch rebuilds what shows them."""
    site.write("content/posts/a.md", "---\ntitle: 가\ndate: 2026-01-01\n---\n글\n")
    site.build().must_succeed()
    assert '<dialog class="search"' in site.page("posts/a/index.html")

    site.write("blog.yml", "title: 시험 노트\nbase_url: https://example.com\nsearch: false\n")
    built = site.build().must_succeed()

    assert "posts/a/index.html" in built.made
    assert not (site.output / "search/index.html").exists()
    pages = {path: text for path, text in site.files().items() if path.endswith(".html")}
    assert [path for path, text in pages.items() if b"search" in text] == []

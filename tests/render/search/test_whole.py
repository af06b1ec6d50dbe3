"""The search as it is published: index, engine and box together, on a host below a path."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from judges.host import hosted
from render.search.box import Box
from render.search.conftest import build

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site with its own index; give its address."""
    site = build(tmp_path_factory.mktemp("whole"))
    with hosted(site.output, "/notes") as address:
        yield address


@pytest.fixture
def reader(browser: Browser, published: str) -> Iterator[Box]:
    """Return a reader of that site; at the end of the test, nothing has gone wrong in the console."""
    one = Box(browser, published)
    yield one
    one.context.close()
    assert one.errors == []


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("클로저", "글 1개"),
        ("클로저를", "글 1개"),
        ("클로ㅈ", "글 1개"),
        ("ㅋㄹㅈ", "글 1개"),
        ("zmffhwj", "‘zmffhwj’ 대신 ‘클로저’ · 글 1개"),
        ("#js 클로저", "글 1개"),
    ],
)
def test_a_text_is_found_and_marked(reader: Box, query: str, said: str) -> None:
    """However a word is typed, its text is found, and the word itself is marked in title and passage."""
    reader.open().type(query)

    assert reader.state.inner_text() == said
    assert reader.rows.locator("b").inner_html() == "<mark>클로저</mark>가 기억하는 것"
    expect(reader.rows.locator("span")).to_contain_text("그래서 클로저를 쓰면")
    reader.press("Enter")
    reader.page.wait_for_url("**/notes/posts/closure/")


def test_each_edition_finds_its_own(reader: Box) -> None:
    """English texts are found on the English pages, and the link leads to the Korean ones."""
    reader.open("/en/").type("closures")
    assert reader.rows.locator("b").all_inner_texts() == ["What closures keep"]
    assert reader.rows.locator("small").inner_text() == "Mar 14, 2026"

    reader.page.locator(".search-other").click()
    reader.page.wait_for_url("**/notes/search/?q=closures")


def test_the_root_is_requested_once(reader: Box) -> None:
    """What the opener asks for ahead is what the engine reads, and nothing is read twice."""
    reader.open().type("클로저").type("클로")
    reader.page.wait_for_load_state("networkidle")
    files = [url for url in reader.requests if url.startswith("/search/ko/")]

    assert files.count("/search/ko/index.json") == 1
    assert len(set(files)) == len(files)
    assert len(files) > 2


def test_a_lost_connection_is_said_and_mended(reader: Box) -> None:
    """A shard that cannot be read is tried once more, then said; the button reads it when there is a network again."""
    failed: list[str] = []

    def fail(route: Route) -> None:
        failed.append(route.request.url)
        route.abort()

    shards = f"{reader.host}/search/ko/*/**"
    reader.open().answered()
    reader.page.route(shards, fail)
    reader.type("클로저")
    expect(reader.state).to_contain_text("연결되지 않아 찾지 못했습니다")
    assert len(failed) > len(set(failed))

    reader.page.unroute(shards)
    reader.state.locator("button").click()
    expect(reader.rows).to_have_count(1)
    reader.errors.clear()  # Chromium itself reports what could not be loaded


def test_a_shard_that_is_not_there_is_empty(reader: Box) -> None:
    """While a new version of a site is on its way to the reader, files may be missing: that is no error."""
    reader.page.route(f"{reader.host}/search/ko/*/**", lambda route: route.fulfill(status=404))
    reader.open().type("클로저")

    expect(reader.state).to_contain_text("‘클로저’에 맞는 글이 없습니다")

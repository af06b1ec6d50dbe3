"""Fixtures for tests of the search box: a site in two languages below a path, its host, and a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from judges.host import hosted
from render.search.box import Box
from site_test import SiteTest

SETTINGS = "title: 시험 노트\nbase_url: https://example.com/notes\nlanguages: {en: {title: Notes}}\n"
ENGINE = Path(__file__).with_name("engine.js")
BODY = "다른 이야기가 길게 이어진다. " * 60 + "그래서 클로저를 쓰면 변수가 남는다. " + "끝으로 가는 말. " * 60


def build(root: Path) -> SiteTest:
    """Build the site in *root*."""
    root.mkdir(exist_ok=True)
    site = SiteTest(root)
    site.write("blog.yml", SETTINGS)
    site.write(
        "content/posts/closure.md", f"---\ntitle: 클로저가 기억하는 것\ndate: 2026-03-14\ntags: [js]\n---\n{BODY}\n"
    )
    site.write("content/posts/closure.en.md", "---\ntitle: What closures keep\ndate: 2026-03-14\n---\nText.\n")
    site.write("content/notes/long.md", "---\ntitle: 긴 노트\n---\n글 <input aria-label='a field'>\n")
    site.build().must_succeed()
    return site


@pytest.fixture(scope="session")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site that is searched by `engine.js` of this folder."""
    site = build(tmp_path_factory.mktemp("search"))
    site.write("themes/hanji/static/search/engine.js", ENGINE.read_bytes())
    site.build().must_succeed()
    return site.output


@pytest.fixture(scope="session")
def host(searched: Path) -> Iterator[str]:
    """Serve that site; give its address without a slash at its end."""
    with hosted(searched, "/notes") as address:
        yield address


@pytest.fixture
def box(browser: Browser, host: str) -> Iterator[Box]:
    """Return a reader on a desk; at the end of the test, nothing has gone wrong in the console."""
    one = Box(browser, host, viewport={"width": 1280, "height": 800})
    yield one
    one.context.close()
    assert one.errors == []

"""What the tests of the preview share: a site, its preview, and a browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from programs import program
from serve.preview import Preview, post
from site_test import SiteTest

TEXT = (
    """First words.

## One

```python
print("one")
```

## Two

<details><summary>More</summary>folded</details>
<input id="search" aria-label="search">

## Three

"""
    + "A paragraph of some length.\n\n" * 60
)


@pytest.fixture
def blog(site: SiteTest) -> SiteTest:
    """Return a site with two posts."""
    site.write("content/posts/a.md", post("A", TEXT))
    site.write("content/posts/b.md", post("B", "Another one.", "2026-01-02"))
    return site


@pytest.fixture
def serve(blog: SiteTest) -> Iterator[Callable[..., Preview]]:
    """Return a function that previews the site; what it began is ended."""
    begun: list[Preview] = []

    def begin(*options: str, port: int = 0) -> Preview:
        begun.append(Preview(blog, *options, port=port))
        return begun[-1]

    yield begin
    for one in begun:
        one.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium; its loop ends with the module, because other tests may have loops of their own."""
    chromium = program("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a window of its own, whose pages are to have no errors."""
    found = browser.new_context(viewport={"width": 1000, "height": 600})
    errors: list[str] = []
    found.on("weberror", lambda one: errors.append(str(one.error)))
    yield found
    found.close()
    assert errors == []

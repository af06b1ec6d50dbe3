"""Fixtures for the tests of the preview: a site, its preview, and a browser."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

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
    """Return a function that starts a preview of the site; the fixture stops it."""
    started: list[Preview] = []

    def start(*options: str, port: int = 0) -> Preview:
        started.append(Preview(blog, *options, port=port))
        return started[-1]

    yield start
    for preview in started:
        preview.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a new browser context, whose pages must have no errors."""
    new_context = browser.new_context(viewport={"width": 1000, "height": 600})
    errors: list[str] = []
    new_context.on("weberror", lambda problem: errors.append(str(problem.error)))
    yield new_context
    new_context.close()
    assert errors == []

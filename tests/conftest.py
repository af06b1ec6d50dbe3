"""Fixtures that all tests share."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from programs import program
from site_test import SiteTest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A shared machine stops for seconds at a time; that is no fault of the code under test. The quick suite tries few texts
# of each property; `.ci/run` tries many with `--hypothesis-profile=thorough`.
settings.register_profile("quick", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=500)
settings.load_profile("quick")


@pytest.fixture(autouse=True, scope="session")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Store what the program records about its user in a folder of the tests."""
    folder = tmp_path_factory.mktemp("state")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder))
        patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
        yield folder


@pytest.fixture
def site(tmp_path: Path) -> SiteTest:
    """Return an empty site with settings."""
    root = tmp_path / "blog"
    root.mkdir()
    return SiteTest(root)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Return the system's Chromium; its event loop ends with the module, because other tests run their own loops."""
    from playwright.sync_api import sync_playwright  # imported late, as few tests need it

    chromium = program("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()

"""What all judges share: the example site, a host for it, and a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from judges.example import build
from judges.host import hosted
from programs import program


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the example site, built once for each process of tests."""
    return build(tmp_path_factory.mktemp("example"))


@pytest.fixture(scope="session")
def host(example: Path) -> Iterator[str]:
    """Serve the example site; give the address without a slash at its end."""
    with hosted(example) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return the system's Chromium; its loop ends with the module, because other tests may have loops of their own."""
    chromium = program("chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()

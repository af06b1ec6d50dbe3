"""A reader in front of the search box of a built site, in Chromium.

In:  a browser, and the address of a site whose engine is `engine.js` of this folder.
Out: the page, with short names for what is on it.
Must not: wait longer than something takes.
"""

from typing import Any

from playwright.sync_api import Browser, Page, expect

OPENER = ".search-opener"
ROWS = ".search [role=option]"


class Box:
    """One page with its search box."""

    def __init__(self, browser: Browser, host: str, **options: Any) -> None:  # noqa: ANN401
        self.host = host
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(8000)
        self.page: Page = self.context.new_page()
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda line: self.note(line.type, line.text))
        self.page.on("request", lambda request: self.requests.append(request.url.removeprefix(host)))

    def note(self, kind: str, text: str) -> None:
        """Keep what a console shows in red or yellow, less the files that are not there."""
        if kind in {"error", "warning"} and "Failed to load resource" not in text:
            self.errors.append(text)

    def at(self, path: str) -> "Box":
        """Go to a page of the site."""
        self.page.goto(self.host + path)
        return self

    def open(self, path: str = "/") -> "Box":
        """Go to a page, and press its button."""
        self.at(path).page.locator(OPENER).click()
        expect(self.input).to_be_focused()
        return self

    def type(self, query: str) -> "Box":
        """Replace the query and wait for its answer."""
        self.input.fill(query)
        self.answered()
        return self

    def answered(self) -> None:
        """Wait until the box is at rest."""
        self.page.locator(".search [role=listbox][aria-busy=false]").wait_for(state="attached")

    def press(self, *keys: str) -> "Box":
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    @property
    def input(self) -> Any:  # noqa: ANN401
        return self.page.locator(".search input")

    @property
    def state(self) -> Any:  # noqa: ANN401
        return self.page.locator(".search-state")

    @property
    def rows(self) -> Any:  # noqa: ANN401
        return self.page.locator(ROWS)

    @property
    def active(self) -> int:
        """Return the number of the row that assistive technology is told about, -1 for none."""
        name = self.input.get_attribute("aria-activedescendant") or "search:-1"
        chosen = self.page.locator("[aria-selected=true]")
        assert [row.get_attribute("id") for row in chosen.all()] == ([] if name.endswith("-1") else [name])
        return int(name.removeprefix("search:"))

    @property
    def asked(self) -> list[str]:
        """Return all queries so far."""
        found: list[str] = self.page.evaluate("window.asked || []")
        return found

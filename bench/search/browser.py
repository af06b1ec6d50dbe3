"""Search a built site as a reader does, in Chromium.

In:  a page on the server of a built site, queries.
Out: what is found, what a cold query brings over the wire, and the time from a key to the painted results.
Must not: know how the search works: it types into the box and looks at the list below it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, Request

from search.grades import DEEP
from search.hangul import stages
from search.wire import Sent, Server

TITLES = 8
# Frames as soon as they are ready: with the frames of a screen, most of a short time would be waiting for the next one.
FLAGS = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
_PATIENCE = 30_000  # milliseconds
_FIND = """async ([folder, queries, deep]) => {
    const { open, search } = await import("/theme/search/engine.js");
    const index = open(folder), found = [];
    for (const query of queries) found.push((await search(index, query, deep)).rows.map(([, url]) => decodeURI(url)));
    return found;
}"""
_ANSWERED = """(typed) => {
    const box = document.querySelector(".search");
    const state = box.querySelector(".search-state").textContent;
    return box.querySelector("input").value === typed && (box.querySelector("[role=option]") || state !== "");
}"""
# Types each stage and waits for its results: the time until the list has changed, and until it is painted.
_TYPE = """async (stages) => {
    const box = document.querySelector(".search"), input = box.querySelector("input"), times = [];
    const painted = () => new Promise((done) => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now());
        channel.port2.postMessage(0);
    }));
    for (const stage of stages) {
        const changed = new Promise((done) => {
            const watcher = new MutationObserver(() => { watcher.disconnect(); done(performance.now()); });
            watcher.observe(box, { childList: true, subtree: true, characterData: true });
        });
        input.value = stage;
        const start = performance.now();
        input.dispatchEvent(new InputEvent("input", { bubbles: true, data: stage.slice(-1), inputType: "insertText" }));
        const found = await changed, end = await painted();
        times.push([found - start, end - start]);
        await new Promise((done) => setTimeout(done, 4));
    }
    return times;
}"""


class Cold(NamedTuple):
    """What one cold query brings until its titles are painted."""

    bytes: int
    code: int  # bytes of scripts and styles among them
    titles: int  # bytes of titles among them
    requests: int
    rounds: int


def found_by_us(page: Page, queries: Sequence[str], folder: str = "/search/ko/") -> list[list[str]]:
    """Return the addresses that the search of the theme finds for each query."""
    answers: list[list[str]] = page.evaluate(_FIND, [folder, list(queries), DEEP])
    return answers


def open_search(page: Page, url: str) -> None:
    """Open a page, and the search on it."""
    page.goto(url, wait_until="load")
    page.keyboard.press("/")


class Trace:
    """The rounds of the requests of a page: each is one after the last round that had an answer when it was made.

    The order of a page's own events is what tells them: how many requests a browser has under way at a time depends on
    the protocol, and its queue is no round.
    """

    def __init__(self, page: Page) -> None:
        self._rounds: dict[Request, int] = {}
        self._answered = 0
        page.on("request", self._begun)
        page.on("requestfinished", self._ended)

    def _begun(self, request: Request) -> None:
        self._rounds[request] = self._answered + 1

    def _ended(self, request: Request) -> None:
        self._answered = max(self._answered, self._rounds.get(request, 0))

    def rounds(self) -> int:
        """Return the number of rounds."""
        return max(self._rounds.values(), default=0)


def cold(browser: Browser, server: Server, query: str) -> Cold:
    """Type a query on a page whose search was never opened, with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server.url}/", wait_until="networkidle")
    server.taken()
    trace = Trace(page)
    page.keyboard.press("/")
    page.keyboard.insert_text(query)
    page.wait_for_function(_ANSWERED, arg=query, timeout=_PATIENCE)
    sent = [each for each in server.taken() if not each.path.endswith("/")]  # pages follow, for excerpts
    rounds = trace.rounds()
    context.close()
    return _counted(sent, rounds, (".js", ".css"), "/titles/")


def cold_script(browser: Browser, server: Server, script: str, query: str) -> Cold:
    """Run the script of a peer for a query on a blank page, with an empty cache."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{server.url}/blank.html", wait_until="networkidle")
    server.taken()
    trace = Trace(page)
    page.evaluate(script, [query, TITLES])
    sent, rounds = server.taken(), trace.rounds()
    context.close()
    return _counted(sent, rounds, (".js", ".pagefind"), "/fragment/")


def _counted(sent: Sequence[Sent], rounds: int, code: tuple[str, ...], titles: str) -> Cold:
    return Cold(
        sum(each.bytes for each in sent),
        sum(each.bytes for each in sent if each.path.endswith(code)),
        sum(each.bytes for each in sent if titles in each.path),
        len(sent),
        rounds,
    )


def typed(page: Page, queries: Sequence[str], slower: float = 1.0) -> tuple[list[float], list[float]]:
    """Type queries twice, key by key; return the milliseconds of the second time: until the list, until the paint."""
    session: CDPSession = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
    steps = [stage for query in queries for stage in stages(query)]
    page.evaluate(_TYPE, steps)
    times = page.evaluate(_TYPE, steps)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    listed, painted = zip(*times, strict=True)
    return sorted(listed), sorted(painted)

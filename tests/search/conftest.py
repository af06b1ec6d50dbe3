"""Fixtures for the tests of search: a built site of some hundred texts, and its search in a browser."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, Route, sync_playwright

from programs import program
from site_test import SiteTest

ROOT = Path(__file__).parents[2]
HOST = "http://notebook.example"
# Open the index once, answer all queries, which come as UTF-16 code units: a lone surrogate would not survive as text.
ANSWER = """async ([folder, queries, limit]) => {
  const { open, search } = await import(`${folder}engine.js`);
  const index = open("/search/ko/");
  const answers = [];
  for (const units of queries) answers.push(await search(index, String.fromCharCode(...units), limit));
  return JSON.stringify(answers);
}"""


@pytest.fixture(scope="session")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> SiteTest:
    """Return a built site: the example notebook, and posts that are mixed from its paragraphs, so that it has several segments."""
    site = SiteTest(tmp_path_factory.mktemp("notebook"))
    shutil.copytree(ROOT / "content", site.root / "content")
    texts = [path.read_text(encoding="utf-8").split("\n---\n", 1)[-1] for path in sorted(site.root.rglob("*.md"))]
    paragraphs = [part for text in texts for part in text.split("\n\n") if part[:1].isalpha()]
    titles = [line.lstrip("# ") for text in texts for line in text.splitlines() if line.startswith("##")]
    dice = Random(5)
    for number in range(140):
        front = f"title: {json.dumps(dice.choice(titles))}\ndate: 2025-{number // 28 + 1:02}-{number % 28 + 1:02}\ntags: [캐시, CNN]"
        body = "\n\n".join(dice.choices(paragraphs, k=6))
        site.write(f"content/posts/mixed/{number}.md", f"---\n{front}\n---\n{body}\n")
    site.jobs = 2
    site.build().must_succeed()
    return site


@pytest.fixture(scope="session")
def words(notebook: SiteTest) -> str:
    """Return all texts of the notebook."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(notebook.root.rglob("content/**/*.md")))


@pytest.fixture(scope="module")
def answers_in_browser(notebook: SiteTest) -> Iterator[Callable[[list[str], int], list[dict[str, object]]]]:
    """Return a function that searches the site in Chromium."""
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=program("chromium"), args=["--no-sandbox"])
        page: Page = chromium.new_context().new_page()
        page.route("**/*", lambda route: _respond(route, notebook.output))
        page.goto(f"{HOST}/")
        [engine] = notebook.output.rglob("engine.js")
        folder = f"/{engine.parent.relative_to(notebook.output).as_posix()}/"

        def answers(queries: list[str], limit: int) -> list[dict[str, object]]:
            units = [list(memoryview(query.encode("utf-16-le", "surrogatepass")).cast("H")) for query in queries]
            return list(json.loads(page.evaluate(ANSWER, [folder, units, limit])))

        yield answers
        chromium.close()


def _respond(route: Route, folder: Path) -> None:
    file = folder / unquote(urlsplit(route.request.url).path).lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    if file.is_file():
        route.fulfill(path=file)
    else:
        route.fulfill(status=404)

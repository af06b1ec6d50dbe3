"""Run Pagefind and MiniSearch on the pages that Byeoru has built.

In:  the visible texts of a site, queries, a folder for packages (a cache, outside the repository).
Out: for each peer the addresses found for each query, and what its index weighs.
Must not: tune a peer to the queries: both run as their documentation shows.

Both are installed with npm, at their newest version. Without npm, or without the registry, `installed` says why not.
Each gets the visible text alone: pages with a title, headings and text, without menus and lists, so that neither
finds what is not a text.
"""

import json
import shutil
import subprocess
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

from search.grades import DEEP
from search.texts import Text

PACKAGES = ("pagefind", "minisearch")
_MINISEARCH = Path(__file__).with_name("minisearch.mjs")
_PAGEFIND = """async ([queries, deep]) => {
    const engine = await import("/pagefind/pagefind.js");
    await engine.init();
    const known = new Map(), out = [];
    for (const query of queries) {
        const { results } = await engine.search(query);
        const first = results.slice(0, deep);
        await Promise.all(first.map(async (each) => known.has(each.id) || known.set(each.id, (await each.data()).url)));
        out.push(first.map((each) => known.get(each.id)));
    }
    return out;
}"""
PAINTED_PAGEFIND = """async ([query, titles]) => {
    const engine = await import("/pagefind/pagefind.js");
    const { results } = await engine.search(query);
    await Promise.all(results.slice(0, titles).map((each) => each.data()));
}"""


class Installed(NamedTuple):
    """Where the packages are, and their versions."""

    folder: Path
    versions: dict[str, str]


def installed(cache: Path) -> Installed | str:
    """Install both packages into *cache*; return where they are, or the reason why they are not."""
    npm = shutil.which("npm")
    if not npm:
        return "npm is not installed"
    cache.mkdir(parents=True, exist_ok=True)
    command = [
        npm,
        "install",
        "--prefix",
        str(cache),
        "--no-audit",
        "--no-fund",
        *(f"{name}@latest" for name in PACKAGES),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    modules = cache / "node_modules"
    try:
        manifests = [json.loads((modules / name / "package.json").read_text("utf-8")) for name in PACKAGES]
    except OSError:
        return f"npm could not install the packages: {done.stderr.strip().splitlines()[-1:]}"
    return Installed(modules, {each["name"]: each["version"] for each in manifests})


def index_with_pagefind(packages: Installed, texts: Sequence[Text], folder: Path) -> int:
    """Write the pages into *folder* and index them there; return the bytes of the index as sent."""
    for text in texts:
        page = folder / text.address.strip("/") / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(_page(text), encoding="utf-8")
    command = ["node", str(packages.folder / "pagefind/lib/runner/bin.cjs"), "--site", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return sum(path.stat().st_size for path in (folder / "pagefind").rglob("*.pf_*"))


def _page(text: Text) -> str:
    headings = set(text.headings.split("\n"))
    lines = [line for line in text.body.split("\n") if line.strip()]
    shown = "".join(f"<h2>{escape(line)}</h2>" if line in headings else f"<p>{escape(line)}</p>" for line in lines)
    title = escape(text.title)
    return f'<!doctype html><html lang="ko"><title>{title}</title><main><h1>{title}</h1>{shown}</main></html>'


def found_by_pagefind(page: Page, queries: Sequence[str]) -> list[list[str]]:
    """Return the addresses that Pagefind finds for each query; *page* is on the server of its pages."""
    answers: list[list[str]] = page.evaluate(_PAGEFIND, [list(queries), DEEP])
    return answers


class Mini(NamedTuple):
    """What MiniSearch found."""

    found: list[list[str]]
    packed: int  # bytes of the index with gzip
    code: int  # bytes of the library with gzip


def found_by_minisearch(packages: Installed, texts: Sequence[Text], queries: Sequence[str], folder: Path) -> Mini:
    """Return the addresses that MiniSearch finds for each query; its index is written to *folder*."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [{"id": number, **text._asdict()} for number, text in enumerate(texts)]
    task = {
        "module": str(packages.folder / "minisearch/dist/es/index.js"),
        "texts": rows,
        "queries": list(queries),
        "deep": DEEP,
    }
    task["index"] = str(folder / "minisearch.json")
    done = subprocess.run(
        ["node", str(_MINISEARCH)], input=json.dumps(task), capture_output=True, text=True, check=True
    )
    answer = json.loads(done.stdout)
    return Mini(answer["found"], answer["packed"], answer["code"])

"""The kinds of build that are timed, each as a change to the site before the build.

In:  a site written by `corpus.py`, and a number that differs each time.
Out: the changed site, and a text that a certain page must contain after the build.
Must not: build or measure. A missing text reveals a build that was fast because it did nothing.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus import address_of
from report import ROOT

THEME_TEMPLATE = ROOT / "themes" / "hanji" / "templates" / "post.html"

_LAST_BLOCK = re.compile(r"(.*)(\{%-?\s*endblock)", re.DOTALL)
_TITLE = re.compile(r'^title: "(?:\[\d+\] )?(.*)"$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """A text that a page contains after the rebuild."""

    page: Path
    text: str


@dataclass(frozen=True, slots=True)
class Bench:
    """A site to build, and the two posts in it that are edited."""

    site: Path
    posts: int
    seed: int

    def source(self, number: int) -> Path:
        """Return the file of a post."""
        return self.site / "content" / "posts" / address_of(self.seed, number).path

    def page(self, number: int) -> Path:
        """Return the built page of a post."""
        return self.site / "site" / "posts" / address_of(self.seed, number).slug / "index.html"


def cold(bench: Bench, _turn: int) -> Mark:
    """Prepare a clean build: remove the output and the cache."""
    for name in ("site", ".blog"):
        shutil.rmtree(bench.site / name, ignore_errors=True)
    return Mark(bench.page(bench.posts - 1), "</html>")


def nothing(bench: Bench, _turn: int) -> Mark:
    """Prepare a no-op build: change nothing."""
    return Mark(bench.page(bench.posts - 1), "</html>")


def body(bench: Bench, turn: int) -> Mark:
    """Append a sentence to one post."""
    text = f"덧붙인 문장 {turn:04d}번"
    with bench.source(bench.posts // 2).open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"\n{text}.\n")
    return Mark(bench.page(bench.posts // 2), text)


def title(bench: Bench, turn: int) -> Mark:
    """Change the title of one post, which is shown by every list that contains it."""
    path = bench.source(bench.posts // 3)
    text = path.read_text("utf-8")
    path.write_text(_TITLE.sub(rf'title: "[{turn:04d}] \1"', text, count=1), encoding="utf-8", newline="\n")
    return Mark(bench.page(bench.posts // 3), f"[{turn:04d}]")


def template(bench: Bench, turn: int) -> Mark:
    """Change the site's override of the theme's post template, so that every post changes."""
    mark = f"<!-- bench {turn:04d} -->"
    text = THEME_TEMPLATE.read_text("utf-8")
    # Text outside the blocks of a child template is not rendered, so the mark is inside the last block.
    marked = _LAST_BLOCK.sub(rf"\1{mark}\n\2", text, count=1) if _LAST_BLOCK.search(text) else text + mark
    folder = bench.site / "templates"
    folder.mkdir(exist_ok=True)
    (folder / THEME_TEMPLATE.name).write_text(marked, encoding="utf-8", newline="\n")
    return Mark(bench.page(bench.posts // 2), mark)


KINDS: dict[str, Callable[[Bench, int], Mark]] = {
    "cold": cold,
    "nothing": nothing,
    "body": body,
    "title": title,
    "template": template,
}

"""The kinds of build that are timed, each as a change to the site that is made before it.

In:  a site made by `corpus.py`, and a number that is new each time.
Out: the site changed on disk, and a mark that a certain page must show after the build.
Must not: build or measure. A mark that is missing shows a build that was fast because it did nothing.
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
    """A text that a page shows once it has been built again."""

    page: Path
    text: str


@dataclass(frozen=True, slots=True)
class Bench:
    """A site to build, and the two posts of it that are edited."""

    site: Path
    posts: int
    seed: int

    def source(self, number: int) -> Path:
        """Find the file of a post."""
        return self.site / "content" / "posts" / address_of(self.seed, number).path

    def page(self, number: int) -> Path:
        """Find the built page of a post."""
        return self.site / "site" / "posts" / address_of(self.seed, number).slug / "index.html"


def cold(bench: Bench, _turn: int) -> Mark:
    """Build from nothing: the output and the cache are removed."""
    for name in ("site", ".blog"):
        shutil.rmtree(bench.site / name, ignore_errors=True)
    return Mark(bench.page(bench.posts - 1), "</html>")


def nothing(bench: Bench, _turn: int) -> Mark:
    """Build again with nothing changed."""
    return Mark(bench.page(bench.posts - 1), "</html>")


def body(bench: Bench, turn: int) -> Mark:
    """Append a sentence to one post."""
    text = f"덧붙인 문장 {turn:04d}번"
    with bench.source(bench.posts // 2).open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"\n{text}.\n")
    return Mark(bench.page(bench.posts // 2), text)


def title(bench: Bench, turn: int) -> Mark:
    """Change the title of one post, which every list that names the post must show."""
    path = bench.source(bench.posts // 3)
    text = path.read_text("utf-8")
    path.write_text(_TITLE.sub(rf'title: "[{turn:04d}] \1"', text, count=1), encoding="utf-8", newline="\n")
    return Mark(bench.page(bench.posts // 3), f"[{turn:04d}]")


def template(bench: Bench, turn: int) -> Mark:
    """Change the site's own copy of the theme's template for posts, so that every post looks different."""
    mark = f"<!-- bench {turn:04d} -->"
    text = THEME_TEMPLATE.read_text("utf-8")
    # What a child template writes outside its blocks is not shown, so the mark goes inside the last one.
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

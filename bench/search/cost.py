"""Measure what the index costs a build: terms and shards beside the parsing of the same posts, in one process.

In:  the folder of a site.
Out: CPU milliseconds a post, medians of interleaved rounds.
Must not: assert a figure.

Parsing is measured twice: `MarkdownIt.parse` of markdown-it-py with tables, without rendering and colouring, which is
the least that a build can do with the text of a post; and all that our build does with its file, without terms.
"""

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from markdown_it import MarkdownIt

from byeoru.base.digest import digest
from byeoru.index.boundaries import boundaries_for
from byeoru.index.document_terms import postings_of
from byeoru.index.partials import shards_of
from byeoru.index.segments import shards_for
from byeoru.model.content import Dialect, ParseOptions, Source
from byeoru.parse.document import parse
from byeoru.parse.frontmatter import split
from byeoru.parse.terms import terms_of

_OPTIONS = ParseOptions(("posts", "notes", "pages"), "Asia/Seoul", "ko", Dialect())


class Cost(NamedTuple):
    """CPU milliseconds a post, and terms a post."""

    markdown: float
    parsing: float
    terms: float
    shards: float
    count: float


def cost_of(site: Path, rounds: int) -> Cost:
    """Measure the posts of *site*."""
    sources = [_source(path) for path in sorted((site / "content" / "posts").rglob("*.md"))]
    bodies = [split(source.data.decode()).body for source in sources]
    parsed = [parse(source, _OPTIONS).value for source in sources]
    library = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    texts = [each.terms for each in parsed]
    works: tuple[Callable[[], object], ...] = (
        lambda: [bool(library.parse(body)) for body in bodies],
        lambda: _parsed_without_terms(sources),
        lambda: [bool(terms_of(each.document, each.body)) for each in parsed],
        lambda: _gathered(texts),
    )
    times: list[list[float]] = [[] for _ in works]
    gc.disable()
    for _ in range(rounds):
        for work, found in zip(works, times, strict=True):
            found.append(_milliseconds(work) / len(sources))
    gc.enable()
    return Cost(*(statistics.median(found) for found in times), sum(map(postings_of, texts)) / len(texts))


def _parsed_without_terms(sources: Sequence[Source]) -> None:
    with patch("byeoru.parse.document.terms_of", lambda *_: ""):
        for source in sources:
            parse(source, _OPTIONS)


def _gathered(texts: Sequence[str]) -> int:
    shards = shards_for(sum(map(postings_of, texts)), is_newest=False)
    return sum(map(len, shards_of(enumerate(texts), boundaries_for(shards, "ko"))))


def _source(path: Path) -> Source:
    data = path.read_bytes()
    return Source(f"content/posts/{path.name}", data, digest(data), "")


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000

"""Measure builds with and without search: CPU, peak memory, and the files below `search/` that an edit writes.

    cd bench; python -m search.builds SITE ROUNDS

In:  a site with posts.
Out: JSON: medians of interleaved builds of two copies, one of them with `search: false`.
Must not: assert a figure, or import Byeoru: the peak of a child begins at the memory of the process that starts it.

| build | before it |
|---|---|
| clean | the output and the cache are removed |
| sentence | a sentence of ten words is added to one post |
| new post | a post is added that is newer than all others |
"""

import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from stopwatch import Run, run

_SENTENCE = "캐시의 만료 시각을 조정한 뒤에야 {turn}번 요청의 응답 시간이 눈에 띄게 짧아졌다."
_POST = """---
title: 압축 형식 {turn}가지를 다시 재기
date: 2026-01-{turn:02d}
tags: [측정]
---

색인을 나누는 경계가 바뀌면 조각마다 다시 써야 한다. {turn}번째 실험에서는 `merge_segments`가 걸린 시간을 쟀다.
"""


class Built(NamedTuple):
    """One kind of build: with search and without."""

    kind: str
    cpu: tuple[float, float]  # seconds
    peak: tuple[float, float]  # MiB
    files: int  # below `search/` that differ from those before
    size: int  # bytes of these files


def builds_of(site: Path, folder: Path, rounds: int) -> list[Built]:
    """Build two copies of *site* in *folder*, and return the median of each kind."""
    on, off = folder / "with", folder / "without"
    for copy in (on, off):
        shutil.copytree(site, copy, ignore=shutil.ignore_patterns("site", ".blog", "pagefind", "minisearch"))
    with (off / "blog.yml").open("a", encoding="utf-8") as settings:
        settings.write("search: false\n")
    found = []
    for kind, change in _KINDS.items():
        runs: tuple[list[Run], list[Run]] = ([], [])
        written: list[tuple[int, int]] = []
        for turn in range(1, (1 if kind == "clean" else rounds) + 1):
            before = _digests(on)
            for copy, results in zip((on, off), runs, strict=True):
                change(copy, turn)
                results.append(run([sys.executable, "-m", "byeoru", "build", "--quiet"], copy))
            changed = [path for path, digest in _digests(on).items() if before.get(path) != digest]
            written.append((len(changed), sum((on / "site" / path).stat().st_size for path in changed)))
        cpu, peak = (
            [statistics.median(getattr(run, name) for run in some) for some in runs] for name in ("cpu", "peak")
        )
        found.append(Built(kind, (cpu[0], cpu[1]), (peak[0], peak[1]), *sorted(written)[len(written) // 2]))
    return found


def _clean(site: Path, _turn: int) -> None:
    for name in ("site", ".blog"):
        shutil.rmtree(site / name, ignore_errors=True)


def _sentence(site: Path, turn: int) -> None:
    posts = sorted((site / "content/posts").rglob("*.md"))
    with posts[len(posts) * turn // 40].open("a", encoding="utf-8", newline="\n") as post:
        post.write("\n" + _SENTENCE.format(turn=turn) + "\n")


def _new_post(site: Path, turn: int) -> None:
    (site / f"content/posts/measured-{turn}.md").write_text(_POST.format(turn=turn), encoding="utf-8", newline="\n")


_KINDS: dict[str, Callable[[Path, int], None]] = {"clean": _clean, "sentence": _sentence, "new post": _new_post}


def _digests(site: Path) -> dict[str, bytes]:
    folder = site / "site"
    files = (path for path in (folder / "search").rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): blake2b(path.read_bytes()).digest() for path in files}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        json.dump(builds_of(Path(sys.argv[1]), Path(scratch), int(sys.argv[2])), sys.stdout)

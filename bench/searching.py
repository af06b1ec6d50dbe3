"""Measure the search beside Pagefind and MiniSearch: what it finds and sends, how fast it answers, what it costs.

    searching.py [--posts 1000] [--site DIR] [--each 25] [--cold 60] [--rounds 5] [--cache DIR] [--record]

In:  the example notebook of this repository and a generated corpus, with the queries of `queries/`; or a folder of your
     own with a `blog.yml`, for which queries are drawn.
Out: Markdown tables, for each corpus: quality by kind of query, a cold query over the wire, keystrokes, index size, and
     the cost of a build.
Must not: assert a figure.

Pagefind and MiniSearch are installed with npm into the cache folder; without npm their rows are left out, and the
reason is printed. Needs Chromium, as `previewing.py` does.
"""

import argparse
import gzip
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from report import ROOT, heading, load, record, table
from search import browser as reader
from search import peers, queries
from search.cost import cost_of
from search.draw import queries_of
from search.grades import Judge, Query, Scores, mean, scored
from search.texts import Text, texts_of
from search.wire import serving

ENGINES = ("byeoru", "pagefind", "minisearch")
WAIT = 0.05  # seconds that every answer of the server takes in a cold query, so that rounds can be told apart
SLOWER = 6  # times that the processor is slowed for the second row of keystrokes
Found = Mapping[str, Sequence[Sequence[str]]]  # addresses for each query, by engine


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--posts", type=int, default=1000)
    arguments.add_argument("--site", type=Path, help="a folder of your own instead of the two corpora")
    arguments.add_argument("--each", type=int, default=25, help="queries of each kind that are drawn")
    arguments.add_argument("--cold", type=int, default=60, help="queries that are typed on a fresh page")
    arguments.add_argument("--rounds", type=int, default=5, help="rounds in which the cost of a build is measured")
    arguments.add_argument(
        "--cache", type=Path, default=Path.home() / ".cache/byeoru-bench", help="for packages of npm"
    )
    arguments.add_argument("--record", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        packages = peers.installed(chosen.cache)
        found = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(reader.FLAGS))
        for name, site in _corpora(chosen, Path(folder)):
            before = load()
            subprocess.run(
                [sys.executable, "-m", "byeoru", "build", "--quiet"], cwd=site, check=True, stderr=subprocess.DEVNULL
            )
            texts = texts_of(site / "site")
            asked = _queries(name, texts, chosen.each)
            parts = _measured(found, site, texts, asked, packages, chosen)
            text = f"{heading(f'search, {name}, {len(texts):,} texts', load_before=before)}\n\n" + "\n\n".join(parts)
            print(text, flush=True)
            if chosen.record:
                record(text)
        found.close()


def _corpora(chosen: argparse.Namespace, folder: Path) -> list[tuple[str, Path]]:
    """Return the name and the folder of each corpus, copied or generated."""
    if chosen.site:
        shutil.copytree(chosen.site, folder / "own", ignore=shutil.ignore_patterns("site", ".blog", ".git"))
        return [(chosen.site.name, folder / "own")]
    (folder / "notebook").mkdir()
    shutil.copytree(ROOT / "content", folder / "notebook/content")
    shutil.copy(ROOT / "blog.yml", folder / "notebook")
    generate = [sys.executable, str(ROOT / "bench/corpus.py"), str(folder / "generated"), "--posts", str(chosen.posts)]
    subprocess.run(generate, check=True, stdout=subprocess.DEVNULL)
    return [("notebook", folder / "notebook"), ("generated", folder / "generated")]


def _queries(name: str, texts: Sequence[Text], each: int) -> list[Query]:
    """Return the committed queries of a corpus, or queries drawn for it."""
    committed = queries.FOLDER / f"{name}.tsv"
    asked = queries.read(name) if committed.exists() else queries_of(texts, 1, each)
    judge = Judge(texts)
    return [query for query in asked if judge.grades(query)]


def _measured(
    chromium: Browser,
    site: Path,
    texts: Sequence[Text],
    asked: Sequence[Query],
    packages: peers.Installed | str,
    chosen: argparse.Namespace,
) -> list[str]:
    """Measure one corpus; return the tables."""
    typed = [query.text for query in asked]
    sample = typed[:: max(1, len(typed) // chosen.cold)]
    found: dict[str, list[list[str]]] = {}
    wire: dict[str, list[reader.Cold]] = {}
    sizes = {"byeoru": sum(len(gzip.compress(file.read_bytes())) for file in (site / "site/search").rglob("*.*"))}
    with serving(site / "site") as server:
        page = chromium.new_page()
        reader.open_search(page, f"{server.url}/")
        found["byeoru"] = reader.found_by_us(page, typed)
        keys = {rate: reader.typed(page, sample, rate) for rate in (1, SLOWER)}
        page.close()
    with serving(site / "site", WAIT) as server:
        wire["byeoru"] = [reader.cold(chromium, server, query) for query in sample]
    notes = f"Not compared with others: {packages}." if isinstance(packages, str) else ""
    if not isinstance(packages, str):
        notes = "Newest of npm: " + ", ".join(f"{name} {version}" for name, version in packages.versions.items()) + "."
        pages = site / "pagefind"
        sizes["pagefind"] = peers.index_with_pagefind(packages, texts, pages)
        with serving(pages) as server:
            page = chromium.new_page()
            page.goto(f"{server.url}{texts[0].address}")
            found["pagefind"] = peers.found_by_pagefind(page, typed)
            page.close()
        (pages / "blank.html").write_text("<!doctype html><title></title>", encoding="utf-8")
        with serving(pages, WAIT) as server:
            cold = [reader.cold_script(chromium, server, peers.PAINTED_PAGEFIND, query) for query in sample]
            wire["pagefind"] = cold
        mini = peers.found_by_minisearch(packages, texts, typed, site / "minisearch")
        found["minisearch"], sizes["minisearch"] = mini.found, mini.packed
        wire["minisearch"] = [reader.Cold(mini.packed + mini.code, mini.code, 0, 2, 1)]
    judge = Judge(texts)
    grades = [judge.grades(query) for query in asked]
    return [
        *([notes] if notes else []),
        _quality(asked, grades, found),
        _wire(wire, len(sample)),
        _keys(keys),
        _sizes(sizes, len(texts)),
        _cost(site, chosen.rounds),
        _builds(site, chosen.rounds),
    ]


def _quality(asked: Sequence[Query], grades: Sequence[Mapping[str, int]], found: Found) -> str:
    scores = {name: [scored(*pair) for pair in zip(answers, grades, strict=True)] for name, answers in found.items()}
    places = {"all": list(range(len(asked)))}
    for at, query in enumerate(asked):
        places.setdefault(query.kind, []).append(at)
    rows = [[kind, *_row(some, scores)] for kind, some in places.items()]
    head = ["queries", "number", *(f"{name}: nDCG@10 | recall | none found" for name in scores)]
    return table(" | ".join(head).split(" | "), rows)


def _row(places: Sequence[int], scores: Mapping[str, Sequence[Scores]]) -> list[str]:
    means = [mean([each[at] for at in places]) for each in scores.values()]
    return [
        str(len(places)),
        *(f"{value:.2f}" if row else f"{value:.3f}" for one in means for row, value in enumerate(one)),
    ]


def _wire(wire: Mapping[str, Sequence[reader.Cold]], number: int) -> str:
    rows = []
    for name, colds in wire.items():
        all_bytes, code, titles, requests, rounds = zip(*colds, strict=True)
        kilobytes = [[each / 1000 for each in column] for column in (all_bytes, code, titles)]
        rows.append([name, *map(_two, (*kilobytes, requests, rounds))])
    head = [f"{number} cold queries, until {reader.TITLES} titles", "KB, median / 95 %", "of it code", "titles"]
    return table([*head, "requests", "rounds"], rows)


def _two(values: Sequence[float]) -> str:
    """Return the median and the 95th percentile."""
    values = sorted(values)
    middle, late = values[len(values) // 2], values[len(values) * 95 // 100]
    return f"{middle:.1f} / {late:.1f}" if isinstance(middle, float) else f"{middle} / {late}"


def _keys(keys: Mapping[int, tuple[list[float], list[float]]]) -> str:
    rows = [
        [f"{rate} ×" if rate > 1 else "as it is", str(len(listed)), _two(listed), _two(painted)]
        for rate, (listed, painted) in keys.items()
    ]
    return table(["processor slowed", "keys", "ms to the list, median / 95 %", "ms to the paint"], rows)


def _sizes(sizes: Mapping[str, int], texts: int) -> str:
    rows = [[name, f"{size / 1000:,.0f}", f"{size / 1000 / texts:.2f}"] for name, size in sizes.items()]
    return table(["index as sent", "KB", "KB a text"], rows)


def _cost(site: Path, rounds: int) -> str:
    cost = cost_of(site, rounds)
    parts = {
        "Markdown alone, parsed by markdown-it-py": cost.markdown,
        "all of our parsing but the terms": cost.parsing,
        f"terms ({cost.count:.0f} a post)": cost.terms,
        "shards": cost.shards,
    }
    rows = [
        [name, f"{value:.2f}", f"{value / cost.markdown:.2f}", f"{value / cost.parsing:.2f}"]
        for name, value in parts.items()
    ]
    return table(["a post", "CPU ms", "to Markdown alone", "to all of our parsing"], rows)


def _builds(site: Path, rounds: int) -> str:
    words = [sys.executable, "-m", "search.builds", str(site), str(rounds)]
    done = subprocess.run(words, cwd=Path(__file__).parent, check=True, capture_output=True)
    rows = [
        [kind, f"{cpu[0]:.2f} / {cpu[1]:.2f}", f"{peak[0]:.0f} / {peak[1]:.0f}", str(files), f"{size / 1000:.0f}"]
        for kind, cpu, peak, files, size in json.loads(done.stdout)
    ]
    head = ["build, with search / without", "CPU s", "peak MiB", "files of the search written", "KB"]
    return table(head, rows)


if __name__ == "__main__":
    main()

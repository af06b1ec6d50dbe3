"""Time whole `blog build` commands on a generated corpus.

    measure.py [--posts 100 1000 10000] [--rounds 3] [--kinds cold body] [--jobs N] [--work DIR] [--record]

In:  the sizes of the blogs, and how often each kind of build is timed.
Out: a Markdown table of medians with the lowest and highest value, and the time of each stage.
Must not: assert figures. A reader compares two sections of `RESULTS.md`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from changes import KINDS, THEME_TEMPLATE, Bench
from report import heading, load, record, seconds, spread, table
from stopwatch import CommandFailedError, Run, run

CORPUS = Path(__file__).with_name("corpus.py")
SEED = 1


@dataclass(slots=True)
class Figures:
    """The measurements of one blog."""

    bench: Bench
    runs: dict[str, list[Run]] = field(default_factory=dict)  # by kind
    stages: dict[str, dict[str, float]] = field(default_factory=dict)  # by kind, then by stage, in seconds


def command(jobs: int | None, *more: str) -> list[str]:
    """Return the command of a build."""
    parallel = [] if jobs is None else ["--jobs", str(jobs)]
    return [sys.executable, "-m", "byeoru", "build", *parallel, *more]


def timed(bench: Bench, kind: str, turn: int, words: Sequence[str]) -> Run:
    """Make one change, build, and check that the page contains the change."""
    mark = KINDS[kind](bench, turn)
    result = run(words, bench.site)
    if not mark.page.exists() or mark.text not in mark.page.read_text("utf-8"):
        problem = f"{kind}: after the build, {mark.page} does not show {mark.text!r}"
        raise CommandFailedError(problem)
    return result


def stages_of(output: str) -> dict[str, float]:
    """Read the stages from the output of `--format json --timings`."""
    try:
        timings = json.loads(output)["timings"]
    except (ValueError, KeyError, TypeError):
        return {}
    return {str(stage): float(value) for stage, value in timings.items()}


def bare_python() -> str:
    """Return the time of an empty Python process: the lower limit of any command."""
    bare = run([sys.executable, "-c", "pass"], Path.cwd())
    return f"A bare Python takes {seconds(bare.wall)} s; peaks under {bare.peak:.0f} MiB cannot be seen."


def make_bench(work: Path, posts: int) -> Bench:
    """Write a corpus in another process, so that this one needs little memory (see `stopwatch`)."""
    site = work / f"blog-{posts}"
    words = [sys.executable, str(CORPUS), str(site), "--posts", str(posts), "--seed", str(SEED)]
    subprocess.run(words, check=True, stdout=sys.stderr)
    return Bench(site, posts, SEED)


def measure(figures: Sequence[Figures], kinds: Sequence[str], rounds: int, jobs: int | None) -> None:
    """Time all kinds on all blogs in turn, round by round, so that a slow minute affects all of them."""
    turns = count(1)
    for one in figures:  # not timed: creates the template and warms the disk cache
        if "template" in kinds:
            KINDS["template"](one.bench, next(turns))
        timed(one.bench, "cold", next(turns), command(jobs, "--quiet"))
    for turn in range(rounds):
        for one in figures:
            for kind in kinds:
                result = timed(one.bench, kind, next(turns), command(jobs, "--quiet"))
                one.runs.setdefault(kind, []).append(result)
                note(f"round {turn + 1}: {one.bench.posts:,} posts, {kind}: {seconds(result.wall)} s")
    for one in figures:
        for kind in kinds:
            result = timed(one.bench, kind, next(turns), command(jobs, "--format", "json", "--timings"))
            one.stages[kind] = stages_of(result.output)


def note(text: str) -> None:
    """Print progress to stderr; only the tables go to stdout."""
    sys.stderr.write(f"{text}\n")


def tables(one: Figures) -> str:
    """Return the tables of one blog."""
    head = ["build", "wall s", "min–max", "CPU s", "min–max", "peak MiB", "of all processes"]
    rows = []
    for kind, runs in one.runs.items():
        peaks = [f"{max(each.peak for each in runs):.0f}", f"{max(each.together for each in runs):.0f}"]
        rows.append([kind, *spread([each.wall for each in runs]), *spread([each.cpu for each in runs]), *peaks])
    pages = sum(1 for _ in (one.bench.site / "site").rglob("*.html"))
    parts = [f"### {one.bench.posts:,} posts, {pages:,} pages", table(head, rows)]
    names = list(dict.fromkeys(stage for stages in one.stages.values() for stage in stages))
    if names:
        kinds = list(one.stages)
        lines = [
            [name, *(seconds(one.stages[kind][name]) if name in one.stages[kind] else "" for kind in kinds)]
            for name in names
        ]
        parts += [
            "Seconds by stage, as one more run of each kind told them:",
            table(["stage", *kinds], lines),
        ]
    return "\n\n".join(parts)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Time whole `blog build` commands on a corpus of our own.")
    parser.add_argument("--posts", type=int, nargs="+", default=[100, 1000], metavar="N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--kinds", nargs="+", choices=list(KINDS), default=list(KINDS), metavar="KIND")
    parser.add_argument("--jobs", type=int, metavar="N", help="passed on to `blog build`")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keep the blogs here (default: a temporary folder)")
    parser.add_argument("--record", action="store_true", help="append the tables to bench/RESULTS.md")
    args = parser.parse_args()
    if find_spec("byeoru") is None:
        parser.error("this Python has no byeoru: run `make site` once, then .venv/bin/python bench/measure.py")
    if "template" in args.kinds and not THEME_TEMPLATE.exists():
        parser.error(f"no {THEME_TEMPLATE}: leave `template` out of --kinds")
    return args


def main() -> int:
    """Measure, print, and record if requested."""
    args = arguments()
    with tempfile.TemporaryDirectory(prefix="byeoru-bench-") as temporary:
        work = args.work or Path(temporary)
        before = load()
        figures = [Figures(make_bench(work, posts)) for posts in args.posts]
        try:
            measure(figures, args.kinds, args.rounds, args.jobs)
        except CommandFailedError as problem:
            note(f"stopped: {problem}")
            return 1
        top = heading("`blog build`", load_before=before)
        section = "\n\n".join([top, bare_python(), *(tables(one) for one in figures)])
    sys.stdout.write(f"{section}\n")
    if args.record:
        record(section)
    return 0


if __name__ == "__main__":
    sys.exit(main())

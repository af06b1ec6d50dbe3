"""Compare the build times of Byeoru, Hugo and other generators, on the same posts, in one interleaved run.

    beside.py TOOLS [PEER …] [--posts 1000] [--corpus shaped] [--rounds 3] [--kinds cold text] [--record]

In:  a folder where `peers.py setup TOOLS hugo zola021` has installed the others.
Out: medians of each kind of build; the ratios to the same kind of Hugo's; and the number of pages that each wrote,
which shows whether they did the same work.
Must not: know how a site of a peer looks (`peer_sites` does).
"""

import argparse
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import TypedDict

from peer_sites import change, load_peers, missing, prepare, shows, site_of
from report import ROOT, heading, load, record, seconds, spread, table

KINDS = ("cold", "nothing", "text", "title", "tag", "template")
YARDSTICK = "hugo"


class Row(TypedDict):
    """One build, as returned by `peers.run`."""

    wall: float
    user: float
    sys: float
    rss: float
    code: int


Results = Mapping[str, Mapping[str, Sequence[Row]]]  # by peer, then by kind


def figures(results: Results) -> str:
    """Return a table of the medians of each peer and kind of build."""
    rows = []
    for name, kinds in results.items():
        for kind, runs in kinds.items():
            cpu = statistics.median(run["user"] + run["sys"] for run in runs)
            peak = f"{max(run['rss'] for run in runs):.0f}"
            rows.append([name, kind, *spread([run["wall"] for run in runs]), seconds(cpu), peak, str(len(runs))])
    return table(["generator", "build", "wall s", "min–max", "CPU s", "peak MiB", "runs"], rows)


def ratios(results: Results) -> str:
    """Return a table of the wall times as multiples of Hugo's."""

    def median(name: str, kind: str) -> float:
        return statistics.median(run["wall"] for run in results[name][kind])

    kinds = list(results[YARDSTICK])
    rows = [[name, *(f"{median(name, kind) / median(YARDSTICK, kind):.3f}" for kind in kinds)] for name in results]
    return table(["wall time / Hugo's", *kinds], rows)


def work_done(peers: ModuleType, args: argparse.Namespace, names: Sequence[str]) -> str:
    """Return a table of what the last builds wrote: a generator that writes less is not faster."""
    keys = ("html", "posts", "tags", "spans", "bytes")
    found = {name: peers.check(name, site_of(args.tools, name, args.posts, args.corpus)) for name in names}
    rows = [[name, *(f"{each[key]:,}" for key in keys), ", ".join(each["feeds"])] for name, each in found.items()]
    head = ["generator", "HTML files", "of posts", "of tags, categories", "highlighted spans", "bytes", "XML"]
    return table(head, rows)


def measure(peers: ModuleType, args: argparse.Namespace) -> Results:
    """Measure in turn, so that a slow minute affects all equally; drop peers that failed, whose times mean nothing."""
    results: dict[str, dict[str, list[Row]]] = {name: {kind: [] for kind in args.kinds} for name in args.others}
    turns = count(1)
    for kind in ["cold", *[kind for _ in range(args.rounds) for kind in args.kinds]]:
        for name in list(results):
            site = site_of(args.tools, name, args.posts, args.corpus)
            mark = f"표식{next(turns)}"
            change(peers, name, site, kind, mark)
            row: Row = peers.run(peers.command_of(name, peers.PEERS[name].build, args.tools), site)
            sys.stderr.write(f"{name:16} {kind:9} {row['wall']:8.2f} s  CPU {row['user'] + row['sys']:8.2f} s\n")
            if row["code"] or not (kind in ("cold", "nothing") or shows(peers, name, site, mark)):
                sys.stderr.write(f"{name}: a build failed or did nothing, so it is left out\n")
                del results[name]
            elif kind in args.kinds:
                results[name][kind].append(row)
    if "cold" in args.kinds:  # the first of each only fills the caches of the system
        for kinds in results.values():
            del kinds["cold"][0]
    return results


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Time Byeoru beside Hugo and other generators.")
    parser.add_argument("tools", metavar="TOOLS", type=Path, help="where `peers.py setup TOOLS hugo` put them")
    parser.add_argument(
        "others", metavar="PEER", nargs="*", default=[YARDSTICK, "byeoru-bare", "byeoru-nosearch", "byeoru"]
    )
    parser.add_argument("--posts", type=int, default=1000, metavar="N")
    parser.add_argument("--corpus", choices=("regular", "shaped"), default="regular", help="which posts")
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--peers", type=Path, default=ROOT.parent / "shared" / "bench", metavar="DIR")
    parser.add_argument("--fresh", action="store_true", help="write the sites again")
    parser.add_argument("--record", action="store_true", help="append the tables to bench/RESULTS.md")
    parser.add_argument("--prepare", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_intermixed_args()  # options may stand between the names
    if not (args.peers / "peers.py").exists():
        parser.error(f"no peers.py in {args.peers}: name its folder with --peers")
    if find_spec("byeoru") is None:
        parser.error("this Python has no byeoru: run `make site` once, then .venv/bin/python bench/beside.py")
    return args


def main() -> int:
    """Prepare, measure, compare, and record if asked."""
    args = arguments()
    args.tools = args.tools.resolve()
    peers = load_peers(args.peers, args.corpus)
    if lacking := missing(peers, args.tools, args.others):
        words = " ".join(lacking)
        sys.stderr.write(f"not installed: {words}\n  {args.peers}/peers.py setup {args.tools} {words}\n")
        return 2
    if args.prepare:
        prepare(peers, args.tools, args.others, args.posts, args.corpus, fresh=args.fresh)
        return 0
    # Another process writes the corpora, so that this one needs little memory (see `stopwatch`).
    subprocess.run([sys.executable, *sys.argv, "--prepare"], check=True)
    before = load()
    results = measure(peers, args)
    top = heading(f"{', '.join(results)} on {args.posts:,} {args.corpus} posts", load_before=before)
    parts = [top, figures(results), work_done(peers, args, list(results))]
    if YARDSTICK in results:
        parts.insert(2, ratios(results))
    section = "\n\n".join(parts)
    sys.stdout.write(f"{section}\n")
    if args.record:
        record(section)
    return 0


if __name__ == "__main__":
    sys.exit(main())

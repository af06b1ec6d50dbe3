"""Compare the build times of Byeoru, Hugo and other generators, on the same posts, in one interleaved run.

    beside.py TOOLS [PEER …] [--posts 1000] [--rounds 3] [--peers DIR] [--fresh] [--record]

In:  a folder where `peers.py setup TOOLS hugo` has installed the others.
Out: medians of clean builds, of builds without a change and after one edit; the ratios to Hugo; and the number of
pages that each wrote, which shows whether they did the same work.
Must not: contain the peers. Their configurations and corpus are those of `peers.py`, imported at run time;
Byeoru is registered there as another peer, so that all are measured by the same code.
"""

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from compileall import compile_dir
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TypedDict

from report import ROOT, heading, load, record, seconds, spread, table

KINDS = ("cold", "noop", "edit")
YARDSTICK = "hugo"
SEED = 1
OURS = {
    "byeoru": "",
}

_SETTINGS = "title: 기록\nbase_url: https://example.com\ntimezone: Asia/Seoul\n"
_SLOWEST = 480.0  # seconds; a slower peer is skipped in further rounds


class Row(TypedDict):
    """One build, as returned by `peers.run`."""

    wall: float
    user: float
    sys: float
    rss: float
    code: int


Results = Mapping[str, Mapping[str, Sequence[Row]]]  # by peer, then by kind


def load_peers(folder: Path) -> ModuleType:
    """Import `peers.py`, and register Byeoru there, with compiled bytecode as in an installation."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compile_dir(ROOT / "src", quiet=1)
    sys.path.insert(0, str(folder))
    peers = import_module("peers")
    # The form "plain" belongs to no peer: it has our front matter, but other folders.
    peers.make_corpus.LAYOUT["plain"] = ("content/posts", "content/images")
    build = [sys.executable, "-m", "byeoru", "build", "--quiet"]
    for name, more in OURS.items():
        files = {"blog.yml": _SETTINGS + more}
        peers.PEERS[name] = peers.Peer("plain", lambda files=files: files, build, "site", [".blog"])
    return peers


def site_of(tools: Path, name: str, posts: int) -> Path:
    """Return the folder in which `peers.measure` expects the site of a peer."""
    return tools / "sites" / f"{name}-{posts}"


def prepare(peers: ModuleType, tools: Path, names: Sequence[str], posts: int, *, fresh: bool) -> None:
    """Write the missing sites: the same posts, in the format of each peer."""
    for name in names:
        site = site_of(tools, name, posts)
        try:
            known = json.loads((site / ".bench.json").read_text("utf-8"))
        except (OSError, ValueError):
            known = {}
        if fresh or (known.get("posts"), known.get("seed")) != (posts, SEED):
            peers.make_site(name, site, posts, tools, SEED)


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

    rows = [
        [name, *(f"{median(name, kind) / median(YARDSTICK, kind):.3f}" for kind in KINDS)]
        for name in results
        if all(kind in results[name] for kind in KINDS)
    ]
    return table(["wall time / Hugo's", *KINDS], rows)


def work_done(peers: ModuleType, tools: Path, names: Sequence[str], posts: int) -> str:
    """Return a table of what the last builds wrote: a generator that writes less is not faster."""
    keys = ("html", "posts", "tags", "spans", "bytes")
    found = {name: peers.check(name, site_of(tools, name, posts)) for name in names}
    rows = [[name, *(f"{each[key]:,}" for key in keys), ", ".join(each["feeds"])] for name, each in found.items()]
    head = ["generator", "HTML files", "of posts", "of tags, categories", "highlighted spans", "bytes", "XML"]
    return table(head, rows)


def missing(peers: ModuleType, tools: Path, names: Sequence[str]) -> list[str]:
    """Return the peers that are unknown or not installed."""

    def installed(name: str) -> bool:
        if name in OURS:
            return True
        if name not in peers.PEERS:
            return False
        peer = peers.PEERS[name]
        return shutil.which(peer.build[0]) is not None if peer.apt else peers.tools_of(tools, name).exists()

    return [name for name in names if not installed(name)]


def measure(peers: ModuleType, args: argparse.Namespace) -> Results:
    """Measure, and drop peers that failed, whose times mean nothing."""
    with contextlib.redirect_stdout(sys.stderr):  # progress goes to stderr, only the tables to stdout
        results: Results = peers.measure(args.tools, args.posts, args.others, args.rounds, KINDS, limit=_SLOWEST)
    failed = {name for name, kinds in results.items() for runs in kinds.values() if any(run["code"] for run in runs)}
    for name in sorted(failed):
        sys.stderr.write(f"{name}: a build failed, so it is left out\n")
    return {name: kinds for name, kinds in results.items() if name not in failed}


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Time Byeoru beside Hugo and other generators.")
    parser.add_argument("tools", metavar="TOOLS", type=Path, help="where `peers.py setup TOOLS hugo` put them")
    parser.add_argument("others", metavar="PEER", nargs="*", default=[YARDSTICK, "byeoru"])
    parser.add_argument("--posts", type=int, default=1000, metavar="N")
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
    peers = load_peers(args.peers)
    if lacking := missing(peers, args.tools, args.others):
        words = " ".join(lacking)
        sys.stderr.write(f"not installed: {words}\n  {args.peers}/peers.py setup {args.tools} {words}\n")
        return 2
    if args.prepare:
        prepare(peers, args.tools, args.others, args.posts, fresh=args.fresh)
        return 0
    # Another process writes the corpora, so that this one needs little memory (see `stopwatch`).
    subprocess.run([sys.executable, *sys.argv, "--prepare"], check=True)
    before = load()
    results = measure(peers, args)
    top = heading(f"{', '.join(results)} on {args.posts:,} posts, {args.rounds} rounds", load_before=before)
    parts = [top, figures(results), work_done(peers, args.tools, list(results), args.posts)]
    if YARDSTICK in results:
        parts.insert(2, ratios(results))
    section = "\n\n".join(parts)
    sys.stdout.write(f"{section}\n")
    if args.record:
        record(section)
    return 0


if __name__ == "__main__":
    sys.exit(main())

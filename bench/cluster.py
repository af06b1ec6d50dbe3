"""Find from which size a cluster pays: build the corpus with local workers, and with a cluster of Dask on this machine.

    cluster.py [--posts 300 1000] [--workers 2] [--rounds 3]

In:  the numbers of posts, of workers and of rounds; needs `byeoru[dask]`.
Out: for each size, minima of the wall time, of the CPU of the process that builds, and of that of its workers.
Must not: pretend to be several machines: no time passes on a network here. What can be read off for these is the CPU
of the process that builds: no number of workers makes a build take less than that.
"""

import argparse
import logging
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from distributed import Client, LocalCluster

from byeoru.base.cluster import PREFIX
from report import table
from stopwatch import run

BUILD = (sys.executable, "-m", "byeoru", "build", "--quiet")


class Cost(NamedTuple):
    """The cost of a cold build, in seconds."""

    wall: float
    here: float  # CPU of the process that builds
    workers: float  # CPU


def cold(folder: Path, *words: str) -> tuple[float, float]:
    """Build *folder* from nothing; return wall and CPU seconds."""
    for name in (".blog", "site"):
        shutil.rmtree(folder / name, ignore_errors=True)
    done = run((*BUILD, *words), folder)
    return done.wall, done.cpu


def on_cluster(folder: Path, client: Client) -> Cost:
    """Build *folder* with the workers of a cluster."""

    def spent() -> float:
        return float(sum(client.run(time.process_time).values()))

    before = spent()
    wall, here = cold(folder, "--executor", client.scheduler.address.replace("tcp://", PREFIX))
    return Cost(wall, here, spent() - before)


def least(costs: list[Cost]) -> Cost:
    """Return the minimum of each figure."""
    return Cost(*(min(figures) for figures in zip(*costs, strict=True)))


def main() -> None:
    """Print one row for each size."""
    parser = argparse.ArgumentParser(description="measure a cluster of Dask beside local workers")
    parser.add_argument("--posts", type=int, nargs="+", default=[300, 1000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    rows = []
    local = LocalCluster(options.workers, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL)
    with local, Client(local) as client, tempfile.TemporaryDirectory() as place:
        for posts in options.posts:
            folder = Path(place, str(posts))
            corpus = [sys.executable, str(Path(__file__).with_name("corpus.py")), str(folder), "--posts", str(posts)]
            subprocess.run(corpus, check=True, stdout=subprocess.DEVNULL)
            together, apart = [], []
            for _ in range(options.rounds):
                together.append(Cost(*cold(folder, "--jobs", str(options.workers)), 0))
                apart.append(on_cluster(folder, client))
            here, there = least(together), least(apart)
            rows.append([str(posts), *(f"{figure:.2f}" for figure in (*here[:2], *there))])
    print(table(["posts", "local wall", "local CPU", "cluster wall", "CPU here", "CPU of workers"], rows))


if __name__ == "__main__":
    main()

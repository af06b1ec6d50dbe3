"""Lighthouse on a phone of the middle class: as fast as can be said, and nothing left to mend."""

import json
import os
import subprocess
import time
from pathlib import Path
from statistics import median

import pytest

from judges.example import page_of
from judges.judges_here import module
from programs import program

RUNS = 5
WANTED = {"performance": 0.99, "accessibility": 1, "best-practices": 1, "seo": 1}
# Times on a slow phone are computed from a quick load, as Lighthouse does by default: that shakes less than a slow load.
OPTIONS = ("--quiet", "--output=json", "--throttling-method=simulate", f"--only-categories={','.join(WANTED)}")
CHROME = "--chrome-flags=--headless=new --no-sandbox"


def scores(address: str) -> dict[str, float]:
    """Return what Lighthouse gives a page in each category, from 0 to 1."""
    program_of_node = module("lighthouse/cli/index.js")
    environment = os.environ | {"CHROME_PATH": program("chromium")}
    command = [program("node"), str(program_of_node), address, *OPTIONS, CHROME]
    done = subprocess.run(command, capture_output=True, env=environment, timeout=120, check=True)
    found = json.loads(done.stdout)["categories"]
    return {name: found[name]["score"] or 0 for name in WANTED}


def medians(address: str) -> dict[str, float]:
    """Return the median of each category over the runs."""
    runs = [scores(address) for _ in range(RUNS)]
    return {name: median(run[name] for run in runs) for name in WANTED}


def shortfall(row: dict[str, float]) -> dict[str, float]:
    """Return the categories that are below the mark."""
    return {name: row[name] for name, least in WANTED.items() if row[name] < least}


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.timeout(600)
@pytest.mark.parametrize("kind", ["home", "post", "tags"])
def test_lighthouse_has_nothing_to_ask_for(kind: str, example: Path, host: str) -> None:
    """At least 99 for speed and 100 for the rest, as the median of five runs.

    A figure of speed depends on the machine: whoever runs this runs nothing beside it, and where speed alone is below the
    mark, the row of runs is repeated once after a rest, for a machine that was busy with something else.
    """
    address = host + page_of(example, kind)

    short = shortfall(medians(address))
    if short.keys() == {"performance"}:
        time.sleep(20)
        short = shortfall(medians(address))

    assert short == {}

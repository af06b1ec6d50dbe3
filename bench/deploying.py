"""Compare `blog deploy` with ghp-import: one post of a large site changes, and a bare repository is updated.

    deploying.py [--posts 4500] [--rounds 7] [--work DIR] [--record]

In:  the number of posts. ghp-import is installed into its own virtual environment.
Out: a Markdown table of medians with the lowest and highest value, and the ratio of the two.
Must not: assert figures. After each deployment the branch is read; if the change is missing, the run stops.
"""

import argparse
import subprocess
import sys
import tempfile
import venv
from itertools import count
from pathlib import Path
from typing import NamedTuple

from changes import Bench, body
from report import heading, load, record, seconds, spread, table
from stopwatch import CommandFailedError, Run, run

CORPUS = Path(__file__).with_name("corpus.py")
OURS = (sys.executable, "-m", "byeoru")
WHOLE, SENT, PEER = "blog deploy, with its build", "blog deploy of a built site", "ghp-import of a built site"


class Setup(NamedTuple):
    """A blog in a clone, a remote for each of the two programs, and ghp-import."""

    bench: Bench
    ours: Path
    theirs: Path
    peer: Path


def git(folder: Path, *words: str) -> str:
    """Run git."""
    done = subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


def prepare(work: Path, posts: int) -> Setup:
    """Write the blog, create the remotes, and install ghp-import."""
    site = work / "blog"
    subprocess.run(
        [sys.executable, str(CORPUS), str(site), "--posts", str(posts), "--seed", "1"], check=True, stdout=sys.stderr
    )
    ours, theirs = work / "ours.git", work / "theirs.git"
    for remote in (ours, theirs):
        git(work, "init", "--quiet", "--bare", str(remote))
    with (site / "blog.yml").open("a", encoding="utf-8") as file:
        file.write("deploy: {repository: ../ours.git}\n")
    git(site, "init", "--quiet")
    git(site, "config", "user.name", "bench")
    git(site, "config", "user.email", "bench@example.kr")
    git(site, "remote", "add", "theirs", str(theirs))
    venv.create(work / "peer", with_pip=True)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "ghp-import"]
    subprocess.run([work / "peer/bin/python", *install], check=True)
    return Setup(Bench(site, posts, 1), ours, theirs, work / "peer/bin/ghp-import")


def deploy(setup: Setup) -> Run:
    """Deploy with Byeoru."""
    return run([*OURS, "deploy", "--no-wait"], setup.bench.site)


def peer(setup: Setup) -> Run:
    """Deploy the folder with ghp-import."""
    return run([str(setup.peer), "--push", "--no-jekyll", "--remote", "theirs", "site"], setup.bench.site)


def check_deployed(remote: Path, setup: Setup, text: str) -> None:
    """Stop unless the branch contains the change."""
    page = setup.bench.page(setup.bench.posts // 2).relative_to(setup.bench.site / "site").as_posix()
    if text not in git(remote, "show", f"gh-pages:{page}"):
        raise CommandFailedError(f"{remote}: {page} does not show {text!r}")


def measure(setup: Setup, rounds: int) -> dict[str, list[Run]]:
    """Time each program on its own changes; they take turns at running first."""
    runs: dict[str, list[Run]] = {WHOLE: [], SENT: [], PEER: []}
    turns = count(1)
    deploy(setup)
    peer(setup)
    for number in range(rounds):
        mark = body(setup.bench, next(turns))
        runs[WHOLE].append(deploy(setup))
        check_deployed(setup.ours, setup, mark.text)
        peer(setup)  # not timed: both start from the same site
        mark = body(setup.bench, next(turns))
        run([*OURS, "build"], setup.bench.site)
        for name in (SENT, PEER) if number % 2 else (PEER, SENT):
            runs[name].append(deploy(setup) if name == SENT else peer(setup))
        for remote in (setup.ours, setup.theirs):
            check_deployed(remote, setup, mark.text)
    return runs


def median(values: list[float]) -> float:
    """Return the median of *values*."""
    return sorted(values)[len(values) // 2]


def figures(runs: dict[str, list[Run]]) -> str:
    """Return the table of results."""
    rows = [
        [name, *spread([one.wall for one in found]), seconds(median([one.cpu for one in found])), str(len(found))]
        for name, found in runs.items()
    ]
    drawn = table(["what", "wall s", "min–max", "CPU s", "runs"], rows)
    ratio = median([one.wall for one in runs[SENT]]) / median([one.wall for one in runs[PEER]])
    return f"{drawn}\n\nOf a built site, `blog deploy` takes {ratio:.2f} of ghp-import's wall time.\n"


def main() -> int:
    """Measure, print, and record the section if requested."""
    parser = argparse.ArgumentParser(description="Time blog deploy beside ghp-import.")
    parser.add_argument("--posts", type=int, default=4500)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--work", type=Path)
    parser.add_argument("--record", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="byeoru-deploying-") as scratch:
        work = args.work or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        before = load()
        setup = prepare(work, args.posts)
        runs = measure(setup, args.rounds)
        files = len(git(setup.ours, "ls-tree", "-r", "--name-only", "gh-pages").splitlines())
    title = f"deploying one changed post of {files:,} files"
    section = f"{heading(title, load_before=before)}\n\n{figures(runs)}"
    print(section)
    if args.record:
        record(section)
    return 0


if __name__ == "__main__":
    sys.exit(main())

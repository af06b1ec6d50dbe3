"""Format results as Markdown, and record them.

In:  rows of text.
Out: tables, a description of this machine, and sections of `RESULTS.md`, the last of each title.
Must not: measure.
"""

import os
import platform
import re
import statistics
import subprocess
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = Path(__file__).with_name("RESULTS.md")

_PREFACE = """\
# Results

Written by the scripts of this folder with `--record`; `README.md` says how to read them.
Figures of different sections come from different machines or hours: compare inside a section only.
"""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose first column is text and whose other columns are numbers.

    >>> print(table(["build", "s"], [["cold", "1.20"]]))
    | build | s |
    |---|---:|
    | cold | 1.20 |
    """
    lines = [head, *rows]
    drawn = ["| " + " | ".join(line) + " |" for line in lines]
    return "\n".join([drawn[0], "|---|" + "---:|" * (len(head) - 1), *drawn[1:]])


def seconds(value: float) -> str:
    """Format seconds with about three digits.

    >>> seconds(12.345), seconds(1.2345), seconds(0.0123)
    ('12.3', '1.23', '0.012')
    """
    digits = 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:.{digits}f}"


def spread(values: Sequence[float]) -> tuple[str, str]:
    """Return the median, and the range of values."""
    return seconds(statistics.median(values)), f"{seconds(min(values))}–{seconds(max(values))}"


def load() -> str:
    """Return the load average of the last minute; above the number of cores, wall times are unreliable."""
    return f"{os.getloadavg()[0]:.1f}"


def machine() -> str:
    """Return one line that describes this machine."""
    return (
        f"{_processor()}, {os.cpu_count()} cores, {_memory():.0f} GiB, {platform.platform(terse=True)}, "
        f"Python {platform.python_version()}"
    )


def heading(title: str, *, load_before: str) -> str:
    """Return the heading of a section, with date and commit; call it after measuring."""
    now = datetime.now().astimezone()
    busy = f"load {load_before} before and {load()} after"
    return f"## {now:%Y-%m-%d %H:%M}: {title}\n\n{machine()}, {busy}; commit {_commit()}."


def record(section: str) -> None:
    """Append a section to `RESULTS.md`, in place of an earlier one of the same title."""
    known = RESULTS.read_text("utf-8") if RESULTS.exists() else _PREFACE
    preface, *sections = re.split(r"^(?=## )", known, flags=re.MULTILINE)
    kept = [earlier for earlier in sections if _title(earlier) != _title(section)]
    text = "\n\n".join(part.strip() for part in (preface, *kept, section))
    RESULTS.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _title(section: str) -> str:
    r"""Return the title of a section without its date.

    >>> _title("## 2026-11-29 17:41: parsing\\n")
    'parsing'
    """
    return section.partition("\n")[0].split(": ", 1)[1]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:  # not Linux
        return platform.processor() or platform.machine()
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.machine())


def _memory() -> float:
    """Return the memory of this machine in GiB."""
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30


def _commit() -> str:
    """Return the current commit, without `git status`, which may write to the repository."""
    words = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    try:
        found = subprocess.run(words, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return found.stdout.strip()

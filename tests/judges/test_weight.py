"""What a reader's first page costs, in bytes after `gzip`: budgets of the theme, not of its speed."""

import gzip
from pathlib import Path

KB = 1000


def packed(example: Path, pattern: str) -> int:
    """Return how many bytes a host sends for all files of a pattern."""
    found = sorted(example.glob(pattern))
    assert found, f"the example site has no {pattern}"
    return sum(len(gzip.compress(path.read_bytes())) for path in found)


def test_the_style_sheets_are_light(example: Path) -> None:
    """All that a page may load of CSS, with the colours of code."""
    assert packed(example, "theme/*.css") <= 12 * KB


def test_the_script_is_light(example: Path) -> None:
    """What every page loads, and is complete without."""
    assert packed(example, "theme/hanji*.js") <= 6 * KB

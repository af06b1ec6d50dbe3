"""The modules of the search: which of them the first opening asks for."""

import gzip
import re
from pathlib import Path

KB = 1000
STATIC = Path(__file__).parents[3] / "themes/hanji/static"


def imported(name: str, found: set[str]) -> set[str]:
    """Return a module with all that it needs before it can run."""
    if name not in found:
        found.add(name)
        text = (STATIC / f"search/{name}.js").read_text(encoding="utf-8")
        for other in re.findall(r'from "\./(\w+)\.js"', text):
            imported(other, found)
    return found


def test_the_first_opening_asks_for_all_modules_at_once() -> None:
    """The opener names each module that `search.js` needs, so that none waits for another to be read; and no other."""
    listed = re.search(r"var modules = (\[[^]]*\])", (STATIC / "hanji.js").read_text(encoding="utf-8"))
    assert listed is not None
    names = re.findall(r'"(\w+)"', listed[1])

    assert sorted(names) == sorted(imported("search", set()))
    assert len(set(names)) == len(names)


def test_the_modules_are_light() -> None:
    """A reader who searches loads at most 8 KB of scripts after `gzip`, comments included; rarer things come when needed."""
    packed = {path.stem: len(gzip.compress(path.read_bytes())) for path in (STATIC / "search").glob("*.js")}
    first = imported("search", set())

    assert sum(packed[name] for name in first) <= 8 * KB
    assert sum(packed.values()) <= 14 * KB
    assert first < packed.keys()

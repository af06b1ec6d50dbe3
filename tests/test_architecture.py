"""The import rules of the house: arrows point down only."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "src" / "byeoru"
MODULES = sorted(ROOT.rglob("*.py"))

# Each room may import rooms of a lower rank; rooms of one rank do not know each other.
RANK = {
    "base": 0,
    "model": 1,
    "settings": 2,
    "media": 2,
    "plugins": 2,
    "discover": 3,
    "parse": 3,
    "graph": 3,
    "render": 3,
    "search": 3,
    "emit": 3,
    "publish": 3,
    "cache": 3,
    "connected": 4,
    "rendering": 4,
    "build": 5,
    "front_door": 6,
    "warm": 6,
    "serve": 7,
    "importers": 7,
    "cli": 8,
    "__main__": 9,
}
# What a build that has nothing to do must not load.
HEAVY = {"markdown_it", "pygments", "jinja2", "yaml", "multiprocessing", "concurrent.futures", "rich", "dataclasses"}


def room(path: Path, root: Path) -> str:
    """Return the room that a module stands in: a folder, or a module at the top."""
    return path.relative_to(root).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    """Return the rooms that a module imports, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("byeoru.")}
    return found - {"__version__"}


def violations(path: Path, root: Path) -> set[str]:
    """Return the rooms that the module at *path* may not import and does."""
    mine = room(path, root)
    return {other for other in imports(path) - {mine} if RANK[other] >= RANK[mine]}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_only_imports_what_lies_below_it(path: Path) -> None:
    """Stages never import each other; values carry the data between them."""
    if path.parent == ROOT and path.name == "__init__.py":
        return

    assert not violations(path, ROOT)


def test_a_planted_violation_is_caught(tmp_path: Path) -> None:
    """The rule can fail: a stage that imports its sibling inside a function is found."""
    culprit = tmp_path / "parse" / "document.py"
    culprit.parent.mkdir()
    culprit.write_text("def f():\n    from byeoru.render.views import RefView\n    return RefView\n")

    assert violations(culprit, tmp_path) == {"render"}


def test_every_module_says_what_it_is() -> None:
    """A newcomer reads the first line of a module and knows whether this is the room."""
    silent = [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))]

    assert silent == []


def test_modules_stay_short() -> None:
    """A file that needs a scroll to understand is two files."""
    long = {path.name: lines for path in MODULES if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300}

    assert long == {}


def test_the_rooms_are_known() -> None:
    """Every module of the program stands in a room of the house."""
    rooms = {room(path, ROOT) for path in MODULES} - {"__init__"}

    assert rooms <= RANK.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_pattern_repeats_a_group_possessively(path: Path) -> None:
    """`(…)*+` matches wrongly before Python 3.11.5 (python/cpython#106052); `(?>(…)*)` says the same and is right."""
    texts = [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "(?" in node.value
    ]

    assert [text for text in texts if re.search(r"(?<!\\)\)[*+?]\+", text)] == []

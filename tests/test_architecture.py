"""The rules of the house: imports point down only and in no circle, modules are short and say what they are."""

import ast
import re
from pathlib import Path

import pytest

from imports_test import circles, graph_of_files, graph_of_folders

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
# What is still to be broken up. These sets only shrink.
FILES_LEFT = {
    frozenset({"byeoru.base.parallel", "byeoru.base.pool"}),
    frozenset({"byeoru.render.metadata.cleaner", "byeoru.render.metadata.places"}),
}
FOLDERS_LEFT = {
    frozenset({"byeoru.base", "byeoru.base.messages"}),
    frozenset({"byeoru.parse", "byeoru.parse.rules"}),
}


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


def plant(src: Path, **texts: str) -> None:
    """Write modules of a program below *src*; `parse__words` is the file parse/words.py."""
    for name, text in texts.items():
        path = src / "byeoru" / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_no_two_files_import_each_other() -> None:
    """An import inside a function or for the type checker alone closes a circle as well."""
    assert set(circles(graph_of_files())) <= FILES_LEFT


def test_no_two_packages_import_each_other() -> None:
    """A package and the package inside it have an order too, even where no two files form a circle."""
    assert set(circles(graph_of_folders())) <= FOLDERS_LEFT


def test_a_planted_circle_of_files_is_caught(tmp_path: Path) -> None:
    """Three files that need each other, once in a function and once for types only, are one circle."""
    plant(
        tmp_path,
        base__a="from byeoru.base import b\n",
        base__b="def f():\n    from byeoru.base.c import x\n    return x\n",
        base__c="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import byeoru.base.a\n",
        base__d="from byeoru.base.a import b\n",
    )

    assert circles(graph_of_files(tmp_path)) == [frozenset({"byeoru.base.a", "byeoru.base.b", "byeoru.base.c"})]


def test_a_planted_circle_of_packages_is_caught(tmp_path: Path) -> None:
    """A rule that imports a sibling of its package, and another sibling that imports a rule, is a circle of folders."""
    plant(
        tmp_path,
        parse__markdown="from byeoru.parse.rules.ruby import ruby\n",
        parse__words="",
        parse__rules__ruby="from byeoru.parse.words import count\n",
    )

    assert circles(graph_of_files(tmp_path)) == []
    assert circles(graph_of_folders(tmp_path)) == [frozenset({"byeoru.parse", "byeoru.parse.rules"})]


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

"""The rules of the architecture: imports point down without cycles, and modules are short and documented."""

import ast
import re
from pathlib import Path

import pytest

from imports_test import circles, graph_of_files, graph_of_folders, modules, nodes, tree
from purity_test import impurities, reached

ROOT = Path(__file__).parents[1] / "src" / "byeoru"
MODULES = sorted(ROOT.rglob("*.py"))

# Each package may import packages of a lower rank; packages of one rank do not import each other.
RANK = {
    "base": 0,
    "korean": 1,
    "model": 1,
    "index": 2,
    "origins": 2,
    "settings": 2,
    "media": 2,
    "publish": 2,
    "plugins": 2,
    "discover": 3,
    "parse": 3,
    "graph": 3,
    "render": 3,
    "search": 3,
    "emit": 3,
    "cache": 3,
    "audit": 4,
    "appearance": 4,
    "premises": 4,
    "connected": 5,
    "rendering": 4,
    "dialogue": 4,
    "memory": 6,
    "parsing": 7,
    "output_folder": 7,
    "recall": 7,
    "auditing": 7,
    "flush": 8,
    "build": 9,
    "inspection": 9,
    "session": 10,
    "deploy": 11,
    "renaming": 11,
    "serve": 11,
    "importers": 11,
    "cli": 12,
    "__main__": 13,
}
# What computes: the same values in, the same values out, on any machine and at any time.
PURE = frozenset({"parse", "graph", "index", "origins", "render", "settings", "model", "korean"})
# The one way out of it: a fault of the program's own is described where it is met, for the report of the crash.
BORDERS = frozenset({("byeoru.render.work", "byeoru.base.crash")})
# A lexer of Pygments is a class in a module, both named in a table of its own; queries, Markdown rules and kinds of
# output are modules of a package.
EXCEPTIONS = {
    "byeoru.base.mappings": {"pickle.PickleBuffer"},
    "byeoru.base.frozen": {"io", "pickle", "sys.modules"},  # values from bytes that are given, of loaded classes
    "byeoru.parse.code_blocks.highlight": {"importlib.import_module"},
    "byeoru.model.queries": {"importlib.import_module", "pkgutil.iter_modules"},
    "byeoru.origins": {"importlib.import_module", "pkgutil.iter_modules"},
    "byeoru.parse.rules": {"importlib.import_module", "pkgutil.iter_modules"},
    "byeoru.render.kinds": {"importlib.import_module", "pkgutil.iter_modules"},
}


def package(path: Path, root: Path) -> str:
    """Return the package of a module: a folder, or a module at the top."""
    return path.relative_to(root).with_suffix("").parts[0]


def imports(path: Path) -> set[str]:
    """Return the packages that a module imports, including imports in functions."""
    found = set()
    for node in nodes(path):
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
    """Return the packages that the module at *path* imports and may not."""
    mine = package(path, root)
    return {other for other in imports(path) - {mine} if RANK[other] >= RANK[mine]}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_only_imports_what_lies_below_it(path: Path) -> None:
    """Stages never import each other; values carry the data between them."""
    if path.parent == ROOT and path.name == "__init__.py":
        return

    assert not violations(path, ROOT)


def test_a_planted_violation_is_caught(tmp_path: Path) -> None:
    """The check finds an import of a sibling stage inside a function."""
    culprit = tmp_path / "parse" / "document.py"
    culprit.parent.mkdir()
    culprit.write_text("def f():\n    from byeoru.render.views import SummaryView\n    return SummaryView\n")

    assert violations(culprit, tmp_path) == {"render"}


def plant(src: Path, **texts: str) -> None:
    """Write modules of a program below *src*; `parse__words` is the file parse/words.py."""
    for name, text in texts.items():
        path = src / "byeoru" / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_no_two_files_import_each_other() -> None:
    """Files have no import cycles, also counting imports inside functions or for type checkers only."""
    assert circles(graph_of_files()) == []


def test_no_two_packages_import_each_other() -> None:
    """Packages have no import cycles, even where no two files form one."""
    assert circles(graph_of_folders()) == []


def test_a_planted_circle_of_files_is_caught(tmp_path: Path) -> None:
    """The check finds a cycle of three files, with imports in a function and for types only."""
    plant(
        tmp_path,
        base__a="from byeoru.base import b\n",
        base__b="def f():\n    from byeoru.base.c import x\n    return x\n",
        base__c="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import byeoru.base.a\n",
        base__d="from byeoru.base.a import b\n",
    )

    assert circles(graph_of_files(tmp_path)) == [frozenset({"byeoru.base.a", "byeoru.base.b", "byeoru.base.c"})]


def test_a_planted_circle_of_packages_is_caught(tmp_path: Path) -> None:
    """The check finds a cycle of two packages whose files form none."""
    plant(
        tmp_path,
        parse__markdown="from byeoru.parse.rules.ruby import ruby\n",
        parse__words="",
        parse__rules__ruby="from byeoru.parse.words import count\n",
    )

    assert circles(graph_of_files(tmp_path)) == []
    assert circles(graph_of_folders(tmp_path)) == [frozenset({"byeoru.parse", "byeoru.parse.rules"})]


def test_stages_are_functions_of_their_arguments() -> None:
    """The modules that compute the site, and their imports, use no files, clocks, environment or randomness."""
    known = modules()
    found = {name: impurities(known[name]) for name in reached(graph_of_files(), PURE, BORDERS)}

    impure = {
        name: left
        for name, those in found.items()
        if (left := [one for one in those if one.partition(": ")[2] not in EXCEPTIONS.get(name, ())])
    }
    assert impure == {}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import os\ndef f(a):\n    return os.path.exists(a)\n", ["3: os.path.exists"]),
        ("import os\nx = os.environ\n", ["2: os.environ"]),
        ("from os import environ\n", ["1: os.environ"]),
        ("import posixpath\nx = posixpath.abspath('a')\n", ["2: posixpath.abspath"]),
        ("import time\n", ["1: time"]),
        ("def f():\n    from pathlib import Path\n    return Path\n", ["2: pathlib.Path"]),
        ("import random, re, subprocess\n", ["1: random", "1: subprocess"]),
        ("from urllib.request import urlopen\n", ["1: urllib.request.urlopen"]),
        ("import urllib.request\n", ["1: urllib.request"]),
        ("from socket import socket\n", ["1: socket.socket"]),
        ("from datetime import datetime\nx = datetime.now()\n", ["2: .now()"]),
        ("from datetime import date\nx = date.today()\n", ["2: .today()"]),
        ("def f(moment, zone):\n    return moment.astimezone(zone), moment.astimezone()\n", ["2: .astimezone()"]),
        ("from jinja2 import Environment, FileSystemLoader\n", ["1: jinja2.FileSystemLoader"]),
        (
            "def f(path):\n    return open(path).read(), path.read_text(), hash(path)\n",
            ["2: .read_text()", "2: hash()", "2: open()"],
        ),
        ("import os\nfrom urllib.parse import quote\nx = quote(os.path.join('a', 'b'))\n", []),
    ],
)
def test_a_planted_impurity_is_caught(text: str, found: list[str], tmp_path: Path) -> None:
    """The check finds an impurity anywhere in a module."""
    culprit = tmp_path / "document.py"
    culprit.write_text(text, encoding="utf-8")

    assert impurities(culprit) == found


def test_an_impurity_behind_an_import_is_reached(tmp_path: Path) -> None:
    """The check finds an impurity in a module of `base` that a stage imports."""
    plant(
        tmp_path,
        parse__document="from byeoru.base.words import count\n",
        base__words="def count():\n    from byeoru.base.clock import now\n    return now()\n",
        base__clock="import time\n",
        base__other="import time\n",
    )
    graph = graph_of_files(tmp_path)

    assert reached(graph, PURE, ()) == {"byeoru.parse.document", "byeoru.base.words", "byeoru.base.clock"}
    assert "byeoru.base.clock" not in reached(graph, PURE, {("byeoru.base.words", "byeoru.base.clock")})


def test_every_module_states_its_purpose() -> None:
    """Each module has a docstring whose first line states its purpose."""
    silent = [path for path in MODULES if not ast.get_docstring(tree(path))]

    assert silent == []


def test_modules_stay_short() -> None:
    """A module has fewer than 300 lines."""
    long = {path.name: lines for path in MODULES if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300}

    assert long == {}


def test_functions_stay_short() -> None:
    """A function has at most 60 lines."""
    long = {
        f"{name}.{node.name}"
        for name, path in modules().items()
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    }

    assert long == set()


def test_no_two_classes_have_one_name() -> None:
    """No two classes have the same name, so a search finds the right one."""
    names = [node.name for path in MODULES for node in nodes(path) if isinstance(node, ast.ClassDef)]

    assert {name for name in names if names.count(name) > 1} == set()


def test_every_module_belongs_to_a_package() -> None:
    """Every module belongs to a package of the order."""
    packages = {package(path, ROOT) for path in MODULES} - {"__init__"}

    assert packages <= RANK.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_pattern_repeats_a_group_possessively(path: Path) -> None:
    """`(…)*+` matches wrongly before Python 3.11.5 (python/cpython#106052); `(?>(…)*)` is equivalent."""
    texts = [
        node.value
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "(?" in node.value
    ]

    assert [text for text in texts if re.search(r"(?<!\\)\)[*+?]\+", text)] == []

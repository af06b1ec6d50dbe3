"""The import graph of the program, read from syntax trees without importing anything."""

import ast
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

SRC = Path(__file__).parents[1] / "src"
Graph = Mapping[str, frozenset[str]]


def modules(src: Path = SRC) -> dict[str, Path]:
    """Return each module of `byeoru` below *src* by its full name, a package by its `__init__`."""
    return {_name(path, src): path for path in sorted((src / "byeoru").rglob("*.py"))}


@lru_cache(maxsize=1 << 10)
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1 << 10)
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return all nodes of the syntax tree of a file; many rules walk it."""
    return tuple(ast.walk(tree(path)))


def graph_of_files(src: Path = SRC) -> Graph:
    """Return the imports of each module, including those in functions and for type checkers only."""
    known = modules(src)
    return {name: frozenset(_imported(path, known) - {name, "byeoru"}) for name, path in known.items()}


def graph_of_folders(src: Path = SRC) -> Graph:
    """Return the same for packages; a module directly in `byeoru` stands for itself."""
    known = modules(src)
    folders: dict[str, set[str]] = {}
    for name, others in graph_of_files(src).items():
        mine = _folder(name, known)
        folders.setdefault(mine, set()).update(_folder(other, known) for other in others)
    return {name: frozenset(others - {name}) for name, others in folders.items()}


def circles(graph: Graph) -> list[frozenset[str]]:
    """Return the sets of nodes that reach each other, by Tarjan's algorithm.

    >>> graph = {"a": {"b"}, "b": {"a", "c"}, "c": set(), "d": {"a"}}
    >>> [sorted(circle) for circle in circles({name: frozenset(others) for name, others in graph.items()})]
    [['a', 'b']]
    """
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[frozenset[str]] = []

    def visit(node: str) -> None:
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in graph[node]:
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            circle = frozenset(stack[stack.index(node) :])
            del stack[stack.index(node) :]
            if len(circle) > 1:
                found.append(circle)

    for node in graph:
        if node not in index:
            visit(node)
    return found


def _name(path: Path, src: Path) -> str:
    parts = path.relative_to(src).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _folder(name: str, known: Mapping[str, Path]) -> str:
    parent = name if known[name].name == "__init__.py" else name.rpartition(".")[0]
    return name if parent == "byeoru" else parent


def _imported(path: Path, known: Mapping[str, Path]) -> set[str]:
    names: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            full = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= {name if name in known else node.module for name in full}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names & known.keys()

"""Find what makes a module depend on more than its arguments: files, clocks, the environment, randomness.

The imports are an allowlist, so that a module of the standard library that nobody has thought of is asked about.
"""

import ast
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from imports_test import Graph, nodes

# Modules that compute. `zoneinfo` reads the time zones, which come with Python or the system and are data of the build.
_COMPUTE = frozenset(
    [
        "base64",
        "bisect",
        "calendar",
        "collections",
        "contextlib",
        "dataclasses",
        "datetime",
        "difflib",
        "email",
        "enum",
        "functools",
        "hashlib",
        "heapq",
        "html",
        "ipaddress",
        "itertools",
        "json",
        "math",
        "operator",
        "re",
        "string",
        "struct",
        "textwrap",
        "tomllib",
        "types",
        "typing",
        "unicodedata",
        "urllib.parse",
        "zlib",
        "zoneinfo",
        "byeoru",
        "idna",
        "jinja2",
        "markdown_it",
        "markupsafe",
        "math_core",
        "mdit_py_plugins",
        "pygments",
        "yaml",
    ]
)
# Modules of which these names compute, and others reach the system.
_PARTLY = {
    "os": frozenset({"path", "sep"}),
    "os.path": frozenset({"basename", "dirname", "isabs", "join", "split", "splitext"}),
    "posixpath": frozenset({"basename", "commonprefix", "dirname", "join", "normpath", "split", "splitext"}),
    "sys": frozenset({"intern", "maxsize"}),
    "traceback": frozenset({"walk_tb"}),
}
_FROM_FILES = frozenset({"FileSystemLoader", "ModuleLoader", "PackageLoader"})
_BUILTINS = frozenset({"__import__", "breakpoint", "hash", "id", "input", "open", "print"})
_METHODS = frozenset(
    [
        "getenv",
        "mkdir",
        "now",
        "open",
        "read_bytes",
        "read_text",
        "rename",
        "stat",
        "today",
        "unlink",
        "utcnow",
        "write_bytes",
        "write_text",
    ]
)
# Methods that use the machine's time zone with fewer arguments than this.
_ARGUMENTS = {"astimezone": 1, "fromtimestamp": 2}


def reached(graph: Graph, packages: Collection[str], borders: Collection[tuple[str, str]]) -> set[str]:
    """Return the modules of *packages* and all their imports, except behind one of *borders*."""
    found: set[str] = set()
    waiting = [name for name in graph if name.split(".")[1:2] and name.split(".")[1] in packages]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [other for other in graph[name] if (name, other) not in borders]
    return found


def impurities(path: Path) -> list[str]:
    """Return the imports and calls of the module at *path* that depend on more than its arguments, with lines."""
    return sorted({f"{line}: {what}" for line, what in _impurities(nodes(path))})


def _impurities(module: Iterable[ast.AST]) -> Iterator[tuple[int, str]]:
    for node in module:
        match node:
            case ast.Import():
                yield from (
                    (node.lineno, one.name) for one in node.names if not _computes(one.name) and one.name not in _PARTLY
                )
            case ast.ImportFrom():
                yield from ((node.lineno, name) for name in _names_from(node))
            case ast.Attribute() if (
                allowed := _PARTLY.get(ast.unparse(node.value))
            ) is not None and node.attr not in allowed:
                yield node.lineno, ast.unparse(node)
            case ast.Call(func=ast.Name(id=name)) if name in _BUILTINS:
                yield node.lineno, f"{name}()"
            case ast.Call(func=ast.Attribute(attr=name)) if name in _METHODS or _uses_local_zone(name, node):
                yield node.lineno, f".{name}()"


def _computes(name: str) -> bool:
    return name in _COMPUTE or name.partition(".")[0] in _COMPUTE


def _names_from(node: ast.ImportFrom) -> Iterator[str]:
    module = node.module or ""
    for alias in node.names:
        name = f"{module}.{alias.name}"
        is_pure = alias.name in _PARTLY[module] if module in _PARTLY else _computes(module) or _computes(name)
        if not is_pure or alias.name in _FROM_FILES:
            yield name


def _uses_local_zone(name: str, call: ast.Call) -> bool:
    return name in _ARGUMENTS and len(call.args) + len(call.keywords) < _ARGUMENTS[name]

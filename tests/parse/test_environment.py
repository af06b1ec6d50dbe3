"""Rules share the state of a document by typed attributes, and the library finds the same records by its own names."""

import ast
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

import byeoru.parse
from byeoru.parse.markup.environment import MarkdownEnv
from imports_test import nodes

PARSE = Path(byeoru.parse.__file__).parent
MODULES = sorted(path for path in PARSE.rglob("*.py") if path.name != "environment.py")
_LOOKUPS = {"get", "pop", "setdefault", "update", "keys", "values", "items"}


def is_environment(node: ast.expr) -> bool:
    """Tell whether an expression is called as environments are: `env` or `state.env`."""
    return (isinstance(node, ast.Name) and node.id == "env") or (isinstance(node, ast.Attribute) and node.attr == "env")


def lookups(path: Path) -> list[int]:
    """Return the lines in which a module uses an environment as a mapping."""
    lines = []
    for node in nodes(path):
        match node:
            case ast.Subscript(value=ast.expr() as env) if is_environment(env):
                lines.append(node.lineno)
            case ast.Attribute(value=ast.expr() as env, attr=name) if name in _LOOKUPS and is_environment(env):
                lines.append(node.lineno)
            case ast.Compare(ops=[ast.In() | ast.NotIn()], comparators=[env]) if is_environment(env):
                lines.append(node.lineno)
    return lines


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PARSE).as_posix())
def test_no_rule_looks_into_the_environment_by_name(path: Path) -> None:
    """What a rule reads and writes of a document is checked by its type."""
    assert lookups(path) == []


@pytest.mark.parametrize(
    "line",
    [
        'x = state.env["footnotes"]',
        'env["a"] = 1',
        'x = env.get("a")',
        'x = "a" in state.env',
        'env.setdefault("a", 1)',
    ],
)
def test_a_planted_lookup_is_caught(line: str, tmp_path: Path) -> None:
    """The rule can fail, however the mapping is used."""
    culprit = tmp_path / "rule.py"
    culprit.write_text(f"x = env.footnotes.notes[1]\n{line}\n", encoding="utf-8")

    assert lookups(culprit) == [2]


def test_the_rules_of_the_library_store_into_the_attributes() -> None:
    """Definitions of links and footnotes are where our rules look for them, and nothing else is stored by name."""
    parser, env = MarkdownIt("commonmark"), MarkdownEnv()
    footnote_plugin(parser)

    parser.parse("[a]: /b 'c'\n\n[^d]: e\n\n[^f]: g\n\n[^d] ^[h]\n", env)

    assert {label: (one["href"], one["title"]) for label, one in env.definitions.items()} == {"A": ("/b", "c")}
    assert env.footnotes.numbers == {":d": 0, ":f": -1}
    assert [sorted(note) for note in env.footnotes.notes.values()] == [["count", "label"], ["content", "tokens"]]
    assert set(env) == {"references", "footnotes"}

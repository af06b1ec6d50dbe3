"""Language names and their lexers."""

import subprocess
import sys
from collections import Counter

import pytest
from pygments.lexers import LEXERS

from byeoru.parse.code_blocks.highlight import highlight
from byeoru.parse.code_blocks.languages import _ALIASES, _COMMON, _FALLBACKS, _NO_LEXER, lexer_name, lexers

ALIASES = {alias for _, _, aliases, *_ in LEXERS.values() for alias in aliases}


def test_every_near_lexer_exists() -> None:
    """Every lexer in the table exists in Pygments."""
    assert set(_ALIASES) | set(_FALLBACKS.values()) <= ALIASES


def test_every_usual_name_is_one_of_pygments() -> None:
    """Language names that are accepted without importing Pygments are names that Pygments knows."""
    assert set(_COMMON.split()) - set(_FALLBACKS) <= ALIASES


def test_no_name_is_listed_twice() -> None:
    """No name is listed twice or hides an alias of Pygments."""
    near = [name for names in _ALIASES.values() for name in names.split()]
    counts = Counter([*near, *_COMMON.split(), *_NO_LEXER.split()])

    assert [name for name, count in counts.items() if count > 1] == []
    assert set(near) & ALIASES == set()
    assert set(_NO_LEXER.split()) & ALIASES == {"text", "output", "xquery", "xqy", "xq", "xql", "xqm"}


@pytest.mark.parametrize(
    ("language", "alias"),
    [
        ("python", "python"),
        ("c++", "c++"),
        ("f#", "f#"),
        ("objective-c", "objective-c"),
        ("golang", "golang"),
        ("gleam", "gleam"),
        ("viml", "vim"),
        ("svelte", "html"),
        ("jsonc", "json"),
        ("shellsession", "console"),
        ("kts", "kotlin"),
        (".net", "csharp"),
        ("txt", ""),
        ("text", ""),
        ("output", ""),
        ("mermaid", ""),
        ("klingon", None),
        ("", None),
    ],
)
def test_a_name_finds_its_lexer(language: str, alias: str | None) -> None:
    """A name is an alias of Pygments, has a similar lexer, is plain text, or is unknown."""
    assert lexer_name(language) == alias


def test_a_language_without_a_lexer_of_its_own_is_coloured() -> None:
    """`jsonc` is highlighted as `json`, and `tsx` is highlighted in every version of Pygments."""
    assert highlight('{"a": 1} // b', "jsonc") == highlight('{"a": 1} // b', "json")
    assert "tsx" in lexers()
    assert '<span class="' in highlight("const a: number = 1", "TSX")


@pytest.mark.parametrize("language", ["txt", "klingon", ""])
def test_plain_text_is_only_escaped(language: str) -> None:
    """Code without a lexer is escaped and otherwise unchanged."""
    assert highlight("<b> & 'x'\n", language) == "&lt;b&gt; &amp; 'x'\n"


def test_common_names_do_not_load_pygments() -> None:
    """An edit of a post does not import Pygments if all its blocks are cached."""
    script = (
        "import sys; from byeoru.parse.code_blocks.languages import lexer_name\n"
        "assert [*map(lexer_name, ('python', 'tsx', 'viml', 'txt'))] == ['python', 'tsx', 'vim', '']\n"
        "assert not [name for name in sys.modules if name.startswith('pygments')]\n"
        "assert lexer_name('gleam') == 'gleam'\n"
        "assert 'pygments' in sys.modules"
    )

    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)

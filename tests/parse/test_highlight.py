"""Highlighted code: spans end on their line, and tokens are those of Pygments."""

import random
from collections import defaultdict
from importlib import import_module
from pathlib import Path

import pytest
from pygments.lexer import ExtendedRegexLexer, Lexer, RegexLexer
from pygments.lexers import LEXERS

from byeoru.parse.code_blocks.fast_lexer import LIBRARY_LOOP, LIBRARY_LOOP_IN_CONTEXT, Rule, speed_up
from byeoru.parse.code_blocks.highlight import highlight


def test_spans_end_with_their_line() -> None:
    """A token over several lines is one span per line, so that lines can be wrapped."""
    assert highlight('"""a\nb"""', "python") == '<span class="sd">"""a</span>\n<span class="sd">b"""</span>'


@pytest.mark.parametrize("language", ["", "no-such", "../etc", "한글"])
def test_an_unknown_language_is_plain_text(language: str) -> None:
    """Lexers of installed packages are never searched."""
    assert highlight("a < b", language) == "a &lt; b"


@pytest.mark.parametrize("code", ["HTTP/1.1 200 OK", "{name: 1}", '{"a": 가}'])
def test_json_that_is_none_is_plain_text(code: str) -> None:
    """What a fence calls JSON is coloured only if its words are those of JSON."""
    assert "<" not in highlight(code, "json")
    assert "<" in highlight('{"a": 1, ...}', "json")


def samples(length: int) -> list[str]:
    """Return texts of many kinds: real code, this project's files, and noise over a hostile alphabet."""
    root = Path(__file__).parents[2]
    names = [
        "bench/pieces.md",
        "src/byeoru/parse/markdown.py",
        "themes/hanji/static/hanji.css",
        "themes/hanji/templates/post.html",
    ]
    texts = [(root / name).read_text(encoding="utf-8")[:length] for name in names if (root / name).exists()]
    rng = random.Random(5)
    alphabet = "abzAZ09_ \n\t\"'`{}[]()<>#$%&*/\\:;=+-.,!?@^|~가é\x1c\x1fİſK"
    return texts + ["".join(rng.choice(alphabet) for _ in range(250)) for _ in range(4)]


def tokens(lexer: Lexer, text: str) -> list[object]:
    """Return the tokens of a text as the library finds them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RegexLexer, "get_tokens_unprocessed", LIBRARY_LOOP)
        patch.setattr(ExtendedRegexLexer, "get_tokens_unprocessed", LIBRARY_LOOP_IN_CONTEXT)
        return list(lexer.get_tokens_unprocessed(text))


def differing(names: list[str], length: int = 3000) -> list[str]:
    """Return the lexers whose tokens differ when they dispatch on the first character of texts of some *length*."""
    speed_up()
    texts, lexers = samples(length), []
    for name in names:
        lexer = getattr(import_module(LEXERS[name][0]), name)()
        if any(tokens(lexer, text) != list(lexer.get_tokens_unprocessed(text)) for text in texts):
            lexers.append(name)
    return lexers


def test_common_lexers_give_the_same_tokens() -> None:
    """The fast loop and the loop of Pygments produce the same tokens."""
    common = [
        "PythonLexer",
        "BashLexer",
        "BashSessionLexer",
        "CppLexer",
        "JavascriptLexer",
        "TypeScriptLexer",
        "YamlLexer",
        "RubyLexer",
        "SqlLexer",
        "GoLexer",
        "RustLexer",
        "DockerLexer",
    ]

    assert differing(common) == []


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.filterwarnings("ignore")
def test_all_lexers_give_the_same_tokens() -> None:
    """The same for every lexer of Pygments; that of XQuery, which remembers the text before, is not used."""
    assert highlight("let $a := 1", "xquery") == "let $a := 1"
    assert differing(sorted(LEXERS), length=700) == [
        "XQueryLexer"
    ]  # some lexers are quadratic in what they cannot read


def in_comments_only(lexer: RegexLexer) -> dict[str, dict[str, tuple[Rule, ...]]]:
    """Return tables of rules of which none begins with a letter."""
    return {
        name: defaultdict(tuple, {"#": tuple(rules)})
        for name, rules in lexer._tokens.items()  # type: ignore[attr-defined]
    }


def test_a_wrong_first_character_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: without one rule, the tokens differ, also where another lexer calls this one."""
    monkeypatch.setattr("byeoru.parse.code_blocks.fast_lexer._states", in_comments_only)

    assert differing(["PythonLexer", "DockerLexer", "YamlLexer"]) == ["PythonLexer", "DockerLexer", "YamlLexer"]

"""A Markdown rule is one module: the parsers, the fast paths and what is derived from text read the table of rules."""

from pathlib import Path

from program_copy_test import ProgramCopy

KEYBOARD = r'''
"""Keys to press: `++ctrl+c++`."""

import re

from byeoru.base.escaping import escaped
from byeoru.parse.markup.rule import Rule, Words

_KEYS = re.compile(r"\+\+([\w-]+(?:\+[\w-]+)*)\+\+")


def _install(parser):
    parser.inline.ruler.before("emphasis", "keyboard", _read)


def _read(state, silent):
    match = _KEYS.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("keyboard", "kbd", 0).content = match[1]
    state.pos = match.end()
    return True


def _write(tokens, at, _):
    return f"<kbd>{escaped(tokens[at].content)}</kbd>"


RULE = Rule("keyboard", _install, starts=("++",), html={"keyboard": _write}, words={"keyboard": Words()})
'''
TEXT = """---
date: 2026-01-01
---
# ++f1++ 키

저장은 ++ctrl+s++ 키

C++ 와 **굵은 ++x++ 글**
"""


def test_a_rule_is_added_by_one_file(tmp_path: Path) -> None:
    """Its characters end plain text, its HTML is written, and its words are in titles and summaries."""
    program, blog = ProgramCopy(tmp_path), tmp_path / "blog"
    program.add("parse/rules/keyboard.py", KEYBOARD)
    (blog / "content/posts").mkdir(parents=True)
    (blog / "templates").mkdir()
    (blog / "blog.yml").write_text("title: t\n")
    (blog / "templates/post.html").write_text("{{ page.title }}|{{ page.summary }}|{{ page.body }}")
    (blog / "content/posts/a.md").write_text(TEXT)

    program.build(blog)

    title, summary, content = (blog / "site/posts/a/index.html").read_text().split("|")
    assert (title, summary) == ("f1 키", "저장은 ctrl+s 키 C++ 와 굵은 x 글")
    assert "<p>저장은 <kbd>ctrl+s</kbd> 키</p>" in content
    assert "<p>C++ 와 <strong>굵은 <kbd>x</kbd> 글</strong></p>" in content

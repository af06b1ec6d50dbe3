"""TOML front matter as the same nodes that YAML gives, so that one set of readers serves both.

In:  the text between the fences.
Out: a ``Mapping``; ``YamlProblem`` for what is too large or too deep, by the limits of YAML; else the library's.
Must not: hand a text to the library before it is known to be small: a key `a.a.a…` of 100 KB takes 9.8 GB there.
"""

import re
import tomllib
from datetime import date, datetime, time

from byeoru.base.yaml_nodes import DEPTH_LIMIT, SIZE_LIMIT, Mapping, Node, Scalar, Sequence, YamlProblem

# Texts and comments, in which no dot and no bracket means anything; one that is not closed goes on to its end.
_TEXT = re.compile(
    r'"""(?:\\.|[^\\])*?(?:"""|\Z)|'
    r"'''.*?(?:'''|\Z)"
    r'|"(?:\\.|[^"\\\n])*(?:"|$|\Z)'
    r"|'[^'\n]*+(?:'|$|\Z)|#[^\n]*+",
    re.DOTALL | re.MULTILINE,
)
_LETTER = re.compile(r"[^\n]")
_NAME = r"[A-Za-z0-9_-]++"
_DEEP_KEY = re.compile(rf"(?<![A-Za-z0-9_-]){_NAME}(?:[ \t]*+\.[ \t]*+{_NAME}){{{DEPTH_LIMIT}}}")
_BRACKET = re.compile(r"[\[\]{}]")
_FIRST_NAME = re.compile(r"""^[ \t]*+\[*+[ \t]*+(?:"([^"\n]*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))""", re.MULTILINE)


def toml_mapping(text: str) -> Mapping:
    """Read *text*; raises ``tomllib.TOMLDecodeError``, and ``YamlProblem`` with `yaml-too-large` or `yaml-too-deep`.

    The library keeps no places, so a top-level key is looked up in the text and what lies in it shares its line.
    """
    if len(text) > SIZE_LIMIT:
        raise YamlProblem("yaml-too-large")
    if (at := _too_deep(text)) is not None:
        raise YamlProblem("yaml-too-deep", text.count("\n", 0, at) + 1)
    lines = _lines_of_names(text)
    pairs = []
    for name, value in tomllib.loads(text).items():
        line = lines.get(name, 1)
        pairs.append((Scalar(name, line, 1, len(name), is_plain=True), _node(value, line)))
    return Mapping(tuple(pairs), 1, 1)


def _too_deep(text: str) -> int | None:
    """Return where something lies deeper than the limit, None if nothing does."""
    bare = _TEXT.sub(lambda found: _LETTER.sub("x", found[0]), text)  # a quoted key is a name like any other
    if (key := _DEEP_KEY.search(bare)) is not None:
        return key.start()
    depth = 0
    for found in _BRACKET.finditer(bare):
        depth = depth + 1 if found[0] in "[{" else max(depth - 1, 0)
        if depth > DEPTH_LIMIT:
            return found.start()
    return None


def _lines_of_names(text: str) -> dict[str, int]:
    """Return the 1-based line on which each name begins a line for the first time."""
    lines: dict[str, int] = {}
    line, at = 1, 0
    for found in _FIRST_NAME.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        lines.setdefault(found[1] or found[2] or found[3] or "", line)
    return lines


def _node(value: object, line: int) -> Node:
    match value:
        case dict():
            pairs = tuple(
                (Scalar(str(key), line, 1, 1, is_plain=True), _node(item, line)) for key, item in value.items()
            )
            return Mapping(pairs, line, 1)
        case list():
            return Sequence(tuple(_node(item, line) for item in value), line, 1)
        case bool():
            return Scalar("true" if value else "false", line, 1, 1, is_plain=True)
        case int() | float():
            return Scalar(str(value), line, 1, 1, is_plain=True)
        case datetime() | date() | time():
            text = value.isoformat()
        case _:
            text = str(value)
    return Scalar(text, line, 1, 1, is_plain=False)

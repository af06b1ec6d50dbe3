"""Parse TOML front matter into the same nodes as YAML, so that the same readers work for both.

In:  the text between the fences.
Out: a ``Mapping``. Raises ``YamlProblem`` above the size and depth limits of YAML, else the errors of ``tomllib``.
Must not: pass a text to ``tomllib`` before its limits are checked: a key `a.a.a…` of 100 KB takes 9.8 GB there.
"""

import re
import tomllib
from datetime import date, datetime, time

from byeoru.base.yaml_nodes import DEPTH_LIMIT, SIZE_LIMIT, Mapping, Node, Scalar, Sequence, YamlProblem

# Strings and comments, in which dots and brackets have no meaning; an unclosed string extends to the end.
_STRING_OR_COMMENT = re.compile(
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
_KEY_AT_LINE_START = re.compile(r"""^[ \t]*+\[*+[ \t]*+(?:"([^"\n]*)"|'([^'\n]*)'|([A-Za-z0-9_-]+))""", re.MULTILINE)


def toml_mapping(text: str) -> Mapping:
    """Parse *text*; raises ``tomllib.TOMLDecodeError``, and ``YamlProblem`` with `yaml-too-large` or `yaml-too-deep`.

    ``tomllib`` reports no positions, so each top-level key is searched in the text; its values have the same line.
    """
    if len(text) > SIZE_LIMIT:
        raise YamlProblem("yaml-too-large")
    if (at := _find_too_deep(text)) is not None:
        raise YamlProblem("yaml-too-deep", text.count("\n", 0, at) + 1)
    lines = _lines_of_keys(text)
    pairs = []
    for name, value in tomllib.loads(text).items():
        line = lines.get(name, 1)
        pairs.append((Scalar(name, line, 1, len(name), is_plain=True), _node(value, line)))
    return Mapping(tuple(pairs), 1, 1)


def _find_too_deep(text: str) -> int | None:
    """Return the offset of the first value that exceeds the depth limit, None if there is none."""
    # Letters, not spaces, as a quoted part of a key counts too.
    bare = _STRING_OR_COMMENT.sub(lambda match: _LETTER.sub("x", match[0]), text)
    if (key := _DEEP_KEY.search(bare)) is not None:
        return key.start()
    depth = 0
    for match in _BRACKET.finditer(bare):
        depth = depth + 1 if match[0] in "[{" else max(depth - 1, 0)
        if depth > DEPTH_LIMIT:
            return match.start()
    return None


def _lines_of_keys(text: str) -> dict[str, int]:
    """Return the 1-based line of each key: the first line that begins with it."""
    lines: dict[str, int] = {}
    line, at = 1, 0
    for match in _KEY_AT_LINE_START.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        lines.setdefault(match[1] or match[2] or match[3] or "", line)
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

"""TOML front matter as the same nodes that YAML gives, so that one set of readers serves both."""

import re
import tomllib
from datetime import date, datetime, time

from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence


def toml_mapping(text: str) -> Mapping:
    """Read *text*; raises ``tomllib.TOMLDecodeError``.

    The library keeps no places, so a top-level key is looked up in the text and what lies in it shares its line.
    """
    pairs = []
    for name, value in tomllib.loads(text).items():
        found = re.search(rf"""^[ \t]*\[*[ \t]*(["']?){re.escape(name)}\1""", text, re.MULTILINE)
        at = found.start() if found else 0
        line = text.count("\n", 0, at) + 1
        pairs.append((Scalar(name, line, 1, len(name), is_plain=True), _node(value, line)))
    return Mapping(tuple(pairs), 1, 1)


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

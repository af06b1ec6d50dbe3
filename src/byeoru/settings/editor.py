"""Read how the preview's links open a file: `editor: "vscode://file/{file}:{line}:{column}"`."""

import re

from byeoru.base.diagnostic import error
from byeoru.base.fields import Reader
from byeoru.base.patterns import lazy_pattern
from byeoru.base.yaml_nodes import Node

_FORM = lazy_pattern(
    r"(?!javascript:|data:|vbscript:)[a-z][a-z0-9+.-]+:[^\s\x00-\x1f]*\{file\}[^\s\x00-\x1f]*", re.IGNORECASE
)


def read_editor(reader: Reader, name: str, node: Node) -> str | None:
    """Read the URL pattern of an editor: it has its own scheme, and contains `{file}`."""
    text = (reader.text(name, node) or "").strip()
    if text and not _FORM.fullmatch(text):
        reader.problems.append(error("bad-editor", reader.location(node), "editor-form", text=text))
        return None
    return text or None

"""Properties of a page as Logseq writes them, `title:: 이름` on the first lines, read as front matter.

In:  the text of a file without other front matter.
Out: the same properties as YAML, line by line, and where the text below them begins.
Must not: take lines of Dataview for it: one key at least is a key of ours.
"""

import json
import re
from typing import NamedTuple

from byeoru.parse.keys import meaning_of

_LINES = re.compile(r"(?:[^\s:#>*\-][^:\n]{0,60}:: ?[^\n]*(?:\n|\Z)){1,60}")
_LISTS = {"tags": "tags", "alias": "aliases", "aliases": "aliases"}
_RENAMED = {"public": "publish"}
_BRACKETS = re.compile(r"#?\[\[([^\[\]\n]*)\]\]|#(?=\S)")


class PageProperties(NamedTuple):
    """The properties of a page."""

    header: str  # YAML
    end: int  # offset of the text below


def page_properties(text: str) -> PageProperties | None:
    r"""Return the properties that *text* begins with, None if there are none.

    >>> page_properties("title:: 가\ntags:: [[나 다]], #라\n\n- 글\n")
    PageProperties(header='title: "가"\ntags: ["나 다", "라"]\n', end=29)
    >>> page_properties("상태:: 씨앗\n") is None
    True
    """
    match = _LINES.match(text) if "::" in text[:200] else None
    if match is None:
        return None
    pairs = [line.partition("::") for line in match[0].splitlines()]
    if not any(meaning_of(key) is not None or key in _LISTS or key in _RENAMED for key, _, _ in pairs):
        return None
    lines = [_line(key, value.strip()) for key, _, value in pairs]
    return PageProperties("\n".join([*lines, ""]), match.end())


def _line(key: str, value: str) -> str:
    if key in _LISTS:
        items = [_BRACKETS.sub(lambda match: match[1] or "", item).strip() for item in value.split(",")]
        return f"{_LISTS[key]}: {json.dumps([item for item in items if item], ensure_ascii=False)}"
    return f"{json.dumps(key, ensure_ascii=False) if ' ' in key else _RENAMED.get(key, key)}: {_scalar(value)}"


def _scalar(value: str) -> str:
    """Return a value in quotes; the colons, the space and the quote are as wide as what is written."""
    return json.dumps(value, ensure_ascii=False) if value not in {"true", "false"} else value

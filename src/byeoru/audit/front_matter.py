"""Read the names in the front matter of a hidden page: title, aliases, tags.

In:  the text of its file.
Out: each name with its kind.
Must not: depend on what the build made of it: an alias that is no address is a name all the same.
"""

import re
from collections.abc import Iterator

from byeoru.base.diagnostic import Diagnostic
from byeoru.base.yaml_nodes import Mapping, Node, Scalar
from byeoru.parse.frontmatter import read_header, split
from byeoru.parse.keys import meaning_of

_KINDS = {"title": "title", "aliases": "alias", "tags": "tag", "category": "tag", "series": "tag", "summary": "text"}
_LISTED = {"aliases", "tags", "category"}  # also as one text with commas
_COMMA = re.compile("[,，、]")


def names_in_front_matter(path: str, text: str, program: str) -> Iterator[tuple[str, str]]:
    r"""Yield kind and text of each name.

    >>> list(names_in_front_matter("a.md", "---\ntitle: 가\naliases: [나, 다/라]\n태그: 마, 바\n---\n", ""))
    [('title', '가'), ('alias', '나'), ('alias', '다/라'), ('tag', '마'), ('tag', '바')]
    """
    problems: list[Diagnostic] = []  # the build reports them
    for key, node in read_header(split(text), path, problems, program=program).mapping.pairs:
        meaning = meaning_of(key.text)
        if meaning is None or meaning.field not in _KINDS:
            continue
        for value in _texts(node):
            for name in _COMMA.split(value) if meaning.field in _LISTED else (value,):
                yield _KINDS[meaning.field], name.strip()


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Mapping):
        for _, value in node.pairs:
            yield from _texts(value)
    else:
        for item in node.items:
            yield from _texts(item)

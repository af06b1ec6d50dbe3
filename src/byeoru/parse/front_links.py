"""Wikilinks in front matter: `up: "[[note]]"`, as the properties of Obsidian have them.

In:  the nodes of a front matter, and its text.
Out: a ``Slot`` and a ``Mention`` for each link; before it, the mention has the key.
Must not: read a list of lists of which categories consist, or the fields whose text has another meaning.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from byeoru.base import yaml_nodes
from byeoru.base.yaml_nodes import Mapping, Node, Scalar
from byeoru.model.content import Mention, Slot
from byeoru.parse.keys import meaning_of
from byeoru.parse.markup.wikilink import wikilink_at

_OPENING = "[["
_OTHERWISE = frozenset({"title", "summary", "tags", "aliases", "cover", "category", "slug", "permalink", "url"})


class _FrontLink(NamedTuple):
    """A link in a value."""

    target: str
    label: str
    line: int  # 1-based, in the front matter: the value begins there
    column: int


def has_links(node: Node) -> bool:
    """Tell whether a value has a link."""
    return any(_links_of(node, is_property=True))


def is_read_for_links(key: Scalar) -> bool:
    """Tell whether the value of a key may contain links."""
    meaning = meaning_of(key.text)
    return meaning is None or meaning.field not in _OTHERWISE


def front_links(mapping: Mapping, header: str, first_line: int, number: int) -> tuple[list[Slot], list[Mention]]:
    """Return the slots of the links in *mapping*, the first of which gets the *number*, and their mentions.

    The text *header* begins at *first_line* of its file.
    """
    slots: list[Slot] = []
    mentions: list[Mention] = []
    if _OPENING not in header:
        return slots, mentions
    lines = header.split("\n")
    at = (0, 0)  # index of a line, and of a character in it: the end of the link before
    for key, node in mapping.pairs:
        if not is_read_for_links(key):
            continue
        for link in _links_of(node, is_property=meaning_of(key.text) is None):
            line, column = _place(link, lines, at)
            at = (line, column + len(link.target)) if column >= 0 else at
            mentions.append(Mention(number + len(slots), f"{key.text}: ", link.label, ""))
            slots.append(Slot("wiki", link.target, first_line + line, column + 1, max(1, len(link.target))))
    return slots, mentions


def _links_of(node: Node, *, is_property: bool) -> Iterator[_FrontLink]:
    """Yield the links in a value; without quotes, YAML reads the link of a property as a list in a list."""
    if isinstance(node, Scalar):
        start = node.text.find(_OPENING)
        while start >= 0:
            link = wikilink_at(node.text, start)
            if link is not None:
                yield _FrontLink(link.target, link.label, node.line, node.column)
            start = node.text.find(_OPENING, link.end if link else start + 1)
    elif isinstance(node, yaml_nodes.Sequence):
        bare = bare_text(node) if is_property else ""
        link = wikilink_at(f"[[{bare}]]", 0) if bare else None
        if link is not None:
            yield _FrontLink(link.target, link.label, node.line, node.column)
        else:
            for item in node.items:
                yield from _links_of(item, is_property=is_property)
    elif isinstance(node, Mapping):
        for _, value in node.pairs:
            yield from _links_of(value, is_property=is_property)


def bare_text(node: yaml_nodes.Sequence) -> str:
    """Return the text of a list that has one list of one text, "" if it is another list."""
    match node.items:
        case (yaml_nodes.Sequence(items=(Scalar(text=str(text)),), line=line),) if line == node.line:
            return text
    return ""


def _place(link: _FrontLink, lines: Sequence[str], after: tuple[int, int]) -> tuple[int, int]:
    """Return the index of the line and of the column of a target, -1 for a column that cannot be told."""
    first = link.line - 1
    for index in range(max(first, after[0]), min(len(lines), first + 20)):
        start = after[1] if index == after[0] else 0
        column = lines[index].find(link.target, lines[index].find(_OPENING, start))
        if column >= start and _OPENING in lines[index][start:column]:
            return index, column
    return first, -1

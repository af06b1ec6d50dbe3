"""The properties of a note: what its author wrote in front matter for readers, with links.

In:  the nodes of a front matter, and the number of its first link among the references of the document.
Out: JSON: a list of names with values; a value is a list of texts, and of pairs of a reference and its label.
Must not: show a key that this or another program reads, unless its value has links.
"""

import json
from collections.abc import Iterator

from byeoru.base import yaml_nodes
from byeoru.base.yaml_nodes import Mapping, Node, Scalar
from byeoru.parse.foreign_keys import is_foreign
from byeoru.parse.front_links import bare_text, is_read_for_links
from byeoru.parse.keys import meaning_of
from byeoru.parse.markup.wikilink import wikilink_at
from byeoru.parse.privacy import is_privacy_key

Run = str | tuple[int, str]  # a text, or a reference and its label


def properties_of(mapping: Mapping, number: int) -> str:
    """Return the properties in *mapping*, and in its `extra`, as JSON; "" if there are none."""
    rows: list[tuple[str, list[list[Run]]]] = []
    links = iter(range(number, number + (1 << 20)))
    for key, node in mapping.pairs:
        meaning = meaning_of(key.text)
        if meaning is not None and meaning.field == "extra" and isinstance(node, Mapping):
            rows += [(name.text, list(_values(value, links, is_property=False))) for name, value in node.pairs]
        elif is_read_for_links(key):
            values = list(_values(node, links, is_property=meaning is None))
            has_links = any(isinstance(run, tuple) for value in values for run in value)
            if meaning is None and (has_links or not (is_foreign(key.text) or is_privacy_key(key.text))):
                rows.append((key.text, values))
    shown = [(name, values) for name, values in rows if values]
    return json.dumps(shown, ensure_ascii=False) if shown else ""


def _values(node: Node, links: Iterator[int], *, is_property: bool) -> Iterator[list[Run]]:
    """Yield the values of a node; the links in it are numbered in the order in which they are read."""
    if isinstance(node, Scalar):
        if node.text and not node.is_null:
            yield _runs(node.text, links)
    elif isinstance(node, yaml_nodes.Sequence):
        bare = bare_text(node) if is_property else ""
        if bare and wikilink_at(f"[[{bare}]]", 0) is not None:
            yield _runs(f"[[{bare}]]", links)
        else:
            for item in node.items:
                yield from _values(item, links, is_property=is_property)
    else:
        for _, value in node.pairs:
            yield from _values(value, links, is_property=is_property)


def _runs(text: str, links: Iterator[int]) -> list[Run]:
    runs: list[Run] = []
    at = 0
    start = text.find("[[")
    while start >= 0:
        link = wikilink_at(text, start)
        if link is not None:
            runs += [text[at:start]] if start > at else []
            runs.append((next(links), link.label))
            at = link.end
        start = text.find("[[", link.end if link else start + 1)
    return [*runs, text[at:]] if at < len(text) else runs

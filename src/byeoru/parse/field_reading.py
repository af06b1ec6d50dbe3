"""What all readers of front-matter fields share: their signature, and how they unwrap a value.

In:  a node of the front matter.
Out: types and functions for `field_readers`, `date_readers` and `address_readers`.
Must not: know any field.
"""

from collections.abc import Callable
from datetime import tzinfo
from typing import NamedTuple

from byeoru.base.fields import Reader
from byeoru.base.yaml_nodes import Mapping, Node
from byeoru.model.content import Conventions


class Reading(NamedTuple):
    """What the meaning of a value depends on besides its text."""

    zone: tzinfo  # of times without one
    conventions: Conventions = Conventions()
    expects_private_pages: bool = False  # `publish: false` needs no warning


# Reads the value of a key; the result has the field names of ``Metadata`` and ``FrontMatter``.
FieldReader = Callable[[Reader, str, Node, Reading], dict[str, object]]


def unwrap(node: Node, key: str) -> Node:
    """Return the value of *key* if *node* is a mapping that has it, else *node*."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    return next((value for name, value in pairs if name.text == key), node)

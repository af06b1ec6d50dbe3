"""Read `deploy.indexnow` of `blog.yml`.

In:  its node: a boolean, the author's own key, or a mapping of `key` and `endpoints`.
Out: ``IndexNow``, and problems.
Must not: accept an invalid key, because it becomes the name of a file of the site.
"""

import re

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader, flag_of
from byeoru.base.yaml_nodes import Node, Scalar
from byeoru.model.indexnow import ENDPOINTS, IndexNow

_KEY = re.compile(r"[A-Za-z0-9-]{8,128}")  # indexnow.org/documentation
_ENDPOINT = re.compile(r"https?://[^\s<>\"']{1,200}")


def read_indexnow(reader: Reader, name: str, node: Node) -> IndexNow:
    """Read the endpoints to notify, and the key; an invalid value disables notification."""
    if isinstance(node, Scalar):
        is_on = flag_of(node.text) if node.is_plain else None
        if is_on is None and not node.is_null:
            key = _key(reader, node)
            return IndexNow(ENDPOINTS, key) if key else IndexNow()
        return IndexNow(ENDPOINTS) if is_on else IndexNow()
    mapping = reader.mapping(name, node)
    if mapping is None:
        return IndexNow()
    pairs = reader.pairs(mapping, IndexNow._fields)
    key = _key(reader, pairs["key"][1]) if "key" in pairs else ""
    endpoints = reader.texts("endpoints", pairs["endpoints"][1]) if "endpoints" in pairs else None
    return IndexNow(tuple(filter(_ENDPOINT.fullmatch, endpoints or ENDPOINTS)), key)


def _key(reader: Reader, node: Node) -> str:
    text = reader.text("key", node) or ""
    if text and not _KEY.fullmatch(text):
        reader.problems.append(warning("bad-indexnow-key", reader.location(node), "indexnow-key-form", text=text))
        return ""
    return text

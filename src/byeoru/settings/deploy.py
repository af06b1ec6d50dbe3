"""Read `deploy` of `blog.yml`.

In:  its node: a mapping, or the name of a target alone.
Out: ``Deploy``, and what to fix.
Must not: look whether there is such a repository.
"""

import re
from collections.abc import Callable

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader
from byeoru.base.text import nearest
from byeoru.base.yaml_nodes import Node, Scalar
from byeoru.model.deploy import HISTORIES, TARGETS, Actions, Deploy
from byeoru.model.destination import destination_of
from byeoru.model.indexnow import IndexNow
from byeoru.settings.indexnow import read_indexnow

# What git allows in the name of a branch (git-check-ref-format), without what a shell or a person would trip over.
_BRANCH = re.compile(r"(?![-/.])(?!.*(?:\.\.|//|@\{|/\.|\.lock(?:/|$)))[^\x00-\x20\x7f~^:?*\[\\]{1,200}(?<![/.])")
# Signs that neither a shell nor YAML gives a meaning; whole digests, so that other bytes are refused.
_ARCHIVE = re.compile(r"https://[A-Za-z0-9][A-Za-z0-9.-]*(?::\d{1,5})?/[A-Za-z0-9._~/%+-]+#sha256=[0-9a-f]{64}")
EXAMPLE = "https://github.com/OWNER/REPO/archive/COMMIT.tar.gz#sha256=DIGEST"
_CHOICES = {"target": (TARGETS, "unknown-target"), "history": (HISTORIES, "unknown-history")}


def read_deploy(reader: Reader, name: str, node: Node) -> Deploy | None:
    """Read where the site is published; a value that cannot be had is reported, and the default stands."""
    if isinstance(node, Scalar) and not node.is_null:
        return Deploy(target=_choice(reader, "target", node) or Deploy().target)
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    pairs = reader.pairs(mapping, Deploy._fields)
    port = _port(reader, pairs.pop("port")[1]) if "port" in pairs else 0
    indexnow = read_indexnow(reader, "indexnow", pairs.pop("indexnow")[1]) if "indexnow" in pairs else IndexNow()
    actions = _actions(reader, "actions", pairs.pop("actions")[1]) if "actions" in pairs else Actions()
    read = {key: _TEXTS.get(key, _text)(reader, key, value) for key, (_, value) in pairs.items()}
    return Deploy(port=port, indexnow=indexnow, actions=actions, **{key: text for key, text in read.items() if text})


def _text(reader: Reader, name: str, node: Node) -> str:
    return (reader.text(name, node) or "").strip()


def _branch(reader: Reader, name: str, node: Node) -> str:
    text = _text(reader, name, node)
    if not text or _BRANCH.fullmatch(text):
        return text
    reader.problems.append(warning("bad-branch", reader.place(node), "write-like", text=text, example="gh-pages"))
    return ""


def _destination(reader: Reader, name: str, node: Node) -> str:
    text = _text(reader, name, node)
    if not text or destination_of(text):
        return text
    example = "hong@web.example.kr:/srv/blog"
    reader.problems.append(warning("bad-destination", reader.place(node), "write-like", text=text, example=example))
    return ""


def _port(reader: Reader, node: Node) -> int:
    number = reader.number("port", node) or 0
    if 0 <= number < 65536:
        return number
    reader.problems.append(warning("bad-port", reader.place(node), "write-like", text=number, example="22"))
    return 0


def _actions(reader: Reader, name: str, node: Node) -> Actions:
    """Read how GitHub Actions gets this program: from one archive whose bytes are known, and no other way."""
    mapping = reader.mapping(name, node)
    pairs = reader.pairs(mapping, Actions._fields) if mapping is not None else {}
    if "install" not in pairs:
        return Actions()
    node = pairs["install"][1]
    text = _text(reader, "install", node)
    if not text or _ARCHIVE.fullmatch(text):
        return Actions(text)
    reader.problems.append(warning("bad-install", reader.place(node), "write-like", text=text, example=EXAMPLE))
    return Actions()


def _choice(reader: Reader, name: str, node: Node) -> str:
    """Read one of a few words; a target that this version does not know is kept, so that nothing goes elsewhere."""
    text = _text(reader, name, node)
    choices, code = _CHOICES[name]
    if not text or text in choices:
        return text
    near = nearest(text, choices)
    hint = "did-you-mean" if near else "one-of"
    reader.problems.append(warning(code, reader.place(node), hint, text=text, near=near, choices=", ".join(choices)))
    return text if name == "target" else ""


_TEXTS: dict[str, Callable[[Reader, str, Node], str]] = {
    "target": _choice,
    "history": _choice,
    "branch": _branch,
    "destination": _destination,
}

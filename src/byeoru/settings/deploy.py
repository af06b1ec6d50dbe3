"""Read `deploy` of `blog.yml`.

In:  its node: a mapping, or the name of a target alone.
Out: ``Deploy``, and what to fix.
Must not: look whether there is such a repository.
"""

import re

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader
from byeoru.base.text import nearest
from byeoru.base.yaml_nodes import Node, Scalar
from byeoru.model.deploy import HISTORIES, TARGETS, Deploy

# What git allows in the name of a branch (git-check-ref-format), without what a shell or a person would trip over.
_BRANCH = re.compile(r"(?![-/.])(?!.*(?:\.\.|//|@\{|/\.|\.lock(?:/|$)))[^\x00-\x20\x7f~^:?*\[\\]{1,200}(?<![/.])")
_CHOICES = {"target": (TARGETS, "unknown-target"), "history": (HISTORIES, "unknown-history")}


def read_deploy(reader: Reader, name: str, node: Node) -> Deploy | None:
    """Read where the site is published; a value that cannot be had is reported, and the default stands."""
    if isinstance(node, Scalar) and not node.is_null:
        return Deploy(target=_choice(reader, "target", node) or Deploy().target)
    mapping = reader.mapping(name, node)
    if mapping is None:
        return None
    found: dict[str, str] = {}
    for key, (_, value) in reader.pairs(mapping, Deploy._fields).items():
        text = _choice(reader, key, value) if key in _CHOICES else (reader.text(key, value) or "").strip()
        if key == "branch" and text and not _BRANCH.fullmatch(text):
            reader.problems.append(
                warning("bad-branch", reader.place(value), "write-like", text=text, example="gh-pages")
            )
        elif text:
            found[key] = text
    return Deploy(**found)


def _choice(reader: Reader, name: str, node: Node) -> str:
    """Read one of a few words; a target that this version does not know is kept, so that nothing goes elsewhere."""
    text = (reader.text(name, node) or "").strip()
    choices, code = _CHOICES[name]
    if not text or text in choices:
        return text
    near = nearest(text, choices)
    hint = "did-you-mean" if near else "one-of"
    reader.problems.append(warning(code, reader.place(node), hint, text=text, near=near, choices=", ".join(choices)))
    return text if name == "target" else ""

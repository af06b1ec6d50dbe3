"""Read `publish` and `private_links` of `blog.yml`: what is published without asking, and links to the rest.

In:  the nodes of these keys.
Out: globs of pages that need no `publish: true`, None for an empty value; problems. What is unclear holds pages back.
Must not: know a path.
"""

from typing import Literal

from byeoru.base.diagnostic import error
from byeoru.base.fields import Reader, flag_of
from byeoru.base.paths import leaves_folder, nfc
from byeoru.base.yaml_nodes import Node, Scalar
from byeoru.model.settings import EVERYTHING

_EXPLICIT, _ALL = "explicit", "all"
_LINKS: tuple[Literal["text", "hide"], ...] = ("text", "hide")


def read_publish(reader: Reader, name: str, node: Node) -> tuple[str, ...] | None:
    """Read `explicit`, `all`, or a list of globs."""
    if isinstance(node, Scalar):
        word = (reader.text(name, node) or "").strip()
        if not word:
            return None
        if word == _ALL or flag_of(word) is True:
            return EVERYTHING
        if word == _EXPLICIT:
            return ()
        if "/" not in word and "*" not in word:
            reader.problems.append(error("bad-publish", reader.location(node), "publish-form", text=word))
            return ()
    globs = tuple(nfc(glob) for glob in reader.texts(name, node) or ())
    for glob in globs:
        if glob.startswith("!") or leaves_folder(glob) or not glob.strip("/"):
            reader.problems.append(error("bad-publish", reader.location(node), "publish-form", text=glob))
    return globs


def read_private_links(reader: Reader, name: str, node: Node) -> str | None:
    """Read what a link to an unpublished page becomes."""
    word = (reader.text(name, node) or "").strip()
    if not word or word in _LINKS:
        return word or None
    names = ", ".join(f"`{known}`" for known in _LINKS)
    reader.problems.append(error("bad-private-links", reader.location(node), "choose-one", text=word, names=names))
    return None

"""Readers of the keys that give a page its address, or an old one that redirects to it.

In:  a node of the front matter.
Out: values by the field names of ``FrontMatter``; what cannot be used is reported at its location and left out.
Must not: return an address that could lead outside the site; where a relative one leads, `graph.aliases` decides.
"""

import re

from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader
from byeoru.base.paths import decode, is_external, leaves_folder, nfc, page_address
from byeoru.base.yaml_nodes import Node, Scalar, Sequence
from byeoru.model.content import Alias
from byeoru.parse.field_reading import Reading

_WEB = ("http://", "https://")
_ANCESTORS = re.compile(r"(?:\.{1,2}/)+")
# What looks like a path, not like a name: `./old`, `old/`, `old.html`; but `TCP/IP` is a name.
_PATH = re.compile(r"\.{1,2}/|.+(?:/|\.html?|\.php|\.aspx?)$", re.IGNORECASE)
# Programs in which each alias is an address, and what one without a leading slash is relative to: in Hugo the folder
# of the page (gohugo.io/content-management/urls), elsewhere the site (jekyll-redirect-from, hexo-generator-alias).
_RELATIVE_TO = {"hugo": "page", "jekyll": "site", "hexo": "site"}


def slug(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read the last segment of the address."""
    text = _inside_site(reader, name, node)
    return {name: text.strip("/")} if text else {}


def permalink(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read the whole address, without the host of the blog if it has one."""
    text = nfc((reader.text(name, node) or "").strip())
    if text.lower().startswith(_WEB):
        node = Scalar(
            "/" + text.partition("://")[2].partition("/")[2], node.line, node.column, node.width, is_plain=False
        )
    text = _inside_site(reader, name, node)
    if not text:
        return {}
    if "?" in text or "#" in text:
        reader.problems.append(warning("address-of-no-file", reader.location(node), "write-path", text=text))
        return {}
    return {"permalink": page_address("/" + text.lstrip("/"))}


def url(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read Hugo's permalink, or the address of what a clipping was taken from."""
    text = (reader.text(name, node) or "").strip()
    if text.lower().startswith(_WEB):
        return {"source": (text, text, "")}
    return permalink(reader, name, node, reading)


def aliases(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read old addresses, and the names that links may call a page by: what is no address, as in Obsidian."""
    items: tuple[Node, ...] = node.items if isinstance(node, Sequence) else (node,)
    relative_to = _RELATIVE_TO.get(reading.conventions.program, "")
    found: list[Alias] = []
    names: dict[str, None] = {}
    for item in items:
        text = nfc((reader.text(name, item) or "").strip())
        if is_external(text):
            text = "/" + text.partition("://")[2].partition("/")[2]
        if leaves_folder(_ANCESTORS.sub("", text, count=1) if text.startswith(".") else text):
            _report_outside(reader, name, item, text)
            continue
        if text and not text.startswith(("/", "./", "../")):
            names[text] = None
        if not text or not (text.startswith("/") or relative_to or _PATH.match(text)):
            continue
        if "?" in text or not text.strip("/"):
            hint = "remove-address" if "?" in text else "write-path"
            reader.problems.append(warning("address-of-no-file", reader.location(item), hint, text=text))
        else:
            target = nfc(decode(text.partition("#")[0]))
            is_of_site = relative_to == "site" and not text.startswith("/")
            location = reader.location(item)
            found.append(Alias("/" + target if is_of_site else target, location.line, location.column, location.width))
    return {name: tuple({alias.target: alias for alias in reversed(found)}.values())[::-1], "names": tuple(names)}


def _inside_site(reader: Reader, name: str, node: Node) -> str:
    """Return a text that cannot lead outside the site; any other is reported as it is written."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    if leaves_folder(text) or is_external(text):
        _report_outside(reader, name, node, text)
        return ""
    return nfc((reader.text(name, node) or "").strip())


def _report_outside(reader: Reader, name: str, node: Node, text: str) -> None:
    shown = "".join(character if character.isprintable() else "\ufffd" for character in text)
    reader.problems.append(warning("leaves-the-site", reader.location(node), "write-inside", name=name, text=shown))

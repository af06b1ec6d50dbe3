"""How the value of each field of a front matter is read, whatever its author or another program made of it.

In:  a node of the front matter.
Out: values by the names of ``Metadata`` and ``FrontMatter``; what the author should fix goes to the reader's problems.
"""

import re
from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import NamedTuple

from byeoru.base.dates import parse_date
from byeoru.base.diagnostic import Location, error, warning
from byeoru.base.fields import Reader, extra_of
from byeoru.base.paths import decode, is_external, leaves_folder, nfc
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence

Read = Callable[[Reader, str, Node, tzinfo], dict[str, object]]


class Cover(NamedTuple):
    """The picture that stands for a page, and where the author named it."""

    target: str
    location: Location


def read_local(text: str, local: tzinfo) -> datetime | None:
    """Read a moment as it is in the site's time zone; the first and last hours of the calendar have none."""
    moment = parse_date(text, local)
    try:
        return moment and moment.astimezone(local)
    except OverflowError:
        return None


def _text(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    return {name: (reader.text(name, node) or "").strip()}


def _tags(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read tags, also with a `#` or typographic quotes around them; many words without a comma may be many tags."""
    if isinstance(node, Scalar) and node.is_plain and "," not in node.text and len(words := node.text.split()) > 2:
        better = f"{name}: [{', '.join(words)}]"
        reader.problems.append(warning("one-tag", reader.location(node), "write-better", text=node.text, better=better))
    texts = reader.texts(name, node) or ()
    hashed = [part for text in texts for part in (re.split(r"\s+#", text) if text.startswith("#") else [text])]
    bare = (nfc(text.lstrip("#").strip("“”‘’")) for text in hashed)
    return {name: tuple(dict.fromkeys(text for text in bare if text))}


def _flag(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    return {name: reader.flag(name, node)}


def _number(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    return {name: reader.number(name, node)}


def _source(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read where a scrap was taken from: an address, or its title, address and licence."""
    if isinstance(node, Scalar):
        texts = {"url": reader.text(name, node) or ""}
    else:
        mapping = reader.mapping(name, node)
        pairs = (
            reader.pairs(mapping, ("title", "url", "license"), {"licence": "license", "name": "title"})
            if mapping
            else {}
        )
        texts = {key: reader.text(key, value) or "" for key, (_, value) in pairs.items()}
    url = texts.get("url", "").strip()
    if not url.lower().startswith(("http://", "https://")):
        reader.problems.append(warning("bad-source", reader.location(node), "base-url-form", url=url))
        return {}
    return {name: (texts.get("title") or url, url, texts.get("license", ""))}


def _cover(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read a picture's path or address; Chirpy and PaperMod write it among other things into a mapping."""
    if isinstance(node, Mapping):
        found = {key.text: value for key, value in node.pairs}
        node = next((found[key] for key in ("path", "image", "url", "src", "feature") if key in found), node)
    target = (reader.text(name, node) or "").strip()
    if target.startswith("//"):
        target = f"https:{target}"
    if is_external(target) and not target.lower().startswith(("http://", "https://")):
        reader.problems.append(error("leaves-the-site", reader.location(node), "write-inside", name=name, text=target))
        return {}
    return {name: Cover(target, reader.location(node)) if target else None}


def _authors(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read names; a mapping, or a list of mappings, gives them under `name`."""
    if isinstance(node, Sequence):
        node = Sequence(tuple(inner(item, "name") for item in node.items), node.line, node.column)
    return {name: tuple(nfc(text) for text in reader.texts(name, inner(node, "name")) or ())}


def inner(node: Node, key: str) -> Node:
    """Return what a mapping has under *key*, and any other node as it is."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    return next((value for name, value in pairs if name.text == key), node)


def _language(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    return {"language": reader.language(name, node)}


def _pin(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read a switch, or the weight that other programs give instead: anything above 0 pins."""
    if isinstance(node, Scalar) and node.text.isdecimal():
        return {"pinned": int(node.text[:9]) > 0}
    return {"pinned": reader.flag(name, node)}


def _extra(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read what the author keeps for templates, as JSON: a value that can be compared and stored as it is."""
    return {name: extra_of(reader, name, node)}


def _date(reader: Reader, name: str, node: Node, local: tzinfo) -> dict[str, object]:
    """Read a date; one that cannot be read is reported where it is decided whether the page is public.

    Material for MkDocs has a mapping there, of the dates when a page was written and changed.
    """
    if isinstance(node, Mapping):
        written, changed = inner(node, "created"), inner(node, "updated")
        found: dict[str, object] = {name: read_local(written.text, local) if isinstance(written, Scalar) else None}
        return found if changed is node else {**found, **_updated(reader, "updated", changed, local)}
    return {name: read_local(node.text, local) if isinstance(node, Scalar) else None}


def _updated(reader: Reader, name: str, node: Node, local: tzinfo) -> dict[str, object]:
    text = reader.text(name, node)
    moment = read_local(text, local) if text else None
    if text and moment is None:
        reader.problems.append(warning("bad-date", reader.location(node), "date-form", name=name, text=text))
    return {name: moment}


def _published(_: Reader, __: str, node: Node, local: tzinfo) -> dict[str, object]:
    """Read the date that some programs have under ``published``; what else it can say is read in `privacy`."""
    moment = read_local(node.text, local) if isinstance(node, Scalar) else None
    return {"date": moment} if moment else {}


def _category(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read a path such as ``study/cs231n``, or a list of its parts; of several paths the first is taken."""
    if isinstance(node, Sequence) and node.items and isinstance(node.items[0], Sequence):
        node = node.items[0]
    whole = ((reader.text(name, node) or ""),) if isinstance(node, Scalar) else ()
    texts = whole or reader.texts(name, node) or ()
    parts = [part.strip() for text in texts for part in text.split("/")]
    return {name: nfc("/".join(part for part in parts if part))}


def _address(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read a slug or a permalink; one that could leave the site is an error."""
    if _leaves(reader, name, node):
        return {}
    text = nfc((reader.text(name, node) or "").strip())
    if not text:
        return {}
    if name == "slug":
        return {name: text.strip("/")}
    path = "/" + text.lstrip("/")
    is_file = "." in path.rpartition("/")[2]
    return {name: path if path.endswith("/") or is_file else path + "/"}


def _aliases(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read old addresses, which begin with a slash or a scheme; anything else is another name of the page."""
    items: tuple[Node, ...] = node.items if isinstance(node, Sequence) else (node,)
    found = []
    for item in items:
        if _leaves(reader, name, item):
            continue
        text = nfc((reader.text(name, item) or "").strip())
        if is_external(text):
            text = "/" + text.partition("://")[2].partition("/")[2]
        if text.startswith("/") and text != "/":
            found.append(nfc(decode(text.partition("#")[0].partition("?")[0])))
    return {name: tuple(dict.fromkeys(found))}


def _leaves(reader: Reader, name: str, node: Node) -> bool:
    """Report an address that could leave the site, as it is written, control characters and all."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    bad = leaves_folder(text) or (name != "aliases" and is_external(text))
    if bad:
        shown = "".join(character if character.isprintable() else "\ufffd" for character in text)
        reader.problems.append(error("leaves-the-site", reader.location(node), "write-inside", name=name, text=shown))
    return bad


READERS: dict[str, Read] = {
    "title": _text,
    "date": _date,
    "updated": _updated,
    "tags": _tags,
    "category": _category,
    "slug": _address,
    "permalink": _address,
    "aliases": _aliases,
    "published": _published,
    "unlisted": _flag,
    "pin": _pin,
    "summary": _text,
    "lang": _language,
    "template": _text,
    "series": _text,
    "series_order": _number,
    "source": _source,
    "breaks": _flag,
    "translation_of": _text,
    "authors": _authors,
    "cover": _cover,
    "toc": _flag,
    "comments": _flag,
    "extra": _extra,
}

"""Readers for the value of each front-matter field, in the forms that authors and other programs use.

In:  a node of the front matter.
Out: values by the field names of ``Metadata`` and ``FrontMatter``; diagnostics are added to the reader's problems.
"""

import re
from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from typing import NamedTuple

from byeoru.base.dates import parse_date
from byeoru.base.diagnostic import Location, error, warning
from byeoru.base.fields import Reader, extra_of
from byeoru.base.paths import decode, is_external, leaves_folder, nfc, page_address
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence
from byeoru.model.content import Conventions


class Reading(NamedTuple):
    """What the meaning of a value depends on besides its text."""

    zone: tzinfo  # of times without one
    conventions: Conventions = Conventions()


FieldReader = Callable[[Reader, str, Node, Reading], dict[str, object]]


class Cover(NamedTuple):
    """The cover image of a page, and its location in the source."""

    target: str
    location: Location


def read_moment(text: str, zone: tzinfo) -> datetime | None:
    """Read a date and convert it to the time zone *zone*; None if that leaves the range of the calendar."""
    moment = parse_date(text, zone)
    try:
        return moment and moment.astimezone(zone)
    except OverflowError:
        return None


def _text(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    return {name: (reader.text(name, node) or "").strip()}


def _tags(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read tags, also with `#` or typographic quotes; warn if a text of several words may be several tags."""
    if isinstance(node, Scalar) and node.is_plain and "," not in node.text and len(words := node.text.split()) > 2:
        better = f"{name}: [{', '.join(words)}]"
        reader.problems.append(warning("one-tag", reader.location(node), "write-better", text=node.text, better=better))
    texts = reader.texts(name, node) or ()
    hashed = [part for text in texts for part in (re.split(r"\s+#", text) if text.startswith("#") else [text])]
    bare = (nfc(text.lstrip("#").strip("“”‘’")) for text in hashed)
    return {name: tuple(dict.fromkeys(text for text in bare if text))}


def _flag(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    return {name: reader.flag(name, node)}


def _number(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    return {name: reader.number(name, node)}


def _source(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read the source of a quoted page: a URL, or a mapping of title, URL and license."""
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


def _cover(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read the path or URL of an image; Chirpy and PaperMod put it into a mapping with other values."""
    if isinstance(node, Mapping):
        values = {key.text: value for key, value in node.pairs}
        node = next((values[key] for key in ("path", "image", "url", "src", "feature") if key in values), node)
    target = (reader.text(name, node) or "").strip()
    if target.startswith("//"):
        target = f"https:{target}"
    if is_external(target) and not target.lower().startswith(("http://", "https://")):
        reader.problems.append(error("leaves-the-site", reader.location(node), "write-inside", name=name, text=target))
        return {}
    return {name: Cover(target, reader.location(node)) if target else None}


def _authors(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read names; in a mapping, or a list of mappings, they have the key `name`."""
    if isinstance(node, Sequence):
        node = Sequence(tuple(unwrap(item, "name") for item in node.items), node.line, node.column)
    return {name: tuple(nfc(text) for text in reader.texts(name, unwrap(node, "name")) or ())}


def unwrap(node: Node, key: str) -> Node:
    """Return the value of *key* if *node* is a mapping that has it, else *node*."""
    pairs = node.pairs if isinstance(node, Mapping) else ()
    return next((value for name, value in pairs if name.text == key), node)


def _language(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    return {"language": reader.language(name, node)}


def _pin(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read a boolean, or a weight as in other programs: a page with a weight above 0 is pinned."""
    if isinstance(node, Scalar) and node.text.isdecimal():
        return {"pinned": int(node.text[:9]) > 0}
    return {"pinned": reader.flag(name, node)}


def _extra(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read values for templates, as JSON: text can be compared and stored without conversion."""
    return {name: extra_of(reader, name, node)}


def _date(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read a date; an unreadable one is reported by ``fields``, which decides whether the page is public.

    In Material for MkDocs it is a mapping of the dates of creation and update.
    """
    if isinstance(node, Mapping):
        written, changed = unwrap(node, "created"), unwrap(node, "updated")
        dates: dict[str, object] = {
            name: read_moment(written.text, reading.zone) if isinstance(written, Scalar) else None
        }
        return dates if changed is node else {**dates, **_updated(reader, "updated", changed, reading)}
    return {name: read_moment(node.text, reading.zone) if isinstance(node, Scalar) else None}


def _updated(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    text = reader.text(name, node)
    moment = read_moment(text, reading.zone) if text else None
    if text and moment is None:
        reader.problems.append(warning("bad-date", reader.location(node), "date-form", name=name, text=text))
    return {name: moment}


def _published(_: Reader, __: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read ``published`` if it is a date, as in some programs; its other meanings are read in `privacy`."""
    moment = read_moment(node.text, reading.zone) if isinstance(node, Scalar) else None
    return {"date": moment} if moment else {}


def _category(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read categories: a path such as ``study/cs231n``, a list of its levels, or a list of several categories.

    Which of the two a list is depends on the program (Hexo and Jekyll: levels, Hugo: several); a list in a list is
    one category by its levels in all of them (Hexo: Categories & Tags).
    """
    if isinstance(node, Scalar):
        text = reader.text(name, node) or ""
        is_words = reading.conventions.has_words and "," not in text
        levels = [tuple(text.split() if is_words else text.split("/"))]
    elif isinstance(node, Sequence) and any(isinstance(item, Sequence) for item in node.items):
        levels = [tuple(reader.texts(name, item) or ()) for item in node.items]
    else:
        texts = tuple(reader.texts(name, node) or ())
        levels = [(text,) for text in texts] if reading.conventions.categories == "list" else [texts]
    return {"categories": tuple(dict.fromkeys(path for texts in levels if (path := _category_path(texts))))}


def _category_path(levels: Iterable[str]) -> str:
    parts = (part.strip() for level in levels for part in level.split("/"))
    return nfc("/".join(part for part in parts if part))


def _slug_or_permalink(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read a slug or permalink; one that could lead outside the site is an error."""
    if _escapes_site(reader, name, node):
        return {}
    text = nfc((reader.text(name, node) or "").strip())
    if not text:
        return {}
    if name == "slug":
        return {name: text.strip("/")}
    return {name: page_address("/" + text.lstrip("/"))}


def _aliases(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read old URLs, which begin with a slash or a scheme; other values are alternative names, as in Obsidian."""
    items: tuple[Node, ...] = node.items if isinstance(node, Sequence) else (node,)
    addresses = []
    for item in items:
        if _escapes_site(reader, name, item):
            continue
        text = nfc((reader.text(name, item) or "").strip())
        if is_external(text):
            text = "/" + text.partition("://")[2].partition("/")[2]
        if text.startswith("/") and text != "/":
            addresses.append(nfc(decode(text.partition("#")[0].partition("?")[0])))
    return {name: tuple(dict.fromkeys(addresses))}


def _escapes_site(reader: Reader, name: str, node: Node) -> bool:
    """Report a URL that could lead outside the site, as it is written, including control characters."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    bad = leaves_folder(text) or (name != "aliases" and is_external(text))
    if bad:
        shown = "".join(character if character.isprintable() else "\ufffd" for character in text)
        reader.problems.append(error("leaves-the-site", reader.location(node), "write-inside", name=name, text=shown))
    return bad


READERS: dict[str, FieldReader] = {
    "title": _text,
    "date": _date,
    "updated": _updated,
    "tags": _tags,
    "category": _category,
    "slug": _slug_or_permalink,
    "permalink": _slug_or_permalink,
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

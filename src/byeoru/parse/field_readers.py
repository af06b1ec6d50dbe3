"""Readers for the value of each front-matter field, in the forms that authors and other programs use.

In:  a node of the front matter.
Out: values by the field names of ``Metadata`` and ``FrontMatter``; diagnostics are added to the reader's problems.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from byeoru.base.diagnostic import Location, warning
from byeoru.base.fields import Reader, extra_of, flag_of
from byeoru.base.paths import is_external, nfc
from byeoru.base.patterns import lazy_pattern
from byeoru.base.text import nested_name
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence
from byeoru.parse.address_readers import aliases, permalink, slug, url
from byeoru.parse.date_readers import date, expires, published, updated
from byeoru.parse.field_reading import FieldReader, Reading, unwrap
from byeoru.parse.stages import stage


class Cover(NamedTuple):
    """The cover image of a page, and its location in the source."""

    target: str
    location: Location
    is_name: bool = False  # it was written in double brackets


_NAME = lazy_pattern(r"!?\[\[([^\[\]|\n]+)(?:\|[^\[\]]*)?\]\]")
_CLASS = lazy_pattern(r"[\w-]{1,80}")
_COMMA = lazy_pattern("[,，、]")
_IMAGE_KEYS = {"path", "image", "url", "src", "feature", "teaser"}
_BELOW_IMAGES = {"feature", "teaser"}  # of HPSTR and So Simple, whose layouts add the folder `images`
# Values that switch on a table of contents or comments: where, or whose.
_SWITCHED = {"left", "right", "sidebar", "inline", "beginning", "auto", "disqus", "giscus", "utterances", "utteranc"}
_SWITCHED |= {"gitalk", "gitment", "valine", "waline", "twikoo", "artalk", "livere", "facebook", "cusdis"}
# Values of an image key that are no image: a switch, a color or a gradient.
_NO_IMAGE = lazy_pattern(r"(?:true|false|none|null|transparent|rand(?:om)?|#[0-9a-f]{3,8}|[a-z-]+\(.*)$", re.IGNORECASE)


def _text(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    return {name: (reader.text(name, node) or "").strip()}


def _tags(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read tags, also with `#` or typographic quotes, or in lists within the list, as in Jekyll.

    A text of several words is one tag, with a warning, except where the program of the folder reads several.
    """
    words = node.text.split() if isinstance(node, Scalar) and not _COMMA.search(node.text) else []
    if isinstance(node, Scalar) and reading.conventions.has_words and words:
        node = Sequence(tuple(node._replace(text=word) for word in words), node.line, node.column)
    elif isinstance(node, Scalar) and node.is_plain and len(words) > 2:
        better = f"{name}: [{', '.join(words)}]"
        reader.problems.append(warning("one-tag", reader.location(node), "write-better", text=node.text, better=better))
    elif isinstance(node, Sequence):
        node = Sequence(tuple(_flat(node)), node.line, node.column)
    texts = reader.texts(name, node) or ()
    hashed = [part for text in texts for part in (re.split(r"\s+#", text) if text.startswith("#") else [text])]
    bare = (nested_name(text.lstrip("#").strip("“”‘’")) for text in hashed)
    return {name: tuple(dict.fromkeys(text for text in bare if text))}


def _flat(node: Node) -> Iterator[Node]:
    """Yield the items of a list and of the lists in it."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _flat(item)
    else:
        yield unwrap(node, "name")


def _classes(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read names of CSS classes for the text of a page; what is no name is left out."""
    texts = reader.texts(name, node) or ()
    return {name: tuple(word for text in texts for word in text.split() if _CLASS.fullmatch(word))}


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
    """Read the path or URL of an image; some programs have a list of them, or a mapping with other values.

    Chirpy has `image: {path, alt}`, PaperMod `cover: {image, hidden}`, HPSTR `image: {feature, teaser}`; Butterfly has
    `cover: false`, or a color.
    """
    if isinstance(node, Sequence) and node.items:
        node = node.items[0]
    folder = ""
    if isinstance(node, Mapping):
        nodes = ((key.text, value) for key, value in node.pairs if key.text in _IMAGE_KEYS)
        key, node = next(nodes, ("", Scalar("", node.line, 1, 1, is_plain=True)))
        folder = "/images/" if key in _BELOW_IMAGES else ""
    target = (reader.text(name, node) or "").strip()
    if isinstance(node, Scalar) and (in_brackets := _NAME.fullmatch(node.text)):
        start = node.column + in_brackets.start(1) + (not node.is_plain)
        place = reader.location(node)._replace(column=start, width=len(in_brackets[1]))
        return {"cover": Cover(in_brackets[1], place, is_name=True)}
    if folder and target and not is_external(target) and not target.startswith(("/", "images/")):
        target = folder + target
    if target.startswith("//"):
        target = f"https:{target}"
    if not target or _NO_IMAGE.match(target):
        return {}
    if is_external(target) and not target.lower().startswith(("http://", "https://")):
        reader.problems.append(
            warning("leaves-the-site", reader.location(node), "write-inside", name=name, text=target)
        )
        return {}
    return {"cover": Cover(target, reader.location(node))}


def _header(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read the image of Minimal Mistakes' `header: {teaser, image, overlay_image}`; other themes have other values."""
    values = {key.text: value for key, value in node.pairs} if isinstance(node, Mapping) else {}
    image = next((values[key] for key in ("image", "overlay_image", "teaser", "og_image") if key in values), None)
    return _cover(reader, name, image, reading) if isinstance(image, Scalar) else {}


def _authors(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read names; in a mapping, or a list of mappings, they have the key `name`; in Obsidian they may be links."""
    if isinstance(node, Sequence):
        node = Sequence(tuple(unwrap(item, "name") for item in node.items), node.line, node.column)
    texts = reader.texts(name, unwrap(node, "name")) or ()
    return {name: tuple(nfc(text.removeprefix("[[").removesuffix("]]")) for text in texts)}


def _language(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    return {"language": reader.language(name, node)}


def _series(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read a name; in Hugo a series is a taxonomy, thus a list, and in others a mapping with its name and a number.

    Only the first of several series counts.
    """
    order = unwrap(node, "order")
    number = {"series_order": reader.number(name, order)} if order is not node else {}
    value = unwrap(unwrap(node, "name"), "title")
    if not isinstance(value, Sequence):
        return {name: (reader.text(name, value) or "").strip(), **number}
    names = reader.texts(name, value) or ("",)
    if len(names) > 1:
        reader.problems.append(warning("one-series", reader.location(value), text=names[0]))
    return {name: names[0], **number}


def _switch(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read a boolean; in some themes it is the name of what to switch on, or a mapping with the key `enable`."""
    value = unwrap(node, "enable")
    if isinstance(value, Mapping) or (isinstance(value, Scalar) and value.text.lower() in _SWITCHED):
        return {name: True}
    return {name: reader.flag(name, value)}


def _hide(_: Reader, __: str, node: Node, ___: Reading) -> dict[str, object]:
    """Read the boolean of Fluid, which is our `unlisted`; in Material for MkDocs it lists parts of the page."""
    return {"unlisted": flag_of(node.text)} if isinstance(node, Scalar) else {}


def _pin(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read a boolean, or a weight as in other programs: a page with a weight above 0 is pinned."""
    if isinstance(node, Scalar) and node.text.isdecimal():
        return {"pinned": int(node.text[:9]) > 0}
    return {"pinned": reader.flag(name, node)}


def _extra(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read values for templates, as JSON: text can be compared and stored without conversion."""
    return {name: extra_of(reader, name, node)}


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
    return {"categories": tuple(dict.fromkeys(path for texts in levels if (path := nested_name("/".join(texts)))))}


def _search(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read a boolean; in Material for MkDocs it is a mapping with the key `exclude`."""
    excluded = unwrap(node, "exclude")
    if excluded is not node:
        return _search_exclude(reader, name, excluded, reading)
    return {} if isinstance(node, Mapping) else {name: reader.flag(name, node)}


def _search_exclude(reader: Reader, name: str, node: Node, _: Reading) -> dict[str, object]:
    """Read the boolean of other programs that is true for a page which search does not find."""
    excluded = reader.flag(name, node)
    return {"search": None if excluded is None else not excluded}


READERS: dict[str, FieldReader] = {
    "title": _text,
    "date": date,
    "updated": updated,
    "expires": expires,
    "tags": _tags,
    "category": _category,
    "slug": slug,
    "permalink": permalink,
    "url": url,
    "aliases": aliases,
    "published": published,
    "unlisted": _flag,
    "hide": _hide,
    "pin": _pin,
    "summary": _text,
    "lang": _language,
    "template": _text,
    "series": _series,
    "series_order": _number,
    "source": _source,
    "breaks": _flag,
    "translation_of": _text,
    "authors": _authors,
    "cover": _cover,
    "header": _header,
    "toc": _switch,
    "comments": _switch,
    "css_classes": _classes,
    "search": _search,
    "search_exclude": _search_exclude,
    "stage": stage,
    "extra": _extra,
}

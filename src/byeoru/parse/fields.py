"""The fields of a front matter: our names, the spellings of others, and the type of each.

In:  the nodes of one front matter.
Out: ``FrontMatter``, and what the author should fix.
Must not: fill in what the author left out; that is `document`'s work.
"""

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from byeoru.base.diagnostic import Diagnostic, error, warning
from byeoru.base.fields import Reader
from byeoru.base.moments import read_moment
from byeoru.base.paths import escapes, is_external, nfc
from byeoru.base.yaml_nodes import Mapping, Node, Scalar, Sequence
from byeoru.parse.frontmatter import Header

# Other programs' spellings of our fields.
SPELLINGS = {
    "created": "date",
    "pubDate": "date",
    "publishDate": "date",
    "lastmod": "updated",
    "last_modified_at": "updated",
    "modified": "updated",
    "lastUpdated": "updated",
    "tag": "tags",
    "keywords": "tags",
    "categories": "category",
    "url": "permalink",
    "redirect_from": "aliases",
    "alias": "aliases",
    "publish": "published",
    "hidden": "unlisted",
    "pinned": "pin",
    "sticky": "pin",
    "top": "pin",
    "description": "summary",
    "excerpt": "summary",
    "language": "lang",
    "locale": "lang",
    "author": "authors",
    "image": "cover",
    "thumbnail": "cover",
    "featured_image": "cover",
    "ref": "translation_of",
    "translationKey": "translation_of",
}
# Fields that are right in a front matter and that no stage reads: parts to come, other programs, the author's own.
ACCEPTED = [
    "cover",
    "translation_of",
    "toc",
    "comments",
    "search",
    "authors",
    "extra",
    "layout",
    "math",
    "mermaid",
]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the author wrote above the text; empty where nothing was written."""

    title: str = ""
    date: datetime | None = None
    updated: datetime | None = None
    tags: tuple[str, ...] = ()
    category: str = ""
    slug: str = ""
    permalink: str = ""
    aliases: tuple[str, ...] = ()
    draft: bool = False
    unlisted: bool = False
    pin: bool = False
    summary: str = ""
    lang: str = ""
    template: str = ""
    series: str = ""
    series_order: int = 0  # 0 where the date decides
    source: tuple[str, ...] = ()  # of a scrap: title, address and licence of the original
    breaks: bool | None = None  # None where the settings decide


def read_fields(header: Header, first_line: int, path: str, local: tzinfo, problems: list[Diagnostic]) -> FrontMatter:
    """Read the fields of *header*, which begins at *first_line*; its problems are added to *problems*."""
    reader = Reader(path, first_line, problems)
    known = {*_READERS, *ACCEPTED}
    found: dict[str, object] = {}
    for name, (_, node) in reader.pairs(header.mapping, known, SPELLINGS).items():
        if name in {"date", "updated"}:
            found[name] = _moment(reader, name, node, local)
        elif name in _READERS:
            found = _READERS[name](reader, name, node, local) | found
    if header.is_doubtful or _says_draft(header.mapping, local):
        found["draft"] = True  # better kept back than published by mistake
    values = {name: value for name, value in found.items() if value is not None}
    return replace(FrontMatter(), **values)  # type: ignore[arg-type]


def _says_draft(mapping: Mapping, local: tzinfo) -> bool:
    """Tell whether any key keeps the page back, also one that is misspelt in case or comes second."""
    silent = Reader("", 1, [])
    for key, node in mapping.pairs:
        name = key.text.strip().lower()
        name = SPELLINGS.get(name, name)
        if name in {"draft", "published", "status"} and _READERS[name](silent, name, node, local).get("draft"):
            return True
    return False


def _moment(reader: Reader, name: str, node: Node, local: tzinfo) -> datetime | None:
    text = reader.text(name, node)
    if not text:
        return None
    moment = _read_local(text, local)
    if moment is None:
        reader.problems.append(warning("bad-date", reader.place(node), "date-form", name=name, text=text))
    return moment


def _read_local(text: str, local: tzinfo) -> datetime | None:
    """Read a moment as it is in the site's time zone; the first and last hours of the calendar have none."""
    moment = read_moment(text, local)
    try:
        return moment and moment.astimezone(local)
    except OverflowError:
        return None


def _text(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    return {name: (reader.text(name, node) or "").strip()}


def _texts(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    return {name: tuple(nfc(text.lstrip("#")) for text in reader.texts(name, node) or () if text.lstrip("#"))}


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
        reader.problems.append(warning("bad-source", reader.place(node), "base-url-form", url=url))
        return {}
    return {name: (texts.get("title") or url, url, texts.get("license", ""))}


def _pin(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read a switch, or the weight that other programs give instead: anything above 0 pins."""
    if isinstance(node, Scalar) and node.text.isdecimal():
        return {name: int(node.text[:9]) > 0}
    return {name: reader.flag(name, node)}


def _draft(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    """Read a draft mark; one that cannot be read keeps the post back."""
    flag = reader.flag(name, node)
    return {"draft": True} if flag is None or flag else {}


def _published(reader: Reader, name: str, node: Node, local: tzinfo) -> dict[str, object]:
    """Read ``published``: a switch, or in some programs the date."""
    if isinstance(node, Scalar) and (moment := _read_local(node.text, local)):
        return {"date": moment}
    flag = reader.flag(name, node)
    return {} if flag else {"draft": True}


def _status(reader: Reader, name: str, node: Node, _: tzinfo) -> dict[str, object]:
    text = (reader.text(name, node) or "").strip().lower()
    return {"draft": True} if text in {"draft", "private", "hidden", "pending"} else {}


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
            found.append(text.partition("#")[0].partition("?")[0])
    return {name: tuple(dict.fromkeys(found))}


def _leaves(reader: Reader, name: str, node: Node) -> bool:
    """Report an address that could leave the site, as it is written, control characters and all."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    bad = escapes(text) or (name != "aliases" and is_external(text))
    if bad:
        shown = "".join(character if character.isprintable() else "\ufffd" for character in text)
        reader.problems.append(error("leaves-the-site", reader.place(node), "write-inside", name=name, text=shown))
    return bad


_READERS = {
    "title": _text,
    "date": _text,
    "updated": _text,
    "tags": _texts,
    "category": _category,
    "slug": _address,
    "permalink": _address,
    "aliases": _aliases,
    "draft": _draft,
    "published": _published,
    "status": _status,
    "unlisted": _flag,
    "pin": _pin,
    "summary": _text,
    "lang": _text,
    "template": _text,
    "series": _text,
    "series_order": _number,
    "source": _source,
    "breaks": _flag,
}

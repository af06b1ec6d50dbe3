"""The fields of a front matter: our names, the spellings of others, and the type of each.

In:  the nodes of one front matter.
Out: ``FrontMatter``, and what the author should fix.
Must not: fill in what the author left out; that is `document`'s work.
"""

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from byeoru.base.diagnostic import Diagnostic, warning
from byeoru.base.fields import Reader
from byeoru.base.yaml_nodes import Mapping, Node
from byeoru.parse.field_readers import READERS, Cover, read_local
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
    "search",
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
    translation_of: str = ""
    authors: tuple[str, ...] = ()
    cover: Cover | None = None
    toc: bool = True
    comments: bool | None = None  # None where the section decides


def read_fields(header: Header, first_line: int, path: str, local: tzinfo, problems: list[Diagnostic]) -> FrontMatter:
    """Read the fields of *header*, which begins at *first_line*; its problems are added to *problems*."""
    reader = Reader(path, first_line, problems)
    known = {*READERS, *ACCEPTED}
    found: dict[str, object] = {}
    for name, (_, node) in reader.pairs(header.mapping, known, SPELLINGS).items():
        if name in {"date", "updated"}:
            found[name] = _moment(reader, name, node, local)
        elif name in READERS:
            found = READERS[name](reader, name, node, local) | found
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
        if name in {"draft", "published", "status"} and READERS[name](silent, name, node, local).get("draft"):
            return True
    return False


def _moment(reader: Reader, name: str, node: Node, local: tzinfo) -> datetime | None:
    text = reader.text(name, node)
    if not text:
        return None
    moment = read_local(text, local)
    if moment is None:
        reader.problems.append(warning("bad-date", reader.place(node), "date-form", name=name, text=text))
    return moment

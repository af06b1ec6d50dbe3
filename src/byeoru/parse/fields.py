"""The fields of a front matter: our names, the spellings of others, and the type of each.

In:  the nodes of one front matter.
Out: ``FrontMatter``, and what the author should fix.
Must not: fill in what the author left out; that is `document`'s work.
"""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from byeoru.base.diagnostic import Diagnostic, warning
from byeoru.base.fields import Reader
from byeoru.base.yaml_nodes import Mapping, Scalar
from byeoru.model.metadata import Metadata
from byeoru.parse.field_readers import READERS, Cover, inner, read_local
from byeoru.parse.frontmatter import Header
from byeoru.parse.privacy import Mark, is_guard, marks_of

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
    "제목": "title",
    "날짜": "date",
    "작성일": "date",
    "수정일": "updated",
    "태그": "tags",
    "분류": "category",
    "카테고리": "category",
    "초안": "draft",
    "요약": "summary",
    "시리즈": "series",
    "글쓴이": "authors",
}
# Keys that say from when a page is public, in lower case and without what stands between their words. A readable one
# of the second kind makes up for the first kind, which can be a note about the file.
_WRITTEN_ON = {"created", "작성일"}
_PUBLIC_FROM = {
    *("date", "pubdate", "publishdate", "publicationdate", "publishat", "publishon", "publishedat", "publishedon"),
    *("datepublished", "releasedate", "날짜", "발행일", "공개일"),
}
# Fields that are right in a front matter and that no stage reads: parts to come, other programs, the author's own.
ACCEPTED = [
    *("draft", "status"),  # of `privacy`, which reads all keys that keep a page back
    "search",
    "layout",
    "math",
    "mermaid",
]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the author wrote above the text; empty where nothing was written."""

    meta: Metadata
    tags: tuple[str, ...] = ()
    category: str = ""
    slug: str = ""
    permalink: str = ""
    aliases: tuple[str, ...] = ()
    unlisted: bool = False
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
    extra: str = ""  # what the author keeps for templates, as JSON


def read_fields(header: Header, first_line: int, path: str, local: tzinfo, problems: list[Diagnostic]) -> FrontMatter:
    """Read the fields of *header*, which begins at *first_line*; its problems are added to *problems*."""
    reader = Reader(path, first_line, problems)
    marks = tuple(marks_of(header.mapping))
    guards = (key.text for key, _ in header.mapping.pairs if is_guard(key.text))
    known = {*READERS, *ACCEPTED, *guards, *(mark.key.text for mark in marks)}
    found: dict[str, object] = {}
    for name, (_, node) in reader.pairs(header.mapping, known, SPELLINGS).items():
        if name in READERS:
            found = READERS[name](reader, name, node, local) | found
    found["date"], unreadable = _publication(header.mapping, reader, found.get("date"), local)
    problems += unreadable
    problems += [_held(mark, reader) for mark in marks if mark.reason != "draft"]
    if header.is_doubtful or marks or unreadable:
        found["draft"] = True  # better kept back than published by mistake
    values = {name: value for name, value in found.items() if value is not None}
    meta = {name: values.pop(name) for name in Metadata._fields if name in values}
    return FrontMatter(Metadata(**meta), **values)  # type: ignore[arg-type]


def _held(mark: Mark, reader: Reader) -> Diagnostic:
    return warning(mark.reason, reader.location(mark.key), "write-draft", key=mark.key.text)


def _publication(
    mapping: Mapping, reader: Reader, date: object, local: tzinfo
) -> tuple[object, tuple[Diagnostic, ...]]:
    """Return from when a page is public, and what is wrong with the dates that decide that.

    Hugo publishes at `publishDate` what was written at `date`; a page with both waits for the later one.
    """
    latest = date
    unreadable: dict[bool, list[Diagnostic]] = {True: [], False: []}  # by whether the key is about publishing
    for key, node in mapping.pairs:
        name = key.text.lower().replace("_", "").replace("-", "")
        decides = name in _PUBLIC_FROM
        if not (decides or name in _WRITTEN_ON) or (isinstance(node, Scalar) and (node.is_null or not node.text)):
            continue
        when = inner(node, "created")
        text = when.text if isinstance(when, Scalar) else ""
        moment = read_local(text, local)
        if moment is None:
            location = reader.location(node)
            unreadable[decides].append(warning("unreadable-date", location, "date-form", name=key.text, text=text))
        elif not isinstance(latest, datetime) or (decides and name != "date" and moment > latest):
            latest = moment
    return latest, (*unreadable[True], *(() if latest else unreadable[False]))

"""The fields of front matter: their names, the spellings of other programs, and their types.

In:  the nodes of one front matter.
Out: ``FrontMatter`` and diagnostics.
Must not: add default values for missing fields; `document` does that.
"""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from byeoru.base.diagnostic import Diagnostic, warning
from byeoru.base.fields import Reader
from byeoru.base.yaml_nodes import Mapping, Scalar
from byeoru.model.metadata import Metadata
from byeoru.parse.field_readers import READERS, Cover, Reading, read_moment, unwrap
from byeoru.parse.frontmatter import Header
from byeoru.parse.privacy import PrivacyMarker, is_privacy_key, privacy_markers

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
# Keys whose date decides when a page becomes public, in lower case and without separators. If there is a valid date of
# the second set, an invalid one of the first set is ignored: it may only be a note about the file.
_WRITTEN_ON = {"created", "작성일"}
_PUBLIC_FROM = {
    *("date", "pubdate", "publishdate", "publicationdate", "publishat", "publishon", "publishedat", "publishedon"),
    *("datepublished", "releasedate", "날짜", "발행일", "공개일"),
}
# Valid keys that are not read here: keys of other programs and of planned features.
ACCEPTED = [
    *("draft", "status"),  # read by `privacy`, like all keys that keep a page unpublished
    "search",
    "layout",
    "math",
    "mermaid",
]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values that the author wrote in the front matter; empty if missing."""

    meta: Metadata
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    slug: str = ""
    permalink: str = ""
    aliases: tuple[str, ...] = ()
    unlisted: bool = False
    template: str = ""
    series: str = ""
    series_order: int = 0  # 0: ordered by date
    source: tuple[str, ...] = ()  # of a quoted page: title, URL and license of the original
    breaks: bool | None = None  # None: as in the settings
    translation_of: str = ""
    authors: tuple[str, ...] = ()
    cover: Cover | None = None
    toc: bool = True
    comments: bool | None = None  # None: as in the section
    extra: str = ""  # values for templates, as JSON
    address_values: tuple[tuple[str, str], ...] = ()  # of the keys that the address patterns of the program name


def read_fields(
    header: Header, first_line: int, path: str, reading: Reading, problems: list[Diagnostic]
) -> FrontMatter:
    """Read the fields of *header*, which begins at *first_line*; diagnostics are added to *problems*."""
    reader = Reader(path, first_line, problems)
    marks = tuple(privacy_markers(header.mapping))
    privacy_keys = (key.text for key, _ in header.mapping.pairs if is_privacy_key(key.text))
    known = {*READERS, *ACCEPTED, *reading.conventions.address_keys, *privacy_keys, *(mark.key.text for mark in marks)}
    fields: dict[str, object] = {}
    for name, (_, node) in reader.pairs(header.mapping, known, SPELLINGS).items():
        if name in READERS:
            fields = READERS[name](reader, name, node, reading) | fields
    fields["date"], unreadable = _publication_date(header.mapping, reader, fields.get("date"), reading.zone)
    problems += unreadable
    problems += [_privacy_warning(mark, reader) for mark in marks if mark.reason != "draft"]
    if header.is_doubtful or marks or unreadable:
        fields["draft"] = True  # in doubt, do not publish
    fields["address_values"] = tuple(
        (key.text, node.text)
        for key, node in header.mapping.pairs
        if key.text in reading.conventions.address_keys and isinstance(node, Scalar)
    )
    values = {name: value for name, value in fields.items() if value is not None}
    meta = {name: values.pop(name) for name in Metadata._fields if name in values}
    return FrontMatter(Metadata(**meta), **values)  # type: ignore[arg-type]


def _privacy_warning(mark: PrivacyMarker, reader: Reader) -> Diagnostic:
    return warning(mark.reason, reader.location(mark.key), "write-draft", key=mark.key.text)


def _publication_date(
    mapping: Mapping, reader: Reader, date: object, zone: tzinfo
) -> tuple[object, tuple[Diagnostic, ...]]:
    """Return the date on which a page becomes public, and diagnostics about unreadable dates.

    Hugo publishes a page at `publishDate` that was written at `date`; if both are given, the later one counts.
    """
    latest = date
    unreadable: dict[bool, list[Diagnostic]] = {True: [], False: []}  # key: whether the date decides publication
    for key, node in mapping.pairs:
        name = key.text.lower().replace("_", "").replace("-", "")
        decides = name in _PUBLIC_FROM
        if not (decides or name in _WRITTEN_ON) or (isinstance(node, Scalar) and (node.is_null or not node.text)):
            continue
        when = unwrap(node, "created")
        text = when.text if isinstance(when, Scalar) else ""
        moment = read_moment(text, zone)
        if moment is None:
            location = reader.location(node)
            unreadable[decides].append(warning("unreadable-date", location, "date-form", name=key.text, text=text))
        elif not isinstance(latest, datetime) or (decides and name != "date" and moment > latest):
            latest = moment
    return latest, (*unreadable[True], *(() if latest else unreadable[False]))

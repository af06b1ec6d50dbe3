"""The fields of front matter: which key each is read from, and when its page becomes public.

In:  the nodes of one front matter.
Out: ``FrontMatter`` and diagnostics.
Must not: add default values for missing fields; `document` does that.
"""

import sys
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, tzinfo

from byeoru.base.diagnostic import Diagnostic, warning
from byeoru.base.fields import Reader, normal_form, plain
from byeoru.base.yaml_nodes import Mapping, Node, Scalar
from byeoru.model.content import Alias
from byeoru.model.metadata import Metadata
from byeoru.parse.date_readers import read_moment
from byeoru.parse.field_readers import READERS, Cover
from byeoru.parse.field_reading import Reading, unwrap
from byeoru.parse.foreign_keys import is_foreign
from byeoru.parse.front_links import has_links
from byeoru.parse.frontmatter import Header
from byeoru.parse.keys import NAMES, is_misspelt, meaning_of
from byeoru.parse.privacy import PrivacyMarker, asks_for_publication, is_privacy_key, privacy_markers

# Keys whose date decides when a page becomes public, in their normal form. If there is a valid date of another key, an
# invalid one of these is ignored: it may only be a note about the file.
_WRITTEN_ON = {normal_form(key) for key in ("created", "created_at", "created_date", "date_created", "creation_date")}
_WRITTEN_ON |= {"작성일", "작성일시"}
# Hugo publishes a page at `publishDate` that was written at `date`.
_WRITTEN_OR_PUBLIC = {"date", "날짜"}
_EMPTY = sys.maxsize  # the rank of a key without a value


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values that the author wrote in the front matter; empty if missing."""

    meta: Metadata
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    slug: str = ""
    permalink: str = ""
    aliases: tuple[Alias, ...] = ()
    names: tuple[str, ...] = ()
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
    search: bool = True
    comments: bool | None = None  # None: as in the section
    css_classes: tuple[str, ...] = ()
    extra: str = ""  # values for templates, as JSON
    address_values: tuple[tuple[str, str], ...] = ()  # of the keys that the address patterns of the program name
    is_public: bool = False  # it says so: `publish: true`


def read_fields(
    header: Header, first_line: int, path: str, reading: Reading, problems: list[Diagnostic]
) -> FrontMatter:
    """Read the fields of *header*, which begins at *first_line*; diagnostics are added to *problems*."""
    reader = Reader(path, first_line, problems)
    marks = tuple(privacy_markers(header.mapping))
    markers = {*reading.conventions.address_keys, *(mark.key.text for mark in marks)}
    nodes = _known_fields(
        header.mapping, reader, markers, is_ours=not reading.conventions.program and path.startswith("content/")
    )
    fields: dict[str, object] = {}
    for name, read in READERS.items():
        if name in nodes:
            fields = read(reader, name, nodes[name], reading) | fields
    fields["date"], unreadable = _publication_date(header.mapping, reader, fields.get("date"), reading.zone)
    problems += unreadable
    plain_marks = tuple(mark for mark in marks if mark.is_plain and reading.expects_private_pages)
    problems += [_privacy_warning(mark, reader) for mark in marks if mark.reason != "draft" and mark not in plain_marks]
    if header.is_doubtful or len(marks) > len(plain_marks) or unreadable:
        fields["draft"] = True  # in doubt, do not publish
    fields["private"] = bool(plain_marks)
    fields["is_public"] = asks_for_publication(header.mapping)
    fields["address_values"] = tuple(
        (key.text, node.text)
        for key, node in header.mapping.pairs
        if key.text in reading.conventions.address_keys and isinstance(node, Scalar)
    )
    values = {name: value for name, value in fields.items() if value is not None}
    meta = {name: values.pop(name) for name in Metadata._fields if name in values}
    return FrontMatter(Metadata(**meta), **values)  # type: ignore[arg-type]


def _known_fields(mapping: Mapping, reader: Reader, markers: Collection[str], *, is_ours: bool) -> dict[str, Node]:
    """Return the value of each field, and report keys that are unknown or ignored.

    Unless the folder *is_ours*, themes, plugins and vaults read any key, so only a misspelling of ours is reported.
    Of several keys of one field, an empty one never counts, then those that only stand in for it, then later ones.
    """
    chosen: dict[str, tuple[int, Scalar, Node]] = {}
    for key, node in mapping.pairs:
        meaning = meaning_of(key.text)
        if meaning is None:
            is_read = key.text in markers or is_privacy_key(key.text) or is_foreign(key.text) or has_links(node)
            if not is_read and (is_ours or is_misspelt(key.text)):
                reader.unknown_key(key, NAMES)
            continue
        rank = _EMPTY if _is_empty(node) else meaning.rank
        first = chosen.get(meaning.field)
        if first and (key.text == first[1].text or (rank == first[0] == 0 and plain(node) != plain(first[2]))):
            reader.repeated_key(key, first[1])
        if first is None or rank < first[0]:
            chosen[meaning.field] = rank, key, node
    return {field: node for field, (_, _, node) in chosen.items()}


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (node.is_null or not node.text)


def _privacy_warning(mark: PrivacyMarker, reader: Reader) -> Diagnostic:
    return warning(mark.reason, reader.location(mark.key), "write-draft", key=mark.key.text)


def _publication_date(
    mapping: Mapping, reader: Reader, date: object, zone: tzinfo
) -> tuple[object, tuple[Diagnostic, ...]]:
    """Return the date on which a page becomes public, and diagnostics about unreadable dates.

    Of several dates, the latest counts that is about publication.
    """
    latest = date
    unreadable: dict[bool, list[Diagnostic]] = {True: [], False: []}  # key: whether the date decides publication
    for key, node in mapping.pairs:
        meaning, form = meaning_of(key.text), normal_form(key.text)
        if meaning is None or meaning.field not in {"date", "published"} or _is_empty(node):
            continue
        when = unwrap(node, "created")
        text = when.text if isinstance(when, Scalar) else ""
        moment = read_moment(text, zone)
        decides = form not in _WRITTEN_ON
        if moment is None and meaning.field == "date":
            location = reader.location(node)
            unreadable[decides].append(warning("unreadable-date", location, "date-form", name=key.text, text=text))
        elif moment and (
            not isinstance(latest, datetime) or (decides and form not in _WRITTEN_OR_PUBLIC and moment > latest)
        ):
            latest = moment
    return latest, (*unreadable[True], *(() if latest else unreadable[False]))

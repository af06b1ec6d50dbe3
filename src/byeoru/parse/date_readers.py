"""Readers of the keys that hold a date.

In:  a node of the front matter.
Out: values by the field names of ``Metadata``.
Must not: decide whether a page is public; `fields` does, from all dates together.
"""

from datetime import datetime, tzinfo

from byeoru.base.dates import parse_date
from byeoru.base.diagnostic import warning
from byeoru.base.fields import Reader
from byeoru.base.yaml_nodes import Mapping, Node, Scalar
from byeoru.parse.field_reading import Reading, unwrap


def read_moment(text: str, zone: tzinfo) -> datetime | None:
    """Read a date and convert it to the time zone *zone*; None if that leaves the range of the calendar."""
    moment = parse_date(text, zone)
    try:
        return moment and moment.astimezone(zone)
    except OverflowError:
        return None


def date(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read a date; an unreadable one is reported by ``fields``, which decides whether the page is public.

    In Material for MkDocs it is a mapping of the dates of creation and update.
    """
    if isinstance(node, Mapping):
        written, changed = unwrap(node, "created"), unwrap(node, "updated")
        dates: dict[str, object] = {
            name: read_moment(written.text, reading.zone) if isinstance(written, Scalar) else None
        }
        return dates if changed is node else {**dates, **updated(reader, "updated", changed, reading)}
    return {name: read_moment(node.text, reading.zone) if isinstance(node, Scalar) else None}


def updated(reader: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read the date of the last change, in Docusaurus from `last_update: {date, author}`."""
    text = reader.text(name, unwrap(node, "date"))
    moment = read_moment(text, reading.zone) if text else None
    if text and moment is None:
        reader.problems.append(warning("bad-date", reader.location(node), "date-form", name=name, text=text))
    return {name: moment}


def expires(_: Reader, name: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read when a page stops being public, as in Hugo; anything but a date is a privacy marker."""
    return {name: read_moment(node.text, reading.zone) if isinstance(node, Scalar) else None}


def published(_: Reader, __: str, node: Node, reading: Reading) -> dict[str, object]:
    """Read ``published`` if it is a date, as in some programs; its other meanings are read in `privacy`."""
    moment = read_moment(node.text, reading.zone) if isinstance(node, Scalar) else None
    return {"date": moment} if moment else {}

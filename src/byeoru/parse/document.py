"""Turn one source into one document: the whole of stage 1 for one file.

In:  a ``Source`` and the options of parsing.
Out: ``Parsed`` (the document and its body), and what the author should fix. None if the file cannot be read.
Must not: look at another file, the disk or the clock.
"""

import re
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from byeoru.base.diagnostic import Diagnostic, Outcome, Place, error, has_errors, warning
from byeoru.base.moments import read_moment, zone
from byeoru.base.paths import escapes
from byeoru.base.text import decode_utf8
from byeoru.model.content import Document, Parsed, ParseOptions, Slot, Source
from byeoru.parse.fields import FrontMatter, read_fields
from byeoru.parse.frontmatter import read_header, split
from byeoru.parse.markdown import MAX_NESTING, Rendered, render

SUMMARY_LENGTH = 110  # characters; what search engines show of a Korean description

_DATED_NAME = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})[-_ ]+(?=.)")
_SENTENCE_END = re.compile(r"[.!?。…][\"'”’)\]]*(?=\s|$)")


class Location(NamedTuple):
    """What the path of a source says about it."""

    section: str
    folder: str
    name: str
    date: str
    is_bundle: bool


def parse(source: Source, options: ParseOptions) -> Outcome[Parsed | None]:
    """Read the front matter and the Markdown of *source*."""
    text, problems = decode_utf8(source.data, source.path)
    if text is None:
        return Outcome(None, problems)
    found = list(problems)
    local = zone(options.timezone) or ZoneInfo("UTC")
    parts = split(text)
    front = read_fields(read_header(parts, source.path, found), parts.header_line, source.path, local, found)
    where = locate(source.path, options.sections)
    rendered = render(
        parts.body,
        parts.body_line,
        html=options.html,
        breaks=options.breaks,
        wants_title=not front.title,
        code=source.code,
    )
    found.extend(_leaving(rendered.slots, source.path))
    if rendered.too_deep:
        found.append(error("nested-too-deep", Place(source.path, rendered.too_deep), limit=MAX_NESTING))
    if has_errors(found):
        return Outcome(None, tuple(found))
    in_name = read_moment(where.date, local) if where.date else None
    if where.date and in_name is None:
        found.append(warning("bad-date", Place(source.path), "date-form", name=where.name, text=where.date))
    date = front.date or in_name
    document = _document(source, where, front, rendered, date, options)
    return Outcome(Parsed(document, rendered.body, rendered.slots, rendered.code), tuple(found))


def locate(path: str, sections: tuple[str, ...]) -> Location:
    """Read what a path says: section, folder, name, and a date before the name.

    >>> locate("content/posts/os/2016-1-8-zombie.md", ("posts",))
    Location(section='posts', folder='os', name='zombie', date='2016-1-8', is_bundle=False)
    >>> locate("content/posts/moving/index.md", ("posts",))
    Location(section='posts', folder='', name='moving', date='', is_bundle=True)
    """
    parts = path.rpartition(".")[0].split("/")[1:]
    section = parts.pop(0) if len(parts) > 1 and parts[0] in sections else "pages"
    is_bundle = len(parts) > 1 and parts[-1] == "index"
    if is_bundle:
        parts.pop()
    name = parts.pop()
    dated = _DATED_NAME.match(name)
    if dated:
        name = name[dated.end() :]
    return Location(section, "/".join(parts), name, dated["date"] if dated else "", is_bundle)


def summarise(text: str) -> str:
    """Cut plain text for a summary: at the end of a sentence if one ends late enough, else at a space.

    >>> summarise("짧다.")
    '짧다.'
    """
    if len(text) <= SUMMARY_LENGTH:
        return text
    head = text[:SUMMARY_LENGTH]
    ends = [found.end() for found in _SENTENCE_END.finditer(head)]
    if ends and ends[-1] >= 0.6 * SUMMARY_LENGTH:
        return head[: ends[-1]]
    return head.rpartition(" ")[0].rstrip(" ,;:") + "…" if " " in head else head[:-1] + "…"


def _document(
    source: Source,
    where: Location,
    front: FrontMatter,
    rendered: Rendered,
    date: datetime | None,
    options: ParseOptions,
) -> Document:
    title = front.title or rendered.title or where.name
    return Document(
        path=source.path,
        key=source.key,
        section=where.section,
        folder=where.folder,
        name=where.name,
        is_bundle=where.is_bundle,
        title=" ".join(title.split()),
        date=date,
        updated=front.updated,
        tags=front.tags,
        category=front.category or (where.folder if where.section != "pages" else ""),
        slug=front.slug,
        permalink=front.permalink,
        aliases=front.aliases,
        is_draft=front.draft,
        is_unlisted=front.unlisted,
        is_pinned=front.pin,
        summary=" ".join(front.summary.split()) or summarise(rendered.opening),
        language=front.lang or options.language,
        template=front.template,
    )


def _leaving(slots: tuple[Slot, ...], path: str) -> list[Diagnostic]:
    """Report pictures whose path tries what no path inside a site needs; `..` that stays inside is resolved later."""
    return [
        error(
            "leaves-the-site",
            Place(path, slot.line, slot.column, slot.width),
            "write-inside",
            name="image",
            text=slot.target,
        )
        for slot in slots
        if slot.kind == "image" and escapes(slot.target.replace("../", "").replace("./", ""))
    ]

"""Turn one source into one document: the whole of stage 1 for one file.

In:  a ``Source`` and the options of parsing.
Out: ``Parsed`` (the document and its body), and what the author should fix. None if the file cannot be read.
Must not: look at another file, the disk or the clock.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from zoneinfo import ZoneInfo

from byeoru.base.dates import parse_date, time_zone
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, error, has_errors, warning
from byeoru.base.paths import leaves_folder
from byeoru.base.secrets import find_secrets
from byeoru.base.text import decode_utf8, location_at
from byeoru.model.content import Document, Parsed, ParseOptions, Slot, Source
from byeoru.model.metadata import Metadata
from byeoru.parse.comments import MARK, plain_without_comments, without_comments
from byeoru.parse.fields import FrontMatter, read_fields
from byeoru.parse.frontmatter import Header, Split, read_header, split
from byeoru.parse.markdown import Rendered, render
from byeoru.parse.path_metadata import PathMetadata, path_metadata
from byeoru.parse.privacy import mark_in_text
from byeoru.parse.reading import minutes, reading_seconds
from byeoru.parse.summary import summarise

_SECRETS = 5  # of one file that are told


def parse(source: Source, options: ParseOptions) -> Outcome[Parsed | None]:
    """Read the front matter and the Markdown of *source*."""
    text, problems = decode_utf8(source.data, source.path)
    if text is None:
        return Outcome(None, problems)
    found = [*problems, *_secrets(text, source.path)]
    local = time_zone(options.timezone) or ZoneInfo("UTC")
    parts = split(text)
    header = read_header(parts, source.path, found)
    front = read_fields(header, parts.header_line, source.path, local, found)
    front = _hidden_mark(parts, front, source.path, found)
    where = path_metadata(source.path, options.sections)
    body, foreign = _translated(parts, source.path)
    body, front = _uncommented(body, parts.body_line, front, source.path, found)
    rendered = render(
        body,
        source.path,
        parts.body_line,
        dialect=options.dialect if front.breaks is None else options.dialect._replace(breaks=front.breaks),
        language=front.meta.language or where.language or options.language,
        wants_title=not front.meta.title,
        known=source.code,
    )
    found.extend((*foreign, *rendered.problems, *_leaving(rendered.slots, source.path, where.section)))
    if has_errors(found):
        return Outcome(None, tuple(found))
    if _is_frame(where, header, parts.body):
        return Outcome(None)
    front = _dated(front, where, Location(source.path), local, found)
    document = _document(source, where, front, rendered, options)
    slots = rendered.slots
    if front.cover and document.has_cover_slot:
        location = front.cover.location
        slots += (Slot("image", document.cover, location.line, location.column, location.width),)
    return Outcome(Parsed(document, rendered.body, slots, rendered.code), tuple(found))


def _secrets(text: str, path: str) -> Iterator[Diagnostic]:
    """Warn of what looks like somebody's token or key, in the front matter too: pages show that."""
    for secret in islice(find_secrets(text), _SECRETS):
        location = location_at(text, secret.start, path, secret.end - secret.start)
        yield warning("secret-in-text", location, "revoke-it", kind=secret.kind, shown=secret.shown)


def _translated(parts: Split, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text with the template tags of other programs turned into Markdown."""
    if "{%" not in parts.body and "{{" not in parts.body:
        return parts.body, ()
    from byeoru.parse.foreign.tags import translate  # imported late: its tables take 12 ms, and few posts need them

    return translate(parts.body, parts.body_line, path)


def _dated(
    front: FrontMatter, where: PathMetadata, location: Location, local: ZoneInfo, problems: list[Diagnostic]
) -> FrontMatter:
    """Take the date of the file's name where the front matter has none; one that is none keeps the page back."""
    if front.meta.date or not where.date:
        return front
    date = parse_date(where.date, local)
    if date is None:
        problems.append(warning("unreadable-date", location, "date-form", name=where.name, text=where.date))
    return replace(front, meta=front.meta._replace(date=date, draft=front.meta.draft or date is None))


def _hidden_mark(parts: Split, front: FrontMatter, path: str, problems: list[Diagnostic]) -> FrontMatter:
    """Keep a page back whose text begins with a draft mark, which its author took for a front matter."""
    line = mark_in_text(parts.body)
    if line is None or front.meta.draft:
        return front
    problems.append(warning("unclear-draft", Location(path, parts.body_line + line), "move-front-matter-up"))
    return replace(front, meta=front.meta._replace(draft=True))


def _uncommented(
    body: str, first_line: int, front: FrontMatter, path: str, problems: list[Diagnostic]
) -> tuple[str, FrontMatter]:
    """Take comments out of a text, its title and its summary; a page where that is in doubt is kept back."""
    meta = front.meta
    if MARK in meta.title + meta.summary:
        title, summary = plain_without_comments(meta.title), plain_without_comments(meta.summary)
        if (title, summary) != (meta.title, meta.summary):
            problems.append(warning("hidden-words", Location(path, 1), "comment-as-code", count=1))
        meta = meta._replace(title=title, summary=summary)
        front = replace(front, meta=meta)
    if MARK not in body:
        return body, front
    found = without_comments(body)

    def say(code: str, at: int, hint: str, **arguments: object) -> None:
        problems.append(warning(code, location_at(body, at, path, len(MARK), first_line), hint, **arguments))

    if found.hidden:
        say("hidden-words", found.hidden[0], "comment-as-code", count=len(found.hidden))
    if found.unclosed >= 0:
        say("unclosed-comment", found.unclosed, "close-comment")
    if found.unclear >= 0:
        say("unclear-comment", found.unclear, "comment-as-code")
    if found.lone >= 0:
        say("lone-percents", found.lone, "comment-as-code")
    return found.text, replace(front, meta=meta._replace(draft=meta.draft or found.unclear >= 0))


def _document(
    source: Source,
    where: PathMetadata,
    front: FrontMatter,
    rendered: Rendered,
    options: ParseOptions,
) -> Document:
    return Document(
        path=source.path,
        key=source.key,
        meta=_metadata(where, front, rendered, options),
        folder=where.folder,
        name=where.name,
        is_bundle=where.is_bundle,
        tags=front.tags,
        category=front.category or (where.folder if where.section != "pages" else ""),
        slug=front.slug,
        permalink=front.permalink,
        aliases=front.aliases,
        is_unlisted=front.unlisted,
        edition=_edition(where, options),
        template=_template(front, source.path, where.section),
        series=" ".join(front.series.split()),
        series_order=front.series_order,
        source=front.source,
        translation_of=front.translation_of,
        authors=front.authors,
        cover=front.cover.target if front.cover else "",
        has_toc=front.toc,
        comments=front.comments,
        extra=front.extra,
    )


def _metadata(where: PathMetadata, front: FrontMatter, rendered: Rendered, options: ParseOptions) -> Metadata:
    """Return the metadata of the front matter; what it lacks is derived from path and text."""
    meta = front.meta
    return meta._replace(
        title=" ".join((meta.title or rendered.title or where.name).split()),
        summary=" ".join(meta.summary.split()) or summarise(rendered.opening),
        language=meta.language or where.language or options.language,
        section=where.section,
        draft=meta.draft or where.is_draft,
        minutes=minutes(reading_seconds(rendered.words, rendered.code_lines, rendered.pictures)),
    )


def _leaving(slots: tuple[Slot, ...], path: str, section: str) -> list[Diagnostic]:
    r"""Refuse pictures whose path tries what no path inside a site needs; `..` that stays inside is resolved later.

    In a folder of another program they are pictures that are missing: editors write `C:\…` there, and nothing leaks.
    """
    if not path.startswith(f"content/{section}/"):
        return []
    return [
        error("leaves-the-site", Location(path, *slot[2:]), "write-inside", name="image", text=slot.target)
        for slot in slots
        if slot.kind == "image" and leaves_folder(slot.target.replace("../", "").replace("./", ""))
    ]


def _edition(where: PathMetadata, options: ParseOptions) -> str:
    """Return the language that a path names, unless it is that of the site."""
    return "" if where.language.partition("-")[0] == options.language.partition("-")[0] else where.language


def _template(front: FrontMatter, path: str, section: str) -> str:
    """Return the template that a page asks for; one without ending, in a folder of another program, is not ours."""
    is_named = "." in front.template or path.startswith(f"content/{section}/")
    return front.template if is_named else ""


def _is_frame(where: PathMetadata, header: Header, body: str) -> bool:
    """Tell whether a page has no text of its own, for another program would fill it: a list of tags, a search.

    A page of ours that is empty has a reason: a template that says so, or an author who has just begun.
    """
    if body.strip() or where.section == "posts":
        return False
    keys = {key.text for key, _ in header.mapping.pairs}
    return where.is_list or bool(keys & {"layout", "type"})

"""Parse one source file into one document: all of stage 1 for one file.

In:  a ``Source`` and the parse options.
Out: ``Parsed`` (the document and its body) and diagnostics. None if the file cannot be read.
Must not: access another file, the disk or the clock.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from zoneinfo import ZoneInfo

from byeoru.base.dates import parse_date, time_zone
from byeoru.base.diagnostic import Diagnostic, Location, Outcome, has_errors, warning
from byeoru.base.secrets import find_secrets
from byeoru.base.text import decode_utf8, location_at
from byeoru.model.content import Conventions, Document, Parsed, ParseOptions, Slot, Source
from byeoru.model.metadata import Metadata
from byeoru.parse.checks import check_size
from byeoru.parse.field_reading import Reading
from byeoru.parse.fields import FrontMatter, read_fields
from byeoru.parse.front_links import front_links
from byeoru.parse.frontmatter import Header, Split, read_header, split
from byeoru.parse.html_page import is_html_page, render_html
from byeoru.parse.markdown import Rendered, render
from byeoru.parse.markup.wikilink import plain_text
from byeoru.parse.path_metadata import PathMetadata, path_metadata
from byeoru.parse.places import in_file
from byeoru.parse.privacy import line_of_marker
from byeoru.parse.properties import properties_of
from byeoru.parse.publishing import expects_private_pages, is_published_by_default, without_other_names
from byeoru.parse.reading import minutes, reading_seconds
from byeoru.parse.summary import summarise
from byeoru.parse.template_pages import is_template_page
from byeoru.parse.terms import terms_of
from byeoru.parse.unseen import is_drawing, without_unseen

_DATE_FOLDER = re.compile(r"\d{1,2}|(19|20)\d\d|\d{4}-\d{1,2}(-\d{1,2})?")
# Keys of pages without a text that another program fills: of Jekyll, Hexo, and a theme of VuePress.
_LIST_KEYS = frozenset({"layout", "type", "categoriesPage", "tagsPage", "archivesPage"})
_RENDERED_FORMULAS = ("katex-mathml", "mjx-container", "MathJax", "math/tex")  # in HTML of KaTeX and MathJax
_OF_NOTES = frozenset({"", "obsidian", "quartz"})  # programs whose texts that are no posts are notes
_SECRETS_LIMIT = 5  # reported per file


def parse(source: Source, options: ParseOptions) -> Outcome[Parsed | None]:
    """Read the front matter and the Markdown of *source*."""
    text, decode_problems = decode_utf8(source.data, source.path)
    if text is None:
        return Outcome(None, decode_problems)
    problems = [*decode_problems, *_secrets(text, source.path)]
    zone = time_zone(options.timezone) or ZoneInfo("UTC")
    parts = _with_formulas_once(split(text), source.path, options)
    header = read_header(parts, source.path, problems, program=options.conventions.program)
    reading = Reading(zone, options.conventions, expects_private_pages(options))
    front = read_fields(header, parts.header_line, source.path, reading, problems)
    front = _check_marker_in_text(parts, front, source.path, problems)
    from_path = path_metadata(source.path, options.sections, options.conventions, options.undated)
    if is_drawing(header.mapping):
        return Outcome(None)
    if is_template_page(parts.body, source.path, from_path):
        return Outcome(None, (warning("template-page", Location(source.path), "list-is-generated"),))
    body, foreign = _translate_foreign_tags(parts, source.path, options.conventions, front.meta)
    body, front = without_unseen(body, parts.body_line, front, source.path, problems)
    rendered = _rendered(body, parts.body_line, source, front, from_path, options)
    problems += (*foreign, *rendered.problems)
    if has_errors(problems):
        return Outcome(None, tuple(problems))
    if _is_placeholder(from_path, header, parts.body):
        return Outcome(None)
    if from_path.section == "posts" and not (body.strip() or front.meta.draft or from_path.is_draft or front.template):
        problems.append(warning("empty-post", Location(source.path, parts.body_line), "write-or-draft"))
    front = _with_date_of_name(front, from_path, Location(source.path), zone, problems)
    document = _document(source, from_path, front, rendered, options)
    document = document._replace(properties=properties_of(header.mapping, len(rendered.slots)))
    of_front, mentions = front_links(header.mapping, parts.header, parts.header_line, len(rendered.slots))
    of_body = rendered.slots if body is parts.body else tuple(in_file(rendered.slots, text))
    slots = (*of_body, *of_front)
    if front.cover and document.has_cover_slot:
        location = front.cover.location
        slots += (
            Slot(
                "embed" if front.cover.is_name else "image",
                document.cover,
                location.line,
                location.column,
                location.width,
            ),
        )
    anchors = rendered.body.anchors
    problems += check_size(rendered.body, document, text)
    is_bare = not options.hides_private_links  # whether the names in bare links are words of the text
    terms = terms_of(document, rendered.body, rendered.slots if is_bare else ()) if options.has_search else ""
    headings = tuple([(heading.level, heading.id, heading.text) for heading in rendered.body.headings])
    inner = rendered.mentions if is_bare else without_other_names(rendered.mentions, rendered.body, rendered.slots)
    sentences = (*inner, *mentions)
    parsed = Parsed(document, rendered.body, slots, rendered.code, tuple(sorted(anchors)), terms, sentences, headings)
    return Outcome(parsed, tuple(problems))


def _rendered(
    body: str, first_line: int, source: Source, front: FrontMatter, from_path: PathMetadata, options: ParseOptions
) -> Rendered:
    dialect = options.dialect if front.breaks is None else options.dialect._replace(breaks=front.breaks)
    if from_path.section != "posts" and options.conventions.program in _OF_NOTES:
        dialect = dialect._replace(is_note=True)
    if is_html_page(source.path, body, dialect):
        return render_html(body, first_line, options.sites)
    return render(
        body,
        source.path,
        first_line,
        dialect=dialect,
        language=front.meta.language or from_path.language or options.language,
        title=front.meta.title,
        known=source.code,
        sites=options.sites,
    )


def _secrets(text: str, path: str) -> Iterator[Diagnostic]:
    """Warn about text that looks like a token or key, also in the front matter, which pages show."""
    for secret in islice(find_secrets(text), _SECRETS_LIMIT):
        location = location_at(text, secret.start, path, secret.end - secret.start)
        yield warning("secret-in-text", location, "revoke-it", kind=secret.kind, shown=secret.shown)


def _with_formulas_once(parts: Split, path: str, options: ParseOptions) -> Split:
    """Return the parts of a text with formulas that were copied from a rendered page once, not twice.

    What it imports is imported late: few posts need it.
    """
    body = parts.body
    if not options.dialect.html or not any(sign in body for sign in _RENDERED_FORMULAS):
        return parts
    from byeoru.parse.foreign.code import find_code
    from byeoru.parse.rendered_formulas import show_once

    is_html = is_html_page(path, body, options.dialect)
    return parts._replace(body=show_once(body, () if is_html else find_code(body)))


def _translate_foreign_tags(
    parts: Split, path: str, conventions: Conventions, meta: Metadata
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the body with the template tags of other programs translated into Markdown.

    What it imports is imported late: the tables take 12 ms, and few posts need them.
    """
    body = parts.body
    if path.endswith(".mdx"):
        from byeoru.parse.foreign.mdx import strip_mdx

        body = strip_mdx(body)
    if "{%" not in body and "{{" not in body:
        return body, ()
    from byeoru.parse.foreign.insertions import values_of
    from byeoru.parse.foreign.tags import translate

    return translate(body, parts.body_line, path, values_of(conventions, meta))


def _with_date_of_name(
    front: FrontMatter, from_path: PathMetadata, location: Location, zone: ZoneInfo, problems: list[Diagnostic]
) -> FrontMatter:
    """Use the date in the file name if the front matter has none; an invalid one makes the page a draft."""
    if front.meta.date or not from_path.date:
        return front
    date = parse_date(from_path.date, zone)
    if date is None:
        problems.append(warning("unreadable-date", location, "date-form", name=from_path.name, text=from_path.date))
    return replace(front, meta=front.meta._replace(date=date, draft=front.meta.draft or date is None))


def _check_marker_in_text(parts: Split, front: FrontMatter, path: str, problems: list[Diagnostic]) -> FrontMatter:
    """Make a page a draft if its body begins with a privacy marker: its author thought it was front matter."""
    line = line_of_marker(parts.body)
    if line is None or front.meta.draft:
        return front
    problems.append(warning("unclear-draft", Location(path, parts.body_line + line), "move-front-matter-up"))
    return replace(front, meta=front.meta._replace(draft=True))


def _document(
    source: Source,
    from_path: PathMetadata,
    front: FrontMatter,
    rendered: Rendered,
    options: ParseOptions,
) -> Document:
    edition = _edition(from_path, options)
    section = "posts" if from_path.is_post_if_dated and front.meta.date else from_path.section
    category = () if front.categories else _category_of_folder(from_path, section)
    return Document(
        path=source.path,
        key=source.key,
        meta=_metadata(source.path, from_path, front, rendered, options, section),
        collection=from_path.collection,
        folder=from_path.folder,
        name=from_path.name,
        is_bundle=from_path.is_bundle,
        tags=tuple(dict.fromkeys((*front.tags, *rendered.tags))),
        categories=front.categories or category,
        slug=front.slug,
        permalink=front.permalink,
        aliases=front.aliases,
        is_unlisted=front.unlisted,
        edition=edition,
        template=_template(front, source.path, from_path.section),
        series=" ".join(front.series.split()),
        series_order=front.series_order,
        source=front.source,
        translation_of=front.translation_of,
        authors=front.authors,
        cover=front.cover.target if front.cover else "",
        has_toc=front.toc,
        is_home=from_path.is_home and not front.permalink,
        comments=front.comments,
        extra=front.extra,
        address_values=front.address_values,
        names=front.names,
        is_ours=not options.conventions.program and not edition and source.path.startswith(f"content/{section}/"),
        has_folder_category=bool(category),
        in_search=front.search,
        css_classes=front.css_classes,
    )


def _category_of_folder(from_path: PathMetadata, section: str) -> tuple[str, ...]:
    """Return the category that the folder of a page names; folders that are dates, as in `2024/05`, name none."""
    parts = [part for part in from_path.folder.split("/") if part and not _DATE_FOLDER.fullmatch(part)]
    return ("/".join(parts),) if parts and section != "pages" else ()


def _metadata(
    path: str, from_path: PathMetadata, front: FrontMatter, rendered: Rendered, options: ParseOptions, section: str
) -> Metadata:
    """Return the metadata of the front matter, with missing values derived from path and text."""
    meta = front.meta
    return meta._replace(
        title=" ".join((plain_text(meta.title) or rendered.title or from_path.name).split()),
        summary=" ".join(plain_text(meta.summary).split()) or summarise(rendered.opening),
        language=meta.language or from_path.language or options.language,
        section=section,
        draft=meta.draft or from_path.is_draft,
        private=meta.private or not (front.is_public or is_published_by_default(path, from_path, section, options)),
        minutes=minutes(reading_seconds(rendered.words, rendered.code_lines, rendered.pictures)),
    )


def _edition(from_path: PathMetadata, options: ParseOptions) -> str:
    """Return the language in the path, "" if it is the language of the site."""
    return "" if from_path.language.partition("-")[0] == options.language.partition("-")[0] else from_path.language


def _template(front: FrontMatter, path: str, section: str) -> str:
    """Return the template of a page; in a folder of another program, a name without a suffix is that program's."""
    is_named = "." in front.template or path.startswith(f"content/{section}/")
    return front.template if is_named else ""


def _is_placeholder(from_path: PathMetadata, header: Header, body: str) -> bool:
    """Tell whether a page has no text because another program generates its content: a tag list, a search page.

    An empty page of Byeoru has a reason: its template generates the content, or its author has just begun.
    """
    if body.strip() or from_path.section == "posts":
        return False
    keys = {key.text for key, _ in header.mapping.pairs}
    return from_path.is_list or not keys.isdisjoint(_LIST_KEYS)

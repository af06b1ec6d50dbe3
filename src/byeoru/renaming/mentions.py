"""Find where texts name notes without a link, and make links of them.

In:  what a project contains; the notes to look for.
Out: ``Mentioned``: places in files; the texts with brackets around them.
Must not: link a note twice in a text, or in a text that links to it already.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from byeoru.base.diagnostic import Location
from byeoru.base.paths import encode
from byeoru.base.source_file import SourceChangedError, replace_source
from byeoru.base.text import decode_utf8, location_at
from byeoru.discover.disk_path import disk_path
from byeoru.graph.names import without_page_ending
from byeoru.inspection import Inspection
from byeoru.model.content import Document, Slot, Source
from byeoru.model.site import Page
from byeoru.parse.document import parse
from byeoru.parse.unlinked import NamesInText, Unlinked, by_name, unlinked
from byeoru.renaming.plan import View
from byeoru.renaming.spelling import ends
from byeoru.renaming.splice import LINE, MARK
from byeoru.renaming.states import States


class Mentioned(NamedTuple):
    """A place where a text names a note."""

    location: Location
    words: str  # as they are written
    line: str
    note: str  # the path of the note


def names_of(document: Document) -> tuple[str, ...]:
    """Return the names by which texts mention a note: its title, the name of its file, and its aliases."""
    return (document.meta.title, document.name, *document.names)


def mentions(found: Inspection, wanted: Collection[str]) -> list[Mentioned]:
    """Return the unlinked mentions of the notes at the paths *wanted*, of all pages if there are none."""
    site = found.connected().results.site
    pages = {page.document.path: page for page in site.pages}
    notes = by_name({path: names_of(page.document) for path, page in pages.items() if not wanted or path in wanted})
    names, result = NamesInText(notes), []
    for path, page in pages.items():
        text = _text(found, path)
        linked = {ref.path for ref in site.links.outgoing.get(path, ())} | {path}
        for one in unlinked(text, names) if text else ():
            note = _meant(notes[one.name], page, pages)
            if note not in linked:
                linked.add(note)
                result.append(_mentioned(text, one, path, note))
    return result


def _meant(paths: Iterable[str], page: Page, pages: Mapping[str, Page]) -> str:
    """Return which of several notes of a name is meant: one in the language of the page, the first by path."""
    return min(paths, key=lambda path: (pages[path].summary.edition != page.summary.edition, path))


def _mentioned(text: str, one: Unlinked, path: str, note: str) -> Mentioned:
    location = location_at(text, one.start, path, one.end - one.start)
    first = text.rfind("\n", 0, one.start) + 1
    line = text[first:].partition("\n")[0]
    return Mentioned(location, text[one.start : one.end], line, note)


def _text(found: Inspection, path: str) -> str:
    try:
        with open(disk_path(found.project, path), "rb") as file:
            return decode_utf8(file.read(), path).value or ""
    except OSError:
        return ""


def link(found: Inspection, listed: Iterable[Mentioned]) -> list[Mentioned]:
    """Write brackets around mentions; return those that are links now."""
    documents = found.premises.documents
    view = States(found).state(documents.values(), found.premises.files, {}).public
    by_path: dict[str, list[Mentioned]] = {}
    for one in listed:
        by_path.setdefault(one.location.path, []).append(one)
    return [one for path, places in by_path.items() for one in _link_in(found, documents[path], places, view)]


def _link_in(found: Inspection, document: Document, places: list[Mentioned], view: View) -> list[Mentioned]:
    """Link the mentions in one text, if it then reads as before with these links."""
    full_path = disk_path(found.project, document.path)
    with open(full_path, "rb") as file:
        data = file.read()
    lines = LINE.findall(data.decode())
    linked = []
    for one in reversed(places):
        at, start = one.location.line - 1, one.location.column - 1
        start += at == 0 and lines[0].startswith(MARK)
        brackets = _brackets(one, document, view)
        if brackets and lines[at].startswith(one.words, start):
            lines[at] = lines[at][:start] + brackets + lines[at][start + len(one.words) :]
            linked.append(one)
    text = "".join(lines)
    parsed = parse(Source(document.path, text.encode(), "", ""), found.premises.settings.parsing).value
    if not linked or parsed is None or len(parsed.slots) != len(found.slots(document)) + len(linked):
        return []
    try:
        replace_source(found.project.root, full_path, text.encode(), data)
    except SourceChangedError:
        return []
    return linked[::-1]


def _brackets(one: Mentioned, document: Document, view: View) -> str:
    """Return the words of a mention as a wikilink to its note, "" if no name leads there."""
    bar = "\\|" if one.line.lstrip().startswith("|") else "|"
    stem = without_page_ending(one.note)
    for name in (one.words, *ends(stem)):
        answer = view.resolve((Slot("wiki", name, 1, 1, 1),), document)
        if answer.targets == (encode(view.addresses[one.note]),) and not answer.doubtful:
            return f"[[{name}]]" if name == one.words else f"[[{name}{bar}{one.words}]]"
    return ""

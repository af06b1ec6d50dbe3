"""The titles of the search index: what a list of results shows of the documents of a few slots."""

from collections.abc import Iterator

from byeoru.base.paths import encode
from byeoru.index.root import titles_file
from byeoru.index.titles import CHUNK_BITS, TitleRow, shortened, written
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import search
from byeoru.model.site import PageSummary
from byeoru.render.kind import Kind, RenderContext, Task


def _outputs(facts: Facts) -> Iterator[Output]:
    """Yield the chunks with at least one document."""
    for edition in facts.site.search.editions:
        for number in dict.fromkeys(slot >> CHUNK_BITS for slot, _ in edition.slots):
            path = f"search/{edition.language}/{titles_file(edition.bits, number)}"
            yield Output(path, "search-titles", edition.language, number, edition.code)


def _render(task: Task, context: RenderContext) -> bytes:
    output = task.output
    rows = context.trace.query(search.search_titles, output.subject, output.number << CHUNK_BITS, 1 << CHUNK_BITS)
    return written(_row(slot, summary) for slot, summary in rows)


def _row(slot: int, summary: PageSummary) -> TitleRow:
    meta = summary.meta
    date = f"{meta.date:%Y-%m-%d}" if meta.date else ""
    return TitleRow(slot, encode(summary.address), meta.title, date, meta.section, shortened(meta.summary))


KIND = Kind("search-titles", _outputs, _render)

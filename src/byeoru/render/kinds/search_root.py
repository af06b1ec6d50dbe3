"""The root of the search index of an edition: which shards there are, and where one ends and the next begins."""

from collections.abc import Iterator

from byeoru.index.boundaries import boundaries_for
from byeoru.index.root import Root, written
from byeoru.index.titles import CHUNK_BITS
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import search
from byeoru.render.kind import Kind, RenderContext, Task


def _outputs(facts: Facts) -> Iterator[Output]:
    for edition in facts.site.search.editions:
        path = f"search/{edition.language}/index.json"
        yield Output(path, "search-root", edition.language, 0, edition.code)


def _render(task: Task, context: RenderContext) -> bytes:
    documents, bits, segments = context.trace.query(search.search_root, task.output.subject)
    most = max((shards for _, shards in segments), default=1)
    return written(Root(documents, bits, CHUNK_BITS, segments, boundaries_for(most, task.output.subject)))


KIND = Kind("search-root", _outputs, _render)

"""The page of the map of an edition; the theme's script draws what `graph-part` says."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import note_map
from byeoru.model.reserved import Reserved
from byeoru.model.site import in_edition
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.kinds.graph_part import file_of_part
from byeoru.render.listings import GraphView
from byeoru.render.plain_views import term_view
from byeoru.render.template_context import base_path, show
from byeoru.render.views import summary_views

_MOST = 30  # pages that are listed below the map


def _outputs(facts: Facts) -> Iterator[Output]:
    for code in facts.note_maps:
        yield Output(in_edition(code, "/graph/index.html")[1:], "graph-page", "", 0, code)


def _render(task: Task, context: RenderContext) -> bytes:
    trace, edition = context.trace, task.output.edition
    bits, parts = trace.query(note_map.map_size, edition)
    base = base_path(trace)
    files = tuple(f"{base}/{file_of_part(edition, bits, part)}" for part in range(parts))
    linked = summary_views(trace.query(note_map.most_linked, edition, _MOST), base)
    folders = tuple(term_view(term, base) for term in trace.query(note_map.map_folders, edition))
    return show(task, context, "graph.html", graph=GraphView(base, files, linked, folders))


KIND = Kind("graph-page", _outputs, _render, Reserved(per_edition=("/graph/",)))

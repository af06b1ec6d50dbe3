"""The page of a document."""

from collections.abc import Iterator

from byeoru.base.paths import file_of
from byeoru.model.embedding import shown_on
from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import pages, settings
from byeoru.model.site import Site
from byeoru.render.kind import Input, Kind, Remedy, RenderContext, Task, bodies
from byeoru.render.template_context import base_path, show
from byeoru.render.views import PageView


def _outputs(facts: Facts) -> Iterator[Output]:
    """Yield the page of each document but those that introduce the first page of an edition."""
    homes = {home.document.path for edition in facts.site.editions if (home := facts.site.home(edition.code))}
    pages = (page for page in facts.site.pages if page.document.path not in homes)
    return (Output(file_of(page.summary.address), "page", page.document.path) for page in pages)


def _render(task: Task, context: RenderContext) -> bytes:
    trace, path = context.trace, task.output.subject
    page = trace.query(pages.page, path)
    is_dated = page.summary.meta.section in trace.query(settings.dated_sections)
    template = page.document.template or ("post.html" if is_dated else "page.html")
    view = PageView(page, task.body, trace, base_path(trace), task.mentions(path))
    return show(task, context, template, page, page=view)


def _inputs(output: Output, site: Site) -> tuple[Input, ...]:
    return (*bodies(shown_on(site, site.by_source[output.subject])), Input("mentions", output.subject))


def _document(output: Output) -> str:
    return output.subject


KIND = Kind(
    "page",
    _outputs,
    _render,
    inputs=_inputs,
    origin=_document,
    location=_document,
    remedy=Remedy("write-slug", 4),
)

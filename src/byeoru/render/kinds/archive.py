"""The archive: all posts by year, and the posts of each year."""

from collections.abc import Iterator

from byeoru.model.facts import Facts
from byeoru.model.output import Output
from byeoru.model.queries import lists
from byeoru.model.reserved import Reserved
from byeoru.model.site import in_edition
from byeoru.render.kind import Kind, RenderContext, Task
from byeoru.render.listings import ListingView, years_of
from byeoru.render.template_context import base_path, list_url, show, word
from byeoru.render.views import summary_views


def _outputs(facts: Facts) -> Iterator[Output]:
    for edition in facts.site.editions:
        path = in_edition(edition.code, "/archive/")[1:]
        yield Output(f"{path}index.html", "archive", "", 0, edition.code)
        for code, year in facts.by_period:
            if code == edition.code:
                yield Output(f"{path}{year}/index.html", "archive", year, 0, code)


def _render(task: Task, context: RenderContext) -> bytes:
    trace, year, edition = context.trace, task.output.subject, task.output.edition
    base = base_path(trace)
    every = list_url(base, edition, "/archive/")
    years = years_of(summary_views(trace.query(lists.archive, edition, year), base), every)
    title = year or word(trace, edition, "archive")
    listing = ListingView("archive", title, every + (f"{year}/" if year else ""), year, years=years)
    return show(task, context, "archive.html", listing=listing)


KIND = Kind("archive", _outputs, _render, Reserved(common=("/archive/",), below=("/archive/",)))
